@NullMarked
package press.tamizdat.desk.support;

import org.jspecify.annotations.NullMarked;
