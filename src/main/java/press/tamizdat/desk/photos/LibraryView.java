package press.tamizdat.desk.photos;

import java.util.List;

/**
 * The library's page.
 *
 * @param all how many photos there are that answer the question
 * @param asked whether a question was asked at all
 * @param newer address of the page before, empty on the first; {@code older} likewise
 * @param refusals what was just sent and not taken
 */
public record LibraryView(
    String query,
    List<Choice> filters,
    List<Tile> tiles,
    int all,
    boolean asked,
    String newer,
    String older,
    List<Refusal> refusals) {

  /** A filter, by the end of its message's key. */
  public record Choice(String word, boolean chosen) {}

  /**
   * @param lacks ends of message keys
   */
  public record Tile(
      String id, int width, int height, String caption, String credit, List<String> lacks) {}

  /**
   * @param file what the sender calls it, may be empty
   */
  public record Refusal(String file, String message) {}
}
