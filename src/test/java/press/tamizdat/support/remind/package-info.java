@NullMarked
package press.tamizdat.support.remind;

import org.jspecify.annotations.NullMarked;
