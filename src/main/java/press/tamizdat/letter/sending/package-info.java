/** Issues on their way to subscribers. */
@NullMarked
package press.tamizdat.letter.sending;

import org.jspecify.annotations.NullMarked;
