package press.tamizdat.arrival;

import java.util.Locale;

/** Text made comparable. */
final class Words {
  private Words() {}

  /** White space in order, nothing else changed. */
  static String tidy(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f\\u2009]+", " ")
        .replaceAll("[\\u200b\\ufeff\\u00ad]", "")
        .strip();
  }

  /** Letters and digits only, in lower case, so that typography makes no difference. */
  static String key(String text) {
    return text.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  static boolean same(String a, String b) {
    return !a.isBlank() && key(a).equals(key(b));
  }

  static int count(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  /** Whether it ends as a sentence does. */
  static boolean endsSentence(String text) {
    return text.matches("(?s).*[.!?…؟۔:;][\"'»”“’)\\]]*$");
  }
}
