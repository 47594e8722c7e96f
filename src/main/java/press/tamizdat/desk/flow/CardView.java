package press.tamizdat.desk.flow;

import java.util.List;
import java.util.Optional;

/**
 * An article on the board.
 *
 * @param title its headline, or words that say that it has none
 * @param state of the style sheet and of messages
 * @param byline names over it, or who is to write it
 * @param due when it is to be out, or was; empty if nobody has said
 * @param late whether that has passed
 * @param missed why it was not published at its time; empty if all is well
 * @param writer who has typed what is not saved
 * @param changes whether readers have an older text
 * @param brief the planning note
 */
public record CardView(
    String id,
    String title,
    String language,
    String direction,
    String section,
    String state,
    String byline,
    String due,
    boolean late,
    String missed,
    Optional<Writer> writer,
    int comments,
    boolean changes,
    Optional<String> embargo,
    String brief,
    List<Move> moves) {

  /**
   * Somebody who writes in it.
   *
   * @param now whether they did within the last minute
   */
  public record Writer(String name, boolean now) {}

  /**
   * A button that moves the article.
   *
   * @param key of its words
   * @param from the stage that it starts from
   * @param to the stage that it leads to; empty for a link
   * @param path where it is sent, or leads
   * @param first whether it is what is usually done next
   */
  public record Move(String key, String from, String to, String path, boolean first) {
    public boolean isLink() {
      return to.isEmpty();
    }
  }
}
