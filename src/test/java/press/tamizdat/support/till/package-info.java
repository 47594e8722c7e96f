@NullMarked
package press.tamizdat.support.till;

import org.jspecify.annotations.NullMarked;
