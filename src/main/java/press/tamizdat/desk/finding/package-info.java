/**
 * Finding at the desk: the list of articles, the search, the palette.
 *
 * <p>What a list shows is in its address, so that it can be kept and sent to a colleague. All of it
 * works without scripts.
 */
@NullMarked
package press.tamizdat.desk.finding;

import org.jspecify.annotations.NullMarked;
