package press.tamizdat.support.pledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;
import press.tamizdat.support.till.Fact;
import press.tamizdat.support.till.Till;
import press.tamizdat.trust.Ids;

/** All pledges, and the facts that they follow from. */
public final class Pledges {
  private static final String PLEDGE =
      """
      SELECT p.*, a.attempt, a.session FROM pledge p
      JOIN pledge_attempt a ON a.pledge = p.id
       AND a.attempt = (SELECT MAX(attempt) FROM pledge_attempt WHERE pledge = p.id)
      """;

  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;
  private final Supplier<ZoneId> zone;

  /**
   * @param database of the post room
   * @param zone of the newsroom: in which month a moment falls
   */
  public Pledges(Database database, Clock clock, RandomGenerator random, Supplier<ZoneId> zone) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.zone = zone;
  }

  /**
   * Begins a pledge; a second time for the same envelope it gives the one that was begun.
   *
   * @param sealed an address for the receipt, sealed to the roll
   */
  public Pledge begin(
      String envelope,
      Frequency frequency,
      Money amount,
      String till,
      Language language,
      Optional<byte[]> sealed) {
    return database.write(
        handle -> {
          Optional<String> begun =
              handle
                  .createQuery("SELECT pledge FROM pledge_envelope WHERE envelope = :envelope")
                  .bind("envelope", envelope)
                  .mapTo(String.class)
                  .findOne();
          if (begun.isPresent()) {
            return find(handle, begun.get()).orElseThrow();
          }
          String id = Ids.next(random);
          Instant now = clock.instant();
          handle
              .createUpdate(
                  """
                  INSERT INTO pledge (id, frequency, currency, amount, till, subscription, state, language,
                    month, paid, times, refunded, disputed, sealed, at)
                  VALUES (:id, :frequency, :currency, :amount, :till, '', 'begun', :language,
                    :month, 0, 0, 0, 0, :sealed, :at)\
                  """)
              .bind("id", id)
              .bind("frequency", frequency.word())
              .bind("currency", amount.currency().getCurrencyCode())
              .bind("amount", amount.minor())
              .bind("till", till)
              .bind("language", language.tag())
              .bind("month", YearMonth.from(now.atZone(zone.get())).toString())
              .bind("sealed", sealed.orElse(null))
              .bind("at", now.toEpochMilli())
              .execute();
          handle.execute("INSERT INTO pledge_attempt VALUES (?, 1, ?, '')", id, till);
          handle.execute(
              "INSERT INTO pledge_envelope VALUES (?, ?, ?)", envelope, id, now.toEpochMilli());
          return find(handle, id).orElseThrow();
        });
  }

  /** Begins it again, at this till or another; the old one goes on until the new one is paid. */
  public Pledge again(String id, String till) {
    return database.write(
        handle -> {
          handle.execute(
              """
              INSERT INTO pledge_attempt
              SELECT pledge, MAX(attempt) + 1, ?, '' FROM pledge_attempt WHERE pledge = ? GROUP BY pledge\
              """,
              till,
              id);
          return find(handle, id).orElseThrow();
        });
  }

  /** Notes what the till calls the newest attempt, and what it said at once. */
  public void opened(Pledge pledge, String till, String session, List<Fact> facts) {
    database.change(
        handle -> {
          handle.execute(
              "UPDATE pledge_attempt SET session = ? WHERE pledge = ? AND attempt = ?",
              session,
              pledge.id(),
              pledge.attempt());
          Books books = new Books(handle, zone.get());
          books.refer(till, session, pledge.id());
          books.add(facts);
          books.settle();
        });
  }

  /**
   * Takes what a till told: each event once, all that follows from it in the same moment.
   *
   * @return how many of the events were new
   */
  public int take(String till, List<Till.Event> events) {
    return database.write(
        handle -> {
          Books books = new Books(handle, zone.get());
          int fresh = 0;
          for (Till.Event event : events) {
            if (isNew(handle, till, event)) {
              fresh++;
              books.add(event.facts());
            }
          }
          books.settle();
          return fresh;
        });
  }

  private static boolean isNew(Handle handle, String till, Till.Event event) {
    return handle.execute(
            "INSERT INTO till_event (till, event, type, at) VALUES (?, ?, ?, ?) ON CONFLICT DO"
                + " NOTHING",
            till,
            event.id(),
            event.type(),
            event.at().toEpochMilli())
        == 1;
  }

  /** Whether an event was taken already. */
  public boolean knows(String till, String event) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT 1 FROM till_event WHERE till = :till AND event = :event")
                .bind("till", till)
                .bind("event", event)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /** Takes what became known otherwise than by an event of the till's. */
  public void note(List<Fact> facts) {
    database.change(
        handle -> {
          Books books = new Books(handle, zone.get());
          books.add(facts);
          books.settle();
        });
  }

  public Optional<Pledge> find(String id) {
    return database.read(handle -> find(handle, id));
  }

  private static Optional<Pledge> find(Handle handle, String id) {
    return handle
        .createQuery(PLEDGE + " WHERE p.id = :id")
        .bind("id", id)
        .map((row, _) -> pledge(row))
        .findOne();
  }

  /** Pledges in a state, the newest months first. */
  public List<Pledge> in(PledgeState state, int from, int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    PLEDGE
                        + " WHERE p.state = :state ORDER BY p.month DESC, p.id LIMIT :most OFFSET"
                        + " :from")
                .bind("state", state.word())
                .bind("most", most)
                .bind("from", from)
                .map((row, _) -> pledge(row))
                .list());
  }

  /** Pledges that something may still happen to at this till. */
  List<Pledge> open(String till) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    PLEDGE
                        + " WHERE p.state NOT IN ('cancelled', 'ended') AND p.at > 0 AND EXISTS"
                        + " (SELECT 1 FROM pledge_attempt b WHERE b.pledge = p.id AND b.till ="
                        + " :till)")
                .bind("till", till)
                .map((row, _) -> pledge(row))
                .list());
  }

  /** A subscription that must be ended at its till, and is not yet. */
  record Loose(Pledge pledge, String till, String subscription) {}

  /**
   * What still runs at a till and should not: of pledges that were cancelled here while the till
   * did not answer, and of those that went on to another till.
   */
  List<Loose> loose() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT DISTINCT f.till, f.id, r.pledge FROM till_fact f
                    JOIN pledge_reference r ON r.till = f.till AND r.reference = f.id
                    JOIN pledge p ON p.id = r.pledge
                    WHERE p.frequency <> 'once' AND p.at > 0
                      AND ((f.what = 'OPENED' AND f.key LIKE 'opened:%' AND f.belongs <> '')
                        OR f.what = 'RUNS' OR f.id = p.subscription)
                      AND NOT EXISTS (SELECT 1 FROM till_fact d WHERE d.till = f.till
                        AND d.key IN ('done:' || f.id, 'cancelled:' || f.id))
                      AND (EXISTS (SELECT 1 FROM till_fact a WHERE a.till = f.till AND a.key = 'asked:' || p.id)
                        OR (p.state = 'active' AND p.subscription <> f.id
                          AND EXISTS (SELECT 1 FROM pledge_attempt t WHERE t.pledge = p.id AND t.attempt > 1)))\
                    """)
                .map(
                    (row, _) ->
                        new Loose(
                            find(handle, row.getString("pledge")).orElseThrow(),
                            row.getString("till"),
                            row.getString("id")))
                .list());
  }

  /** Changes what one payment is to be. */
  void amount(String id, Money amount) {
    database.change(
        handle ->
            handle.execute(
                "UPDATE pledge SET amount = ? WHERE id = ? AND currency = ?",
                amount.minor(),
                id,
                amount.currency().getCurrencyCode()));
  }

  /**
   * Whether the private link may be shown where the till sends the browser back to: for one hour
   * from the first time.
   */
  boolean show(String id) {
    long now = clock.millis();
    return database.write(
        handle ->
            handle.execute(
                    "UPDATE pledge SET shown = COALESCE(shown, ?) WHERE id = ? AND (shown IS NULL"
                        + " OR shown > ?)",
                    now,
                    id,
                    now - Duration.ofHours(1).toMillis())
                == 1);
  }

  /** The sealed address of who wants a receipt. */
  public Optional<byte[]> sealed(String id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT sealed FROM pledge WHERE id = :id AND sealed IS NOT NULL")
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne());
  }

  /** Keeps a sealed address, or erases the one there was. */
  public void seal(String id, Optional<byte[]> sealed) {
    database.change(
        handle ->
            handle
                .createUpdate("UPDATE pledge SET sealed = :sealed WHERE id = :id")
                .bind("sealed", sealed.orElse(null))
                .bind("id", id)
                .execute());
  }

  /** The payments of a pledge, the newest first. */
  public List<Payment> payments(String id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT f.* FROM pledge_reference r JOIN till_fact f ON f.till = r.till AND f.id = r.reference
                    WHERE r.pledge = :id AND f.what = 'PAID' ORDER BY f.at DESC\
                    """)
                .bind("id", id)
                .map((row, _) -> Books.fact(row))
                .map(f -> new Payment(f.till(), f.id(), f.amount(), f.at()))
                .list());
  }

  /** A payment as a till knows it. */
  public record Payment(String till, String id, Money amount, Instant at) {}

  /** Payments at a till that nobody pledged: made past this program, or without its reference. */
  public List<Payment> unmatched() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT f.* FROM till_fact f LEFT JOIN pledge_reference r
                      ON r.till = f.till AND r.reference = f.id
                    WHERE f.what = 'PAID' AND r.pledge IS NULL ORDER BY f.at DESC LIMIT 500\
                    """)
                .map((row, _) -> Books.fact(row))
                .map(f -> new Payment(f.till(), f.id(), f.amount(), f.at()))
                .list());
  }

  /**
   * Pledges of which a payment since a moment was by a card that should have been turned away, and
   * is not given back.
   */
  public List<Pledge> listed(Instant since) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    PLEDGE
                        + " WHERE p.refunded < p.paid AND EXISTS (SELECT 1 FROM pledge_reference r JOIN"
                        + " till_fact f ON f.till = r.till AND f.id = r.reference WHERE r.pledge ="
                        + " p.id AND f.what = 'LISTED' AND f.at >= :since) ORDER BY p.month DESC,"
                        + " p.id LIMIT 50")
                .bind("since", since.toEpochMilli())
                .map((row, _) -> pledge(row))
                .list());
  }

  /** How many recurring pledges came and went. */
  public record Month(YearMonth month, long begun, long over, long running) {}

  /**
   * Recurring pledges that were paid at least once, by month: how many began, how many ended, and
   * how many ran at its end. Churn is {@code over} by {@code running} of the month before.
   */
  public List<Month> months(YearMonth from, YearMonth to) {
    return database.read(
        handle ->
            java.util.stream.Stream.iterate(from, m -> !m.isAfter(to), m -> m.plusMonths(1))
                .map(m -> month(handle, m))
                .toList());
  }

  private static Month month(Handle handle, YearMonth month) {
    return handle
        .createQuery(
            """
            SELECT
              COALESCE(SUM(CASE WHEN month = :month THEN 1 ELSE 0 END), 0) AS begun,
              COALESCE(SUM(CASE WHEN over = :month THEN 1 ELSE 0 END), 0) AS gone,
              COALESCE(SUM(CASE WHEN over IS NULL OR over > :month THEN 1 ELSE 0 END), 0) AS running
            FROM pledge WHERE frequency <> 'once' AND times > 0 AND month <= :month\
            """)
        .bind("month", month.toString())
        .map(
            (row, _) ->
                new Month(month, row.getLong("begun"), row.getLong("gone"), row.getLong("running")))
        .one();
  }

  /**
   * Forgets what could lead to a person by way of a till, and the moment of each thing: of pledges
   * that were over before this month, or begun before it and never paid. What they came to stays.
   *
   * @return how many pledges
   */
  public int forget(YearMonth before) {
    return database.write(
        handle -> {
          List<String> ids =
              handle
                  .createQuery(
                      "SELECT id FROM pledge WHERE at > 0 AND (over < :before"
                          + " OR (over IS NULL AND state = 'begun' AND month < :before))")
                  .bind("before", before.toString())
                  .mapTo(String.class)
                  .list();
          for (String id : ids) {
            Books.forget(handle, id);
            handle.execute("DELETE FROM pledge_envelope WHERE pledge = ?", id);
            handle.execute("UPDATE pledge_attempt SET session = '' WHERE pledge = ?", id);
            handle.execute(
                "UPDATE pledge SET at = 0, shown = NULL, subscription = '', sealed = NULL WHERE id"
                    + " = ?",
                id);
          }
          long moment = before.atDay(1).atStartOfDay(zone.get()).toInstant().toEpochMilli();
          handle.execute("DELETE FROM till_event WHERE at < ?", moment);
          handle.execute(
              """
              DELETE FROM till_fact WHERE at < ? AND what NOT IN ('PAYOUT', 'UNPAYOUT') AND NOT EXISTS (SELECT 1 FROM pledge_reference r
                WHERE r.till = till_fact.till AND r.reference = till_fact.id)\
              """,
              moment);
          return ids.size();
        });
  }

  /**
   * Erases addresses for receipts of what was begun before a moment and never paid: a transfer that
   * did not come, or a till that did not answer.
   *
   * @return how many
   */
  public int forgetAddresses(Instant before) {
    return database.<Integer>erase(
        handle ->
            handle.execute(
                "UPDATE pledge SET sealed = NULL"
                    + " WHERE sealed IS NOT NULL AND state = 'begun' AND at < ?",
                before.toEpochMilli()));
  }

  private static Pledge pledge(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    return new Pledge(
        row.getString("id"),
        Frequency.of(row.getString("frequency")).orElseThrow(),
        Money.of(row.getLong("amount"), currency),
        row.getString("till"),
        row.getString("subscription"),
        row.getString("session"),
        row.getInt("attempt"),
        PledgeState.of(row.getString("state")).orElseThrow(),
        new Language(row.getString("language")),
        YearMonth.parse(row.getString("month")),
        Optional.ofNullable(row.getString("over")).map(YearMonth::parse),
        Money.of(row.getLong("paid"), currency),
        row.getInt("times"),
        Money.of(row.getLong("refunded"), currency),
        Money.of(row.getLong("disputed"), currency),
        row.getBytes("sealed") != null,
        Instant.ofEpochMilli(row.getLong("at")));
  }
}
