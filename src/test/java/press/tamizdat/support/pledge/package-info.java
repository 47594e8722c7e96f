@NullMarked
package press.tamizdat.support.pledge;

import org.jspecify.annotations.NullMarked;
