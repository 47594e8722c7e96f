package press.tamizdat.support.remind;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Messages;
import press.tamizdat.post.Handled;
import press.tamizdat.post.PostRoom;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.envelope.Envelope;
import press.tamizdat.trust.sealing.OpeningKey;

/**
 * One message to whoever wants to be asked again later. The address is erased when it has gone, or
 * by the link that is sent at once.
 */
public final class Reminders {
  /** What the link is for that erases an address. */
  public static final String FORGET = "forget";

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{1,190}");
  private static final LocalTime HOUR = LocalTime.of(10, 0);
  private static final Duration TRIES = Duration.ofDays(3);

  /** More in an hour are nobody's wish: somebody has these messages sent to others. */
  private static final int MOST_AN_HOUR = 120;

  private static final int BATCH = 100;

  private final PostRoom room;
  private final Courier courier;
  private final Optional<Duration> soon;

  /**
   * @param key that addresses are sealed to, and opened with by this process alone
   */
  public Reminders(PostRoom room, OpeningKey key) {
    this(room, key, Optional.empty());
  }

  /**
   * @param soon after which every reminder is due, whatever day was asked for: for a demonstration
   */
  public Reminders(PostRoom room, OpeningKey key, Optional<Duration> soon) {
    this.room = room;
    this.courier = new Courier(room, key);
    this.soon = soon;
  }

  /**
   * {@code support.remind}: address, when ({@code week}, {@code month}, {@code payday}), language.
   */
  public Handled ask(Envelope envelope) {
    String address = envelope.text("address").strip();
    if (!ADDRESS.matcher(address).matches()) {
      return new Handled.Refused("a reminder without an address");
    }
    Instant now = room.clock().instant();
    ZoneId zone = room.publication().get().zone();
    Optional<Instant> due =
        due(envelope.text("when"), now, zone).map(day -> soon.map(now::plus).orElse(day));
    if (due.isEmpty()) {
      return new Handled.Refused("a reminder for a time that is none");
    }
    if (lately(now) >= MOST_AN_HOUR) {
      return new Handled.Later("too many reminders in one hour");
    }
    Language language = courier.language(envelope.text("language"));
    byte[] sealed = courier.seal(address);
    Due reminder =
        new Due(Ids.next(room.random()), envelope.id(), sealed, due.get(), now, language);
    if (!keep(reminder)) {
      return Handled.done();
    }
    LocalDate day = due.get().atZone(zone).toLocalDate();
    // What the relay does not take now is asked for again by the same envelope.
    return courier.once(sealed, noted(reminder, day), () -> {}, () -> erase(reminder.id()))
        ? Handled.done()
        : new Handled.Later("the relay takes nothing for now");
  }

  /**
   * The moment to send it.
   *
   * @return empty for a word that means none
   */
  static Optional<Instant> due(String when, Instant now, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    Optional<LocalDate> day =
        switch (when) {
          case "week" -> Optional.of(today.plusWeeks(1));
          case "month" -> Optional.of(today.plusMonths(1));
          case "payday" -> Optional.of(payday(today));
          default -> Optional.empty();
        };
    return day.map(d -> d.atTime(HOUR).atZone(zone).toInstant());
  }

  /** The next last working day of a month that is not today. */
  private static LocalDate payday(LocalDate today) {
    LocalDate this_ = lastWorkingDay(YearMonth.from(today));
    return this_.isAfter(today) ? this_ : lastWorkingDay(YearMonth.from(today).plusMonths(1));
  }

  private static LocalDate lastWorkingDay(YearMonth month) {
    LocalDate day = month.atEndOfMonth();
    while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      day = day.minusDays(1);
    }
    return day;
  }

  private int lately(Instant now) {
    return room.database()
        .<Integer>read(
            handle ->
                handle
                    .createQuery("SELECT COUNT(*) FROM reminder WHERE at > :since")
                    .bind("since", now.minus(Duration.ofHours(1)).toEpochMilli())
                    .mapTo(Integer.class)
                    .one());
  }

  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  private record Due(
      String id, String envelope, byte[] sealed, Instant due, Instant at, Language language) {}

  /** Whether it is new: the same envelope makes one. */
  private boolean keep(Due reminder) {
    return room.database()
        .<Boolean>write(
            handle ->
                handle.execute(
                        "INSERT INTO reminder (id, envelope, sealed, due, at, language)"
                            + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (envelope) DO NOTHING",
                        reminder.id(),
                        reminder.envelope(),
                        reminder.sealed(),
                        reminder.due().toEpochMilli(),
                        reminder.at().toEpochMilli(),
                        reminder.language().tag())
                    == 1);
  }

  private Courier.Note noted(Due reminder, LocalDate day) {
    Language language = reminder.language();
    Messages words = courier.words(language);
    String date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(language.locale())
            .format(day);
    String link =
        courier.page(
            language, "support/forget.html?link=" + room.links().token(FORGET, reminder.id()));
    return new Courier.Note(
        language,
        words.say("mail.noted.subject", courier.name(language)),
        words.say("mail.noted.text", date, link));
  }

  /** {@code support.forget}: link. The same answer whether there was anything to erase or not. */
  public Handled forget(Envelope envelope) {
    room.links().id(FORGET, envelope.text("link").strip()).ifPresent(this::erase);
    return Handled.done();
  }

  private void erase(String id) {
    room.database().change(handle -> handle.execute("DELETE FROM reminder WHERE id = ?", id));
  }

  /**
   * Sends what is due, and erases it.
   *
   * @return how many were erased
   */
  public int send() {
    Instant now = room.clock().instant();
    int gone = 0;
    for (Due each : due(now)) {
      boolean tooLate = each.due().plus(TRIES).isBefore(now);
      Runnable erase = () -> erase(each.id());
      Runnable keep =
          tooLate
              ? erase
              : () -> {
                var _ = keep(each);
              };
      boolean left = courier.once(each.sealed(), reminder(each.language()), erase, keep);
      gone += left || tooLate ? 1 : 0;
    }
    return gone;
  }

  private Courier.Note reminder(Language language) {
    Messages words = courier.words(language);
    return new Courier.Note(
        language,
        words.say("mail.reminder.subject", courier.name(language)),
        words.say("mail.reminder.text", courier.page(language, "support.html")));
  }

  private List<Due> due(Instant now) {
    return room.database()
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM reminder WHERE due <= :now" + " ORDER BY due LIMIT " + BATCH)
                    .bind("now", now.toEpochMilli())
                    .map(
                        (row, context) ->
                            new Due(
                                row.getString("id"),
                                row.getString("envelope"),
                                row.getBytes("sealed"),
                                Instant.ofEpochMilli(row.getLong("due")),
                                Instant.ofEpochMilli(row.getLong("at")),
                                courier.language(row.getString("language"))))
                    .list());
  }
}
