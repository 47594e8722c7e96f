package press.tamizdat.support.pledge;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import press.tamizdat.support.ledger.Entry;
import press.tamizdat.support.ledger.Ledger;
import press.tamizdat.support.pledge.BankMatch.Row;
import press.tamizdat.support.till.BankTill;

/**
 * A comparison as CSV (RFC 4180, UTF-8): a line for each line of the bank and for each entry that
 * only the ledger has. Amounts are above zero for what came to the account.
 */
public final class BankMatchCsv {
  private static final String HEADER =
      "verdict,line,day,bank_reference,what,currency,amount,entry,month,account,key\r\n";

  private BankMatchCsv() {}

  /** The whole file. */
  public static String of(List<Row> rows) {
    return rows.stream().map(BankMatchCsv::line).collect(Collectors.joining("", HEADER, ""));
  }

  private static String line(Row row) {
    return switch (row) {
      case Row.Both(BankTill.Line line, Ledger.Booked entry) ->
          line("matched", bank(line), ledger(entry));
      case Row.BankAlone(BankTill.Line line) -> line("bank", bank(line), ",,,");
      case Row.LedgerAlone(Ledger.Booked entry, var day) -> {
        Entry.Posting came = came(entry);
        yield line(
            "ledger",
            String.join(
                ",",
                "",
                day.toString(),
                "",
                came.account().path().startsWith("bank/") ? "payout" : "transfer",
                came.amount().currency().getCurrencyCode(),
                came.amount().decimal()),
            ledger(entry));
      }
    };
  }

  private static String line(String verdict, String bank, String ledger) {
    return verdict + "," + bank + "," + ledger + "\r\n";
  }

  private static String bank(BankTill.Line line) {
    String amount =
        line.amount().minor() < 0
            ? "-" + line.amount().negated().decimal()
            : line.amount().decimal();
    return String.join(
        ",",
        String.valueOf(line.line()),
        line.day().toString(),
        line.reference(),
        line.kind().name().toLowerCase(Locale.ROOT),
        line.amount().currency().getCurrencyCode(),
        amount);
  }

  private static String ledger(Ledger.Booked booked) {
    return String.join(
        ",",
        String.valueOf(booked.number()),
        booked.entry().month().toString(),
        came(booked).account().path(),
        booked.key());
  }

  /** The posting of the account to which the money came, or from which it went. */
  private static Entry.Posting came(Ledger.Booked booked) {
    return booked.entry().postings().stream()
        .filter(p -> p.account().path().startsWith("bank/"))
        .findFirst()
        .orElseGet(
            () ->
                booked.entry().postings().stream()
                    .filter(p -> p.account().path().startsWith("receivable/"))
                    .findFirst()
                    .orElse(booked.entry().postings().getFirst()));
  }
}
