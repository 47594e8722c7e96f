package press.tamizdat.support.till;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;
import press.tamizdat.trust.Sha256;

/**
 * Transfers to the newsroom's bank account, told apart by the reference that the payer copies. The
 * bank sends no messages; its statements are read from files.
 */
public final class BankTill implements Till {
  private static final Failure NOT_HERE =
      new Failure(Failure.Kind.IMPOSSIBLE, "a transfer is in the hands of the payer's bank");

  private final String name;
  private final Set<Currency> currencies;
  private final Account account;
  private final List<Payer> payers;

  /**
   * The account.
   *
   * @param beneficiary as the bank knows it
   * @param iban without spaces
   * @param bic may be empty within the European Economic Area
   */
  public record Account(String beneficiary, String iban, String bic) {
    public Account {
      if (!Reference.isIban(iban)) {
        throw new IllegalArgumentException("must be an IBAN; the check digits of this are wrong");
      }
    }
  }

  /**
   * @param payers providers that pay out to this account
   */
  BankTill(String name, Set<Currency> currencies, Account account, List<Payer> payers) {
    this.payers = List.copyOf(payers);
    this.name = name;
    this.currencies = Set.copyOf(currencies);
    this.account = account;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean takes(Currency currency, Frequency frequency) {
    return currencies.contains(currency);
  }

  @Override
  public Begun begin(Order order) {
    String reference = Reference.of(order.pledge(), order.attempt());
    Map<String, String> fields = new HashMap<>();
    fields.put("beneficiary", account.beneficiary());
    fields.put("iban", account.iban().replaceAll("(.{4})(?=.)", "$1 "));
    fields.put("bic", account.bic());
    fields.put("reference", Reference.spaced(reference));
    fields.put("qr", "");
    fields.put("qr-size", "0");
    if (order.amount().currency().getCurrencyCode().equals("EUR")) {
      TransferCode.Drawing code =
          TransferCode.draw(
              TransferCode.text(
                  account.beneficiary(), account.iban(), account.bic(), order.amount(), reference));
      fields.put("qr", code.path());
      fields.put("qr-size", String.valueOf(code.size()));
    }
    Fact opened =
        new Fact(
            name,
            "begun:" + reference,
            Fact.What.OPENED,
            reference,
            "",
            order.pledge(),
            order.amount(),
            Instant.EPOCH);
    return new Begun.Show("support/transfer.html", fields, reference, List.of(opened));
  }

  /** The payer's standing order is the payer's; here it only counts as ended or as paused. */
  @Override
  public Did change(Held held, Change change) {
    return change instanceof Change.Pay ? new Did.Failed(NOT_HERE) : new Did.Done(List.of());
  }

  @Override
  public Did refund(String payment, Money amount, String key) {
    return new Did.Failed(NOT_HERE);
  }

  @Override
  public Heard hear(Hook hook) {
    return new Heard.Forged("a bank sends no messages here");
  }

  @Override
  public Heard recall(Instant since, List<Held> open, Predicate<String> heard) {
    return new Heard.Events(List.of());
  }

  /** What came of reading a statement. */
  public sealed interface Statement {
    /**
     * Its lines; those of what the newsroom itself paid are left out.
     *
     * @param from the first day of which it has any line; {@code to} the last
     */
    record Read(List<Line> lines, Optional<LocalDate> from, Optional<LocalDate> to)
        implements Statement {
      /** What follows, each with a number that it has in every file in which it stands. */
      public List<Event> events() {
        return lines.stream().flatMap(l -> l.event().stream()).toList();
      }

      /** How many payments came without a reference of ours, and from no provider. */
      public int unmatched() {
        return (int) lines.stream().filter(l -> l.kind() == Line.Kind.OTHER).count();
      }

      /** How many came from providers. */
      public int payouts() {
        return (int) lines.stream().filter(l -> l.kind() == Line.Kind.PAYOUT).count();
      }
    }

    /**
     * Nothing of it is booked.
     *
     * @param line from 1; 0 for the file as a whole
     */
    record Wrong(int line, String what) implements Statement {}
  }

  /**
   * A line of a statement, without a word about who paid.
   *
   * @param line of the file, from 1
   * @param reference the bank's own; may be empty
   * @param tills from which a payout may be
   * @param event empty where the till itself tells
   */
  public record Line(
      Kind kind,
      int line,
      LocalDate day,
      Money amount,
      String reference,
      List<String> tills,
      Optional<Event> event) {
    /** What a line is. */
    public enum Kind {
      /** Money with a reference of ours. */
      TRANSFER,
      /** Money that went back, with a reference of ours. */
      REFUND,
      /** Money from a provider. */
      PAYOUT,
      /** Other money. */
      OTHER
    }
  }

  /** Reads a file of the bank: camt.053, versions 02 to 08. */
  public Statement statement(byte[] file) {
    return switch (Camt053.read(file, payers)) {
      case Camt053.Reading.Wrong(int line, String what) -> new Statement.Wrong(line, what);
      case Camt053.Reading.Read(List<Camt053.Statement> statements) -> lines(statements);
    };
  }

  private Statement lines(List<Camt053.Statement> statements) {
    List<Line> lines = new ArrayList<>();
    List<LocalDate> days = new ArrayList<>();
    for (Camt053.Statement statement : statements) {
      if (!statement.account().equals(account.iban())) {
        return new Statement.Wrong(
            statement.line(), "is of another account than the one in the settings");
      }
      Map<String, Integer> alike = new HashMap<>();
      for (Camt053.Line line : statement.lines()) {
        days.add(line.day());
        if (line.amount().minor() > 0 || line.reference().isPresent()) {
          lines.add(line(line, id(line, alike)));
        }
      }
    }
    return new Statement.Read(
        List.copyOf(lines),
        days.stream().min(Comparator.naturalOrder()),
        days.stream().max(Comparator.naturalOrder()));
  }

  private Line line(Camt053.Line line, String id) {
    List<Payer> from = line.reference().isEmpty() ? line.payers() : List.of();
    Line.Kind kind =
        line.reference().isPresent()
            ? line.amount().minor() > 0 ? Line.Kind.TRANSFER : Line.Kind.REFUND
            : from.isEmpty() ? Line.Kind.OTHER : Line.Kind.PAYOUT;
    Optional<Fact> fact = kind == Line.Kind.PAYOUT ? payout(line, from, id) : fact(line, id);
    return new Line(
        kind,
        line.line(),
        line.day(),
        line.amount(),
        line.id().matches("[A-Za-z0-9][A-Za-z0-9 ./:-]{0,34}") ? line.id() : "",
        from.stream().map(Payer::till).toList(),
        fact.map(f -> new Event(id, "camt.053", instant(line), List.of(f))));
  }

  /** What a provider has paid out, where it does not say so itself. */
  private static Optional<Fact> payout(Camt053.Line line, List<Payer> from, String id) {
    return from.stream().anyMatch(Payer::tells)
        ? Optional.empty()
        : Optional.of(
            new Fact(
                from.getFirst().till(),
                "payout:" + id,
                Fact.What.PAYOUT,
                id,
                "",
                "",
                line.amount(),
                instant(line)));
  }

  /** The bank's reference; without one, what the line says, and how many before said the same. */
  private static String id(Camt053.Line line, Map<String, Integer> alike) {
    String text = line.day() + "\n" + line.amount() + "\n" + line.id();
    if (line.id().isEmpty()) {
      text += "\n" + line.marks();
      text += "\n" + alike.merge(text, 1, Integer::sum);
    }
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32);
  }

  private static Instant instant(Camt053.Line line) {
    return line.day().atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  private Optional<Fact> fact(Camt053.Line line, String id) {
    String reference = line.reference().orElse("");
    boolean came = line.amount().minor() > 0;
    return Optional.of(
        new Fact(
            name,
            (came ? "paid:" : "refund:") + id,
            came ? Fact.What.PAID : Fact.What.REFUNDED,
            id,
            reference,
            "",
            came ? line.amount() : line.amount().negated(),
            instant(line)));
  }
}
