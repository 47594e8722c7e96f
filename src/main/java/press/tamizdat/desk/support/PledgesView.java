package press.tamizdat.desk.support;

import java.util.List;
import java.util.Optional;

/**
 * Pledges in one state. Nothing here is about a person.
 *
 * @param states that can be chosen
 * @param older where the next page is
 */
public record PledgesView(
    String state, List<String> states, List<Row> rows, Optional<String> older) {

  /**
   * @param brief the first letters of its id
   */
  public record Row(
      String path, String brief, String amount, String frequency, String till, String month) {}
}
