@NullMarked
package press.tamizdat.site;

import org.jspecify.annotations.NullMarked;
