/** Languages and messages, tested. */
@NullMarked
package press.tamizdat.platform.text;

import org.jspecify.annotations.NullMarked;
