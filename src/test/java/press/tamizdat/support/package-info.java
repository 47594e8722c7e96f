@NullMarked
package press.tamizdat.support;

import org.jspecify.annotations.NullMarked;
