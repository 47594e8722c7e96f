package press.tamizdat.edition.page;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import press.tamizdat.platform.text.Language;

/**
 * An inline style sheet: the base and what one kind of page adds, as short as it can be written.
 *
 * @param css goes between {@code <style>} and {@code </style>} byte for byte
 * @param hash as a Content-Security-Policy names it (CSP 3, section 2.3.1): {@code sha256-...}
 */
record StyleSheet(String css, String hash) {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern AROUND_MARKS = Pattern.compile(" ?([{};,>]) ?");
  private static final Pattern AFTER_COLON = Pattern.compile(": ");
  private static final Pattern LEADING_ZERO = Pattern.compile("(?<=[ :(,-])0(?=\\.[0-9])");

  private static final Pattern AROUND_SIGNS = Pattern.compile(" ([~/]) ");
  private static final Pattern QUOTED_WORD = Pattern.compile("=\"([a-z]+)\"]");

  private static final String LATIN = "Charter,Bitstream Charter,Sitka Text,Cambria,Georgia,serif";

  /** Fonts that have Cyrillic: Charter has none, and a line of two fonts looks torn. */
  private static final String CYRILLIC = "PT Serif,Sitka Text,Cambria,Georgia,Noto Serif,serif";

  private static final String ARABIC =
      "Vazirmatn,Noto Naskh Arabic,Geeza Pro,Segoe UI,Tahoma,serif";
  private static final String SANS = "system-ui,Segoe UI,Roboto,sans-serif";

  /**
   * @param kind {@code article}, {@code front}, {@code list} or {@code give}
   * @param languages those of the publication; only their fonts are named
   */
  static StyleSheet of(String kind, Collection<Language> languages) {
    String css =
        Resource.text("/page/base.css")
            + Resource.text("/page/" + kind + ".css")
            + "html{--f:"
            + LATIN
            + ";--l:1.55;--h:1.13}"
            + languages.stream()
                .filter(l -> !fonts(l).equals(LATIN))
                .map(l -> "html:lang(" + l + "){--f:" + fonts(l) + height(l) + "}")
                .collect(Collectors.joining());
    String small = minified(css.replace("@serif@", "var(--f)").replace("@sans@", SANS));
    return new StyleSheet(small, "sha256-" + Resource.sha256Base64(small));
  }

  private static String fonts(Language language) {
    return switch (language.locale().getLanguage()) {
      case "ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg" -> CYRILLIC;
      case "ar", "fa", "ur", "ps", "ckb" -> ARABIC;
      default -> LATIN;
    };
  }

  /** Joined letters with marks above and below need size, and room between the lines. */
  private static String height(Language language) {
    return language.rightToLeft() ? ";--l:1.85;--h:1.35;font-size:110%" : "";
  }

  static String minified(String css) {
    String bare = COMMENT.matcher(css).replaceAll("");
    bare = SPACES.matcher(bare).replaceAll(" ");
    bare = AROUND_MARKS.matcher(bare).replaceAll("$1");
    bare = AFTER_COLON.matcher(bare).replaceAll(":");
    bare = AROUND_SIGNS.matcher(bare).replaceAll("$1");
    bare = LEADING_ZERO.matcher(bare).replaceAll("");
    bare = QUOTED_WORD.matcher(bare).replaceAll("=$1]");
    return bare.replace(";}", "}").strip();
  }
}
