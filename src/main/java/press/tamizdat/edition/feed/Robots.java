package press.tamizdat.edition.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import press.tamizdat.article.published.Publication;
import press.tamizdat.edition.reading.Kind;

/** robots.txt (RFC 9309): everybody may read everything, and where the sitemaps are. */
public final class Robots {
  private Robots() {}

  /**
   * @param sitemaps what {@link Sitemaps#index} and {@link NewsSitemap} gave
   */
  public static FeedFile write(Publication publication, List<FeedFile> sitemaps) {
    String path = FeedPaths.of(publication).robots();
    StringBuilder text = new StringBuilder("User-agent: *\nAllow: /\n\n");
    for (FeedFile sitemap : sitemaps) {
      String address = FeedOf.absolute(publication, sitemap.path());
      text.append("Sitemap: ").append(address).append('\n');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return new FeedFile(path, Kind.TEXT, Fit.only(path, bytes));
  }
}
