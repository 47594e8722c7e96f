package press.tamizdat.letter.bounce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import press.tamizdat.platform.db.Database;
import press.tamizdat.trust.Sha256;

/**
 * What follows from notices, complaints and refusals: counted, or off the roll.
 *
 * <p>What a sender is blamed for (block lists, spam filters, missing signatures) is counted for the
 * people here and not against the subscriber, whose mailbox may be all right.
 */
public final class Bounces {
  private static final Duration SEEN = Duration.ofDays(45);
  private static final Duration COUNTED = Duration.ofDays(400);

  private final Database database;
  private final OffTheRoll roll;
  private final Taken.Book taken;
  private final BounceRules rules;
  private final Clock clock;

  public Bounces(
      Database database, OffTheRoll roll, Taken.Book taken, BounceRules rules, Clock clock) {
    this.database = database;
    this.roll = roll;
    this.taken = taken;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Reads a message that came to a return path, and stores what follows. Once this has returned,
   * the message may go; the same one again does nothing.
   *
   * @param recipients of the envelope, if they are known
   */
  public Finding take(byte[] message, Collection<String> recipients) {
    Finding finding = BounceReading.read(message, recipients);
    String digest = Sha256.of(message).hex();
    if (!seen(digest)) {
      settle(finding.reason(), finding.about(), Optional.of(digest));
    }
    return finding;
  }

  /**
   * A relay has refused a message for good, or was asked in vain until nobody would ask any more.
   *
   * @param issue as the return path has it, base 36
   * @param reply without any address
   */
  public Reason refused(String subscriber, String issue, int code, String status, String reply) {
    String said = (code + " " + status + " " + reply).replace("[address]", "<@>").strip();
    Reason reason = Judgement.of(said, Status.in(status), said, true);
    settle(reason, Optional.of(new About(subscriber, issue)), Optional.empty());
    return reason;
  }

  /** The same where the issue is not told: a day counts for one. */
  public Reason refused(String subscriber, int code, String status, String reply) {
    return refused(subscriber, "", code, status, reply);
  }

  private boolean seen(String digest) {
    return database.read(handle -> seen(handle, digest));
  }

  private static boolean seen(Handle handle, String digest) {
    return handle
        .createQuery("SELECT 1 FROM bounce_seen WHERE digest = ?")
        .bind(0, digest)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private void settle(Reason reason, Optional<About> about, Optional<String> digest) {
    boolean off =
        about.isPresent()
            && !reason.ours()
            && switch (reason.verdict()) {
              case PERMANENT, COMPLAINT -> roll.take(about.get().subscriber(), reason.verdict());
              case TEMPORARY -> count(about.get());
              case NOTHING -> false;
            };
    database.change(
        handle -> {
          // Twice at the same time is counted once; being off the roll twice is no fault.
          if (digest.isEmpty() || note(handle, digest.get())) {
            tally(handle, reason, off);
          }
          if (off) {
            forget(handle, about.orElseThrow().subscriber());
          }
        });
  }

  /** Counts a failure; whether it was the last that is waited for, and they are off now. */
  private boolean count(About about) {
    boolean enough =
        database.write(
            handle -> {
              fail(handle, about);
              return isEnough(handle, about.subscriber());
            });
    return enough && roll.take(about.subscriber(), Verdict.TEMPORARY);
  }

  private void fail(Handle handle, About about) {
    String issue = about.issue().isEmpty() ? "@" + today() : about.issue();
    int _ =
        handle
            .createUpdate(
                """
                INSERT INTO bounce (subscriber, issue, at) VALUES (:subscriber, :issue, :at)
                ON CONFLICT (subscriber, issue) DO NOTHING
                """)
            .bind("subscriber", about.subscriber())
            .bind("issue", issue)
            .bind("at", clock.millis())
            .execute();
  }

  /** One issue that failed. */
  private record Failure(String issue, long at) {}

  private boolean isEnough(Handle handle, String subscriber) {
    List<Failure> failures = failures(handle, subscriber);
    if (failures.isEmpty()
        || failures.size() < rules.times()
        || span(failures).compareTo(rules.over()) < 0) {
      return false;
    }
    Optional<Instant> success = lastSuccess(handle, subscriber, failures);
    if (success.isEmpty()) {
      return true;
    }
    int _ =
        handle
            .createUpdate("DELETE FROM bounce WHERE subscriber = :subscriber AND at <= :at")
            .bind("subscriber", subscriber)
            .bind("at", success.get().toEpochMilli())
            .execute();
    return isEnough(handle, subscriber);
  }

  private static List<Failure> failures(Handle handle, String subscriber) {
    return handle
        .createQuery("SELECT issue, at FROM bounce WHERE subscriber = ? ORDER BY at")
        .bind(0, subscriber)
        .map((row, _) -> new Failure(row.getString("issue"), row.getLong("at")))
        .list();
  }

  private static Duration span(List<Failure> failures) {
    return Duration.ofMillis(failures.getLast().at() - failures.getFirst().at());
  }

  /** When an issue got through: a relay took it, and no notice came of it for long enough. */
  private Optional<Instant> lastSuccess(Handle handle, String subscriber, List<Failure> failures) {
    Set<String> failed = new HashSet<>();
    failures.forEach(f -> failed.add(f.issue()));
    Instant from = Instant.ofEpochMilli(failures.getFirst().at());
    return taken.between(handle, subscriber, from, clock.instant().minus(rules.silence())).stream()
        .filter(t -> !failed.contains(t.issue()))
        .map(Taken::at)
        .max(Instant::compareTo);
  }

  private boolean note(Handle handle, String digest) {
    return handle
            .createUpdate(
                "INSERT INTO bounce_seen (digest, at) VALUES (:digest, :at)"
                    + " ON CONFLICT (digest) DO NOTHING")
            .bind("digest", digest)
            .bind("at", clock.millis())
            .execute()
        == 1;
  }

  private void tally(Handle handle, Reason reason, boolean off) {
    int _ =
        handle
            .createUpdate(
                """
                INSERT INTO bounce_tally (day, reason, times, removed)
                VALUES (:day, :reason, 1, :removed)
                ON CONFLICT (day, reason) DO UPDATE SET
                  times = bounce_tally.times + 1, removed = bounce_tally.removed + excluded.removed
                """)
            .bind("day", today().toString())
            .bind("reason", reason.name())
            .bind("removed", off ? 1 : 0)
            .execute();
  }

  private static void forget(Handle handle, String subscriber) {
    int _ =
        handle
            .createUpdate("DELETE FROM bounce WHERE subscriber = ?")
            .bind(0, subscriber)
            .execute();
  }

  /** How often something came back, by reason. */
  public List<Count> counts(LocalDate from, LocalDate until) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT day, reason, times, removed FROM bounce_tally
                    WHERE day >= :from AND day <= :until ORDER BY day, reason
                    """)
                .bind("from", from.toString())
                .bind("until", until.toString())
                .map(
                    (row, _) ->
                        new Count(
                            LocalDate.parse(row.getString("day")),
                            Reason.valueOf(row.getString("reason")),
                            row.getLong("times"),
                            row.getLong("removed")))
                .list());
  }

  /**
   * What came back on one day (UTC).
   *
   * @param removed of those, how many took somebody off the roll
   */
  public record Count(LocalDate day, Reason reason, long times, long removed) {}

  /** Drops what can no longer count; to be called now and then. */
  public void forgetOld() {
    database.change(
        handle -> {
          int _ = before(handle, "DELETE FROM bounce_seen WHERE at < ?", SEEN);
          int _ = before(handle, "DELETE FROM bounce WHERE at < ?", COUNTED);
        });
  }

  private int before(Handle handle, String delete, Duration age) {
    return handle.createUpdate(delete).bind(0, clock.instant().minus(age).toEpochMilli()).execute();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }
}
