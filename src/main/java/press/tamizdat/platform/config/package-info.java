/**
 * A configuration file in TOML 1.0, read strictly: every wrong or unknown key is named with its
 * line, and all of them at once.
 */
@NullMarked
package press.tamizdat.platform.config;

import org.jspecify.annotations.NullMarked;
