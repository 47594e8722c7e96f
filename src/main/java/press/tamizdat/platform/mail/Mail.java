package press.tamizdat.platform.mail;

/**
 * One message on its way to one mailbox.
 *
 * @param returnPath where refusals go: {@code MAIL FROM} (RFC 5321 §4.1.1.2); empty for none
 * @param recipient {@code RCPT TO} (§4.1.1.3)
 * @param message octets as RFC 5322 has them, lines end with CRLF
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record Mail(String returnPath, String recipient, byte[] message) {

  /** Says nothing of whom it goes to. */
  @Override
  public String toString() {
    return "[mail]";
  }
}
