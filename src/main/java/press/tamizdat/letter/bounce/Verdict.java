package press.tamizdat.letter.bounce;

/** What becomes of a subscriber. */
public enum Verdict {
  /** Off the roll. */
  PERMANENT,
  /** Counted. */
  TEMPORARY,
  /** Off the roll at once. */
  COMPLAINT,
  NOTHING
}
