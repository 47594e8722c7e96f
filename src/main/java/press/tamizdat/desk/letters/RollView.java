package press.tamizdat.desk.letters;

import java.util.List;
import java.util.Optional;

/**
 * The roll as the desk may see it: without addresses.
 *
 * @param next where the following rows are
 * @param mayImport whether this person may bring addresses in and take them out
 */
public record RollView(
    boolean mailroom,
    String people,
    String unconfirmed,
    List<Row> rows,
    Optional<String> next,
    boolean first,
    boolean mayImport,
    List<OverviewView.Choice> letters,
    List<OverviewView.Choice> languages,
    List<String> faults) {

  /**
   * @param notes such as that letters to them are encrypted
   */
  public record Row(
      String beginning, String language, String month, String letters, List<String> notes) {}
}
