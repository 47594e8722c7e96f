package press.tamizdat.desk.numbers;

import java.util.List;

/**
 * The whole paper's numbers. An article counts when its first page is opened.
 *
 * @param days articles read on every day of the time asked for, the oldest first
 * @param most the articles read most, for one, seven and thirty days
 * @param languages by tag, the most read first; {@code sections} likewise by slug, of articles that
 *     still stand
 * @param fronts how often a front page was opened
 */
public record Overview(
    List<DayReads> days,
    List<Ranking> most,
    List<Share> languages,
    List<Share> sections,
    long fronts) {
  public Overview {
    days = List.copyOf(days);
    most = List.copyOf(most);
    languages = List.copyOf(languages);
    sections = List.copyOf(sections);
  }

  /** The most read of so many days, today among them. */
  public record Ranking(int days, List<Entry> entries) {
    public Ranking {
      entries = List.copyOf(entries);
    }
  }

  /**
   * @param id the article's
   * @param language its tag
   */
  public record Entry(String id, String headline, String language, long reads) {}

  /** A part of the whole. */
  public record Share(String name, long reads) {}

  public long all() {
    return sum(days);
  }

  static long sum(List<DayReads> days) {
    return days.stream().mapToLong(DayReads::reads).sum();
  }
}
