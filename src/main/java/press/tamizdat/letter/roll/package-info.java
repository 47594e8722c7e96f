/**
 * The roll: who gets which letter.
 *
 * <p>Guarantees: an address is on disk only within an age file that nothing but the roll's key
 * opens, and that key is not needed to sign up, to confirm, to choose, to leave or to bring in.
 * There is no plain address, no hash of one and no order of arrival, in no table, journal, log or
 * temporary file. Who leaves is erased in the same transaction, and a second later from the
 * journal.
 *
 * <p>It follows that the house cannot tell whether an address is on the roll until the roll is
 * opened for a sending. Two rows with one address are found then, and become one.
 */
@NullMarked
package press.tamizdat.letter.roll;

import org.jspecify.annotations.NullMarked;
