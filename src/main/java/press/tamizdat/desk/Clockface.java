package press.tamizdat.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import press.tamizdat.platform.text.Messages;

/** Times in the publication's time zone, in the words of who reads them. */
public final class Clockface {
  private final Messages words;
  private final ZoneId zone;
  private final Instant now;

  private Clockface(Messages words, ZoneId zone, Instant now) {
    this.words = words;
    this.zone = zone;
    this.now = now;
  }

  public static Clockface of(Visit visit) {
    return new Clockface(
        visit.words(), visit.publication().zone(), visit.newsroom().clock().instant());
  }

  public ZoneId zone() {
    return zone;
  }

  public Instant now() {
    return now;
  }

  public LocalDate today() {
    return dayOf(now);
  }

  public LocalDate dayOf(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** {@code 23 November, 09:00}; with the year where it is another. */
  public String moment(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    String key =
        local.getYear() == today().getYear() ? "desk.date.moment" : "desk.date.moment-year";
    return formatted(key, local);
  }

  /** {@code 09:00}. */
  public String time(Instant at) {
    return DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(zone));
  }

  /** {@code Monday, 23 November}. */
  public String day(LocalDate day) {
    String text = formatted("desk.date.day", day.atStartOfDay(zone));
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(words.language().locale()) + text.substring(first);
  }

  /** {@code 23 Nov}. */
  public String shortDay(LocalDate day) {
    return formatted("desk.date.short", day.atStartOfDay(zone));
  }

  /** The zone's name and its difference from UTC at this moment. */
  public String zoneAt(Instant at) {
    return offset(at.atZone(zone));
  }

  /** The zone as it is now. */
  public String zoneName() {
    return zoneAt(now);
  }

  private String offset(ZonedDateTime local) {
    String name = zone.getDisplayName(TextStyle.FULL_STANDALONE, words.language().locale());
    String id = local.getOffset().getId();
    return name + ", UTC" + (id.equals("Z") ? "" : id.replace('-', '−'));
  }

  /** A moment with its difference from UTC, where that is what tells two apart. */
  public String exact(ZonedDateTime local) {
    String id = local.getOffset().getId();
    return formatted("desk.date.moment-year", local) + " (UTC" + id.replace('-', '−') + ")";
  }

  private String formatted(String key, ZonedDateTime local) {
    return DateTimeFormatter.ofPattern(words.say(key))
        .localizedBy(words.language().locale())
        .format(local);
  }
}
