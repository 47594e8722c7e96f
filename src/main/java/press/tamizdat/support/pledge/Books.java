package press.tamizdat.support.pledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;
import press.tamizdat.support.ledger.Entry;
import press.tamizdat.support.ledger.Ledger;
import press.tamizdat.support.till.Fact;

/**
 * Facts on their way into pledges and the ledger, in one transaction.
 *
 * <p>A fact names a pledge, or hangs on something that does: a refund on its payment, a payment on
 * its subscription. Whichever comes first waits for the other.
 */
final class Books {
  private final Handle handle;
  private final ZoneId zone;
  private final Deque<Reference> fresh = new ArrayDeque<>();
  private final Set<String> touched = new TreeSet<>();

  private record Reference(String till, String id, String pledge) {}

  Books(Handle handle, ZoneId zone) {
    this.handle = handle;
    this.zone = zone;
  }

  /** Stores what is new, and finds whose it is. */
  void add(List<Fact> facts) {
    for (Fact fact : facts) {
      boolean fresh = store(fact);
      if (fresh && fact.what().isOurs()) {
        Fold.ours(fact, zone).ifPresent(this::append);
      } else if (fresh) {
        owner(fact).ifPresent(pledge -> claim(fact, pledge));
        follow();
      }
    }
  }

  private void append(Entry entry) {
    var _ = Ledger.append(handle, entry);
  }

  private boolean store(Fact fact) {
    return handle.execute(
            """
            INSERT INTO till_fact (till, key, what, id, belongs, pledge, currency, amount, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
            """,
            fact.till(),
            fact.key(),
            fact.what().name(),
            fact.id(),
            fact.belongs(),
            fact.pledge(),
            fact.amount().currency().getCurrencyCode(),
            fact.amount().minor(),
            fact.at().toEpochMilli())
        == 1;
  }

  private Optional<String> owner(Fact fact) {
    if (!fact.pledge().isEmpty() && exists(fact.pledge())) {
      return Optional.of(fact.pledge());
    }
    return reference(fact.till(), fact.belongs()).or(() -> reference(fact.till(), fact.id()));
  }

  private boolean exists(String pledge) {
    return handle
        .createQuery("SELECT 1 FROM pledge WHERE id = :id")
        .bind("id", pledge)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private Optional<String> reference(String till, String id) {
    return id.isEmpty()
        ? Optional.empty()
        : handle
            .createQuery(
                "SELECT pledge FROM pledge_reference WHERE till = :till AND reference = :id")
            .bind("till", till)
            .bind("id", id)
            .mapTo(String.class)
            .findOne();
  }

  private void claim(Fact fact, String pledge) {
    touched.add(pledge);
    refer(fact.till(), fact.id(), pledge);
    if (!fact.belongs().isEmpty()) {
      refer(fact.till(), fact.belongs(), pledge);
    }
  }

  /** Notes that a till's id is part of a pledge. */
  void refer(String till, String id, String pledge) {
    int added =
        handle.execute(
            "INSERT INTO pledge_reference (till, reference, pledge) VALUES (?, ?, ?) ON CONFLICT DO"
                + " NOTHING",
            till,
            id,
            pledge);
    if (added == 1) {
      touched.add(pledge);
      fresh.add(new Reference(till, id, pledge));
    }
  }

  /** What waited for an id that is known now. */
  private void follow() {
    while (!fresh.isEmpty()) {
      Reference reference = fresh.remove();
      handle
          .createQuery(
              """
              SELECT * FROM till_fact WHERE till = :till AND belongs = :id
              UNION SELECT * FROM till_fact WHERE till = :till AND id = :id\
              """)
          .bind("till", reference.till())
          .bind("id", reference.id())
          .map((row, _) -> fact(row))
          .list()
          .forEach(fact -> claim(fact, reference.pledge()));
    }
  }

  /** Writes what follows. */
  void settle() {
    follow();
    touched.forEach(this::settle);
    touched.clear();
  }

  /**
   * @param forgotten the facts it stood on are gone: what it came to stays as it is
   */
  private record Terms(Frequency frequency, Money amount, boolean forgotten) {}

  private void settle(String pledge) {
    Terms terms =
        handle
            .createQuery("SELECT frequency, currency, amount, at FROM pledge WHERE id = :id")
            .bind("id", pledge)
            .map(
                (row, _) ->
                    new Terms(
                        Frequency.of(row.getString("frequency")).orElseThrow(),
                        Money.of(row.getLong("amount"), row.getString("currency")),
                        row.getLong("at") == 0))
            .one();
    List<Fold.Attempt> attempts =
        handle
            .createQuery("SELECT * FROM pledge_attempt WHERE pledge = :id ORDER BY attempt")
            .bind("id", pledge)
            .map(
                (row, _) ->
                    new Fold.Attempt(
                        row.getInt("attempt"), row.getString("till"), row.getString("session")))
            .list();
    List<Fact> facts = facts(handle, pledge);
    for (Entry entry : Fold.entries(terms.frequency(), facts, zone)) {
      var _ = Ledger.append(handle, entry);
    }
    if (terms.forgotten()) {
      forget(handle, pledge);
    } else {
      write(pledge, Fold.standing(terms.frequency(), terms.amount(), attempts, facts));
    }
  }

  private void write(String pledge, Fold.Standing standing) {
    handle
        .createUpdate(
            """
            UPDATE pledge SET state = :state, till = :till, subscription = :subscription, paid = :paid,
              times = :times, refunded = :refunded, disputed = :disputed, over = :over WHERE id = :id\
            """)
        .bind("state", standing.state().word())
        .bind("till", standing.till())
        .bind("subscription", standing.subscription())
        .bind("paid", standing.paid().minor())
        .bind("times", standing.times())
        .bind("refunded", standing.refunded().minor())
        .bind("disputed", standing.disputed().minor())
        .bind(
            "over",
            standing.over().map(at -> YearMonth.from(at.atZone(zone)).toString()).orElse(null))
        .bind("id", pledge)
        .execute();
  }

  /** Takes away the facts about a pledge, and the till's ids of them. */
  static void forget(Handle handle, String pledge) {
    handle.execute(
        """
        DELETE FROM till_fact WHERE EXISTS (SELECT 1 FROM pledge_reference r
          WHERE r.pledge = ? AND r.till = till_fact.till AND r.reference = till_fact.id)\
        """,
        pledge);
    handle.execute("DELETE FROM pledge_reference WHERE pledge = ?", pledge);
  }

  static List<Fact> facts(Handle handle, String pledge) {
    return handle
        .createQuery(
            """
            SELECT f.* FROM pledge_reference r JOIN till_fact f ON f.till = r.till AND f.id = r.reference
            WHERE r.pledge = :pledge\
            """)
        .bind("pledge", pledge)
        .map((row, _) -> fact(row))
        .list();
  }

  static Fact fact(ResultSet row) throws SQLException {
    return new Fact(
        row.getString("till"),
        row.getString("key"),
        Fact.What.valueOf(row.getString("what")),
        row.getString("id"),
        row.getString("belongs"),
        row.getString("pledge"),
        Money.of(row.getLong("amount"), row.getString("currency")),
        Instant.ofEpochMilli(row.getLong("at")));
  }
}
