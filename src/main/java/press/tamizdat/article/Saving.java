package press.tamizdat.article;

/** What came of saving. Whatever it is, the text is in the database. */
public sealed interface Saving {
  /** It is the newest revision. */
  record Saved(int revision) implements Saving {}

  /** It says what the newest revision says already. */
  record Unchanged(int revision) implements Saving {}

  /** Somebody else's revision is newer: the text is kept as the writer's working copy. */
  record Newer(int newest) implements Saving {}
}
