@NullMarked
package press.tamizdat.desk.house;

import org.jspecify.annotations.NullMarked;
