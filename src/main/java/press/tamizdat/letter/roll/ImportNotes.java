package press.tamizdat.letter.roll;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;

/** What was brought in, when, by whom and on what lawful ground; and how far it has come. */
public final class ImportNotes {
  private final Database database;
  private final Clock clock;

  public ImportNotes(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * An import.
   *
   * @param account a pen name; empty for whoever sat at the machine
   * @param ground empty where each was asked for a confirmation
   */
  public record Note(
      String id, Instant at, String account, String ground, long added, boolean finished) {}

  /** The newest first. */
  public List<Note> newest(int most) {
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
                        new Note(
                            row.getString("id"),
                            Instant.ofEpochMilli(row.getLong("at")),
                            row.getString("account"),
                            row.getString("ground"),
                            row.getLong("added"),
                            row.getObject("finished") != null))
                .list());
  }

  /**
   * An import under way.
   *
   * @param lines how many are done
   * @param added how many of them added somebody
   */
  record Run(String id, ImportOrder order, long lines, long added) {}

  Run begin(String id, ImportOrder order, long bytes) {
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
    return new Run(id, order, 0, 0);
  }

  /** One that was interrupted, of a file of this length. */
  Optional<Run> unfinished(String id, long bytes) {
    return database.read(
        handle ->
            handle
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
                                    new HashSet<>(
                                        Arrays.asList(row.getString("letters").split(" "))),
                                    new Language(row.getString("language")))),
                            row.getLong("lines"),
                            row.getLong("added")))
                .findOne());
  }

  static void progress(Handle handle, String id, long lines, long added) {
    int _ =
        handle
            .createUpdate("UPDATE roll_import SET lines = :lines, added = :added WHERE id = :id")
            .bind("lines", lines)
            .bind("added", added)
            .bind("id", id)
            .execute();
  }

  void finish(String id) {
    database.change(
        handle -> {
          int _ =
              handle
                  .createUpdate("UPDATE roll_import SET finished = ? WHERE id = ?")
                  .bind(0, clock.millis())
                  .bind(1, id)
                  .execute();
        });
  }

  /** Nothing was brought in, so there is nothing to remember. */
  void abandon(String id) {
    database.change(
        handle -> {
          int _ = handle.createUpdate("DELETE FROM roll_import WHERE id = ?").bind(0, id).execute();
        });
  }
}
