package press.tamizdat.edition.feed;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import press.tamizdat.article.published.PublishedCard;

/**
 * Feeds as archived feeds (RFC 5005, section 4): the current document has the newest entries, and
 * archive documents together have the rest, reached by going from one to the next older.
 *
 * <p>Archive document 1 has the oldest {@link #ENTRIES} entries, 2 the next, and so on, each
 * exactly as many; so publishing something new never changes one. For the same reason an archive
 * document has no {@code next-archive} link: when it is written its successor does not exist, and
 * to add the link later would be to change it. RFC 5005 only recommends that link; readers go
 * backwards, by {@code prev-archive}, from the current document. What it has in common with the
 * newest archive document is told by the ids.
 */
public final class Feeds {
  /** How many entries a document has. */
  public static final int ENTRIES = 20;

  private Feeds() {}

  /** How many archive documents a feed of so many entries has. */
  public static int archives(long entries) {
    return Math.toIntExact(Math.max(0, Math.ceilDiv(entries - ENTRIES, ENTRIES)));
  }

  /**
   * Where a document begins, counted from the feed's oldest entry, which is at 0. It has {@link
   * #ENTRIES} entries from there, or as many as there are.
   *
   * @param number 0 for the current document
   */
  public static long from(long entries, int number) {
    return number == 0 ? Math.max(0, entries - ENTRIES) : (number - 1L) * ENTRIES;
  }

  /**
   * @param newestFirst the document's entries
   * @param number 0 for the current document, else that of the archive document, from 1
   * @param archives how many archive documents there are
   * @throws FeedTooLarge if headlines, names and slugs alone are more than may be sent
   */
  public static FeedFile write(
      FeedFormat format, FeedOf feed, List<PublishedCard> newestFirst, int number, int archives) {
    check(newestFirst.size(), number, archives);
    Function<FeedDocument, byte[]> writer =
        switch (format) {
          case RSS -> Rss::write;
          case ATOM -> Atom::write;
          case JSON -> JsonFeed::write;
        };
    String path = feed.path(format, number);
    List<Supplier<byte[]>> ways =
        Fullness.WAYS.stream()
            .<Supplier<byte[]>>map(
                f -> () -> writer.apply(document(feed, newestFirst, number, archives, f)))
            .toList();
    return new FeedFile(path, format.kind(), Fit.first(path, ways));
  }

  private static void check(int entries, int number, int archives) {
    boolean whole = number == 0 ? entries <= ENTRIES : entries == ENTRIES;
    if (number < 0 || number > archives || !whole) {
      throw new IllegalArgumentException(
          "document %d of %d archive documents cannot have %d entries"
              .formatted(number, archives, entries));
    }
  }

  private static FeedDocument document(
      FeedOf feed, List<PublishedCard> cards, int number, int archives, Fullness fullness) {
    return new FeedDocument(
        feed,
        number,
        archives,
        cards.stream().map(card -> FeedEntry.of(feed, card, fullness)).toList());
  }
}
