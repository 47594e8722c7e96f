@NullMarked
package press.tamizdat.edition;

import org.jspecify.annotations.NullMarked;
