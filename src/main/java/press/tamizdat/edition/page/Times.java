package press.tamizdat.edition.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import press.tamizdat.edition.page.view.Moment;
import press.tamizdat.platform.text.Messages;

/** Dates in one language's words and digits, in the publication's time zone. */
final class Times {
  private final ZoneId zone;
  private final DateTimeFormatter day;
  private final DateTimeFormatter full;
  private final DateTimeFormatter moment;
  private final DateTimeFormatter month;
  private final DateTimeFormatter monthAlone;
  private final DateTimeFormatter year;

  Times(Messages words, ZoneId zone) {
    this.zone = zone;
    this.day = pattern(words, "date.day");
    this.full = pattern(words, "date.full");
    this.moment = pattern(words, "date.moment");
    this.month = pattern(words, "date.month");
    this.monthAlone = pattern(words, "date.monthAlone");
    this.year = pattern(words, "date.year");
  }

  private static DateTimeFormatter pattern(Messages words, String key) {
    return DateTimeFormatter.ofPattern(words.say(key)).localizedBy(words.language().locale());
  }

  LocalDate dayOf(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** The day, for lists. */
  Moment day(Instant at) {
    return new Moment(dayOf(at).toString(), day.format(at.atZone(zone)));
  }

  /** The day and the minute. */
  Moment moment(Instant at) {
    return new Moment(machine(at), moment.format(at.atZone(zone)));
  }

  /** The day with its weekday. */
  String full(LocalDate date) {
    return capital(full.format(date));
  }

  String full(Instant at) {
    return full(dayOf(at));
  }

  /**
   * @param month {@code yyyy/MM}
   */
  String month(String month) {
    return capital(this.month.format(firstOf(month)));
  }

  String monthAlone(String month) {
    return capital(monthAlone.format(firstOf(month)));
  }

  /** A year in the language's digits. */
  String year(String year) {
    return this.year.format(java.time.Year.parse(year));
  }

  static LocalDate firstOf(String month) {
    return LocalDate.parse(month.replace('/', '-') + "-01");
  }

  static String machine(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** For names of months and days that begin a line; Russian writes them small elsewhere. */
  private static String capital(String text) {
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(java.util.Locale.ROOT) + text.substring(first);
  }
}
