/** Languages, messages, JSON and HTML: text that knows nothing of newsrooms. */
@NullMarked
package press.tamizdat.platform.text;

import org.jspecify.annotations.NullMarked;
