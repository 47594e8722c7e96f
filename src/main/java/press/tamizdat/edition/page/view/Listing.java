package press.tamizdat.edition.page.view;

import java.util.List;
import java.util.Optional;

/**
 * A section, a topic or an author, with stories.
 *
 * @param note under the heading, may be empty; {@code mark} likewise
 */
public record Listing(
    Frame frame,
    String heading,
    String note,
    String mark,
    List<Card> stories,
    Optional<Link> newer,
    Optional<Link> older)
    implements Framed<Listing> {
  @Override
  public Listing framed(Frame other) {
    return new Listing(other, heading, note, mark, stories, newer, older);
  }
}
