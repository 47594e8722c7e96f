package press.tamizdat.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.random.RandomGenerator;
import press.tamizdat.article.Articles;
import press.tamizdat.article.Comments;
import press.tamizdat.article.Content;
import press.tamizdat.article.Flow;
import press.tamizdat.article.Stage;
import press.tamizdat.platform.db.Database;
import press.tamizdat.staff.Account;
import press.tamizdat.staff.Accounts;

/** What lies on the sample newsroom's desk: texts on their way, and what is said about them. */
public final class SampleDesk {
  private final Database database;
  private final Clock clock;
  private final ZoneId zone;
  private final Articles articles;
  private final Accounts accounts;
  private final Comments comments;
  private final Flow flow;

  public SampleDesk(Database database, Clock clock, RandomGenerator random, ZoneId zone) {
    this.database = database;
    this.clock = clock;
    this.zone = zone;
    this.articles = new Articles(database, clock, random);
    this.accounts = new Accounts(database, clock, random);
    this.comments = new Comments(database, clock, random);
    this.flow = new Flow(database, clock, comments);
  }

  /** Puts a text on the desk, through the hands that it would have gone through. */
  void lay(SampleDraft draft, Content content) {
    Account writer = account(draft.by());
    Account editor = account("Vera Lindt");
    String id = articles.begin(content, writer.id());
    LocalDate day = LocalDate.now(clock.withZone(zone)).plusDays(draft.day());
    done(flow.plan(writer, id, Optional.of(day), Optional.of(writer.id()), draft.brief()), id);
    Stage stage = Stage.ofWord(draft.stage()).orElseThrow();
    if (stage != Stage.DRAFT) {
      done(flow.submit(writer, id), id);
    }
    for (SampleDraft.Remark remark : draft.remarks()) {
      var said = comments.add(account(remark.by()), id, remark.quote(), remark.text());
      if (said instanceof Comments.Outcome.Refused refused) {
        throw new IllegalStateException(draft.article().key() + ": " + refused);
      }
    }
    if (stage == Stage.READY || stage == Stage.SCHEDULED) {
      done(flow.move(editor, id, Stage.IN_REVIEW, Stage.READY), id);
    }
    if (draft.embargo() > 0) {
      done(flow.embargo(editor, id, Optional.of(in(draft.embargo()))), id);
    }
    if (stage == Stage.SCHEDULED) {
      done(flow.schedule(editor, id, 1, in(draft.hours())), id);
    }
  }

  /** On the hour, as people plan. */
  private Instant in(int hours) {
    return clock
        .instant()
        .plus(Duration.ofHours(hours))
        .truncatedTo(java.time.temporal.ChronoUnit.HOURS);
  }

  private Account account(String penName) {
    return accounts.named(penName).orElseThrow();
  }

  private static void done(Flow.Outcome outcome, String id) {
    if (outcome instanceof Flow.Outcome.Refused(String key, var _)) {
      throw new IllegalStateException(id + ": " + key);
    }
  }

  /**
   * Moves all plans by whole days, so that a newsroom that was prepared some time ago has today's
   * work before it.
   */
  public void bringUpToDate() {
    long days =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT coalesce(max(created_at), :now) FROM article")
                    .bind("now", clock.millis())
                    .map((row, context) -> Instant.ofEpochMilli(row.getLong(1)))
                    .map(made -> Duration.between(made, clock.instant()).toDays())
                    .one());
    if (days > 0) {
      database.change(
          handle ->
              handle
                  .createUpdate(
                      "UPDATE article SET scheduled_at = scheduled_at + :millis, embargo_until = embargo_until + :millis,"
                          + " planned_day = date(planned_day, :days) WHERE planned_day IS NOT NULL")
                  .bind("millis", Duration.ofDays(days).toMillis())
                  .bind("days", "+" + days + " days")
                  .execute());
    }
  }
}
