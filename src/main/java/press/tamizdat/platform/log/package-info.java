/** What may be said in a log: what kind of thing failed and where, and never about whom. */
@NullMarked
package press.tamizdat.platform.log;

import org.jspecify.annotations.NullMarked;
