package press.tamizdat.edition.feed;

import java.util.Optional;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.article.published.Rendition;
import press.tamizdat.edition.page.Paths;
import press.tamizdat.platform.text.Language;

/**
 * Where feeds and sitemaps stand in an edition, and what they link to. Paths have no leading slash.
 *
 * @param first the default language, whose home is the front door
 */
public record FeedPaths(Language first) {
  public static FeedPaths of(Publication publication) {
    return new FeedPaths(publication.defaultLanguage());
  }

  public String home(Language language) {
    return language.equals(first) ? "" : language + ".html";
  }

  public String section(Language language, String slug) {
    return new Paths(first).section(language, slug);
  }

  public String article(PublishedCard card) {
    return new Paths(first).article(card);
  }

  public String photo(Rendition rendition) {
    return new Paths(first).photo(rendition);
  }

  /** {@code <lang>/feed.xml}, or {@code <lang>/<section>.xml}. */
  public String feed(Language language, Optional<String> section, FeedFormat format) {
    return language + "/" + section.orElse("feed") + "." + format.ending();
  }

  /**
   * A document of a feed: {@code x.atom} is the current one, {@code x.1.atom} the oldest archive
   * document.
   *
   * @param number from 0
   */
  public String document(String path, int number) {
    return number == 0 ? path : numbered(path, number);
  }

  /**
   * @param month {@code yyyy/MM}
   * @param number from 1; the first file has none in its name
   */
  public String sitemap(Language language, String month, int number) {
    return file("sitemap/" + language + "-" + month.replace('/', '-') + ".xml", number);
  }

  /** The sitemap of what is no article. */
  public String pagesSitemap(int number) {
    return file("sitemap/pages.xml", number);
  }

  public String sitemapIndex(int number) {
    return file("sitemap.xml", number);
  }

  public String newsSitemap() {
    return "news-sitemap.xml";
  }

  public String robots() {
    return "robots.txt";
  }

  private static String file(String path, int number) {
    return number == 1 ? path : numbered(path, number);
  }

  private static String numbered(String path, int number) {
    int dot = path.lastIndexOf('.');
    return path.substring(0, dot) + "." + number + path.substring(dot);
  }
}
