package press.tamizdat.edition.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One document of a feed, before it is written.
 *
 * @param number 0 for the current document, else that of the archive document
 * @param archives how many archive documents there are
 */
record FeedDocument(FeedOf feed, int number, int archives, List<FeedEntry> entries) {

  boolean archive() {
    return number > 0;
  }

  String self(FeedFormat format) {
    return feed.absolute(feed.path(format, number));
  }

  String current(FeedFormat format) {
    return feed.absolute(feed.path(format, 0));
  }

  /** The next older archive document. */
  Optional<String> older(FeedFormat format) {
    int older = (number == 0 ? archives + 1 : number) - 1;
    return older == 0 ? Optional.empty() : Optional.of(feed.absolute(feed.path(format, older)));
  }

  /** When an entry last changed; a feed of nothing has not changed since time began. */
  Instant updated() {
    return entries.stream()
        .map(FeedEntry::updated)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
