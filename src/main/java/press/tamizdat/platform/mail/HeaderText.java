package press.tamizdat.platform.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Words in the fields of a header: what is not ASCII as encoded words (RFC 2047), lines folded. */
public final class HeaderText {
  private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7e]*");
  private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*");
  private static final int LONGEST_LINE = 76;
  private static final int OCTETS_EACH = 45; // 60 of base64 and 12 around them

  private HeaderText() {}

  /** A field whose value is free text, such as {@code Subject}; ends with CRLF. */
  public static String field(String name, String text) {
    String words = oneLine(text);
    boolean plain = PLAIN.matcher(words).matches() && !words.contains("=?");
    return name + ": " + (plain ? folded(words, name.length() + 2) : encoded(words)) + "\r\n";
  }

  /** {@code "Name" <address>}; the address alone where there is no name. */
  public static String mailbox(String name, String address) {
    String words = oneLine(name);
    if (words.isBlank()) {
      return "<" + address + ">";
    }
    return phrase(words) + " <" + address + ">";
  }

  /** A name before an address or an id (RFC 5322 §3.2.5). */
  public static String phrase(String name) {
    String words = oneLine(name);
    if (!PLAIN.matcher(words).matches() || words.contains("=?")) {
      return encoded(words);
    }
    return ATOMS.matcher(words).matches()
        ? words
        : '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** A line feed would begin a field of somebody else's choice. */
  static String oneLine(String text) {
    return text.replaceAll("[\\x00-\\x1f\\x7f\\u2028\\u2029]+", " ").strip();
  }

  private static String folded(String words, int column) {
    StringBuilder lines = new StringBuilder();
    int at = column;
    for (String word : words.split(" ", -1)) {
      if (!lines.isEmpty()) {
        boolean fold = at + 1 + word.length() > LONGEST_LINE && !word.isEmpty();
        lines.append(fold ? "\r\n " : " ");
        at = fold ? 1 : at + 1;
      }
      lines.append(word);
      at += word.length();
    }
    return lines.toString();
  }

  private static String encoded(String words) {
    StringBuilder lines = new StringBuilder();
    StringBuilder piece = new StringBuilder();
    int octets = 0;
    for (int at = 0; at < words.length(); at += Character.charCount(words.codePointAt(at))) {
      String character = Character.toString(words.codePointAt(at));
      int length = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > OCTETS_EACH) {
        lines.append(word(piece)).append("\r\n ");
        piece.setLength(0);
        octets = 0;
      }
      piece.append(character);
      octets += length;
    }
    return lines.append(word(piece)).toString();
  }

  private static String word(CharSequence text) {
    return "=?utf-8?B?"
        + Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8))
        + "?=";
  }
}
