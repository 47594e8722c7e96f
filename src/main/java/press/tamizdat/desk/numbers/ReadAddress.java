package press.tamizdat.desk.numbers;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of an article's page, as it was read.
 *
 * @param article {@code en/2026/11/slug}, without the part and the ending
 * @param part 1 for the first page of an article
 */
record ReadAddress(String article, int part) {
  private static final Pattern ARTICLE =
      Pattern.compile(
          "/?((?<language>[a-z]{2,3}(?:-[a-z0-9]{2,4})?)/[0-9]{4}/[0-9]{2}/[a-z0-9-]+)(?:\\.(?<part>[0-9]{1,4}))?\\.html");

  /** Empty for a page that is no article's: a front page, a section, a month. */
  static Optional<ReadAddress> of(String path) {
    Matcher m = ARTICLE.matcher(path);
    if (!m.matches()) {
      return Optional.empty();
    }
    String part = m.group("part");
    return Optional.of(new ReadAddress(m.group(1), part == null ? 1 : Integer.parseInt(part)));
  }

  static String of(String language, String month, String slug) {
    return language + "/" + month + "/" + slug;
  }

  String language() {
    return article.substring(0, article.indexOf('/'));
  }
}
