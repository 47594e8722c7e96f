/**
 * What comes back: notices of failed delivery, complaints, and refusals in the dialogue with a
 * relay.
 *
 * <p>It guarantees: a subscriber is known here by a random id alone, and no address is written
 * down; the same message counts once, however often it arrives; an address that works is not taken
 * off the roll because its mailbox is full, because somebody's filter dislikes the sender or the
 * text, or because a server cannot be reached for some days. Whoever knows the id in a return path
 * can write a notice about it: the worst that comes of that is that this one subscriber no longer
 * gets letters.
 */
@NullMarked
package press.tamizdat.letter.bounce;

import org.jspecify.annotations.NullMarked;
