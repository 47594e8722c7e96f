package press.tamizdat.article;

/**
 * An article at the desk, as it stands.
 *
 * @param revision number of the newest revision, from 1
 */
public record Article(String id, State state, int revision, Content content) {
  /** Where an article is in its life. */
  public enum State {
    DRAFT("draft"),
    PUBLISHED("published"),
    TAKEN_DOWN("taken-down");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** As the database and style sheets have it. */
    public String word() {
      return word;
    }

    static State of(String word) {
      for (State state : values()) {
        if (state.word.equals(word)) {
          return state;
        }
      }
      throw new IllegalArgumentException("no such state: " + word);
    }
  }
}
