package press.tamizdat.desk.house;

import java.util.List;

/**
 * The accounts, and a form for another.
 *
 * @param typed the pen name that was refused, to be typed on
 * @param fault why it was refused, or empty
 */
public record StaffView(
    List<Row> rows, List<String> roles, List<Field.Option> languages, String typed, String fault) {

  /**
   * @param own whether it is the account of who looks
   */
  public record Row(
      String path, String penName, String role, String language, boolean disabled, boolean own) {}
}
