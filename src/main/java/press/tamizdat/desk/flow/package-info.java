/**
 * The way from a draft to readers: the planning board, comments, the publish screen with its
 * previews, corrections, taking down, the bin, and what the press is doing.
 *
 * <p>Guarantees that nothing is published that an editor has not seen as it will be, and that times
 * are shown and taken in the publication's time zone, which is named.
 */
@NullMarked
package press.tamizdat.desk.flow;

import org.jspecify.annotations.NullMarked;
