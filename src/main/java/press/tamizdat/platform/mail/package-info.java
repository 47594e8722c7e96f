/**
 * Mail as octets and dialogues: messages are put together, sent, and fetched from mailboxes. It
 * knows nothing of letters or readers.
 *
 * <p>It guarantees: no address is logged, and none stands in a reply that leaves this package.
 */
@NullMarked
package press.tamizdat.platform.mail;

import org.jspecify.annotations.NullMarked;
