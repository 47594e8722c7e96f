package press.tamizdat.desk.house;

import java.util.List;
import java.util.Optional;

/**
 * The versions, the newest first.
 *
 * @param older where older ones are listed
 */
public record VersionsView(List<Row> rows, Optional<String> older) {
  /**
   * @param what was changed, in words
   * @param newest whether it is the one that counts
   */
  public record Row(String path, int number, String at, String who, String what, boolean newest) {}
}
