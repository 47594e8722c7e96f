package press.tamizdat.letter.bounce;

import org.jsoup.Jsoup;

/** A text that came as HTML alone. */
final class Markup {
  private static final int MOST = 100_000;

  private Markup() {}

  static String text(String html) {
    return html.isBlank()
        ? ""
        : Jsoup.parse(html.substring(0, Math.min(html.length(), MOST))).wholeText();
  }
}
