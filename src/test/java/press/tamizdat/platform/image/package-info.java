/** Pictures made in the test itself, good and bad. */
@NullMarked
package press.tamizdat.platform.image;

import org.jspecify.annotations.NullMarked;
