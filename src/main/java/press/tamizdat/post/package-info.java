/**
 * The post room: takes sealed envelopes from the sites' dropboxes, opens them in memory, and gives
 * each to the room that it is for.
 *
 * <p>It guarantees: an envelope is removed only after its handler has stored what it says, or has
 * said that it is nothing; what cannot be handled now is handled later; what was opened is never
 * written down here. A crash may give an envelope to its handler a second time, with the same id.
 */
@NullMarked
package press.tamizdat.post;

import org.jspecify.annotations.NullMarked;
