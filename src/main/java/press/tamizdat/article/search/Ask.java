package press.tamizdat.article.search;

/**
 * A question to the index.
 *
 * @param words as typed: {@code gauge "river level" -summer}; may be empty
 * @param skip how many of the first are left out
 * @param size how many are wanted, at most 200
 */
public record Ask(String words, Filter filter, Order order, int skip, int size) {
  /** What stands first. */
  public enum Order {
    /** What fits best, of equals the newest; without words the newest. */
    RELEVANCE,
    /** What was changed last. */
    NEWEST
  }

  public Ask {
    if (skip < 0 || size < 1 || size > 200) {
      throw new IllegalArgumentException("cannot show " + size + " after " + skip);
    }
  }
}
