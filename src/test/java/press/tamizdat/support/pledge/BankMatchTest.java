package press.tamizdat.support.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.post.Handled;
import press.tamizdat.support.Money;
import press.tamizdat.support.ledger.Audit;
import press.tamizdat.support.ledger.Entry;
import press.tamizdat.support.ledger.Ledger;
import press.tamizdat.support.till.BankTill;
import press.tamizdat.support.till.StripeStandIn;
import press.tamizdat.trust.envelope.Answer;

/** A bank's statement beside the ledger. */
class BankMatchTest {
  @TempDir private Path folder;

  private static String entry(
      String day, String amount, String bankReference, String name, String said) {
    return """
    <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
    <BookgDt><Dt>%s</Dt></BookgDt><AcctSvcrRef>%s</AcctSvcrRef><BkTxCd><Prtry><Cd>1</Cd></Prtry></BkTxCd>
    <NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>%s</Nm></Pty></Dbtr></RltdPties>
    <RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\
    """
        .formatted(amount, day, bankReference, name, said);
  }

  private static byte[] statement(String... entries) {
    return """
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
    <GrpHdr><MsgId>M</MsgId><CreDtTm>2026-11-22T08:00:00</CreDtTm></GrpHdr>
    <Stmt><Id>S</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>
    <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-22</Dt></Dt></Bal>
    %s</Stmt></BkToCstmrStmt></Document>\
    """
        .formatted(String.join("\n", entries))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static BankTill.Statement.Read read(Counter counter, String... entries) {
    BankTill bank = counter.tills.bank("transfer").orElseThrow();
    return (BankTill.Statement.Read) bank.statement(statement(entries));
  }

  private static List<String> compared(Counter counter, BankTill.Statement.Read read) {
    String csv = BankMatchCsv.of(new BankMatch(counter.database, "transfer").of(read));
    return Arrays.stream(csv.split("\r\n"))
        .skip(1)
        .map(l -> Arrays.stream(l.split(",", -1)).limit(10).collect(Collectors.joining(",")))
        .toList();
  }

  private static long balance(Counter counter, String account) {
    return new Ledger(counter.database)
        .entries().stream()
            .flatMap(e -> e.postings().stream())
            .filter(p -> p.account().path().equals(account))
            .map(Entry.Posting::amount)
            .mapToLong(Money::minor)
            .sum();
  }

  @Test
  void transfersAndPayoutsAreFoundAndTheRestIsNamed() {
    try (StripeStandIn stripe = new StripeStandIn(Optional.empty(), Optional.empty(), true);
        Counter counter = Counter.withPayouts(folder, stripe)) {
      stripe.payout(9_000, 0); // to arrive on 27 October 2026
      stripe.payout(9_000, 0);
      stripe.comesBack(stripe.payout(777, 0));
      for (byte[] event : stripe.events()) {
        assertThat(counter.hook("card", event)).isInstanceOf(Handled.Done.class);
      }
      assertThat(counter.reconcile.run().trouble()).isEmpty();
      Answer transfer =
          counter.send(
              "pledge",
              "frequency",
              "once",
              "amount",
              "25",
              "currency",
              "EUR",
              "till",
              "transfer",
              "language",
              "en");
      String reference = transfer.fields().getOrDefault("reference", "");
      String[] entries = {
        entry("2026-10-26", "25.00", "B1", "Ekaterina Privatova", reference),
        entry("2026-10-28", "90.00", "B2", "STRIPE PAYMENTS EUROPE", "x"),
        entry("2026-10-28", "5.00", "=1+1", "Ekaterina Privatova", "no reference"),
        entry("2026-10-29", "33.00", "B4", "STRIPE PAYMENTS EUROPE", "unheard of")
      };
      BankTill.Statement.Read read = read(counter, entries);
      assertThat(compared(counter, read).getFirst()).startsWith("bank,").contains("transfer");
      counter.pledges.take("transfer", read.events());

      List<String> rows = compared(counter, read(counter, entries));
      assertThat(rows)
          .satisfiesExactly(
              row ->
                  assertThat(row)
                      .matches(
                          "matched,5,2026-10-26,B1,transfer,EUR,25.00,[0-9]+,2026-10,receivable/transfer"),
              row ->
                  assertThat(row)
                      .matches(
                          "matched,[0-9]+,2026-10-28,B2,payout,EUR,90.00,[0-9]+,2026-10,bank/card"),
              row -> assertThat(row).matches("bank,[0-9]+,2026-10-28,,other,EUR,5.00,,,"),
              row -> assertThat(row).matches("bank,[0-9]+,2026-10-29,B4,payout,EUR,33.00,,,"),
              row ->
                  assertThat(row)
                      .matches("ledger,,2026-10-27,,payout,EUR,90.00,[0-9]+,2026-10,bank/card"));
      assertThat(rows.toString())
          .doesNotContain("Privatova", "777")
          .doesNotContain(reference.replace(" ", ""));
      assertThat(balance(counter, "bank/card"))
          .as("the one that came back is not there")
          .isEqualTo(18_000);
      assertThat(balance(counter, "receivable/card")).isEqualTo(-18_000);
      assertThat(Audit.of(new Ledger(counter.database), Optional.empty()))
          .isInstanceOf(Audit.Verdict.Sound.class);
    }
  }
}
