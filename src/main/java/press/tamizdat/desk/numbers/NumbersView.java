package press.tamizdat.desk.numbers;

import java.util.List;
import java.util.Optional;

/**
 * The numbers of the whole paper.
 *
 * @param chart empty where nothing has been counted yet
 */
public record NumbersView(
    Optional<ChartView> chart,
    String all,
    String fronts,
    List<Ranking> rankings,
    List<Part> languages,
    List<Part> sections) {
  public NumbersView {
    rankings = List.copyOf(rankings);
    languages = List.copyOf(languages);
    sections = List.copyOf(sections);
  }

  /**
   * @param key end of a message's key
   */
  public record Ranking(String key, List<Entry> entries) {}

  /** An article in a ranking. */
  public record Entry(String id, String headline, String language, String reads, long number) {}

  /**
   * @param most the largest number of its kind, for a bar beside it
   */
  public record Part(String name, String reads, long number, long most) {}
}
