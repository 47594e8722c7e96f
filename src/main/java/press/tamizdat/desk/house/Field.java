package press.tamizdat.desk.house;

import java.util.List;
import press.tamizdat.platform.text.Language;

/**
 * One field of a form.
 *
 * @param label already in the editor's language
 * @param hint may be empty
 * @param language of what is typed, or empty
 * @param options to choose from, where it is a choice
 */
public record Field(
    Kind kind,
    String name,
    String label,
    String hint,
    String value,
    String language,
    String direction,
    boolean required,
    List<Option> options) {
  public enum Kind {
    LINE,
    TEXT,
    HTML,
    TICK,
    TICKS,
    CHOICE,
    SUGGESTED,
    /** Shown and not to be changed. */
    FIXED
  }

  public record Option(String value, String label, boolean chosen) {}

  public static Field of(Kind kind, String name, String label, String value) {
    return new Field(kind, name, label, "", value, "", "auto", false, List.of());
  }

  public static Field choice(
      Kind kind, String name, String label, String value, List<Option> options) {
    return new Field(kind, name, label, "", value, "", "auto", false, options);
  }

  public Field in(Language l) {
    return new Field(kind, name, label, hint, value, l.tag(), l.direction(), required, options);
  }

  public Field hint(String text) {
    return new Field(kind, name, label, text, value, language, direction, required, options);
  }

  public Field must() {
    return new Field(kind, name, label, hint, value, language, direction, true, options);
  }

  public boolean is(Kind other) {
    return kind == other;
  }

  /** Unique on its page. */
  public String id() {
    return "field-" + name.replace('.', '-');
  }
}
