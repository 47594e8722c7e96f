package press.tamizdat.desk.house;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import press.tamizdat.desk.Visit;

/** Moments as the newsroom's clock on the wall shows them. */
final class Moments {
  private Moments() {}

  static String of(Visit visit, Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(visit.words().language().locale())
        .format(at.atZone(visit.publication().zone()));
  }
}
