/** Tamizdat: the composition root and the commands. Nothing imports this package. */
@NullMarked
package press.tamizdat;

import org.jspecify.annotations.NullMarked;
