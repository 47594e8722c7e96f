package press.tamizdat.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import press.tamizdat.platform.db.Database;

/**
 * Who is signed in. A session ends after two weeks without a sign of life, or after three months.
 */
public final class Sessions {
  public static final Duration IDLE = Duration.ofDays(14);
  private static final Duration LONGEST = Duration.ofDays(90);

  /** Writing at every request would be much ado. */
  private static final Duration NOTED = Duration.ofMinutes(5);

  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;

  public Sessions(Database database, Clock clock, RandomGenerator random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
  }

  /** Somebody signed in. */
  public record Session(String hash, Account account) {}

  /** Begins one; the token is for the browser alone. */
  public String begin(Account account) {
    String token = Token.make(random);
    database.change(
        handle -> {
          int _ =
              handle
                  .createUpdate("DELETE FROM session WHERE seen_at < :idle OR begun_at < :oldest")
                  .bind("idle", clock.instant().minus(IDLE).toEpochMilli())
                  .bind("oldest", clock.instant().minus(LONGEST).toEpochMilli())
                  .execute();
          int _ =
              handle
                  .createUpdate(
                      "INSERT INTO session (hash, account, begun_at, seen_at)"
                          + " VALUES (:hash, :account, :now, :now)")
                  .bind("hash", Token.hash(token))
                  .bind("account", account.id())
                  .bind("now", clock.millis())
                  .execute();
        });
    return token;
  }

  private record Row(Account account, long begun, long seen) {}

  /** Whose session it is. */
  public Optional<Session> find(String token) {
    String hash = Token.hash(token);
    Optional<Row> row =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT a.id, a.pen_name, a.role, a.language, a.disabled_at, s.begun_at, s.seen_at"
                            + " FROM session s JOIN account a ON a.id = s.account"
                            + " WHERE s.hash = :hash AND a.disabled_at IS NULL")
                    .bind("hash", hash)
                    .map(
                        (r, context) ->
                            new Row(
                                Accounts.ACCOUNT.map(r, context),
                                r.getLong("begun_at"),
                                r.getLong("seen_at")))
                    .findOne());
    long now = clock.millis();
    Optional<Row> alive =
        row.filter(r -> now - r.seen() < IDLE.toMillis() && now - r.begun() < LONGEST.toMillis());
    alive.filter(r -> now - r.seen() > NOTED.toMillis()).ifPresent(r -> note(hash, now));
    return alive.map(r -> new Session(hash, r.account()));
  }

  private void note(String hash, long now) {
    database.change(
        handle ->
            handle
                .createUpdate("UPDATE session SET seen_at = :now WHERE hash = :hash")
                .bind("now", now)
                .bind("hash", hash)
                .execute());
  }

  public void end(Session session) {
    database.change(
        handle ->
            handle
                .createUpdate("DELETE FROM session WHERE hash = :hash")
                .bind("hash", session.hash())
                .execute());
  }

  /** Ends all of an account's sessions. */
  public void endAll(String account) {
    database.change(
        handle ->
            handle
                .createUpdate("DELETE FROM session WHERE account = :account")
                .bind("account", account)
                .execute());
  }
}
