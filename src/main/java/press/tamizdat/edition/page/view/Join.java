package press.tamizdat.edition.page.view;

import java.util.List;
import java.util.Optional;

/**
 * The page of a letter.
 *
 * @param letters one, or several to choose from
 * @param last the last issue, with its subject; empty before the first
 * @param stories of the last issue
 * @param past where the issues before it are listed
 * @param others the same letter in other languages
 * @param elsewhere for who reads a copy that takes no forms
 */
public record Join(
    Frame frame,
    String headline,
    String standfirst,
    String rhythm,
    List<Choice> letters,
    Agreement agreement,
    Optional<Link> last,
    String lastDate,
    List<Link> stories,
    Optional<Link> past,
    List<Foreign> others,
    Agreement elsewhere)
    implements Framed<Join> {
  @Override
  public Join framed(Frame other) {
    return new Join(
        other,
        headline,
        standfirst,
        rhythm,
        letters,
        agreement,
        last,
        lastDate,
        stories,
        past,
        others,
        elsewhere);
  }
}
