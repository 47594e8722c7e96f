package press.tamizdat.desk.house;

import java.util.List;

/**
 * One version.
 *
 * @param changes against the version before
 * @param back what putting it back would change of what counts now
 * @param faults why it cannot be put back
 */
public record VersionView(
    VersionsView.Row row, List<Difference> changes, List<Difference> back, List<String> faults) {

  /** One text that differs; either may be empty. */
  public record Difference(String where, String before, String after) {}
}
