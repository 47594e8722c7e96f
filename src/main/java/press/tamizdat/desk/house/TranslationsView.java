package press.tamizdat.desk.house;

import java.util.List;
import press.tamizdat.desk.flow.Heading;

/**
 * A story in its languages.
 *
 * @param path of the page
 * @param article the one that the page is about
 * @param missing languages of the publication in which the story is not told
 * @param query what was searched for
 */
public record TranslationsView(
    String path,
    String article,
    Heading heading,
    List<Row> story,
    List<Missing> missing,
    String query,
    List<Found> found) {

  /**
   * @param own whether it is the article that the page is about
   * @param behind what to say of a source that has changed since, or empty
   */
  public record Row(
      String id,
      String language,
      String direction,
      String tag,
      String headline,
      String state,
      boolean own,
      String behind) {}

  public record Missing(String tag, String language) {}

  public record Found(String id, String headline, String language, String tag) {}
}
