package press.tamizdat.platform.mail.reading;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Encoded words of header fields (RFC 2047 §2). */
final class EncodedWords {
  private static final Pattern WORD =
      Pattern.compile("=\\?([^?\\s]{1,40})\\?([bBqQ])\\?([^?\\s]{0,2000})\\?=(\\s+(?==\\?))?");

  private EncodedWords() {}

  static String read(String value) {
    if (!value.contains("=?")) {
      return value;
    }
    Matcher word = WORD.matcher(value);
    return word.replaceAll(
        found -> Matcher.quoteReplacement(decoded(found.group(1), found.group(2), found.group(3))));
  }

  private static String decoded(String charset, String how, String text) {
    byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] plain =
        how.equalsIgnoreCase("b")
            ? Transfer.base64(octets)
            : Transfer.quotedPrintable(
                text.replace('_', ' ').getBytes(StandardCharsets.ISO_8859_1));
    int language = charset.indexOf('*'); // RFC 2231 §5
    return Charsets.text(plain, language > 0 ? charset.substring(0, language) : charset);
  }
}
