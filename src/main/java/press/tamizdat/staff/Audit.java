package press.tamizdat.staff;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The book of what was done at the desk, by whom and when. Only added to. */
public final class Audit {
  private final Clock clock;

  public Audit(Clock clock) {
    this.clock = clock;
  }

  /**
   * One line.
   *
   * @param account empty where the program did it by itself
   * @param action a message key without {@code audit.}, such as {@code publish}
   * @param object what it was done to: an article's id, a pen name
   */
  public record Line(
      long number, Instant at, Optional<String> account, String action, String object) {}

  /** Notes it, within the transaction that does it. */
  public void note(Handle handle, Optional<String> account, String action, String object) {
    int _ =
        handle
            .createUpdate(
                "INSERT INTO audit (at, account, action, object) VALUES (:at, :account, :action, :object)")
            .bind("at", clock.millis())
            .bind("account", account)
            .bind("action", action)
            .bind("object", object)
            .execute();
  }

  /** The newest lines before this number. */
  public static List<Line> newest(Handle handle, long before, int most) {
    return newest(handle, Optional.empty(), Optional.empty(), before, most);
  }

  /**
   * The newest lines before this number.
   *
   * @param account of this account alone
   * @param action of this action alone
   */
  public static List<Line> newest(
      Handle handle, Optional<String> account, Optional<String> action, long before, int most) {
    Query query =
        handle
            .createQuery(
                "SELECT number, at, account, action, object FROM audit WHERE number < :before"
                    + (account.isPresent() ? " AND account = :account" : "")
                    + (action.isPresent() ? " AND action = :action" : "")
                    + " ORDER BY number DESC LIMIT :most")
            .bind("before", before)
            .bind("most", most);
    account.ifPresent(a -> query.bind("account", a));
    action.ifPresent(a -> query.bind("action", a));
    return query
        .map(
            (row, context) ->
                new Line(
                    row.getLong("number"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    Optional.ofNullable(row.getString("account")),
                    row.getString("action"),
                    row.getString("object")))
        .list();
  }

  /** Every action that was ever noted. */
  public static List<String> actions(Handle handle) {
    return handle
        .createQuery("SELECT DISTINCT action FROM audit ORDER BY action")
        .mapTo(String.class)
        .list();
  }
}
