package press.tamizdat.platform.mail;

/** What a relay said to a message. No reply holds an address. */
public sealed interface Delivery {

  /** It is the relay's now (2yz to the end of the data). */
  record Accepted(String reply) implements Delivery {}

  /**
   * Not now (4yz, or no relay could be reached): it may be sent again later.
   *
   * @param code the SMTP reply code; 0 if there was no reply
   * @param status the enhanced status code (RFC 3463), such as {@code 4.2.2}; may be empty
   */
  record Deferred(int code, String status, String reply) implements Delivery {}

  /** Never (5yz). */
  record Refused(int code, String status, String reply) implements Delivery {}
}
