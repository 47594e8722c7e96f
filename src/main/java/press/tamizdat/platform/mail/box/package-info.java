/**
 * Where mail comes in: mailboxes on other machines (IMAP, RFC 3501; POP3, RFC 1939) and a door for
 * the mail server on this machine (LMTP, RFC 2033).
 *
 * <p>It guarantees: a message is removed, or its receipt confirmed, only after whoever takes it has
 * said that it is stored; one that cannot be taken stays and holds up no other; no message, no
 * address and no password is logged or written to a disk here. Whatever is taken may come again
 * after a crash.
 */
@NullMarked
package press.tamizdat.platform.mail.box;

import org.jspecify.annotations.NullMarked;
