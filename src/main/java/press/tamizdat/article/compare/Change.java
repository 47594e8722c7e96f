package press.tamizdat.article.compare;

/** What became of a piece of text. */
public enum Change {
  SAME,
  REMOVED,
  ADDED,
  /** Some of its words were removed or added. */
  CHANGED
}
