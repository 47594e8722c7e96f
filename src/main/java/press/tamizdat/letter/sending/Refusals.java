package press.tamizdat.letter.sending;

/** Is told whom a relay refused, so that it counts like a bounce. */
@FunctionalInterface
public interface Refusals {

  /**
   * The relay's last word on a subscriber's message. After a crash it may be told twice.
   *
   * @param issue its number as return paths have it, base 36
   * @param code the SMTP reply code: 5yz, or 4yz that was said too often
   * @param status the enhanced status code (RFC 3463); may be empty. Only X.1 and X.2 are about the
   *     mailbox
   * @param reply without any address
   */
  void refused(String subscriber, String issue, int code, String status, String reply);
}
