package press.tamizdat.support.pledge;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import press.tamizdat.platform.db.Database;
import press.tamizdat.support.ledger.Ledger;
import press.tamizdat.support.till.BankTill;
import press.tamizdat.support.till.Fact;

/**
 * A bank's statement beside the ledger: each line of the bank with the entry that it is, and what
 * either has alone. Nothing in it says who paid, and no reference that a payer wrote.
 *
 * <p>Transfers are found by the reference that they came with. A payout that its till told of is
 * found by its provider's words, its amount, and a day at most {@value #DAYS} days away; each is
 * used once, the nearest days first.
 */
public final class BankMatch {
  /** Weekends, holidays, and a bank that is slow. */
  private static final int DAYS = 7;

  private final Database database;
  private final String bank;

  /**
   * @param database of the post room
   * @param bank the till whose account it is
   */
  public BankMatch(Database database, String bank) {
    this.database = database;
    this.bank = bank;
  }

  /** One line, one entry, or both. */
  public sealed interface Row {
    record Both(BankTill.Line line, Ledger.Booked entry) implements Row {}

    record BankAlone(BankTill.Line line) implements Row {}

    record LedgerAlone(Ledger.Booked entry, LocalDate day) implements Row {}
  }

  /** The lines of the bank in their order, then what only the ledger has in those days. */
  public List<Row> of(BankTill.Statement.Read statement) {
    Map<String, Ledger.Booked> booked = new Ledger(database).byKey();
    List<Told> told = told(booked);
    Set<String> used = new HashSet<>();
    Map<BankTill.Line, Ledger.Booked> found = new LinkedHashMap<>();
    for (BankTill.Line line : statement.lines()) {
      byReference(line, booked).ifPresent(entry -> found.put(line, entry));
    }
    pairs(statement.lines(), told)
        .forEach(
            pair -> {
              if (!found.containsKey(pair.line()) && used.add(pair.told().entry().key())) {
                found.put(pair.line(), pair.told().entry());
              }
            });
    List<Row> rows = new ArrayList<>();
    for (BankTill.Line line : statement.lines()) {
      Ledger.Booked entry = found.get(line);
      rows.add(entry == null ? new Row.BankAlone(line) : new Row.Both(line, entry));
    }
    found.values().forEach(entry -> used.add(entry.key()));
    told.stream()
        .filter(t -> !used.contains(t.entry().key()) && isWithin(t.day(), statement))
        .forEach(t -> rows.add(new Row.LedgerAlone(t.entry(), t.day())));
    return List.copyOf(rows);
  }

  private static boolean isWithin(LocalDate day, BankTill.Statement.Read statement) {
    return statement.from().filter(from -> !day.isBefore(from)).isPresent()
        && statement.to().filter(to -> !day.isAfter(to)).isPresent();
  }

  private static Optional<Ledger.Booked> byReference(
      BankTill.Line line, Map<String, Ledger.Booked> booked) {
    return line.event().stream()
        .flatMap(e -> e.facts().stream())
        .flatMap(f -> Optional.ofNullable(booked.get(Fold.key(f))).stream())
        .findFirst();
  }

  /** Something in the ledger that the bank's statement should have. */
  private record Told(Fact fact, LocalDate day, Ledger.Booked entry) {
    boolean isOf(BankTill.Line line) {
      return fact.what() == Fact.What.PAYOUT
          && line.kind() == BankTill.Line.Kind.PAYOUT
          && line.tills().contains(fact.till())
          && line.amount().equals(fact.amount())
          && distance(line) <= DAYS;
    }

    long distance(BankTill.Line line) {
      return Math.abs(ChronoUnit.DAYS.between(day, line.day()));
    }
  }

  private record Pair(BankTill.Line line, Told told) {}

  private static List<Pair> pairs(List<BankTill.Line> lines, List<Told> told) {
    return lines.stream()
        .flatMap(line -> told.stream().filter(t -> t.isOf(line)).map(t -> new Pair(line, t)))
        .sorted(
            Comparator.comparingLong((Pair p) -> p.told().distance(p.line()))
                .thenComparing(p -> p.told().day())
                .thenComparingLong(p -> p.told().entry().number())
                .thenComparingInt(p -> p.line().line()))
        .toList();
  }

  /** Payouts that arrived, of all tills, and what this account's lines came to. */
  private List<Told> told(Map<String, Ledger.Booked> booked) {
    return database
        .<List<Fact>>read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT * FROM till_fact f
                        WHERE (f.what = 'PAYOUT' AND NOT EXISTS (SELECT 1 FROM till_fact u
                            WHERE u.till = f.till AND u.id = f.id AND u.what = 'UNPAYOUT'))
                          OR (f.till = :bank AND f.what IN ('PAID', 'REFUNDED'))
                        ORDER BY f.at, f.key\
                        """)
                    .bind("bank", bank)
                    .map((row, _) -> Books.fact(row))
                    .list())
        .stream()
        .flatMap(
            fact ->
                Optional.ofNullable(booked.get(Fold.key(fact))).stream()
                    .map(
                        entry ->
                            new Told(fact, LocalDate.ofInstant(fact.at(), ZoneOffset.UTC), entry)))
        .toList();
  }
}
