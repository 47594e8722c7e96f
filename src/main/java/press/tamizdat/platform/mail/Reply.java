package press.tamizdat.platform.mail;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's reply (RFC 5321 §4.2) with its enhanced status code (RFC 2034), empty where it gave
 * none. The text is as the server wrote it, lines joined by a blank.
 */
record Reply(int code, String status, String text) {
  private static final Pattern STATUS = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})(?: |$)");
  private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>@]+@[^\\s<>@,;:]+>?");
  private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]+");
  private static final int LONGEST = 200;

  static Reply of(int code, String text) {
    Matcher status = STATUS.matcher(text);
    return status.lookingAt()
        ? new Reply(code, status.group(1), text.substring(status.end()).strip())
        : new Reply(code, "", text.strip());
  }

  boolean isPositive() {
    return code / 100 == 2;
  }

  /** 421: the server is about to hang up, whatever was asked (RFC 5321 §3.8). */
  boolean isFarewell() {
    return code == 421;
  }

  /** What the reply is to a message: for anything but 2yz and 5yz, "not now". */
  Delivery delivery(Mail mail) {
    String said = withoutAny(mail.recipient(), mail.returnPath());
    return switch (code / 100) {
      case 2 -> new Delivery.Accepted(status.isEmpty() ? said : status + " " + said);
      case 5 -> new Delivery.Refused(code, status, said);
      default -> new Delivery.Deferred(code, status, said);
    };
  }

  /** The text without any address, nor the two halves of those that are named. */
  private String withoutAny(String... addresses) {
    String said = UNPRINTABLE.matcher(text).replaceAll(" ");
    for (String address : addresses) {
      said = without(said, address);
    }
    said = said.indexOf('@') < 0 ? said : ADDRESS.matcher(said).replaceAll("[address]");
    for (String address : addresses) {
      int at = address.lastIndexOf('@');
      if (at > 0) {
        said = without(said, address.substring(at + 1));
        said = without(said, address.substring(0, at));
      }
    }
    return said.substring(0, Math.min(said.length(), LONGEST));
  }

  private static String without(String text, String word) {
    if (word.isEmpty() || !contains(text, word)) {
      return text;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    String wanted = word.toLowerCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder();
    int from = 0;
    for (int at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
      int end = at + wanted.length();
      kept.append(text, from, at);
      kept.append(isWord(lower, at, wanted.length()) ? "[address]" : text.substring(at, end));
      from = end;
    }
    return kept.append(text, from, text.length()).toString();
  }

  private static boolean contains(String text, String word) {
    for (int at = text.length() - word.length(); at >= 0; at--) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  /** A mailbox "no" is not to be cut out of the middle of "unknown". */
  private static boolean isWord(String text, int at, int length) {
    return (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
        && (at + length == text.length() || !Character.isLetterOrDigit(text.charAt(at + length)));
  }
}
