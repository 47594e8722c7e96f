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
 * @param typed what was sent and not taken
 */
public record CommentsView(
    Heading heading,
    String standfirst,
    List<Block> blocks,
    List<Said> whole,
    int open,
    Optional<Stage> sendBack,
    List<CardView.Move> next,
    Typed typed) {

  /**
   * What somebody typed that was refused: it stands in its form again.
   *
   * @param form {@link #NEW}, {@link #BACK}, or the comment that was to be answered
   * @param fault what is wrong; empty if nothing was sent
   */
  public record Typed(String form, String quote, String body, String fault) {
    public static final String NEW = "new";
    public static final String BACK = "send-back";
    static final Typed NOTHING = new Typed("", "", "", "");

    /** In the form for a new comment, if its own is not on the page any more. */
    Typed among(List<String> comments, boolean sendBack) {
      boolean there = comments.contains(form) || (sendBack && form.equals(BACK));
      return there || form.isEmpty() ? this : new Typed(NEW, quote, body, fault);
    }

    public boolean isIn(String place) {
      return form.equals(place);
    }

    /** What stands in the text field of this form. */
    public String bodyOf(String place) {
      return isIn(place) ? body : "";
    }

    public String quoteOf(String place) {
      return isIn(place) ? quote : "";
    }
  }

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
