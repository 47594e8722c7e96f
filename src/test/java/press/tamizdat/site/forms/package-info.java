/** Tests of what readers send. */
@NullMarked
package press.tamizdat.site.forms;

import org.jspecify.annotations.NullMarked;
