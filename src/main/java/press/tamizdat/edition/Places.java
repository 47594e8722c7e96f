package press.tamizdat.edition;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import press.tamizdat.article.published.Publication;
import press.tamizdat.edition.PublicationPlan.Place;
import press.tamizdat.edition.page.Paths;
import press.tamizdat.platform.text.Language;

/** Tells from a path what stands there. */
final class Places {
  private static final Pattern NUMBER = Pattern.compile("\\.[0-9]+\\.html$");
  private static final Pattern MONTH = Pattern.compile("[a-z0-9-]+/[0-9]{4}/[0-9]{2}\\.html");
  private static final Pattern ARTICLE =
      Pattern.compile("[a-z0-9-]+/[0-9]{4}/[0-9]{2}/[^/]+\\.html");

  private final Map<String, Place> known = new HashMap<>();
  private final String article;

  /**
   * @param article the path of the article that it is about
   */
  Places(Publication publication, String article) {
    this.article = article;
    Paths paths = Paths.of(publication);
    for (Language language : publication.languages()) {
      known.put(paths.home(language), Place.FRONT);
      known.put(paths.homeByName(language), Place.FRONT);
      known.put(paths.archive(language), Place.ARCHIVE);
      known.put(paths.corrections(language), Place.CORRECTIONS);
      publication
          .sections()
          .forEach(s -> known.put(paths.section(language, s.slug()), Place.SECTION));
    }
  }

  Place of(String path) {
    String first = NUMBER.matcher(path).replaceFirst(".html");
    if (first.equals(article)) {
      return Place.ARTICLE;
    }
    Place place = known.get(first);
    if (place != null) {
      return place;
    }
    if (path.startsWith("photo/")) {
      return Place.PHOTO;
    }
    if (path.startsWith("sitemap")
        || path.equals("news-sitemap.xml")
        || path.equals("robots.txt")) {
      return Place.SITEMAP;
    }
    return inFolder(path, first);
  }

  private static Place inFolder(String path, String first) {
    if (first.contains("/topic/") || first.endsWith("/topics.html")) {
      return Place.TOPIC;
    }
    if (first.contains("/author/")) {
      return Place.AUTHOR;
    }
    if (MONTH.matcher(first).matches()) {
      return Place.MONTH;
    }
    if (ARTICLE.matcher(first).matches()) {
      return Place.OTHER_ARTICLE;
    }
    return path.endsWith(".html") ? Place.OTHER : Place.FEED;
  }
}
