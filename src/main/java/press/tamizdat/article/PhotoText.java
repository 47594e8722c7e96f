package press.tamizdat.article;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said about a photo, as plain text on one line each; any may be empty.
 *
 * @param caption what a reader is told under it
 * @param credit who made it
 * @param licence such as {@code CC BY 4.0}: by what right it is shown
 * @param alternative what it shows, for who cannot see it
 */
public record PhotoText(String caption, String credit, String licence, String alternative) {
  public static final PhotoText NONE = new PhotoText("", "", "", "");

  public PhotoText {
    caption = oneLine(caption);
    credit = oneLine(credit);
    licence = oneLine(licence);
    alternative = oneLine(alternative);
  }

  /** The four fields, and how long each may be, in characters. */
  public enum Field {
    CAPTION("caption", 1_000),
    CREDIT("credit", 200),
    LICENCE("licence", 200),
    ALTERNATIVE("alternative", 1_000);

    private final String word;
    private final int most;

    Field(String word, int most) {
      this.word = word;
      this.most = most;
    }

    /** Its name in forms and messages. */
    public String word() {
      return word;
    }

    /** In characters. */
    public int most() {
      return most;
    }
  }

  public String of(Field field) {
    return switch (field) {
      case CAPTION -> caption;
      case CREDIT -> credit;
      case LICENCE -> licence;
      case ALTERNATIVE -> alternative;
    };
  }

  /** The first field that is longer than it may be. */
  public Optional<Field> tooLong() {
    return Stream.of(Field.values()).filter(f -> of(f).length() > f.most()).findFirst();
  }

  /** This, with what is empty in it taken from the other. */
  public PhotoText or(PhotoText other) {
    return new PhotoText(
        caption.isEmpty() ? other.caption : caption,
        credit.isEmpty() ? other.credit : credit,
        licence.isEmpty() ? other.licence : licence,
        alternative.isEmpty() ? other.alternative : alternative);
  }

  /** What a search looks through. SQL's own small letters are Latin only. */
  String searchable() {
    return Stream.of(Field.values())
        .map(this::of)
        .collect(Collectors.joining("\n"))
        .toLowerCase(Locale.ROOT);
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }
}
