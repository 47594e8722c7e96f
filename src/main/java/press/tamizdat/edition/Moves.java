package press.tamizdat.edition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import press.tamizdat.article.published.PublishedArticles;
import press.tamizdat.article.published.PublishedArticles.Listing;

/**
 * Which places of which lists a new edition changes. Places are counted from a list's oldest
 * article, which is at 0.
 */
final class Moves {
  private final Map<Listing, Move> moves = new LinkedHashMap<>();

  /** How one list changes. */
  static final class Move {
    private long shiftedFrom = Long.MAX_VALUE;
    private final NavigableSet<Long> touched = new TreeSet<>();

    /** Everything from here on stands elsewhere or is new. */
    private void shift(long from) {
      shiftedFrom = Math.min(shiftedFrom, from);
    }

    /**
     * Which archive pages change.
     *
     * @param size articles on each
     * @param pages how many archive pages there are now; the last two change their way on when one
     *     is added or goes
     */
    LongPredicate archivePages(int size, long pages) {
      return page ->
          shiftedFrom < page * size
              || (shiftedFrom < Long.MAX_VALUE && page >= pages - 1)
              || !touched.subSet((page - 1) * size, true, page * size, false).isEmpty();
    }
  }

  /** All of a list changes. */
  void all(Listing listing) {
    of(listing).shift(0);
  }

  /** An article came, went or is shown otherwise. */
  void add(Change change, PublishedArticles articles) {
    change.before().ifPresent(b -> b.listings().forEach(l -> place(l, b, change, articles)));
    change.after().ifPresent(a -> a.listings().forEach(l -> place(l, a, change, articles)));
  }

  private void place(Listing listing, Facets facets, Change change, PublishedArticles articles) {
    long at =
        articles.countBefore(
            listing, java.time.Instant.ofEpochMilli(facets.published()), change.id());
    boolean stays =
        change.before().filter(b -> b.listings().contains(listing)).isPresent()
            && change.after().filter(a -> a.listings().contains(listing)).isPresent()
            && change.before().get().published() == change.after().get().published();
    if (stays) {
      of(listing).touched.add(at);
    } else {
      of(listing).shift(at);
    }
  }

  private Move of(Listing listing) {
    return moves.computeIfAbsent(listing, l -> new Move());
  }

  Map<Listing, Move> byListing() {
    return moves;
  }
}
