package press.tamizdat.desk.house;

import java.util.List;
import java.util.Optional;

/**
 * A list of things of one kind.
 *
 * @param affects which pages of the paper change with it
 * @param add where a new one is begun; empty where none can be added
 */
public record ListView(
    String place,
    String intro,
    String affects,
    Optional<Add> add,
    boolean ordered,
    List<Row> rows,
    String none,
    Optional<Extra> extra) {

  public record Add(String path, String label) {}

  /**
   * @param path where it is changed
   * @param note further words, may be empty
   */
  public record Row(
      String path, String title, String slug, String note, boolean first, boolean last) {}

  /** Others that are not in the list yet, each with a form that adds it. */
  public record Extra(String title, String intro, List<Found> found) {}

  public record Found(String path, String name) {}
}
