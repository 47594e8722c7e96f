package press.tamizdat.arrival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import press.tamizdat.platform.text.Language;

/**
 * In which language a text is: what the page declares if the script agrees, else by script, letters
 * and stop words among English, German, Russian, Ukrainian and Persian.
 *
 * <p>The script is asked first, because templates in English are used for pages in Russian.
 */
final class Tongue {
  /** Characters by which a language is known. */
  private static final int ENOUGH = 20_000;

  private record Stops(String language, List<String> words) {}

  private static final List<Stops> STOP_WORDS =
      List.of(
          new Stops(
              "en", List.of("the", "and", "of", "to", "in", "that", "is", "was", "for", "it")),
          new Stops(
              "de",
              List.of("der", "die", "und", "das", "nicht", "ist", "ein", "eine", "mit", "sich")),
          new Stops(
              "fr", List.of("le", "la", "les", "et", "des", "une", "dans", "est", "que", "pour")),
          new Stops(
              "es", List.of("el", "los", "las", "y", "una", "que", "por", "con", "para", "del")),
          new Stops(
              "pl", List.of("nie", "się", "jest", "że", "na", "do", "jak", "ale", "oraz", "był")));
  private static final List<String> CYRILLIC =
      List.of("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn", "tt", "ba", "ce");
  private static final List<String> ARABIC = List.of("fa", "ar", "ur", "ps", "ckb", "ug");

  private Tongue() {}

  static Language of(String whole, List<String> declared) {
    String text = whole.substring(0, Math.min(whole.length(), ENOUGH));
    Script script = script(text);
    return declared.stream()
        .map(d -> d.strip().toLowerCase(Locale.ROOT).split("[-_]")[0])
        .filter(d -> d.matches("[a-z]{2,3}"))
        .filter(d -> scriptOf(d) == script)
        .findFirst()
        .map(Language::new)
        .orElseGet(() -> new Language(guess(text, script)));
  }

  private enum Script {
    LATIN,
    CYRILLIC,
    ARABIC
  }

  private static Script script(String text) {
    long cyrillic = count(text, Character.UnicodeScript.CYRILLIC);
    long arabic = count(text, Character.UnicodeScript.ARABIC);
    long latin = count(text, Character.UnicodeScript.LATIN);
    if (arabic > latin && arabic > cyrillic) {
      return Script.ARABIC;
    }
    return cyrillic > latin ? Script.CYRILLIC : Script.LATIN;
  }

  private static long count(String text, Character.UnicodeScript script) {
    return text.codePoints().filter(c -> Character.UnicodeScript.of(c) == script).count();
  }

  private static Script scriptOf(String language) {
    if (CYRILLIC.contains(language)) {
      return Script.CYRILLIC;
    }
    return ARABIC.contains(language) ? Script.ARABIC : Script.LATIN;
  }

  private static String guess(String text, Script script) {
    return switch (script) {
      case CYRILLIC -> share(text, "іїєґ") > share(text, "ыэъё") ? "uk" : "ru";
      case ARABIC -> share(text, "پچژگیک") > share(text, "يكةى") ? "fa" : "ar";
      case LATIN -> byStopWords(text).orElse("en");
    };
  }

  private static long share(String text, String letters) {
    return text.toLowerCase(Locale.ROOT).chars().filter(c -> letters.indexOf(c) >= 0).count();
  }

  private static Optional<String> byStopWords(String text) {
    List<String> words = Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
    return STOP_WORDS.stream()
        .max(Comparator.comparingLong(s -> words.stream().filter(s.words::contains).count()))
        .map(Stops::language);
  }
}
