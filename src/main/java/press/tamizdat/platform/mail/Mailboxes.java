package press.tamizdat.platform.mail;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The two addresses of an envelope as a relay is told them. */
record Mailboxes(String returnPath, String recipient, boolean isBeyondAscii, boolean isEightBit) {
  private static final int LONGEST = 254;

  /** Nothing for what cannot be an address; a line feed in one would be a command of its own. */
  static Optional<Mailboxes> of(Mail mail) {
    Optional<String> from =
        mail.returnPath().isEmpty() ? Optional.of("") : address(mail.returnPath());
    Optional<String> to = address(mail.recipient());
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    boolean beyond = !isAscii(from.get()) || !isAscii(to.get());
    return Optional.of(
        new Mailboxes(from.get(), to.get(), beyond, Octets.isEightBit(mail.message())));
  }

  /** With its domain in ASCII (RFC 5890), which every relay understands. */
  private static Optional<String> address(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1
        || at == text.length() - 1
        || text.getBytes(StandardCharsets.UTF_8).length > LONGEST
        || text.chars().anyMatch(c -> c <= ' ' || c == 127 || c == '<' || c == '>')) {
      return Optional.empty();
    }
    if (isAscii(text)) {
      return Optional.of(text);
    }
    try {
      return Optional.of(text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  /** Why this relay cannot carry the message, from what it offers. */
  Optional<Delivery> unfit(Map<String, String> offers, int length) {
    if (isBeyondAscii && !offers.containsKey("SMTPUTF8")) {
      return Optional.of(new Delivery.Refused(553, "5.6.7", "the relay takes no such address"));
    }
    if (isEightBit && !offers.containsKey("8BITMIME")) {
      return Optional.of(new Delivery.Refused(554, "5.6.3", "the relay takes ASCII only"));
    }
    long most = most(offers);
    return most > 0 && length > most
        ? Optional.of(new Delivery.Refused(552, "5.3.4", "larger than the relay takes"))
        : Optional.empty();
  }

  /** The size that it takes (RFC 1870); 0 where it does not say. */
  private static long most(Map<String, String> offers) {
    String most = offers.getOrDefault("SIZE", "");
    return most.matches("[0-9]{1,18}") ? Long.parseLong(most) : 0;
  }

  /** The command that begins a message. */
  String from(Map<String, String> offers, int length) {
    return "MAIL FROM:<"
        + returnPath
        + '>'
        + (offers.containsKey("SIZE") ? " SIZE=" + length : "")
        + (isEightBit ? " BODY=8BITMIME" : "")
        + (isBeyondAscii ? " SMTPUTF8" : "")
        + "\r\n";
  }
}
