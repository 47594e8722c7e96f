package press.tamizdat.desk.finding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import press.tamizdat.article.search.Piece;
import press.tamizdat.platform.text.Language;

/**
 * A page of the list of articles.
 *
 * @param faults message keys: what in the address could not be understood
 * @param waiting how many articles the index does not have yet
 */
public record ArticlesView(
    Selection selection,
    List<Tab> tabs,
    List<Choices> choices,
    List<Row> rows,
    int total,
    int waiting,
    List<String> faults,
    Optional<String> previous,
    Optional<String> next,
    int pages) {

  /** A state, and how many there are in it. */
  public record Tab(String address, String label, int count, boolean here) {}

  /**
   * A select.
   *
   * @param key of its label
   */
  public record Choices(String name, String key, List<Choice> choices) {}

  /** One of its options. */
  public record Choice(String value, String label, boolean chosen) {}

  /**
   * An article.
   *
   * @param headline empty if it has none yet
   * @param when the change in words, and {@code changed} the moment
   */
  public record Row(
      String path,
      List<Piece> headline,
      List<Piece> excerpt,
      List<String> states,
      Language language,
      String section,
      String bylines,
      Instant changed,
      String when) {}
}
