@NullMarked
package press.tamizdat.cli;

import org.jspecify.annotations.NullMarked;
