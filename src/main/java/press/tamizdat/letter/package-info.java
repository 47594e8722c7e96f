/**
 * Letters by mail: who gets them, what is in them, how they go out, what comes back.
 *
 * <p>It guarantees: no address is ever on a disk but sealed to the roll's key, and none in memory
 * longer than its message takes; whoever left gets nothing more.
 */
@NullMarked
package press.tamizdat.letter;

import org.jspecify.annotations.NullMarked;
