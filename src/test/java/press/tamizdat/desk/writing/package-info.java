@NullMarked
package press.tamizdat.desk.writing;

import org.jspecify.annotations.NullMarked;
