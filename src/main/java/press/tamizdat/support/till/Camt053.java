package press.tamizdat.support.till;

import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import press.tamizdat.support.Money;

/**
 * A bank's statement: ISO 20022 {@code camt.053.001}, versions 02 to 08.
 *
 * <p>Reads ids, dates, amounts and references; names, addresses and accounts of payers are passed
 * over and never leave this class. What the schema asks of a statement and its entries is checked,
 * with the line of what is wrong; a file with anything wrong is refused whole.
 */
final class Camt053 {
  private static final Pattern NAMESPACE =
      Pattern.compile("urn:iso:std:iso:20022:tech:xsd:camt\\.053\\.001\\.0([2-8])");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,5})?");
  private static final int DEEPEST = 40;
  private static final int LONGEST = 64 << 20;

  private static final List<String> STATEMENT =
      List.of(
          "Id",
          "StmtPgntn",
          "ElctrncSeqNb",
          "RptgSeq",
          "LglSeqNb",
          "CreDtTm",
          "FrToDt",
          "CpyDplctInd",
          "RptgSrc",
          "Acct",
          "RltdAcct",
          "Intrst",
          "Bal",
          "TxsSummry",
          "Ntry",
          "AddtlStmtInf");
  private static final List<String> ENTRY =
      List.of(
          "NtryRef",
          "Amt",
          "CdtDbtInd",
          "RvslInd",
          "Sts",
          "BookgDt",
          "ValDt",
          "AcctSvcrRef",
          "Avlbty",
          "BkTxCd",
          "ComssnWvrInd",
          "AddtlInfInd",
          "AmtDtls",
          "Chrgs",
          "TechInptChanl",
          "Intrst",
          "CardTx",
          "NtryDtls",
          "AddtlNtryInf");

  private final List<Payer> payers;

  private Camt053(List<Payer> payers) {
    this.payers = payers;
  }

  /** What came of reading. */
  sealed interface Reading {
    record Read(List<Statement> statements) implements Reading {}

    /**
     * @param line from 1; 0 for the file as a whole
     */
    record Wrong(int line, String what) implements Reading {}
  }

  /**
   * @param account the account's IBAN or other id, without spaces
   */
  record Statement(String account, int line, List<Line> lines) {}

  /**
   * Money that came or went, booked.
   *
   * @param amount above zero for what came
   * @param id the bank's own reference; empty if it gives none
   * @param marks what else tells this one from others, without anything about the payer
   * @param reference a sound creditor reference that the payer gave
   * @param payers providers whose words are in the payer's name or in the bank's own remark
   */
  record Line(
      LocalDate day,
      Money amount,
      String id,
      String marks,
      Optional<String> reference,
      List<Payer> payers,
      int line) {}

  private static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int line;

    Fault(int line, String what) {
      super(what, null, false, false);
      this.line = line;
    }
  }

  /**
   * Reads a file.
   *
   * @param payers providers to look for among those who paid
   */
  static Reading read(byte[] file, List<Payer> payers) {
    return new Camt053(payers).read(file);
  }

  private Reading read(byte[] file) {
    if (file.length > LONGEST) {
      return new Reading.Wrong(0, "is longer than any statement: " + (LONGEST >> 20) + " MB");
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
      try {
        return new Reading.Read(document(xml));
      } finally {
        xml.close();
      }
    } catch (Fault e) {
      return new Reading.Wrong(e.line, String.valueOf(e.getMessage()));
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      return new Reading.Wrong(Math.max(line, 0), "is no XML from here on; is the file cut short?");
    }
  }

  private List<Statement> document(XMLStreamReader xml) throws XMLStreamException {
    int event = xml.next();
    while (event != XMLStreamConstants.START_ELEMENT) {
      if (event == XMLStreamConstants.DTD) {
        throw new Fault(line(xml), "has a document type, which no bank's statement has");
      }
      event = xml.next();
    }
    Matcher version = NAMESPACE.matcher(String.valueOf(xml.getNamespaceURI()));
    if (!version.matches() || !xml.getLocalName().equals("Document")) {
      throw new Fault(line(xml), "is not camt.053.001.02 to .08");
    }
    Node root = node(xml, 0);
    while (xml.hasNext()) {
      xml.next(); // what follows must be well-formed too
    }
    Node body = child(root, "BkToCstmrStmt");
    Node header = child(body, "GrpHdr");
    filled(child(header, "MsgId"));
    filled(child(header, "CreDtTm"));
    List<Statement> statements = new ArrayList<>();
    for (Node statement : body.all("Stmt")) {
      statements.add(statement(statement, Integer.parseInt(version.group(1))));
    }
    if (statements.isEmpty()) {
      throw new Fault(body.end(), "BkToCstmrStmt ends without a Stmt");
    }
    return List.copyOf(statements);
  }

  private static Node node(XMLStreamReader xml, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new Fault(line(xml), "is deeper than any statement");
    }
    String name = xml.getLocalName();
    int line = line(xml);
    String currency = Optional.ofNullable(xml.getAttributeValue(null, "Ccy")).orElse("");
    List<Node> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(node(xml, depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new Fault(line(xml), "has an entity, which no bank's statement has");
        case XMLStreamConstants.END_ELEMENT -> {
          return new Node(
              name, currency, text.toString().strip(), List.copyOf(children), line, line(xml));
        }
        default -> {
          // comments and processing instructions say nothing
        }
      }
    }
  }

  private static int line(XMLStreamReader xml) {
    return xml.getLocation().getLineNumber();
  }

  private Statement statement(Node statement, int version) {
    ordered(statement, STATEMENT);
    filled(child(statement, "Id"));
    if (version == 2) {
      filled(child(statement, "CreDtTm"));
    }
    Node id = child(child(statement, "Acct"), "Id");
    String account = id.textAt("IBAN");
    if (account.isEmpty()) {
      account = id.textAt("Othr", "Id");
    }
    if (account.isEmpty()) {
      throw new Fault(id.line(), "Acct/Id has neither IBAN nor Othr/Id");
    }
    for (Node balance : statement.all("Bal")) {
      Money amount = amount(child(balance, "Amt"));
      sign(child(balance, "CdtDbtInd"), amount);
    }
    if (statement.all("Bal").isEmpty()) {
      throw new Fault(statement.end(), "Stmt ends without a Bal");
    }
    List<Line> lines = new ArrayList<>();
    for (Node entry : statement.all("Ntry")) {
      lines.addAll(entry(entry));
    }
    return new Statement(account.replace(" ", ""), statement.line(), List.copyOf(lines));
  }

  private List<Line> entry(Node entry) {
    ordered(entry, ENTRY);
    Node amountNode = child(entry, "Amt");
    Money amount = amount(amountNode);
    Money moved = sign(child(entry, "CdtDbtInd"), amount);
    Node status = child(entry, "Sts");
    String code = status.textAt("Cd").isEmpty() ? status.text() : status.textAt("Cd");
    if (code.isEmpty() && status.at("Prtry").isEmpty()) {
      throw new Fault(status.line(), "Sts is empty");
    }
    child(entry, "BkTxCd");
    if (!code.equals("BOOK")) {
      return List.of(); // announced only; it comes again when it is booked
    }
    LocalDate day = day(entry);
    String reversed = entry.textAt("RvslInd");
    if (!reversed.isEmpty() && !List.of("true", "false", "1", "0").contains(reversed)) {
      throw new Fault(child(entry, "RvslInd").line(), "RvslInd is neither true nor false");
    }
    List<Node> parts =
        entry.all("NtryDtls").stream().flatMap(d -> d.all("TxDtls").stream()).toList();
    List<Line> lines = parts.size() > 1 ? parts(entry, parts, day, moved) : List.of();
    return lines.isEmpty()
        ? List.of(line(entry, entry, day, moved, entry.textAt("AcctSvcrRef")))
        : lines;
  }

  /** A batch: each payment by itself, if their amounts are given and sum to the whole. */
  private List<Line> parts(Node entry, List<Node> parts, LocalDate day, Money whole) {
    List<Line> lines = new ArrayList<>();
    long sum = 0;
    int place = 0;
    for (Node part : parts) {
      Optional<Node> amount =
          part.at("Amt")
              .or(() -> part.at("AmtDtls", "TxAmt", "Amt"))
              .filter(a -> !a.text().isEmpty());
      if (amount.isEmpty()) {
        return List.of();
      }
      Money value = amount(amount.get());
      Money moved = whole.minor() < 0 ? value.negated() : value;
      sum =
          moved.currency().equals(whole.currency())
              ? Math.addExact(sum, moved.minor())
              : Long.MIN_VALUE;
      String own = part.textAt("Refs", "AcctSvcrRef");
      String id =
          own.isEmpty() && !entry.textAt("AcctSvcrRef").isEmpty()
              ? entry.textAt("AcctSvcrRef") + "/" + place
              : own;
      lines.add(line(entry, part, day, moved, id));
      place++;
    }
    return sum == whole.minor() ? lines : List.of();
  }

  private Line line(Node entry, Node part, LocalDate day, Money amount, String id) {
    List<String> said = new ArrayList<>(part.texts("Ustrd"));
    said.addFirst(String.join(" ", part.texts("Ustrd")));
    part.texts("Ref").forEach(said::addFirst);
    said.addAll(part.texts("EndToEndId"));
    Optional<String> reference =
        said.stream().flatMap(text -> Reference.find(text).stream()).findFirst();
    String marks =
        String.join(
            "\n",
            entry.textAt("NtryRef"),
            String.join(" ", part.texts("EndToEndId")),
            String.join(" ", part.texts("TxId")),
            String.join(" ", part.texts("InstrId")),
            reference.orElse(""));
    return new Line(day, amount, id, marks, reference, payers(entry, part), entry.line());
  }

  /** Whoever else paid stays unknown: a name is only asked whether it has a provider's words. */
  private List<Payer> payers(Node entry, Node part) {
    List<String> names = new ArrayList<>();
    part.all("NtryDtls").stream()
        .flatMap(d -> d.all("TxDtls").stream())
        .forEach(t -> name(t, names));
    name(part, names);
    names.add(entry.textAt("AddtlNtryInf"));
    return payers.stream().filter(p -> names.stream().anyMatch(p::isCalled)).toList();
  }

  private static void name(Node transaction, List<String> names) {
    transaction
        .at("RltdPties", "Dbtr")
        .ifPresent(
            debtor -> {
              names.add(debtor.textAt("Nm"));
              names.add(debtor.textAt("Pty", "Nm"));
            });
  }

  private static LocalDate day(Node entry) {
    Node date =
        entry
            .at("BookgDt")
            .or(() -> entry.at("ValDt"))
            .orElseThrow(() -> new Fault(entry.line(), "Ntry has neither BookgDt nor ValDt"));
    String text = date.textAt("Dt").isEmpty() ? date.textAt("DtTm") : date.textAt("Dt");
    try {
      return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    } catch (DateTimeException e) {
      throw new Fault(date.line(), date.name() + " is no date");
    }
  }

  private static Money amount(Node amount) {
    if (!AMOUNT.matcher(amount.text()).matches()) {
      throw new Fault(amount.line(), "Amt is no amount");
    }
    return Money.currency(amount.currency())
        .filter(c -> c.getCurrencyCode().equals(amount.currency()))
        .flatMap(c -> Money.decimal(amount.text(), c))
        .orElseThrow(
            () -> new Fault(amount.line(), "Amt has no currency, or is finer than its currency"));
  }

  private static Money sign(Node indicator, Money amount) {
    return switch (indicator.text()) {
      case "CRDT" -> amount;
      case "DBIT" -> amount.negated();
      default -> throw new Fault(indicator.line(), "CdtDbtInd is neither CRDT nor DBIT");
    };
  }

  private static Node child(Node parent, String name) {
    return parent
        .at(name)
        .orElseThrow(() -> new Fault(parent.end(), parent.name() + " ends without " + name));
  }

  private static void filled(Node node) {
    if (node.text().isEmpty()) {
      throw new Fault(node.line(), node.name() + " is empty");
    }
  }

  private static void ordered(Node parent, List<String> order) {
    int at = 0;
    for (Node child : parent.children()) {
      int place = order.indexOf(child.name());
      if (place < at) {
        throw new Fault(
            child.line(),
            child.name()
                + (place < 0 ? " has no place in " : " comes too late in ")
                + parent.name());
      }
      at = place;
    }
  }
}
