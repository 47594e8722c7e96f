package press.tamizdat.edition.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.edition.reading.Kind;

/**
 * The news sitemap (schema sitemap-news 0.9): articles of the two days before the newest one.
 *
 * <p>Search engines mean two days before now; but a file that changed with the clock would need a
 * new edition to be signed although nothing was published.
 */
public final class NewsSitemap {
  /** More are left out, the oldest first; search engines take 1,000, the budget does not. */
  public static final int MOST = 60;

  private static final Duration SPAN = Duration.ofDays(2);

  private NewsSitemap() {}

  /**
   * @param newestFirst the newest articles of all languages, at least {@link #MOST} if there are as
   *     many; further ones do no harm
   * @return empty if there are none, since a sitemap must name something
   */
  public static Optional<FeedFile> write(Publication publication, List<PublishedCard> newestFirst) {
    if (newestFirst.isEmpty()) {
      return Optional.empty();
    }
    FeedPaths paths = FeedPaths.of(publication);
    List<PublishedCard> news = news(newestFirst);
    List<Supplier<byte[]>> ways =
        IntStream.iterate(news.size(), n -> n > 0, n -> Math.min(n - 1, n * 9 / 10))
            .<Supplier<byte[]>>mapToObj(n -> () -> write(publication, paths, news.subList(0, n)))
            .toList();
    String path = paths.newsSitemap();
    return Optional.of(new FeedFile(path, Kind.SITEMAP, Fit.first(path, ways)));
  }

  private static List<PublishedCard> news(List<PublishedCard> newestFirst) {
    Instant oldest = newestFirst.getFirst().published().minus(SPAN);
    return newestFirst.stream()
        .takeWhile(card -> !card.published().isBefore(oldest))
        .limit(MOST)
        .toList();
  }

  private static byte[] write(Publication publication, FeedPaths paths, List<PublishedCard> news) {
    Xml xml =
        new Xml()
            .open(
                "urlset",
                "xmlns",
                "http://www.sitemaps.org/schemas/sitemap/0.9",
                "xmlns:news",
                "http://www.google.com/schemas/sitemap-news/0.9");
    for (PublishedCard card : news) {
      xml.open("url").leaf("loc", FeedOf.absolute(publication, paths.article(card)));
      xml.open("news:news").open("news:publication");
      xml.leaf("news:name", FeedOf.language(publication, card.language()).name());
      xml.leaf("news:language", card.language().locale().getLanguage()).close();
      xml.leaf(
          "news:publication_date", card.published().truncatedTo(ChronoUnit.SECONDS).toString());
      xml.leaf("news:title", card.headline()).close().close();
    }
    return xml.close().bytes();
  }
}
