@NullMarked
package press.tamizdat.platform.dns;

import org.jspecify.annotations.NullMarked;
