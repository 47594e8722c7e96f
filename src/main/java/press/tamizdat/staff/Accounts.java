package press.tamizdat.staff;

import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;

/** The accounts of the desk. None is ever deleted, since what they did names them. */
public final class Accounts {
  private static final String COLUMNS = "id, pen_name, role, language, disabled_at";
  private static final int MOST_LETTERS = 80;

  static final RowMapper<Account> ACCOUNT =
      (row, context) ->
          new Account(
              row.getString("id"),
              row.getString("pen_name"),
              Role.of(row.getString("role")).orElseThrow(),
              new Language(row.getString("language")),
              row.getObject("disabled_at") != null);

  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;

  public Accounts(Database database, Clock clock, RandomGenerator random) {
    this.database = database;
    this.clock = clock;
    this.random = random;
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Done(Account account) implements Outcome {}

    /**
     * It cannot be.
     *
     * @param key of a message
     */
    record Refused(String key) implements Outcome {}
  }

  /** Adds an account; the pen name is stripped of white space around it. */
  public Outcome add(String penName, Role role, Language language) {
    String name = penName.strip();
    if (name.isEmpty() || name.length() > MOST_LETTERS) {
      return new Outcome.Refused("staff.name.length");
    }
    if (name.indexOf('@') >= 0) {
      return new Outcome.Refused("staff.name.address");
    }
    return database.write(
        handle -> {
          if (named(handle, name).isPresent()) {
            return new Outcome.Refused("staff.name.taken");
          }
          byte[] id = new byte[8];
          random.nextBytes(id);
          Account account = new Account(HexFormat.of().formatHex(id), name, role, language, false);
          handle
              .createUpdate(
                  "INSERT INTO account (id, pen_name, role, language, created_at)"
                      + " VALUES (:id, :name, :role, :language, :now)")
              .bind("id", account.id())
              .bind("name", name)
              .bind("role", role.word())
              .bind("language", language.tag())
              .bind("now", clock.millis())
              .execute();
          return new Outcome.Done(account);
        });
  }

  public Optional<Account> named(String penName) {
    return database.read(handle -> named(handle, penName.strip()));
  }

  private static Optional<Account> named(Handle handle, String penName) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM account WHERE pen_name = :name")
        .bind("name", penName)
        .map(ACCOUNT)
        .findOne();
  }

  public Optional<Account> find(String id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT " + COLUMNS + " FROM account WHERE id = :id")
                .bind("id", id)
                .map(ACCOUNT)
                .findOne());
  }

  /** All, by pen name. */
  public List<Account> all() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT " + COLUMNS + " FROM account ORDER BY pen_name")
                .map(ACCOUNT)
                .list());
  }

  /** Gives somebody another role. */
  public Outcome assign(String id, Role role) {
    return database.write(
        handle -> {
          Account account = known(handle, id);
          if (account.role() == Role.CHIEF && role != Role.CHIEF && isLastChief(handle, account)) {
            return new Outcome.Refused("staff.last-chief");
          }
          set(handle, id, "role", role.word());
          return new Outcome.Done(known(handle, id));
        });
  }

  /** Lets somebody in no more: all sessions end, and links that were not used yet do not work. */
  public Outcome disable(String id) {
    return database.write(
        handle -> {
          Account account = known(handle, id);
          if (isLastChief(handle, account)) {
            return new Outcome.Refused("staff.last-chief");
          }
          set(handle, id, "disabled_at", clock.millis());
          for (String table : List.of("session", "sign_in_link")) {
            int _ =
                handle
                    .createUpdate("DELETE FROM " + table + " WHERE account = :id")
                    .bind("id", id)
                    .execute();
          }
          return new Outcome.Done(known(handle, id));
        });
  }

  /** Lets somebody in again. */
  public Account enable(String id) {
    return database.write(
        handle -> {
          int _ =
              handle
                  .createUpdate("UPDATE account SET disabled_at = NULL WHERE id = :id")
                  .bind("id", id)
                  .execute();
          return known(handle, id);
        });
  }

  /** Without one nobody could make another. */
  private static boolean isLastChief(Handle handle, Account account) {
    return account.role() == Role.CHIEF
        && !account.disabled()
        && handle
                .createQuery(
                    "SELECT count(*) FROM account WHERE role = 'chief' AND disabled_at IS NULL")
                .mapTo(Long.class)
                .one()
            == 1;
  }

  private static Account known(Handle handle, String id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM account WHERE id = :id")
        .bind("id", id)
        .map(ACCOUNT)
        .findOne()
        .orElseThrow(() -> new IllegalArgumentException("no such account"));
  }

  public void speak(String id, Language language) {
    database.change(handle -> set(handle, id, "language", language.tag()));
  }

  private static void set(Handle handle, String id, String column, Object value) {
    int known =
        handle
            .createUpdate("UPDATE account SET " + column + " = :value WHERE id = :id")
            .bind("value", value)
            .bind("id", id)
            .execute();
    if (known != 1) {
      throw new IllegalArgumentException("no such account");
    }
  }
}
