package press.tamizdat.desk.support;

import java.util.List;
import java.util.Optional;

/**
 * @param banks names of tills whose money comes by transfer
 */
public record StatementsView(List<String> banks, Optional<Outcome> outcome) {

  /**
   * What came of a file.
   *
   * @param detail what is wrong with it, in the words of the format; may be empty
   */
  public record Outcome(boolean good, String text, String detail) {}
}
