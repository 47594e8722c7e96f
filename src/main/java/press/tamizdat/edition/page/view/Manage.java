package press.tamizdat.edition.page.view;

import java.util.List;

/**
 * The page on which subscribers choose.
 *
 * @param letters that there are in this language
 * @param languages this page's first
 */
public record Manage(Frame frame, List<Choice> letters, List<Foreign> languages)
    implements Framed<Manage> {
  /** Marks an option where the slot has this value. */
  public static String selected(String slot, String value) {
    return " selected=\"{{" + slot + "=" + value + "}}\"";
  }

  @Override
  public Manage framed(Frame other) {
    return new Manage(other, letters, languages);
  }
}
