@NullMarked
package press.tamizdat.post;

import org.jspecify.annotations.NullMarked;
