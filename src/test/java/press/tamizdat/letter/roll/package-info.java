@NullMarked
package press.tamizdat.letter.roll;

import org.jspecify.annotations.NullMarked;
