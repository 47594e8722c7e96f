package press.tamizdat.desk.letters;

import java.util.List;
import java.util.Optional;

/**
 * Every letter of the house.
 *
 * @param elsewhere why nothing is sent from here; empty where this installation sends
 * @param mailroom whether this process can send
 * @param addresses one a line
 * @param unattended whether a letter goes out by itself; and whether it can
 */
public record OverviewView(
    boolean mailroom,
    Optional<String> elsewhere,
    List<Letter> letters,
    String addresses,
    boolean unattended,
    boolean unlocked,
    List<String> faults) {

  /**
   * A letter.
   *
   * @param rhythm in words
   * @param begin languages in which no issue is under way and one can be begun
   */
  public record Letter(
      String slug,
      String name,
      String rhythm,
      List<IssueLine> next,
      List<IssueLine> last,
      List<Choice> begin,
      List<Readers> readers) {}

  public record Choice(String value, String label) {}

  /** How many get it in a language. */
  public record Readers(String language, String people) {}
}
