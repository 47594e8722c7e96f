package press.tamizdat.edition.page.view;

import java.util.List;
import java.util.Optional;

/**
 * A page with one button.
 *
 * @param kind of the form
 * @param hidden fields that are sent with it
 * @param question that is to be answered; empty where there is none
 */
public record Act(
    Frame frame,
    String headline,
    String text,
    String kind,
    List<Hidden> hidden,
    Optional<String> question,
    String button)
    implements Framed<Act> {
  /** A field that nobody sees. */
  public record Hidden(String name, String value) {}

  @Override
  public Act framed(Frame other) {
    return new Act(other, headline, text, kind, hidden, question, button);
  }
}
