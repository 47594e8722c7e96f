package press.tamizdat.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.tamizdat.article.published.Publication;
import press.tamizdat.letter.roll.Choice;
import press.tamizdat.letter.roll.ImportOrder;
import press.tamizdat.letter.roll.ImportReport;
import press.tamizdat.letter.roll.RollImport;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;
import press.tamizdat.trust.sealing.SealingKey;
import press.tamizdat.trust.sealing.SealingKeyring;

@Command(
    name = "import",
    description = {
      "Brings subscribers in from a CSV file: address, and if there are such columns language and"
          + " letters.",
      "Nothing of the file is copied; read it from the standard input (-) to have it on no disk at"
          + " all:",
      "    age -d subscribers.csv.age | tamizdat roll import - --confirm --letter weekly"
    })
final class RollImportCommand implements Callable<Integer> {
  private static final int SHOWN = 50;

  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "FILE", description = "The file; - for the standard input.")
  private String file = "-";

  @Option(
      names = "--ground",
      paramLabel = "TEXT",
      description =
          "The lawful ground on which these people may be written to; kept with the date.")
  private @Nullable String ground;

  @Option(names = "--confirm", description = "Ask each for a confirmation first.")
  private boolean confirm;

  @Option(
      names = "--letter",
      paramLabel = "SLUG",
      description = "The letter of those whose line names none; may be repeated.")
  private List<String> letters = List.of();

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description =
          "The language of those whose line names none (default: the publication's first).")
  private @Nullable String language;

  @Option(
      names = "--resume",
      paramLabel = "ID",
      description = "Go on with an import of the same file that was interrupted.")
  private @Nullable String resume;

  @Override
  public Integer call() {
    try (House house = new House(data.folder(), Clock.systemUTC());
        Database post = Database.open(data.folder().postDatabase(), "db/post")) {
      RollImport roll =
          new RollImport(
              post,
              Clock.systemUTC(),
              new SecureRandom(),
              key(SealingKeyring.ROLL, "tamizdat roll-key"),
              key(SealingKeyring.DROPBOX, "tamizdat serve"),
              house.publication()::current);
      Said said = new Said();
      RollImport.Outcome outcome = bring(roll, house.publication().current(), said);
      said.progress.end();
      return switch (outcome) {
        case RollImport.Outcome.Done(String id, long added) -> {
          System.out.printf(
              "%,d %s, %,d lines passed over (import %s).%n",
              added,
              isAsked() ? "will be asked for a confirmation" : "are on the roll",
              said.passedOver,
              id);
          yield said.passedOver > 0 ? 1 : 0;
        }
        case RollImport.Outcome.NoAddresses() ->
            throw new Refused(
                "the first line of "
                    + file
                    + " has neither an address nor a column named \"email\" or \"address\"");
        case RollImport.Outcome.NotThis() ->
            throw new Refused(
                "no interrupted import " + resume + " of a file of this length is known");
      };
    }
  }

  private boolean isAsked() {
    return resume == null && ground == null;
  }

  private SealingKey key(String name, String made) {
    return data.folder()
        .sealing()
        .sealing(name)
        .orElseThrow(
            () -> new Refused("there is no key \"" + name + "\" yet; `" + made + "` makes it"));
  }

  private RollImport.Outcome bring(RollImport roll, Publication publication, Said said) {
    try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      long bytes = file.equals("-") ? 0 : Files.size(Path.of(file));
      return resume == null
          ? roll.bring(in, bytes, order(publication), said, Said::begun)
          : roll.resume(resume, in, bytes, said);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new Refused("there is no file " + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportOrder order(Publication publication) {
    if (confirm == (ground != null)) {
      throw new Refused(
          "say either on what lawful --ground these people may be written to, or --confirm to ask"
              + " each of them first");
    }
    Language spoken =
        publication.languages().stream()
            .filter(l -> language == null || l.tag().equals(language))
            .findFirst()
            .orElseThrow(() -> new Refused("the publication has no language " + language));
    Set<String> known =
        publication.letters().stream()
            .map(Publication.Letter::slug)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!known.containsAll(letters)) {
      throw new Refused("the publication has these letters: " + String.join(", ", known));
    }
    try {
      return new ImportOrder(
          Optional.ofNullable(ground), "", new Choice(Set.copyOf(letters), spoken));
    } catch (IllegalArgumentException e) {
      throw new Refused(String.valueOf(e.getMessage()));
    }
  }

  /** What is said meanwhile: lines by their numbers, never what stands in them. */
  private static final class Said implements ImportReport {
    final Progress progress = new Progress();
    long passedOver;

    static void begun(String id) {
      System.err.println("If this is interrupted, add: --resume " + id);
    }

    @Override
    public void passedOver(long line, Why why) {
      passedOver++;
      if (passedOver <= SHOWN) {
        progress.say(
            "line "
                + line
                + ": "
                + switch (why) {
                  case MALFORMED -> "not a line of comma-separated values in UTF-8";
                  case NOT_AN_ADDRESS -> "no address";
                  case TWICE -> "the same address as before";
                  case NO_LETTER -> "no letter of this publication; see --letter";
                });
      } else if (passedOver == SHOWN + 1) {
        progress.say("further lines are passed over without saying so");
      }
    }

    @Override
    public void progress(long lines, long added) {
      progress.count("Lines", lines);
    }
  }
}
