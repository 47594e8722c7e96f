/**
 * Issues on their way: everybody gets an issue once.
 *
 * <p>It guarantees:
 *
 * <ul>
 *   <li>There is a row for each recipient of an issue, and its state moves only after the relay's
 *       answer. An issue is done only when accepted, refused and excluded add up to the audience,
 *       counted row by row.
 *   <li>Whatever dies at whatever moment, nobody is skipped. At most as many messages as the relays
 *       have sessions can arrive twice, and both have the same {@code Message-ID}: a message is
 *       only begun when fewer than that wait for an answer that is on the disk.
 *   <li>An address is in memory only while its message is sent, and on no disk. The roll's key is
 *       overwritten at the end of a sending, or of a pause that grows long. After a new start an
 *       unfinished issue is locked until somebody opens the roll again.
 *   <li>Whether two subscribers have one address is told from hashes that are in memory only
 *       ({@link press.tamizdat.letter.roll.Doubles}); the second is excluded, and the two become
 *       one row.
 *   <li>A copy of the data folder, put back or moved elsewhere, sends nothing until a person has
 *       said that it is the one ({@link press.tamizdat.letter.sending.Installation}); and an issue
 *       that another run has taken over cannot be written to by the one before.
 * </ul>
 */
@NullMarked
package press.tamizdat.letter.sending;

import org.jspecify.annotations.NullMarked;
