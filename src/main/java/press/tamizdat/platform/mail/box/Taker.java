package press.tamizdat.platform.mail.box;

import java.util.List;

/**
 * Stores what a message says. Once it has returned, the message may go; it may throw to keep it.
 */
public interface Taker {
  /**
   * Takes one message.
   *
   * @param message at most its first {@link Mailbox#MOST_BYTES} octets
   * @param recipients of the envelope; empty if they are not known
   */
  void take(byte[] message, List<String> recipients);
}
