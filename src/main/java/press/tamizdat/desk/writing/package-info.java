/**
 * The writing page, and the versions of an article.
 *
 * <p>Whatever is sent here is kept, complete or not: as a version, or as what somebody has typed
 * and not yet saved. Nothing is written over that the writer has not seen.
 */
@NullMarked
package press.tamizdat.desk.writing;

import org.jspecify.annotations.NullMarked;
