package press.tamizdat.article;

import java.time.Instant;
import java.util.Optional;

/**
 * What an article said at some time, and who kept it.
 *
 * @param number from 1
 * @param author an account; empty where no person of the desk's kept it
 * @param of the revision that was restored, or that stays
 * @param published when it was last put before readers
 */
public record Revision(
    String article,
    int number,
    Kind kind,
    Optional<String> author,
    Optional<Integer> of,
    Instant at,
    Optional<Instant> published,
    Content content) {

  /** Why it was kept. */
  public enum Kind {
    /** The article's first, empty or nearly. */
    BEGUN("begun"),
    /** Brought in from elsewhere. */
    ARRIVED("arrived"),
    /** Somebody saved. */
    SAVED("saved"),
    /** Somebody left the page, or fell silent, with something not saved. */
    LEFT("left"),
    /** Somebody else took over with something not saved. */
    TAKEN_OVER("taken-over"),
    /** Kept, but not as what the article says: the next revision is what it said before. */
    SET_ASIDE("set-aside"),
    /** What the article said before another was set aside. */
    STAYS("stays"),
    /** An older one, once more. */
    RESTORED("restored");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    static Kind of(String word) {
      for (Kind kind : values()) {
        if (kind.word.equals(word)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no such kind of revision: " + word);
    }
  }
}
