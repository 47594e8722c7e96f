package press.tamizdat.desk.writing;

import java.util.List;
import java.util.Optional;
import press.tamizdat.desk.flow.Heading;

/**
 * The list of versions.
 *
 * @param more whether there are older ones
 */
public record RevisionsView(
    String article, Heading heading, int newest, List<Line> lines, boolean more) {

  /**
   * A version.
   *
   * @param older whether there is one before it, to compare it with
   * @param author empty where nobody of the desk's kept it
   * @param kind why it was kept, in words
   * @param published when readers got it
   * @param added words
   */
  public record Line(
      int number,
      boolean older,
      String at,
      String author,
      String kind,
      Optional<String> published,
      int added,
      int removed) {}
}
