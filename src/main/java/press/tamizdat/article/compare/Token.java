package press.tamizdat.article.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, a space, a sign or a picture, with the inline elements around it.
 *
 * @param text of a picture its alternative text
 * @param marks the outermost first
 */
record Token(String text, List<Mark> marks) {
  private static final Pattern PIECE =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}'’\u200c\u200d_]+|\\s+|.", Pattern.DOTALL);

  /**
   * An inline element.
   *
   * @param address of a link or a picture, otherwise empty
   */
  record Mark(String tag, String address) {}

  static List<Token> of(String text, List<Mark> marks) {
    List<Token> tokens = new ArrayList<>();
    for (Matcher piece = PIECE.matcher(text); piece.find(); ) {
      tokens.add(new Token(piece.group(), marks));
    }
    return tokens;
  }

  static List<Token> of(String text) {
    return of(text, List.of());
  }

  boolean isPicture() {
    return !marks.isEmpty() && marks.getLast().tag().equals("img");
  }

  /** Whether it says something, unlike a space or a comma. */
  boolean isWord() {
    return isPicture() || (!text.isEmpty() && Character.isLetterOrDigit(text.codePointAt(0)));
  }
}
