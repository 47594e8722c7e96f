package press.tamizdat.support.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import press.tamizdat.platform.text.Language;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;
import press.tamizdat.support.till.BankTill.Statement;

class BankTillTest {
  private static final String PLEDGE = "abcdefghijklmnopqrstuvwxyz";
  private static final String IBAN = "NL26VAYB8060476890";
  private static final BankTill TILL =
      new BankTill(
          "transfer",
          Set.of(Currency.getInstance("EUR")),
          new BankTill.Account("Stichting Strait", "DE89370400440532013000", "COBADEFFXXX"),
          List.of(new Payer("card", "Stripe", true), new Payer("paypal", "PayPal", false)));

  private static String sample(String name) {
    try {
      return Files.readString(ProvidersOwn.file("camt053/" + name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Camt053.Reading read(String xml) {
    return Camt053.read(xml.getBytes(StandardCharsets.UTF_8), List.of());
  }

  private static Order order() {
    return new Order(
        PLEDGE,
        1,
        Frequency.ONCE,
        Money.of(1250, "EUR"),
        new Language("en"),
        URI.create("https://n.example/b"),
        URI.create("https://n.example/a"),
        "Strait");
  }

  @Test
  void theBanksSamplesAreReadAndTheWrongOneIsRefusedWithItsLine() {
    for (String right :
        List.of("camt053.v2.minimal.xml", "camt053.v2.multi.statement.xml", "camt053.v3.xml")) {
      assertThat(read(sample(right))).as(right).isInstanceOf(Camt053.Reading.Read.class);
    }
    assertThat(read(sample("camt053.v2.wrong.xml")))
        .isEqualTo(new Camt053.Reading.Wrong(8, "BkToCstmrStmt ends without a Stmt"));
  }

  /** Whatever the schema refuses in what we read, we refuse; what we take, the schema takes. */
  @Test
  void ourVerdictOnDamagedSamplesIsTheSchemas() throws SAXException {
    String right = sample("camt053.v2.minimal.xml");
    Validator schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(ProvidersOwn.file("camt053/camt.053.001.02.xsd").toFile())
            .newValidator();
    List<String> damaged =
        List.of(
            right.replace("<Sts>BOOK</Sts>", ""),
            right.replace("8.85</Amt>", "8,85</Amt>"),
            right.replace("<Amt Ccy=\"EUR\">8.85", "<Amt>8.85"),
            right.replaceAll("(?s)<Bal>.*</Bal>", ""),
            right.replace("<CdtDbtInd>CRDT</CdtDbtInd>", "<CdtDbtInd>IN</CdtDbtInd>"),
            right.replace("<Dt>2014-12-31</Dt>", "<Dt>31.12.2014</Dt>"),
            right.replace("<RvslInd>false</RvslInd>", "<RvslInd>no</RvslInd>"),
            right.replace("</Stmt>", "<Surprise/></Stmt>"),
            right.replace("<MsgId>CAMT053RIB000000000001</MsgId>", ""),
            right.replaceAll("(?s)<BkTxCd>.*?</BkTxCd>", ""),
            right.substring(0, right.length() / 2));
    assertThat(isValid(schema, right)).isTrue();
    for (String each : damaged) {
      assertThat(isValid(schema, each)).as("by the schema: %s", damaged.indexOf(each)).isFalse();
      assertThat(read(each))
          .as("by us: %s", damaged.indexOf(each))
          .isInstanceOfSatisfying(
              Camt053.Reading.Wrong.class, wrong -> assertThat(wrong.line()).isPositive());
    }
  }

  private static boolean isValid(Validator schema, String xml) {
    try {
      schema.validate(new StreamSource(new StringReader(xml)));
      return true;
    } catch (SAXException e) {
      return false;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aFileThatAsksForAnotherFileIsRefused() {
    String xml =
        "<?xml version='1.0'?><!DOCTYPE Document [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
            + "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'>&e;</Document>";
    assertThat(read(xml)).isInstanceOf(Camt053.Reading.Wrong.class);
  }

  private static String statement(String iban, String... entries) {
    return """
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
    <GrpHdr><MsgId>M</MsgId><CreDtTm>2026-11-22T08:00:00</CreDtTm></GrpHdr>
    <Stmt><Id>S</Id><CreDtTm>2026-11-22T08:00:00</CreDtTm><Acct><Id><IBAN>%s</IBAN></Id></Acct>
    <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-22</Dt></Dt></Bal>
    %s</Stmt></BkToCstmrStmt></Document>\
    """
        .formatted(iban, String.join("\n", entries));
  }

  private static String entry(String amount, String bankReference, String said) {
    return """
    <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
    <BookgDt><Dt>2026-11-20</Dt></BookgDt>%s<BkTxCd><Prtry><Cd>1</Cd></Prtry></BkTxCd>
    <NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>Ekaterina Privatova</Nm></Pty></Dbtr>
    <DbtrAcct><Id><IBAN>NL56AGDH9619008421</IBAN></Id></DbtrAcct></RltdPties>
    <RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\
    """
        .formatted(
            amount,
            bankReference.isEmpty() ? "" : "<AcctSvcrRef>" + bankReference + "</AcctSvcrRef>",
            said);
  }

  private static Statement take(String xml) {
    return TILL.statement(xml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTransferIsKnownByItsReferenceHoweverItIsTyped() {
    String reference = ((Till.Begun.Show) TILL.begin(order())).session();
    assertThat(Reference.isSound(reference)).isTrue();
    assertThat(Reference.isSound("RF18539007547034")).as("the standard's own example").isTrue();
    String typed = reference.toLowerCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1 ");
    Statement read =
        take(
            statement(
                "DE89370400440532013000",
                entry("12.50", "B1", "support " + typed + " thanks"),
                entry("5.00", "B2", "no reference")));
    assertThat(read)
        .isInstanceOfSatisfying(
            Statement.Read.class,
            statement -> {
              assertThat(statement.unmatched()).isEqualTo(1);
              Fact fact = statement.events().getFirst().facts().getFirst();
              assertThat(fact.belongs()).isEqualTo(reference);
              assertThat(fact.amount()).isEqualTo(Money.of(1250, "EUR"));
              assertThat(statement.toString()).doesNotContain("Privatova", "NL56AGDH");
            });
    String mistyped = reference.substring(0, 15) + (reference.endsWith("A") ? "B" : "A");
    assertThat(Reference.find(mistyped)).isEmpty();
  }

  @Test
  void theSameLineInTwoFilesIsOneAndTwoAlikeInOneFileAreTwo() {
    String alike = entry("5.00", "", "hello");
    List<Till.Event> once =
        ((Statement.Read) take(statement("DE89370400440532013000", alike, alike))).events();
    List<Till.Event> again =
        ((Statement.Read) take(statement("DE89370400440532013000", alike, alike, alike))).events();
    assertThat(once).extracting(Till.Event::id).doesNotHaveDuplicates().hasSize(2);
    assertThat(again)
        .extracting(Till.Event::id)
        .containsAll(once.stream().map(Till.Event::id).toList());
  }

  @Test
  void aPayoutIsKnownByItsProvidersNameAndNobodyElsesNameIsKept() {
    String iban = "DE89370400440532013000";
    String reference = ((Till.Begun.Show) TILL.begin(order())).session();
    Statement.Read read =
        (Statement.Read)
            take(
                statement(
                    iban,
                    entry("90.00", "B1", "STRIPE")
                        .replace("Ekaterina Privatova", "STRIPE TECHNOLOGY EUROPE LTD"),
                    entry("40.00", "B2", "payout").replace("Ekaterina Privatova", "PayPal Europe"),
                    entry("12.50", "B3", reference).replace("Ekaterina", "Stripe Ekaterina"),
                    entry("5.00", "B4", "for paypal")));
    assertThat(read.lines())
        .extracting(BankTill.Line::kind)
        .containsExactly(
            BankTill.Line.Kind.PAYOUT,
            BankTill.Line.Kind.PAYOUT,
            BankTill.Line.Kind.TRANSFER,
            BankTill.Line.Kind.OTHER);
    assertThat(read.lines().getFirst().event()).as("Stripe tells by itself").isEmpty();
    Fact paypal = read.lines().get(1).event().orElseThrow().facts().getFirst();
    assertThat(paypal.till()).isEqualTo("paypal");
    assertThat(paypal.what()).isEqualTo(Fact.What.PAYOUT);
    assertThat(read.toString()).doesNotContain("Privatova", "Ekaterina", "NL56AGDH");
  }

  @Test
  void aPayoutIsKnownInABanksOwnSample() {
    String xml = sample("camt053.v2.minimal.xml").replace("NAME NAME", "Stripe Payments Europe");
    BankTill till =
        new BankTill(
            "transfer",
            Set.of(Currency.getInstance("EUR")),
            new BankTill.Account("Stichting Strait", IBAN, ""),
            List.of(new Payer("card", "Stripe", true)));
    Statement.Read read = (Statement.Read) till.statement(xml.getBytes(StandardCharsets.UTF_8));
    BankTill.Line line = read.lines().getFirst();
    assertThat(line.kind()).isEqualTo(BankTill.Line.Kind.PAYOUT);
    assertThat(line.tills()).containsExactly("card");
    assertThat(line.amount()).isEqualTo(Money.of(885, "EUR"));
    assertThat(line.day()).isEqualTo("2014-12-31");
  }

  @Test
  void theStatementOfAnotherAccountIsRefusedWithItsLine() {
    assertThat(take(statement(IBAN, entry("5.00", "B", "x"))))
        .isEqualTo(new Statement.Wrong(3, "is of another account than the one in the settings"));
  }

  @Test
  void theCodeSaysWhatTheStandardAsksFor() {
    Till.Begun.Show show = (Till.Begun.Show) TILL.begin(order());
    assertThat(
            TransferCode.text(
                "Stichting Strait",
                "DE89370400440532013000",
                "COBADEFFXXX",
                Money.of(1250, "EUR"),
                show.session()))
        .isEqualTo(
            "BCD\n002\n1\nSCT\nCOBADEFFXXX\nStichting Strait\nDE89370400440532013000\nEUR12.50\n\n"
                + show.session());
    assertThat(show.fields().get("qr")).matches("(M[0-9]+ [0-9]+h[0-9]+v1H[0-9]+z)+");
    assertThat(show.fields().get("iban")).isEqualTo("DE89 3704 0044 0532 0130 00");
  }
}
