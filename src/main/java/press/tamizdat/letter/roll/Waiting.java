package press.tamizdat.letter.roll;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.db.Database;
import press.tamizdat.trust.envelope.Envelope;
import press.tamizdat.trust.sealing.OpeningKey;
import press.tamizdat.trust.sealing.SealingKey;

/**
 * Sign-ups that cannot be answered yet. They wait here and not in the dropbox, where they would
 * stand in the way of everything else; sealed as they were there.
 */
final class Waiting {
  /** After that a confirmation would surprise whoever signed up. */
  private static final Duration SIGN_UP_LASTS = Duration.ofHours(24);

  private static final Duration INVITATION_LASTS = Duration.ofDays(30);

  private final Database database;
  private final Clock clock;

  Waiting(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Keeps it until it is {@link #settle}d, or too old; one that is kept already stays as it is. */
  void keep(Asked asked, Duration pause, SealingKey dropbox) {
    database.change(handle -> keep(handle, asked, pause, dropbox));
  }

  void keep(Handle handle, Asked asked, Duration pause, SealingKey dropbox) {
    long now = clock.millis();
    Duration lasts = asked.invited() ? INVITATION_LASTS : SIGN_UP_LASTS;
    int _ =
        handle
            .createUpdate(
                """
                INSERT INTO roll_waiting (envelope, sealed, invited, due, until)
                VALUES (:envelope, :sealed, :invited, :due, :until)
                ON CONFLICT DO NOTHING
                """)
            .bind("envelope", asked.envelope())
            .bind("sealed", dropbox.seal(asked.again(clock.instant()).toJson()))
            .bind("invited", asked.invited() ? 1 : 0)
            .bind("due", now + pause.toMillis())
            .bind("until", now + lasts.toMillis())
            .execute();
  }

  boolean has(String envelope) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT 1 FROM roll_waiting WHERE envelope = ?")
                .bind(0, envelope)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /** How many wait. */
  long size() {
    return database.read(
        handle -> handle.createQuery("SELECT COUNT(*) FROM roll_waiting").mapTo(Long.class).one());
  }

  @SuppressWarnings("ArrayRecordComponent") // opened, never compared
  private record Row(String envelope, byte[] sealed) {}

  /** Some whose time has come; those of readers first. */
  List<Asked> due(int most, OpeningKey dropbox, Publication publication) {
    List<Row> rows =
        database.read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT envelope, sealed FROM roll_waiting
                        WHERE due <= :now ORDER BY invited, due LIMIT :most
                        """)
                    .bind("now", clock.millis())
                    .bind("most", most)
                    .map((r, context) -> new Row(r.getString("envelope"), r.getBytes("sealed")))
                    .list());
    return rows.stream().flatMap(row -> read(row, dropbox, publication).stream()).toList();
  }

  private Optional<Asked> read(Row row, OpeningKey dropbox, Publication publication) {
    Asked.Reading reading =
        dropbox
            .open(row.sealed())
            .flatMap(json -> Envelope.parse(row.envelope(), json))
            .map(envelope -> Asked.read(envelope, publication))
            .orElse(new Asked.Reading.Unusable("sealed to another key"));
    return switch (reading) {
      case Asked.Reading.Read(Asked asked) -> Optional.of(asked);
      case Asked.Reading.Unusable _ -> { // the letter was given up meanwhile, or the key is new
        settle(row.envelope());
        yield Optional.empty();
      }
    };
  }

  void putOff(String envelope, Duration pause) {
    database.change(
        handle -> {
          int _ =
              handle
                  .createUpdate("UPDATE roll_waiting SET due = :due WHERE envelope = :envelope")
                  .bind("due", clock.millis() + pause.toMillis())
                  .bind("envelope", envelope)
                  .execute();
        });
  }

  /** It need not wait any more. */
  void settle(String envelope) {
    int _ =
        database.erase(
            handle ->
                handle
                    .createUpdate("DELETE FROM roll_waiting WHERE envelope = ?")
                    .bind(0, envelope)
                    .execute());
  }

  /** Erases what waited in vain; how many. */
  int forgetOld() {
    long now = clock.millis();
    return database.read(handle -> isAny(handle, now))
        ? database.erase(
            handle ->
                handle
                    .createUpdate("DELETE FROM roll_waiting WHERE until <= ?")
                    .bind(0, now)
                    .execute())
        : 0;
  }

  private static boolean isAny(Handle handle, long now) {
    return handle
        .createQuery("SELECT 1 FROM roll_waiting WHERE until <= ? LIMIT 1")
        .bind(0, now)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
