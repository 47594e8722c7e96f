package press.tamizdat.trust.tuf;

/** What came of looking at a source. Keep {@link #remembered} in either case. */
public sealed interface Verdict {
  Remembered remembered();

  /** Everything is as it should be: this is the newest edition that the source has. */
  record Accepted(
      Root root, Timestamp timestamp, Snapshot snapshot, Targets targets, Remembered remembered)
      implements Verdict {}

  /**
   * Something is wrong, and nothing that the source serves is to be used.
   *
   * @param remembered may hold a newer root or timestamp all the same
   */
  record Refused(Problem problem, Remembered remembered) implements Verdict {}
}
