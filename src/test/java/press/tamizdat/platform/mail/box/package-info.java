@NullMarked
package press.tamizdat.platform.mail.box;

import org.jspecify.annotations.NullMarked;
