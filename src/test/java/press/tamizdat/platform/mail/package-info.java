@NullMarked
package press.tamizdat.platform.mail;

import org.jspecify.annotations.NullMarked;
