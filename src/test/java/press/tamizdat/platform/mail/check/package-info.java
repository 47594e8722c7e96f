@NullMarked
package press.tamizdat.platform.mail.check;

import org.jspecify.annotations.NullMarked;
