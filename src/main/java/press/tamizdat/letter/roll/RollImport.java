package press.tamizdat.letter.roll;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.mail.MailAddress;
import press.tamizdat.platform.text.CsvReader;
import press.tamizdat.platform.text.Language;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.Seen;
import press.tamizdat.trust.sealing.SealingKey;

/**
 * Brings addresses in from a file of comma-separated values: the address, and where there are such
 * columns the language and the letters.
 *
 * <p>It takes public keys alone, works in batches that are kept whole or not at all, and goes on
 * after an interruption where it stopped. With a lawful ground people are on the roll at once;
 * without one each is asked for a confirmation first, as mail limits allow. It cannot know who is
 * on the roll already, nor who has left: that is nowhere kept.
 */
public final class RollImport {
  private static final int BATCH = 1000;

  private final Database database;
  private final RandomGenerator random;
  private final SealingKey rollKey;
  private final SealingKey dropbox;
  private final Supplier<Publication> publication;
  private final Roll roll;
  private final ImportNotes notes;
  private final Waiting waiting;

  public RollImport(
      Database database,
      Clock clock,
      RandomGenerator random,
      SealingKey rollKey,
      SealingKey dropbox,
      Supplier<Publication> publication) {
    this.database = database;
    this.random = random;
    this.rollKey = rollKey;
    this.dropbox = dropbox;
    this.publication = publication;
    this.notes = new ImportNotes(database, clock);
    this.roll = new Roll(database, clock, random);
    this.waiting = new Waiting(database, clock);
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** All lines are done; {@code added} of them are on the roll, or will be asked. */
    record Done(String id, long added) implements Outcome {}

    /** No column holds addresses. */
    record NoAddresses() implements Outcome {}

    /** There is no such import that is not finished, or it was of a file of another length. */
    record NotThis() implements Outcome {}
  }

  /**
   * Brings a file in.
   *
   * @param bytes the length of the file
   * @param begun is told the id to resume with
   */
  public Outcome bring(
      InputStream file, long bytes, ImportOrder order, ImportReport report, Begun begun) {
    String id = Ids.next(random);
    ImportNotes.Run run = notes.begin(id, order, bytes);
    begun.as(id);
    return run(run, file, report);
  }

  /** Is told under which id an import can be resumed. */
  public interface Begun {
    void as(String id);
  }

  /** Goes on with an import that was interrupted. */
  public Outcome resume(String id, InputStream file, long bytes, ImportReport report) {
    return notes
        .unfinished(id, bytes)
        .map(run -> run(run, file, report))
        .orElseGet(Outcome.NotThis::new);
  }

  private record Line(long number, MailAddress address, Choice choice) {}

  private Outcome run(ImportNotes.Run run, InputStream file, ImportReport report) {
    Seen seen = new Seen(random);
    Optional<ImportColumns> columns = Optional.empty();
    List<Line> batch = new ArrayList<>();
    long added = run.added();
    long last = 0;
    try (CsvReader reader = new CsvReader(file)) {
      for (Optional<CsvReader.Found> next = reader.next(); next.isPresent(); next = reader.next()) {
        last = next.get().line();
        if (!(next.get() instanceof CsvReader.Found.Values(long number, List<String> fields))) {
          tell(report, run, last, ImportReport.Why.MALFORMED);
          continue;
        }
        if (columns.isEmpty()) {
          columns = ImportColumns.of(fields);
          if (columns.isEmpty()) {
            notes.abandon(run.id());
            return new Outcome.NoAddresses();
          }
          if (columns.get().named()) {
            continue;
          }
        }
        line(run, number, fields, columns.get(), seen, report).ifPresent(batch::add);
        if (batch.size() == BATCH) {
          added += keep(run, batch, number, added);
          report.progress(number, added);
          batch.clear();
        }
      }
    }
    added += keep(run, batch, last, added);
    notes.finish(run.id());
    report.progress(last, added);
    return new Outcome.Done(run.id(), added);
  }

  private static void tell(
      ImportReport report, ImportNotes.Run run, long line, ImportReport.Why why) {
    if (line > run.lines()) {
      report.passedOver(line, why);
    }
  }

  /** Nothing for a line that adds nobody, or that was done before an interruption. */
  private Optional<Line> line(
      ImportNotes.Run run,
      long number,
      List<String> fields,
      ImportColumns columns,
      Seen seen,
      ImportReport report) {
    Optional<MailAddress> address = MailAddress.parse(columns.address(fields));
    if (address.isEmpty()) {
      tell(report, run, number, ImportReport.Why.NOT_AN_ADDRESS);
      return Optional.empty();
    }
    if (!seen.add(address.get().text().toLowerCase(Locale.ROOT))) {
      tell(report, run, number, ImportReport.Why.TWICE);
      return Optional.empty();
    }
    Choice choice = choice(run.order(), columns, fields);
    if (choice.letters().isEmpty()) {
      tell(report, run, number, ImportReport.Why.NO_LETTER);
      return Optional.empty();
    }
    return number > run.lines()
        ? Optional.of(new Line(number, address.get(), choice))
        : Optional.empty();
  }

  private Choice choice(ImportOrder order, ImportColumns columns, List<String> fields) {
    Publication now = publication.get();
    String wanted = columns.language(fields);
    String language =
        now.languages().stream()
            .map(Language::tag)
            .filter(tag -> wanted.equals(tag) || wanted.startsWith(tag + "-"))
            .findFirst()
            .orElse(order.usual().language().tag());
    Set<String> letters = columns.letters(fields);
    return Asked.choice(now, letters.isEmpty() ? order.usual().letters() : letters, language);
  }

  /** Keeps a batch and how far it goes; how many it adds. */
  private int keep(ImportNotes.Run run, List<Line> batch, long lines, long before) {
    boolean atOnce = run.order().ground().isPresent();
    List<byte[]> sealed = new ArrayList<>();
    if (atOnce) { // sealing takes longer than writing: nobody is to wait for it
      batch.forEach(line -> sealed.add(SealedAddress.seal(line.address(), rollKey)));
    }
    database.change(
        handle -> {
          if (atOnce) {
            roll.add(handle, sealed, batch.stream().map(Line::choice).toList());
          } else {
            batch.forEach(line -> invite(handle, line));
          }
          ImportNotes.progress(handle, run.id(), lines, before + batch.size());
        });
    return batch.size();
  }

  private void invite(Handle handle, Line line) {
    Asked asked = new Asked(Ids.next(random), line.address(), line.choice(), true);
    waiting.keep(handle, asked, Duration.ZERO, dropbox);
  }
}
