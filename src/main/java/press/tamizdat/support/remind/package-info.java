/**
 * Messages to supporters who asked for them: one reminder, receipts, and a word when a payment
 * fails.
 *
 * <p>It guarantees: an address is on disk only sealed, and only until the last message to it has
 * gone; whoever has the link in a message can have it erased at once. It does not guarantee that a
 * running machine cannot read the addresses: these messages go out by themselves, without anybody
 * who types a passphrase, so the key that opens them is in the memory of the post. The roll of
 * letters is not kept so.
 */
@NullMarked
package press.tamizdat.support.remind;

import org.jspecify.annotations.NullMarked;
