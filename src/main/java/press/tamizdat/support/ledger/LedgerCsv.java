package press.tamizdat.support.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;

/**
 * The ledger for a bookkeeper, as CSV (RFC 4180, UTF-8): one line a posting. No column has anything
 * about a supporter.
 */
public final class LedgerCsv {
  private static final String HEADER = "entry,month,account,currency,debit,credit,key,hash\r\n";

  private LedgerCsv() {}

  /** Writes the postings of the months from one to another, both included. */
  public static void write(Ledger ledger, YearMonth from, YearMonth to, Appendable out) {
    try {
      out.append(HEADER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ledger.each(
        written -> {
          YearMonth month = written.entry().month();
          if (!month.isBefore(from) && !month.isAfter(to)) {
            lines(written, out);
          }
        });
  }

  private static void lines(Ledger.Written written, Appendable out) {
    try {
      for (Entry.Posting posting : written.entry().postings()) {
        boolean debit = posting.amount().minor() > 0;
        String amount = debit ? posting.amount().decimal() : posting.amount().negated().decimal();
        out.append(
            String.join(
                ",",
                String.valueOf(written.number()),
                written.entry().month().toString(),
                posting.account().path(),
                posting.amount().currency().getCurrencyCode(),
                debit ? amount : "",
                debit ? "" : amount,
                written.entry().key(),
                written.hash().hex()));
        out.append("\r\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
