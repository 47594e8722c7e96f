package press.tamizdat.support.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.platform.db.Database;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;

class LedgerTest {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  @TempDir private Path folder;
  private Database database;
  private Ledger ledger;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("post.db"), "db/post");
    ledger = new Ledger(database);
    database.change(
        handle -> {
          for (int i = 1; i <= 5; i++) {
            assertThat(Ledger.append(handle, paid("a" + i, 100L * i))).isTrue();
          }
          assertThat(Ledger.append(handle, paid("a3", 300))).as("once").isFalse();
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Entry paid(String key, long minor) {
    return Entry.of(
        key,
        NOVEMBER,
        Account.receivable("card"),
        Account.income("card", Frequency.MONTHLY),
        Money.of(minor, "EUR"));
  }

  private void behindItsBack(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("post.db"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  private Audit.Verdict audit() {
    return Audit.of(ledger, Optional.empty());
  }

  /** The head was computed by another program, from docs/ledger.md alone. */
  @Test
  void theChainIsTheOneThatIsWrittenDown() {
    assertThat(audit()).isEqualTo(new Audit.Verdict.Sound(ledger.head()));
    assertThat(ledger.head())
        .hasToString("5:235ab14a796f5c9c557d5d9a76d0022acf0a4dcd42b19ba3d7476c7e0892ff7a");
  }

  @Test
  void nothingCanBeChangedNorTakenAway() {
    for (String sql :
        List.of(
            "UPDATE ledger_entry SET month = '2026-10' WHERE number = 2",
            "DELETE FROM ledger_entry WHERE number = 5",
            "UPDATE ledger_posting SET amount = 1 WHERE entry = 2",
            "DELETE FROM ledger_posting WHERE entry = 5",
            "INSERT INTO ledger_entry VALUES (9, 'b', '2026-11', '', '')",
            "INSERT INTO ledger_posting VALUES (2, 7, 'income/card/once', 'EUR', 5)")) {
      assertThatThrownBy(() -> behindItsBack(sql)).hasMessageContaining("only ever added to");
    }
    assertThat(audit()).isInstanceOf(Audit.Verdict.Sound.class);
  }

  @Test
  void whoGetsRoundTheDatabaseIsSeen() throws SQLException {
    behindItsBack(
        "DROP TRIGGER ledger_posting_stays",
        "UPDATE ledger_posting SET amount = amount * 2 WHERE entry = 3");
    assertThat(audit())
        .isInstanceOfSatisfying(
            Audit.Verdict.Wrong.class,
            wrong -> {
              assertThat(wrong.number()).isEqualTo(3);
              assertThat(wrong.what()).contains("changed");
            });
  }

  @Test
  void anEntryThatDoesNotBalanceIsNamed() throws SQLException {
    behindItsBack(
        "DROP TRIGGER ledger_posting_stays",
        "UPDATE ledger_posting SET amount = amount + 1 WHERE entry = 4 AND place = 0");
    assertThat(audit())
        .isInstanceOfSatisfying(
            Audit.Verdict.Wrong.class, wrong -> assertThat(wrong.number()).isEqualTo(4));
  }

  @Test
  void whatIsCutOffAtTheEndShowsAgainstANotedHead() throws SQLException {
    Ledger.Head noted = ledger.head();
    behindItsBack(
        "PRAGMA foreign_keys = OFF",
        "DROP TRIGGER ledger_posting_is_kept",
        "DROP TRIGGER ledger_entry_is_kept",
        "DELETE FROM ledger_posting WHERE entry = 5",
        "DELETE FROM ledger_entry WHERE number = 5");
    assertThat(audit()).isInstanceOf(Audit.Verdict.Sound.class);
    assertThat(Audit.of(ledger, Optional.of(noted)))
        .isInstanceOfSatisfying(
            Audit.Verdict.Wrong.class, wrong -> assertThat(wrong.number()).isEqualTo(5));
  }

  @Test
  void anEntryBalancesInEachCurrencyOrIsNone() {
    assertThatThrownBy(
            () ->
                new Entry(
                    "k",
                    NOVEMBER,
                    List.of(
                        new Entry.Posting(Account.receivable("a"), Money.of(5, "EUR")),
                        new Entry.Posting(Account.fees("a"), Money.of(-5, "USD")))))
        .hasMessageContaining("balance");
  }

  @Test
  void theBookkeeperGetsAmountsAndNobodysName() {
    StringBuilder csv = new StringBuilder();
    LedgerCsv.write(ledger, NOVEMBER, NOVEMBER, csv);
    assertThat(csv.toString().lines())
        .hasSize(11)
        .contains("entry,month,account,currency,debit,credit,key,hash")
        .anyMatch(line -> line.startsWith("2,2026-11,receivable/card,EUR,2.00,,a2,"))
        .anyMatch(line -> line.startsWith("2,2026-11,income/card/monthly,EUR,,2.00,a2,"));
    assertThat(new Sums(database).income(NOVEMBER, NOVEMBER))
        .containsExactly(
            new Sums.Income(NOVEMBER, "card", Frequency.MONTHLY, Money.of(1500, "EUR"), 5));
  }
}
