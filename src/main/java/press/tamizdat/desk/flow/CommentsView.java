package press.tamizdat.desk.flow;

import java.util.List;
import java.util.Optional;
import press.tamizdat.article.Stage;

/**
 * The text with what is said beside it.
 *
 * @param blocks the text, block by block
 * @param whole comments on the whole text, or on words that it has no more
 * @param sendBack the stage from which this account may send it back
 * @param next what this account can do with it now
 */
public record CommentsView(
    Heading heading,
    String standfirst,
    List<Block> blocks,
    List<Said> whole,
    int open,
    Optional<Stage> sendBack,
    List<CardView.Move> next) {

  /**
   * A block of the text.
   *
   * @param html clean, in the house's subset
   */
  public record Block(String html, List<Said> comments) {}

  /**
   * A comment, or an answer.
   *
   * @param quote the words it is about; empty for the whole
   * @param lost whether the text has those words no more
   * @param at when, as shown
   * @param resolved who settled it and when, as shown
   * @param maySettle whether this account may settle it or open it again
   */
  public record Said(
      String id,
      String name,
      String at,
      String quote,
      boolean lost,
      String body,
      Optional<String> resolved,
      boolean maySettle,
      List<Said> replies) {}
}
