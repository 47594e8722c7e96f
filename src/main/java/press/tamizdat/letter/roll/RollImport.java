package press.tamizdat.letter.roll;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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
import press.tamizdat.trust.sealing.SealingKey;

/**
 * Brings addresses in from a file of comma-separated values: the address, and where there are such
 * columns the language and the letters.
 *
 * <p>It takes public keys alone, works in batches that are kept whole or not at all, and goes on
 * after an interruption where it stopped. With a lawful ground people are on the roll at once;
 * without one each is asked for a confirmation first, as mail limits allow. It cannot know who is on
 * the roll already, nor who has left: that is nowhere kept.
 */
public final class RollImport {
  private static final int BATCH = 1000;

  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;
  private final SealingKey rollKey;
  private final SealingKey dropbox;
  private final Supplier<Publication> publication;
  private final Roll roll;
  private final Waiting waiting;

  public RollImport(
      Database database,
      Clock clock,
      RandomGenerator random,
      SealingKey rollKey,
      SealingKey dropbox,
      Supplier<Publication> publication) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.rollKey = rollKey;
    this.dropbox = dropbox;
    this.publication = publication;
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
    database.change(
        handle -> {
          int _ =
              handle
                  .createUpdate(
                      """
                      INSERT INTO roll_import
                        (id, at, account, ground, letters, language, bytes, lines, added)
                      VALUES (:id, :at, :account, :ground, :letters, :language, :bytes, 0, 0)
                      """)
                  .bind("id", id)
                  .bind("at", clock.millis())
                  .bind("account", order.account())
                  .bind("ground", order.ground().orElse(""))
                  .bind("letters", String.join(" ", order.usual().sorted()))
                  .bind("language", order.usual().language().tag())
                  .bind("bytes", bytes)
                  .execute();
        });
    begun.as(id);
    return run(new Run(id, order, 0, 0), file, report);
  }

  /** Is told under which id an import can be resumed. */
  public interface Begun {
    void as(String id);
  }

  /** Goes on with an import that was interrupted. */
  public Outcome resume(String id, InputStream file, long bytes, ImportReport report) {
    return database
        .read(handle -> unfinished(handle, id, bytes))
        .map(run -> run(run, file, report))
        .orElseGet(Outcome.NotThis::new);
  }

  private static Optional<Run> unfinished(Handle handle, String id, long bytes) {
    return handle
        .createQuery(
            """
            SELECT account, ground, letters, language, lines, added FROM roll_import
            WHERE id = :id AND bytes = :bytes AND finished IS NULL
            """)
        .bind("id", id)
        .bind("bytes", bytes)
        .map(
            (row, context) ->
                new Run(
                    id,
                    new ImportOrder(
                        Optional.of(row.getString("ground")),
                        row.getString("account"),
                        new Choice(
                            new HashSet<>(Arrays.asList(row.getString("letters").split(" "))),
                            new Language(row.getString("language")))),
                    row.getLong("lines"),
                    row.getLong("added")))
        .findOne();
  }

  /** An import under way: how many lines are done, how many of them were added. */
  private record Run(String id, ImportOrder order, long lines, long added) {}

  private record Line(long number, MailAddress address, Choice choice) {}

  private Outcome run(Run run, InputStream file, ImportReport report) {
    SeenOnce seen = new SeenOnce(random);
    Optional<ImportColumns> columns = Optional.empty();
    List<Line> batch = new ArrayList<>();
    long added = run.added();
    long last = 0;
    try (CsvReader reader = new CsvReader(file)) {
      for (Optional<CsvReader.Found> next = reader.next();
          next.isPresent();
          next = reader.next()) {
        last = next.get().line();
        if (!(next.get() instanceof CsvReader.Found.Values(long number, List<String> fields))) {
          tell(report, run, last, ImportReport.Why.MALFORMED);
          continue;
        }
        if (columns.isEmpty()) {
          columns = ImportColumns.of(fields);
          if (columns.isEmpty()) {
            return abandon(run);
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
    finish(run);
    report.progress(last, added);
    return new Outcome.Done(run.id(), added);
  }

  private static void tell(ImportReport report, Run run, long line, ImportReport.Why why) {
    if (line > run.lines()) {
      report.passedOver(line, why);
    }
  }

  /** Nothing for a line that adds nobody, or that was done before an interruption. */
  private Optional<Line> line(
      Run run,
      long number,
      List<String> fields,
      ImportColumns columns,
      SeenOnce seen,
      ImportReport report) {
    Optional<MailAddress> address = MailAddress.parse(columns.address(fields));
    if (address.isEmpty()) {
      tell(report, run, number, ImportReport.Why.NOT_AN_ADDRESS);
      return Optional.empty();
    }
    if (!seen.isNew(address.get())) {
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
  private int keep(Run run, List<Line> batch, long lines, long before) {
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
          progress(handle, run.id(), lines, before + batch.size());
        });
    return batch.size();
  }

  private void invite(Handle handle, Line line) {
    Asked asked = new Asked(Ids.next(random), line.address(), line.choice(), true);
    waiting.keep(handle, asked, Duration.ZERO, dropbox);
  }

  private static void progress(Handle handle, String id, long lines, long added) {
    int _ =
        handle
            .createUpdate("UPDATE roll_import SET lines = :lines, added = :added WHERE id = :id")
            .bind("lines", lines)
            .bind("added", added)
            .bind("id", id)
            .execute();
  }

  private void finish(Run run) {
    database.change(
        handle -> {
          int _ =
              handle
                  .createUpdate("UPDATE roll_import SET finished = ? WHERE id = ?")
                  .bind(0, clock.millis())
                  .bind(1, run.id())
                  .execute();
        });
  }

  /** Nothing was brought in, so there is nothing to remember. */
  private Outcome abandon(Run run) {
    database.change(
        handle -> {
          int _ =
              handle
                  .createUpdate("DELETE FROM roll_import WHERE id = ?")
                  .bind(0, run.id())
                  .execute();
        });
    return new Outcome.NoAddresses();
  }

  /** Imports as they were noted, the newest first. */
  public List<Noted> noted(int most) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, at, account, ground, added, finished FROM roll_import
                    ORDER BY at DESC, id LIMIT ?
                    """)
                .bind(0, most)
                .map(
                    (row, context) ->
                        new Noted(
                            row.getString("id"),
                            java.time.Instant.ofEpochMilli(row.getLong("at")),
                            row.getString("account"),
                            row.getString("ground"),
                            row.getLong("added"),
                            row.getObject("finished") != null))
                .list());
  }

  /** One of them; an empty ground means that each was asked for a confirmation. */
  public record Noted(
      String id,
      java.time.Instant at,
      String account,
      String ground,
      long added,
      boolean finished) {}
}
