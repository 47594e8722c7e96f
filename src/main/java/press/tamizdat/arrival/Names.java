package press.tamizdat.arrival;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads names of authors out of byline texts. */
final class Names {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern LEAD_IN =
      Pattern.compile(
          "^(?:(?:by|written by|story by|reported by|von|par|por)\\b\\s*:?|(?:words|text|story|reporting|author|authors"
              + "|автор|авторы|текст|материал|подготовил|подготовила|записал|записала|автори"
              + "|autor|autorin|autoren|نویسنده|گزارش|نویسندگان)\\s*:)\\s*",
          FLAGS);
  private static final Pattern END =
      Pattern.compile(
          "\\s*(?:[|·•,/]\\s*)?(?:\\d|published|updated|опубликовано|обновлено).*$", FLAGS);
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "\\s*(?:[|·•,/]\\s*)?\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?\\s+\\d.*$",
          FLAGS);
  private static final Pattern NAME =
      Pattern.compile(
          "\\p{L}[\\p{L}\\p{M}'’.\\-\\u200c]*(?:\\s+\\p{L}[\\p{L}\\p{M}'’.\\-\\u200c]*){0,5}");

  private Names() {}

  /** The names on a line that says it is a byline, such as "By A. Writer and B. Writer, 5 May". */
  static Optional<List<String>> onBylineLine(String line) {
    Matcher leadIn = LEAD_IN.matcher(line);
    if (line.length() > 140 || !leadIn.find() || leadIn.end() == line.length()) {
      return Optional.empty();
    }
    List<String> names = split(withoutDate(line.substring(leadIn.end())));
    boolean plausible = !names.isEmpty() && names.stream().allMatch(Names::isName);
    return plausible ? Optional.of(names) : Optional.empty();
  }

  /** Names as metadata has them, without lead-in, dates or addresses. */
  static List<String> of(String text) {
    String bare = LEAD_IN.matcher(text.strip()).replaceFirst("");
    return split(withoutDate(bare)).stream().filter(n -> !n.startsWith("http")).distinct().toList();
  }

  /** Whether a line may be nothing but one to three names: short, each word with a capital. */
  static boolean looksLikeNames(String line) {
    if (line.length() > 80) {
      return false;
    }
    List<String> names = split(withoutDate(line));
    return !names.isEmpty()
        && names.size() <= 4
        && names.stream().allMatch(n -> isName(n) && isCapitalised(n) && n.contains(" "));
  }

  private static boolean isName(String text) {
    return text.length() <= 60 && NAME.matcher(text).matches() && isCapitalised(text);
  }

  private static boolean isCapitalised(String name) {
    return Arrays.stream(name.split("\\s+"))
        .filter(w -> !w.matches("de|von|van|der|da|di|la|le|al|bin|ibn|of"))
        .allMatch(w -> !Character.isLowerCase(w.codePointAt(0)));
  }

  private static String withoutDate(String text) {
    return END.matcher(MONTH_DAY.matcher(text).replaceFirst("")).replaceFirst("").strip();
  }

  private static List<String> split(String text) {
    return Stream.of(text.split("\\s*[,;|&،]\\s*|\\s+(?:and|и|та|und|et|y|و)\\s+"))
        .map(String::strip)
        .map(n -> n.replaceAll("[.,:;]+$", ""))
        .filter(n -> !n.isEmpty())
        .toList();
  }
}
