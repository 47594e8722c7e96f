package press.tamizdat.platform.mail.check;

import java.util.List;

/**
 * One thing that was looked at.
 *
 * @param subject such as {@code SPF}
 * @param words what was found, and what to do
 * @param paste lines to put somewhere, as they stand
 */
public record Point(State state, String subject, String words, List<String> paste) {

  /** How it stands. */
  public enum State {
    GOOD,
    /** It works, and could be better. */
    DOUBTFUL,
    WRONG,
    /** It could not be looked at. */
    UNKNOWN
  }

  static Point good(String subject, String words) {
    return new Point(State.GOOD, subject, words, List.of());
  }

  static Point doubtful(String subject, String words, String... paste) {
    return new Point(State.DOUBTFUL, subject, words, List.of(paste));
  }

  static Point wrong(String subject, String words, String... paste) {
    return new Point(State.WRONG, subject, words, List.of(paste));
  }

  static Point unknown(String subject, String what, String why) {
    String words = "The DNS does not answer about " + what + " (" + why + "); try again later.";
    return new Point(State.UNKNOWN, subject, words, List.of());
  }
}
