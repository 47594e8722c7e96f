package press.tamizdat.desk.house;

import java.util.List;
import java.util.Optional;

/**
 * What was done, the newest first.
 *
 * @param older the next page, if there is one
 */
public record AuditView(
    List<Row> rows, List<Field.Option> people, List<Field.Option> actions, Optional<String> older) {

  /**
   * @param path of what it was done to, or empty
   */
  public record Row(String at, String who, String what, String path, String title) {}
}
