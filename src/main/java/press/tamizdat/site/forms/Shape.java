package press.tamizdat.site.forms;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the text of a field may look like. */
enum Shape {
  /** One line of any text. */
  LINE("[^\\p{Cc}]*"),
  /** Several lines. */
  TEXT("[^\\p{Cc}]*(?:[\\n\\t][^\\p{Cc}]*)*+"),
  /** Roughly an e-mail address (RFC 5321): who sends to it looks closer. */
  ADDRESS("[^\\p{Cc}\\s@<>]+@[^\\p{Cc}\\s@<>]+\\.[^\\p{Cc}\\s@<>.]+"),
  /** As private links have them. */
  TOKEN("[a-z2-7]*"),
  /** A name out of a list, a language, a number. */
  WORD("[A-Za-z0-9._~-]*");

  private final Pattern pattern;

  Shape(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  boolean fits(String text) {
    return pattern.matcher(text).matches();
  }

  /** By its word in {@code forms.json}. */
  static Optional<Shape> of(String word) {
    for (Shape shape : values()) {
      if (shape.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(shape);
      }
    }
    return Optional.empty();
  }
}
