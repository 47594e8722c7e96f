package press.tamizdat.article;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import press.tamizdat.platform.db.Database;
import press.tamizdat.staff.Account;
import press.tamizdat.staff.Audit;
import press.tamizdat.staff.Right;

/**
 * An article's way from a draft to the press: submitted, sent back, ready, scheduled; planned,
 * under embargo, thrown away.
 *
 * <p>A move names the stage that it starts from, so that of two people who press a button at once
 * only one moves the article and the other is told. Every move is in the audit.
 */
public final class Flow {
  private static final int LONGEST_BRIEF = 4_000;

  private final Database database;
  private final Clock clock;
  private final Audit audit;
  private final Comments comments;

  public Flow(Database database, Clock clock, Comments comments) {
    this.database = database;
    this.clock = clock;
    this.audit = new Audit(clock);
    this.comments = comments;
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Moved(Stage from, Stage to) implements Outcome {}

    record Done() implements Outcome {}

    /**
     * It cannot be.
     *
     * @param key of a message
     * @param at the moment that the message speaks of
     */
    record Refused(String key, Optional<Instant> at) implements Outcome {
      static Refused of(String key) {
        return new Refused(key, Optional.empty());
      }
    }
  }

  public Optional<Standing> standing(String id) {
    return database.read(handle -> Standing.of(handle, id));
  }

  /** Asks an editor to read it. */
  public Outcome submit(Account by, String id) {
    return move(by, id, Stage.DRAFT, Stage.IN_REVIEW);
  }

  /** Takes it back from review. */
  public Outcome takeBack(Account by, String id) {
    return move(by, id, Stage.IN_REVIEW, Stage.DRAFT);
  }

  /** Sends it back to who wrote it, saying why. */
  public Outcome sendBack(Account by, String id, Stage from, String comment) {
    if (comment.isBlank()) {
      return Outcome.Refused.of("flow.refused.comment");
    }
    if (comment.length() > Comments.LONGEST) {
      return Outcome.Refused.of("flow.refused.comment-long");
    }
    return database.write(
        handle -> {
          Outcome outcome = move(handle, by, id, from, Stage.DRAFT);
          if (outcome instanceof Outcome.Moved) {
            comments.add(handle, by, id, "", comment, Optional.empty());
          }
          return outcome;
        });
  }

  /**
   * Moves it by hand, and back: the undo of a move is the move the other way. Into {@code
   * scheduled} leads only {@link #schedule}.
   */
  public Outcome move(Account by, String id, Stage from, Stage to) {
    return database.write(handle -> move(handle, by, id, from, to));
  }

  private Outcome move(Handle handle, Account by, String id, Stage from, Stage to) {
    Optional<Outcome> refusal = refusal(handle, by, id, from, to);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    int moved =
        handle
            .createUpdate(
                "UPDATE article SET stage = :to, scheduled_at = NULL, scheduled_revision = NULL,"
                    + " scheduled_by = NULL, missed = '', missed_about = '' WHERE id = :id AND stage = :from")
            .bind("id", id)
            .bind("from", from.word())
            .bind("to", to.word())
            .execute();
    if (moved != 1) {
      return Outcome.Refused.of("flow.refused.moved");
    }
    audit.note(handle, Optional.of(by.id()), "article.stage." + to.word(), id);
    return new Outcome.Moved(from, to);
  }

  private static Optional<Outcome> refusal(
      Handle handle, Account by, String id, Stage from, Stage to) {
    if (!by.may(rightFor(from, to)) || to == Stage.SCHEDULED || from == to) {
      return Optional.of(Outcome.Refused.of("flow.refused.right"));
    }
    return unmovable(Standing.of(handle, id));
  }

  private static Optional<Outcome> unmovable(Optional<Standing> standing) {
    if (standing.isEmpty()) {
      return Optional.of(Outcome.Refused.of("flow.refused.unknown"));
    }
    if (standing.get().binned().isPresent()) {
      return Optional.of(Outcome.Refused.of("flow.refused.binned"));
    }
    if (standing.get().state() == Article.State.TAKEN_DOWN) {
      return Optional.of(Outcome.Refused.of("flow.refused.taken-down"));
    }
    return Optional.empty();
  }

  /** Writers submit and take back; whatever else happens to a text is an editor's decision. */
  static Right rightFor(Stage from, Stage to) {
    boolean writers =
        (from == Stage.DRAFT && to == Stage.IN_REVIEW)
            || (from == Stage.IN_REVIEW && to == Stage.DRAFT);
    if (writers) {
      return Right.WRITE;
    }
    return from == Stage.SCHEDULED || to == Stage.SCHEDULED ? Right.PUBLISH : Right.REVIEW;
  }

  /** Whether the account may make this move. */
  public static boolean may(Account account, Stage from, Stage to) {
    return from != to && account.may(rightFor(from, to));
  }

  /**
   * Will publish a revision at a time.
   *
   * @param revision the newest, as whoever decides has seen it
   */
  public Outcome schedule(Account by, String id, int revision, Instant at) {
    return database.write(
        handle -> {
          Optional<Outcome> refusal = unschedulable(handle, by, id, revision, at);
          if (refusal.isPresent()) {
            return refusal.get();
          }
          Stage from = Standing.of(handle, id).orElseThrow().stage();
          changed(
              handle
                  .createUpdate(
                      "UPDATE article SET stage = 'scheduled', scheduled_at = :at, scheduled_revision = :revision,"
                          + " scheduled_by = :by, missed = '', missed_about = '' WHERE id = :id")
                  .bind("id", id)
                  .bind("at", at.toEpochMilli())
                  .bind("revision", revision)
                  .bind("by", by.id())
                  .execute());
          audit.note(handle, Optional.of(by.id()), "article.stage.scheduled", id);
          return new Outcome.Moved(from, Stage.SCHEDULED);
        });
  }

  private Optional<Outcome> unschedulable(
      Handle handle, Account by, String id, int revision, Instant at) {
    Optional<Standing> standing = Standing.of(handle, id);
    if (!by.may(Right.PUBLISH)) {
      return Optional.of(Outcome.Refused.of("flow.refused.right"));
    }
    Optional<Outcome> refusal = unmovable(standing);
    if (refusal.isPresent()) {
      return refusal;
    }
    if (revision < 1 || revision > standing.orElseThrow().revision()) {
      return Optional.of(Outcome.Refused.of("flow.refused.text-changed"));
    }
    if (!at.isAfter(clock.instant())) {
      return Optional.of(new Outcome.Refused("flow.refused.past", Optional.of(at)));
    }
    if (standing.get().embargoedAt(at)) {
      return Optional.of(new Outcome.Refused("flow.refused.embargo", standing.get().embargo()));
    }
    return Optional.empty();
  }

  /** Plans it: for a day, for somebody, with a note on what it is to be. */
  public Outcome plan(
      Account by, String id, Optional<LocalDate> day, Optional<String> assignee, String brief) {
    if (!by.may(Right.WRITE)) {
      return Outcome.Refused.of("flow.refused.right");
    }
    if (brief.length() > LONGEST_BRIEF) {
      return Outcome.Refused.of("flow.refused.brief");
    }
    return database.write(
        handle -> {
          int planned =
              handle
                  .createUpdate(
                      "UPDATE article SET planned_day = :day, assignee = :assignee, brief = :brief WHERE id = :id")
                  .bind("id", id)
                  .bind("day", day.map(LocalDate::toString))
                  .bind("assignee", assignee)
                  .bind("brief", brief.strip())
                  .execute();
          if (planned != 1) {
            return Outcome.Refused.of("flow.refused.unknown");
          }
          audit.note(handle, Optional.of(by.id()), "article.plan", id);
          return new Outcome.Done();
        });
  }

  /**
   * Puts it under an embargo, or lifts it. To lift one, or to bring its end nearer, is a breach of
   * a promise to somebody, so it takes an editor.
   */
  public Outcome embargo(Account by, String id, Optional<Instant> until) {
    return database.write(
        handle -> {
          Optional<Standing> standing = Standing.of(handle, id);
          Optional<Outcome> refusal = unembargoable(by, standing, until);
          if (refusal.isPresent()) {
            return refusal.get();
          }
          changed(
              handle
                  .createUpdate("UPDATE article SET embargo_until = :until WHERE id = :id")
                  .bind("id", id)
                  .bind("until", until.map(Instant::toEpochMilli))
                  .execute());
          audit.note(
              handle,
              Optional.of(by.id()),
              until.isPresent() ? "article.embargo" : "article.embargo.lift",
              id);
          return new Outcome.Done();
        });
  }

  private Optional<Outcome> unembargoable(
      Account by, Optional<Standing> standing, Optional<Instant> until) {
    Optional<Outcome> refusal = unmovable(standing);
    if (refusal.isPresent()) {
      return refusal;
    }
    Optional<Instant> before = standing.orElseThrow().embargo();
    boolean looser = before.isPresent() && (until.isEmpty() || until.get().isBefore(before.get()));
    if (!by.may(looser ? Right.PUBLISH : Right.WRITE)) {
      return Optional.of(new Outcome.Refused("flow.refused.embargo-right", before));
    }
    Optional<Instant> scheduled = standing.get().schedule().map(Standing.Schedule::at);
    if (until.isPresent() && scheduled.filter(s -> s.isBefore(until.get())).isPresent()) {
      return Optional.of(new Outcome.Refused("flow.refused.scheduled-before", scheduled));
    }
    return Optional.empty();
  }

  /**
   * Throws a draft away; it can be taken out again. What was ever published is never thrown away.
   */
  public Outcome bin(Account by, String id) {
    return bin(by, id, "flow.refused.published", Optional.of(clock.instant()));
  }

  /** Takes it out of the bin. */
  public Outcome unbin(Account by, String id) {
    return bin(by, id, "flow.refused.unknown", Optional.empty());
  }

  private Outcome bin(Account by, String id, String otherwise, Optional<Instant> at) {
    if (!by.may(Right.WRITE)) {
      return Outcome.Refused.of("flow.refused.right");
    }
    return database.write(
        handle -> {
          int binned =
              handle
                  .createUpdate(
                      "UPDATE article SET binned_at = :at WHERE id = :id AND state = 'draft'"
                          + " AND stage <> 'scheduled'")
                  .bind("id", id)
                  .bind("at", at.map(Instant::toEpochMilli))
                  .execute();
          if (binned != 1) {
            return Outcome.Refused.of(otherwise);
          }
          audit.note(
              handle, Optional.of(by.id()), at.isPresent() ? "article.bin" : "article.unbin", id);
          return new Outcome.Done();
        });
  }

  private static void changed(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("the article went away within a transaction");
    }
  }
}
