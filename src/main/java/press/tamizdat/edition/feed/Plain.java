package press.tamizdat.edition.feed;

import java.text.BreakIterator;
import java.util.Locale;

/** Plain text as feeds take it. */
final class Plain {
  private Plain() {}

  /**
   * Without the characters that XML 1.0 (section 2.2) cannot carry at all, not even escaped: most
   * control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
   */
  static String legal(String text) {
    if (text.codePoints().allMatch(Plain::isLegal)) {
      return text;
    }
    return text.codePoints()
        .filter(Plain::isLegal)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  /**
   * At most so many characters, cut between words.
   *
   * @param most 0 leaves nothing
   */
  static String cut(String text, int most, Locale locale) {
    if (text.length() <= most) {
      return text;
    }
    if (most == 0) {
      return "";
    }
    BreakIterator words = BreakIterator.getWordInstance(locale);
    words.setText(text);
    int end = words.preceding(most);
    while (end > 0 && !Character.isLetterOrDigit(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return end <= 0 ? "" : text.substring(0, end) + "…";
  }
}
