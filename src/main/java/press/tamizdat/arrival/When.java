package press.tamizdat.arrival;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as pages print them: ISO 8601, and days with the names of months in English, Russian,
 * Ukrainian, German and Persian transliteration of the Gregorian calendar.
 *
 * <p>A time without a zone is taken as UTC, a day without a time as its start.
 */
final class When {
  private static final List<List<String>> MONTHS =
      List.of(
          List.of("jan", "янв", "січ", "ژانویه"),
          List.of("feb", "фев", "лют", "فوریه"),
          List.of("mar", "мар", "бер", "mär", "مارس"),
          List.of("apr", "апр", "кві", "آوریل"),
          List.of("may", "мая", "май", "тра", "mai", "مه"),
          List.of("jun", "июн", "чер", "ژوئن"),
          List.of("jul", "июл", "лип", "ژوئیه"),
          List.of("aug", "авг", "сер", "اوت"),
          List.of("sep", "сен", "вер", "سپتامبر"),
          List.of("oct", "окт", "жов", "okt", "اکتبر"),
          List.of("nov", "ноя", "лис", "نوامبر"),
          List.of("dec", "дек", "гру", "dez", "دسامبر"));
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "\\b(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+(\\p{L}{2,10})\\.?,?\\s+(\\d{4})",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "\\b(\\p{L}{3,10})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,\\s+(\\d{4})",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern NUMBERS =
      Pattern.compile("\\b(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})\\b");
  private static final Pattern ISO_DAY = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
  private static final Pattern CLOCK =
      Pattern.compile(
          "\\b([01]?\\d|2[0-3]):([0-5]\\d)\\b(?:\\s*([ap])\\.?m)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern ISO =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?\\s?(Z|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?");

  private static final DateTimeFormatter LENIENT_ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private When() {}

  /** The first moment named in the text. */
  static Optional<Instant> in(String text) {
    String western = westernDigits(text);
    Matcher iso = ISO.matcher(western);
    if (iso.find()) {
      return iso(iso.group().replace(' ', 'T').replaceAll("T([+-])", "$1"));
    }
    return day(western)
        .map(
            d ->
                LocalDateTime.of(d, clock(western).orElse(LocalTime.MIDNIGHT))
                    .toInstant(ZoneOffset.UTC));
  }

  /** Whether a line is nothing but a date, perhaps with a word or two such as "Published". */
  static boolean isDateLine(String line) {
    if (line.length() > 70 || in(line).isEmpty()) {
      return false;
    }
    // A date has a month, a weekday and perhaps "Published" or "Updated at": five words at most.
    long words = Pattern.compile("\\p{L}{2,}").matcher(line).results().count();
    return words <= 5;
  }

  private static Optional<Instant> iso(String text) {
    try {
      var parsed = LENIENT_ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          parsed instanceof OffsetDateTime o
              ? o.toInstant()
              : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException notIso) {
      return day(text).map(d -> d.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
  }

  private static Optional<LocalDate> day(String text) {
    Matcher m = ISO_DAY.matcher(text);
    if (m.find()) {
      return date(m.group(1), m.group(2), m.group(3));
    }
    m = DAY_FIRST.matcher(text);
    while (m.find()) {
      String day = m.group(1);
      String year = m.group(3);
      Optional<LocalDate> date = month(m.group(2)).flatMap(mo -> date(year, mo, day));
      if (date.isPresent()) {
        return date;
      }
    }
    m = MONTH_FIRST.matcher(text);
    while (m.find()) {
      String day = m.group(2);
      String year = m.group(3);
      Optional<LocalDate> date = month(m.group(1)).flatMap(mo -> date(year, mo, day));
      if (date.isPresent()) {
        return date;
      }
    }
    m = NUMBERS.matcher(text);
    return m.find() ? date(m.group(3), m.group(2), m.group(1)) : Optional.empty();
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return date.getYear() >= 1990 && date.getYear() <= 2100
          ? Optional.of(date)
          : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<String> month(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).stream().anyMatch(lower::startsWith)) {
        return Optional.of(String.valueOf(i + 1));
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalTime> clock(String text) {
    Matcher m = CLOCK.matcher(text);
    if (!m.find()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(m.group(1));
    String half = m.group(3);
    if (half != null && hour <= 12) {
      hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    return Optional.of(LocalTime.of(hour, Integer.parseInt(m.group(2))));
  }

  private static String westernDigits(String text) {
    StringBuilder western = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c ->
                western.append(
                    Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : (char) c));
    return western.toString();
  }
}
