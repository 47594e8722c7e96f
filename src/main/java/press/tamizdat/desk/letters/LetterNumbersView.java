package press.tamizdat.desk.letters;

import java.util.List;
import java.util.Optional;

/**
 * The numbers of letters.
 *
 * @param people subscribers now, in words; empty where nothing was counted yet
 */
public record LetterNumbersView(
    boolean mailroom,
    Optional<String> people,
    String unconfirmed,
    List<Chart> charts,
    List<Letter> letters,
    Optional<ReturnedChart> returned,
    List<Sent> sent) {

  /**
   * Subscribers over time.
   *
   * @param ends the first and the last month
   */
  public record Chart(
      String id,
      String title,
      String description,
      Lines lines,
      String top,
      String half,
      List<String> ends,
      List<Point> points) {}

  /** A month of the table beside a chart. */
  public record Point(String month, String people) {}

  /** A letter, month by month and language by language, the newest first. */
  public record Letter(String name, List<Month> months) {}

  public record Month(
      String month,
      String language,
      String joined,
      String left,
      String bounced,
      String complained,
      String growth) {}

  /**
   * How an issue went.
   *
   * @param parts of 1000 units
   */
  public record Sent(
      IssueLine line,
      String letter,
      String when,
      List<SendingView.Part> parts,
      String audience,
      String accepted,
      String refused,
      String excluded) {}
}
