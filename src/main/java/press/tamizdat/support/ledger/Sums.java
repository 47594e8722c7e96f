package press.tamizdat.support.ledger;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import press.tamizdat.platform.db.Database;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;

/** What the ledger comes to, by month. */
public final class Sums {
  private final Database database;

  public Sums(Database database) {
    this.database = database;
  }

  /**
   * What one account took in one month in one currency.
   *
   * @param amount above zero to the debit side: income is below zero
   */
  public record Line(YearMonth month, Account account, Money amount, long entries) {}

  /**
   * What came in by one till in one month, as a person counts: income above zero.
   *
   * @param frequency how often these supporters pay
   */
  public record Income(
      YearMonth month, String till, Frequency frequency, Money amount, long times) {}

  /** Every account's sum of each month from one to another, both included. */
  public List<Line> lines(YearMonth from, YearMonth to) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT e.month, p.account, p.currency, SUM(p.amount) AS amount, COUNT(*) AS entries
                    FROM ledger_entry e JOIN ledger_posting p ON p.entry = e.number
                    WHERE e.month >= :from AND e.month <= :to
                    GROUP BY e.month, p.account, p.currency
                    ORDER BY e.month, p.account, p.currency\
                    """)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .map(
                    (row, _) ->
                        new Line(
                            YearMonth.parse(row.getString("month")),
                            new Account(row.getString("account")),
                            Money.of(row.getLong("amount"), row.getString("currency")),
                            row.getLong("entries")))
                .list());
  }

  /** Income by month, till, frequency and currency, before refunds and fees. */
  public List<Income> income(YearMonth from, YearMonth to) {
    return lines(from, to).stream().flatMap(line -> income(line).stream()).toList();
  }

  private static Optional<Income> income(Line line) {
    String[] parts = line.account().path().split("/");
    if (parts.length != 3 || !parts[0].equals("income")) {
      return Optional.empty();
    }
    return Frequency.of(parts[2])
        .map(f -> new Income(line.month(), parts[1], f, line.amount().negated(), line.entries()));
  }
}
