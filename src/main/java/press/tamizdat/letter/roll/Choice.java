package press.tamizdat.letter.roll;

import java.util.Set;
import java.util.TreeSet;
import press.tamizdat.platform.text.Language;

/**
 * What a subscriber asks for.
 *
 * @param letters slugs of the publication's letters
 */
public record Choice(Set<String> letters, Language language) {
  public Choice {
    letters = Set.copyOf(letters);
  }

  /** The letters in an order that is always the same. */
  public Set<String> sorted() {
    return new TreeSet<>(letters);
  }
}
