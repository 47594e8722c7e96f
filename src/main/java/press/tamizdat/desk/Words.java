package press.tamizdat.desk;

import java.util.List;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Messages;

/** The desk's words, from {@code messages/desk/<area>_<language>.properties}. */
public final class Words {
  /** Each area of the desk has a file of its own, whose keys begin with its name. */
  public static final List<String> AREAS =
      List.of(
          "desk", "staff", "finding", "surface", "writing", "flow", "photos", "numbers", "house",
          "letters", "support");

  /** The languages that the desk speaks. */
  public static final List<Language> LANGUAGES = List.of(new Language("en"), new Language("ru"));

  private Words() {}

  public static Messages in(Language language) {
    return Messages.of(
        language, AREAS.stream().map(a -> "desk/" + a + "_" + language.tag()).toList());
  }
}
