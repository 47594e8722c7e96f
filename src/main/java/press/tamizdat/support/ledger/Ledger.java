package press.tamizdat.support.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import press.tamizdat.platform.db.Database;
import press.tamizdat.support.Money;
import press.tamizdat.trust.Sha256;

/** The entries, in the order in which they were written. */
public final class Ledger {
  /** What the first entry has in place of the hash of the one before. */
  public static final Sha256 NOTHING_BEFORE = new Sha256("0".repeat(64));

  private final Database database;

  public Ledger(Database database) {
    this.database = database;
  }

  /**
   * Where the ledger stands; whoever notes it can tell later that nothing before was taken away.
   *
   * @param number of the last entry; 0 if there is none
   */
  public record Head(long number, Sha256 hash) {
    @Override
    public String toString() {
      return number + ":" + hash;
    }
  }

  /** An entry where it stands. */
  record Written(long number, Sha256 previous, Sha256 hash, Entry entry) {}

  /**
   * Adds an entry in the transaction of the handle.
   *
   * @return whether it is new; an entry whose key is there already is not written again
   */
  public static boolean append(Handle handle, Entry entry) {
    boolean known =
        handle
            .createQuery("SELECT 1 FROM ledger_entry WHERE key = :key")
            .bind("key", entry.key())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (known) {
      return false;
    }
    Head head = head(handle);
    long number = head.number() + 1;
    Sha256 hash = hash(entry, number, head.hash());
    handle.execute(
        "INSERT INTO ledger_entry (number, key, month, previous, hash) VALUES (?, ?, ?, ?, ?)",
        number,
        entry.key(),
        entry.month().toString(),
        head.hash().hex(),
        hash.hex());
    int place = 0;
    for (Entry.Posting posting : entry.postings()) {
      handle.execute(
          "INSERT INTO ledger_posting (entry, place, account, currency, amount)"
              + " VALUES (?, ?, ?, ?, ?)",
          number,
          place++,
          posting.account().path(),
          posting.amount().currency().getCurrencyCode(),
          posting.amount().minor());
    }
    return true;
  }

  static Sha256 hash(Entry entry, long number, Sha256 previous) {
    return Sha256.of(entry.canonical(number, previous.hex()).getBytes(StandardCharsets.UTF_8));
  }

  private static Head head(Handle handle) {
    return handle
        .createQuery("SELECT number, hash FROM ledger_entry ORDER BY number DESC LIMIT 1")
        .map((row, _) -> new Head(row.getLong("number"), new Sha256(row.getString("hash"))))
        .findOne()
        .orElse(new Head(0, NOTHING_BEFORE));
  }

  public Head head() {
    return database.read(Ledger::head);
  }

  /** Every entry, oldest first. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    each(written -> entries.add(written.entry()));
    return List.copyOf(entries);
  }

  /** An entry with its number. */
  public record Booked(long number, Entry entry) {
    public String key() {
      return entry.key();
    }
  }

  /** Every entry by its key. */
  public Map<String, Booked> byKey() {
    Map<String, Booked> entries = new HashMap<>();
    each(w -> entries.put(w.entry().key(), new Booked(w.number(), w.entry())));
    return Map.copyOf(entries);
  }

  /** Reads every entry on one snapshot, oldest first. */
  void each(Consumer<Written> reader) {
    boolean done =
        database.read(
            handle -> {
              Pending pending = new Pending(reader);
              handle
                  .createQuery(
                      """
                      SELECT e.number, e.key, e.month, e.previous, e.hash, p.account, p.currency, p.amount
                      FROM ledger_entry e LEFT JOIN ledger_posting p ON p.entry = e.number
                      ORDER BY e.number, p.place\
                      """)
                  .setFetchSize(500)
                  .map((row, _) -> pending.take(row))
                  .forEach(_ -> {});
              pending.flush();
              return true;
            });
    if (!done) {
      throw new IllegalStateException("the ledger was not read");
    }
  }

  /** What is wrong with an entry as it stands in the file. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final long number;

    Broken(long number, String what) {
      super(what);
      this.number = number;
    }

    long number() {
      return number;
    }
  }

  /** Puts the postings of one entry together. */
  private static final class Pending {
    private final Consumer<Written> reader;
    private final List<Entry.Posting> postings = new ArrayList<>();
    private Optional<String[]> open = Optional.empty();

    Pending(Consumer<Written> reader) {
      this.reader = reader;
    }

    boolean take(ResultSet row) throws SQLException {
      String number = row.getString("number");
      if (open.filter(o -> o[0].equals(number)).isEmpty()) {
        flush();
        open =
            Optional.of(
                new String[] {
                  number,
                  row.getString("key"),
                  row.getString("month"),
                  row.getString("previous"),
                  row.getString("hash")
                });
      }
      String account = row.getString("account");
      if (account != null) {
        try {
          postings.add(
              new Entry.Posting(
                  new Account(account),
                  Money.of(row.getLong("amount"), row.getString("currency"))));
        } catch (IllegalArgumentException e) {
          throw new Broken(Long.parseLong(number), String.valueOf(e.getMessage()));
        }
      }
      return true;
    }

    void flush() {
      open.ifPresent(o -> reader.accept(written(o)));
      open = Optional.empty();
      postings.clear();
    }

    private Written written(String[] o) {
      long number = Long.parseLong(o[0]);
      try {
        return new Written(
            number,
            new Sha256(o[3]),
            new Sha256(o[4]),
            new Entry(o[1], YearMonth.parse(o[2]), List.copyOf(postings)));
      } catch (IllegalArgumentException | java.time.DateTimeException e) {
        throw new Broken(number, String.valueOf(e.getMessage()));
      }
    }
  }
}
