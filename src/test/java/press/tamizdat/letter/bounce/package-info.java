@NullMarked
package press.tamizdat.letter.bounce;

import org.jspecify.annotations.NullMarked;
