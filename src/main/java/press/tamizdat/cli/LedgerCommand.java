package press.tamizdat.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.support.ledger.Audit;
import press.tamizdat.support.ledger.Ledger;
import press.tamizdat.support.ledger.LedgerCsv;
import press.tamizdat.support.pledge.BankMatch;
import press.tamizdat.support.pledge.BankMatchCsv;
import press.tamizdat.support.pledge.Pledges;
import press.tamizdat.support.till.BankTill;
import press.tamizdat.support.till.TillSettings;
import press.tamizdat.support.till.Tills;
import press.tamizdat.trust.Sha256;

@Command(
    name = "ledger",
    description = "The books for what readers give; docs/ledger.md has their format.",
    synopsisSubcommandLabel = "COMMAND")
final class LedgerCommand {
  @Command(
      name = "verify",
      description = {
        "Checks every entry: no gap, no change, sums of zero. Prints the head, to be noted.",
        "Exit code 0 if all is right, 1 with the first entry that is not."
      })
  int verify(
      @Mixin DataOption data,
      @Option(
              names = "--head",
              paramLabel = "NUMBER:HASH",
              description = "A head that was printed earlier; it must still be there.")
          @Nullable String head) {
    Optional<Ledger.Head> noted = Optional.ofNullable(head).map(LedgerCommand::head);
    try (Database database = database(data.folder())) {
      return switch (Audit.of(new Ledger(database), noted)) {
        case Audit.Verdict.Sound(Ledger.Head at) -> {
          System.out.println("The ledger is sound: " + at);
          yield 0;
        }
        case Audit.Verdict.Wrong(long number, String what) -> {
          System.out.println("Entry " + number + " " + what);
          yield 1;
        }
      };
    }
  }

  private static Ledger.Head head(String text) {
    String[] parts = text.split(":", 2);
    Optional<Sha256> hash = parts.length == 2 ? Sha256.parse(parts[1]) : Optional.empty();
    if (hash.isEmpty() || !parts[0].matches("[0-9]{1,18}")) {
      throw new Refused("--head is written as it was printed: a number, a colon, 64 hex digits");
    }
    return new Ledger.Head(Long.parseLong(parts[0]), hash.get());
  }

  @Command(name = "export", description = "Writes the entries as CSV, for the bookkeeper.")
  int export(
      @Mixin DataOption data,
      @Option(names = "--from", paramLabel = "yyyy-MM") @Nullable YearMonth from,
      @Option(names = "--to", paramLabel = "yyyy-MM") @Nullable YearMonth to) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try (Database database = database(data.folder())) {
      LedgerCsv.write(
          new Ledger(database),
          from == null ? YearMonth.of(1, 1) : from,
          to == null ? YearMonth.of(9999, 12) : to,
          out);
    }
    out.flush();
    return 0;
  }

  @Command(
      name = "statement",
      description = {
        "Books a statement of the bank (camt.053, versions 02 to 08). A line is booked once,"
            + " however",
        "often it is read; a file with anything wrong is refused whole, with its line."
      })
  int statement(
      @Mixin DataOption data,
      @Parameters(paramLabel = "TILL", description = "The bank till's name.") String name,
      @Parameters(paramLabel = "FILE") Path file) {
    List<TillSettings> tills = data.folder().settings().support().tills();
    BankTill.Statement.Read read = read(tills, name, file);
    try (Database database = database(data.folder())) {
      Pledges pledges =
          new Pledges(
              database,
              Clock.systemUTC(),
              RandomGenerator.getDefault(),
              () -> data.folder().settings().publication().zone());
      int fresh = pledges.take(name, read.events());
      System.out.printf(
          "%d lines, %d of them new; %d are payouts of providers, %d have no reference of ours.%n",
          read.lines().size(), fresh, read.payouts(), read.unmatched());
      return 0;
    }
  }

  private static BankTill.Statement.Read read(List<TillSettings> tills, String name, Path file) {
    TillSettings settings =
        tills.stream()
            .filter(t -> t.name().equals(name) && t.kind() == TillSettings.Kind.BANK)
            .findFirst()
            .orElseThrow(() -> new Refused("there is no [[support.till]] of a bank named " + name));
    byte[] bytes = Disk.read(file).orElseThrow(() -> new Refused("there is no file " + file));
    return switch (Tills.bank(settings, tills).statement(bytes)) {
      case BankTill.Statement.Wrong(int line, String what) ->
          throw new Refused(file + ", line " + line + ": " + what + ". Nothing of it is booked.");
      case BankTill.Statement.Read read -> read;
    };
  }

  @Command(
      name = "match",
      description = {
        "Writes a statement of the bank beside the ledger, as CSV: what both have, what only the"
            + " bank has,",
        "what only the ledger has. Books nothing, and names no donor."
      })
  int match(
      @Mixin DataOption data,
      @Parameters(paramLabel = "TILL", description = "The bank till's name.") String name,
      @Parameters(paramLabel = "FILE") Path file) {
    BankTill.Statement.Read read = read(data.folder().settings().support().tills(), name, file);
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try (Database database = database(data.folder())) {
      out.print(BankMatchCsv.of(new BankMatch(database, name).of(read)));
    }
    out.flush();
    return 0;
  }

  private static Database database(DataFolder data) {
    var _ = data.settings();
    if (!Files.exists(data.postDatabase())) {
      throw new Refused("there is no ledger in " + data.path() + " yet");
    }
    return Database.open(data.postDatabase(), "db/post");
  }
}
