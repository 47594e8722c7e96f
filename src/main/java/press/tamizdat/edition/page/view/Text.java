package press.tamizdat.edition.page.view;

import java.util.Optional;

/**
 * A page of running text that is not an article.
 *
 * @param note in quiet letters under the heading, may be empty
 * @param body HTML, ready to print
 */
public record Text(
    Frame frame,
    String headline,
    String note,
    String part,
    Optional<Link> previous,
    Optional<Link> next,
    String body)
    implements Framed<Text> {
  @Override
  public Text framed(Frame other) {
    return new Text(other, headline, note, part, previous, next, body);
  }
}
