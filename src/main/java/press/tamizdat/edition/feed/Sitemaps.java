package press.tamizdat.edition.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.edition.reading.Kind;
import press.tamizdat.platform.text.Language;

/**
 * Sitemaps (sitemaps.org 0.9): one for each month of each language, in files of {@link #ADDRESSES}
 * articles, the oldest first, so that a full file changes only with its own articles; one for all
 * other pages; and the index of them.
 *
 * <p>Translations are not named here but on the pages themselves, which costs each sitemap nothing.
 */
public final class Sitemaps {
  /** How many addresses a sitemap has at most. */
  public static final int ADDRESSES = 100;

  /** How many sitemaps an index has at most. */
  public static final int INDEXED = 300;

  private static final String SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9";

  private final Publication publication;
  private final FeedPaths paths;

  public Sitemaps(Publication publication) {
    this.publication = publication;
    this.paths = FeedPaths.of(publication);
  }

  /**
   * What the index must know of a month.
   *
   * @param month {@code yyyy/MM}
   * @param articles how many, at least 1
   * @param updated when one of them last changed
   */
  public record Month(Language language, String month, long articles, Instant updated) {}

  private record Address(String path, Optional<Instant> changed) {}

  /**
   * The sitemaps of a month.
   *
   * @param oldestFirst all articles of the month
   */
  public List<FeedFile> month(Language language, String month, List<PublishedCard> oldestFirst) {
    List<Address> addresses =
        oldestFirst.stream()
            .map(card -> new Address(paths.article(card), Optional.of(card.updated())))
            .toList();
    return files(addresses, ADDRESSES, n -> paths.sitemap(language, month, n), "urlset", "url");
  }

  /**
   * The sitemaps of homes, sections, topics and whatever else is no article.
   *
   * @param pages paths; the front door is empty
   */
  public List<FeedFile> pages(List<String> pages) {
    List<Address> addresses =
        pages.stream().map(path -> new Address(path, Optional.empty())).toList();
    return files(addresses, ADDRESSES, paths::pagesSitemap, "urlset", "url");
  }

  /**
   * The index, in files of {@link #INDEXED} sitemaps. An index cannot name another one, so {@link
   * Robots} names each.
   *
   * @param pages how many files {@link #pages} gave
   * @param months the oldest first, which keeps the older files of the index as they are
   */
  public List<FeedFile> index(int pages, List<Month> months) {
    List<Address> addresses = new ArrayList<>();
    for (int n = 1; n <= pages; n++) {
      addresses.add(new Address(paths.pagesSitemap(n), Optional.empty()));
    }
    for (Month month : months) {
      for (int n = 1; n <= Math.ceilDiv(month.articles(), ADDRESSES); n++) {
        String path = paths.sitemap(month.language(), month.month(), n);
        addresses.add(new Address(path, Optional.of(month.updated())));
      }
    }
    return files(addresses, INDEXED, paths::sitemapIndex, "sitemapindex", "sitemap");
  }

  private interface Numbered {
    String path(int number);
  }

  private List<FeedFile> files(
      List<Address> addresses, int most, Numbered numbered, String root, String element) {
    List<FeedFile> files = new ArrayList<>();
    for (int from = 0; from < addresses.size(); from += most) {
      String path = numbered.path(files.size() + 1);
      List<Address> part = addresses.subList(from, Math.min(addresses.size(), from + most));
      byte[] bytes = Fit.only(path, write(part, root, element));
      files.add(new FeedFile(path, Kind.SITEMAP, bytes));
    }
    return files;
  }

  private byte[] write(List<Address> addresses, String root, String element) {
    Xml xml = new Xml().open(root, "xmlns", SCHEMA);
    for (Address address : addresses) {
      xml.open(element).leaf("loc", FeedOf.absolute(publication, address.path()));
      address
          .changed()
          .ifPresent(at -> xml.leaf("lastmod", at.truncatedTo(ChronoUnit.SECONDS).toString()));
      xml.close();
    }
    return xml.close().bytes();
  }
}
