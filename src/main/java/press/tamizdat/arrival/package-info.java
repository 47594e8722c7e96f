/**
 * Brings articles in from other systems.
 *
 * <p>Reading a file has no effects: nothing is stored, fetched or run. A file that is no article is
 * said to be none, with what to do about it.
 */
@NullMarked
package press.tamizdat.arrival;

import org.jspecify.annotations.NullMarked;
