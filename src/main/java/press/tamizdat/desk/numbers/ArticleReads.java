package press.tamizdat.desk.numbers;

import java.time.LocalDate;
import java.util.List;

/**
 * How often one article was read.
 *
 * @param days every day of the time asked for, the oldest first
 * @param parts how often each of its pages was opened in that time, the first first; one for an
 *     article that is not cut
 * @param published the first day on which it could be read
 */
public record ArticleReads(
    String id, String headline, LocalDate published, List<DayReads> days, List<Long> parts) {
  public ArticleReads {
    days = List.copyOf(days);
    parts = List.copyOf(parts);
  }

  public long all() {
    return Overview.sum(days);
  }
}
