package press.tamizdat.desk.press;

import java.time.Instant;
import java.util.Optional;

/**
 * What the press is doing.
 *
 * @param since when it began to
 * @param edition the newest edition that readers have
 * @param trouble what went wrong, while it does: a message key
 */
public record PressState(
    Doing doing, Instant since, Optional<Edition> edition, Optional<String> trouble) {

  /** The steps of its work, in their order. */
  public enum Doing {
    /** Nothing is to be printed. */
    RESTING,
    /** It will begin at once, or when somebody else who prints is done. */
    WAITING,
    RENDERING,
    STORING,
    SIGNING,
    /** It went wrong, and will be tried again. */
    FAILED;

    /** As messages and JSON have it. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * An edition on its place in the edition folder, from where the site serves it.
   *
   * @param at when it was frozen
   * @param rendered how many files were rendered for it by this process; 0 if it was not this one
   */
  public record Edition(long number, Instant at, long rendered) {}

  /** Whether there is work that is not done. */
  public boolean busy() {
    return doing != Doing.RESTING;
  }
}
