@NullMarked
package press.tamizdat.letter.issue;

import org.jspecify.annotations.NullMarked;
