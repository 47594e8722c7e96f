/** The drawn pictures. */
@NullMarked
package press.tamizdat.demo;

import org.jspecify.annotations.NullMarked;
