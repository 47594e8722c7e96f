@NullMarked
package press.tamizdat.letter.sending;

import org.jspecify.annotations.NullMarked;
