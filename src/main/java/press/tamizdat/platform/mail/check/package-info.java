/**
 * Whether the world will take our mail: what the DNS says of the sender, what the relays say to it,
 * and for each point that is wrong, what to put where.
 *
 * <p>Guarantees that nothing is sent, and that no password and no reader's address is shown.
 */
@NullMarked
package press.tamizdat.platform.mail.check;

import org.jspecify.annotations.NullMarked;
