package press.tamizdat.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import press.tamizdat.platform.db.Database;

/** Links that sign somebody in once, within an hour. */
public final class SignInLinks {
  public static final Duration LIFETIME = Duration.ofHours(1);

  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;

  public SignInLinks(Database database, Clock clock, RandomGenerator random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
  }

  /** Makes a link's token. Links that have expired are forgotten. */
  public String make(Account account) {
    String token = Token.make(random);
    database.change(
        handle -> {
          int _ =
              handle
                  .createUpdate("DELETE FROM sign_in_link WHERE expires_at <= :now")
                  .bind("now", clock.millis())
                  .execute();
          int _ =
              handle
                  .createUpdate(
                      "INSERT INTO sign_in_link (hash, account, expires_at)"
                          + " VALUES (:hash, :account, :expires)")
                  .bind("hash", Token.hash(token))
                  .bind("account", account.id())
                  .bind("expires", clock.instant().plus(LIFETIME).toEpochMilli())
                  .execute();
        });
    return token;
  }

  /** Whose link it is, if it still works; using it up is another matter. */
  public Optional<Account> look(String token) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT a.id, a.pen_name, a.role, a.language, a.disabled_at FROM sign_in_link l"
                        + " JOIN account a ON a.id = l.account"
                        + " WHERE l.hash = :hash AND l.expires_at > :now AND a.disabled_at IS NULL")
                .bind("hash", Token.hash(token))
                .bind("now", clock.millis())
                .map(Accounts.ACCOUNT)
                .findOne());
  }

  /** Uses the link up; empty if somebody did before, or it has expired. */
  public Optional<Account> use(String token) {
    Optional<Account> account = look(token);
    int used =
        database.write(
            handle ->
                handle
                    .createUpdate(
                        "DELETE FROM sign_in_link WHERE hash = :hash AND expires_at > :now")
                    .bind("hash", Token.hash(token))
                    .bind("now", clock.millis())
                    .execute());
    return account.filter(a -> used == 1);
  }
}
