/**
 * The commands: each reads its arguments, wires the rooms it needs by hand, and says what came of
 * it.
 */
@NullMarked
package press.tamizdat.cli;

import org.jspecify.annotations.NullMarked;
