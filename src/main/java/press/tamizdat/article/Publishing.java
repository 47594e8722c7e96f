package press.tamizdat.article;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import press.tamizdat.article.published.Correction;
import press.tamizdat.platform.db.Database;
import press.tamizdat.staff.Account;
import press.tamizdat.staff.Audit;
import press.tamizdat.staff.Right;

/**
 * What editors do to what readers have: publish, correct, take down; and what is published by
 * itself when its time has come.
 *
 * <p>Every step is one transaction. What cannot be printed is not published: one article that does
 * not fit its pages would keep every other out of the next edition.
 */
public final class Publishing {
  private final Database database;
  private final Clock clock;
  private final PublishArticle publish;
  private final TakeDownArticle takeDown;
  private final Articles articles;
  private final Audit audit;
  private final BiFunction<Handle, String, Optional<String>> proof;

  /**
   * @param proof prints the article as it stands on this handle and throws the pages away; says by
   *     a message key why it cannot be printed
   */
  public Publishing(
      Database database,
      Clock clock,
      ZoneId zone,
      Articles articles,
      BiFunction<Handle, String, Optional<String>> proof) {
    this.database = database;
    this.clock = clock;
    this.publish = new PublishArticle(database, clock, zone);
    this.takeDown = new TakeDownArticle(database, clock);
    this.articles = articles;
    this.audit = new Audit(clock);
    this.proof = proof;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * It is in the next edition.
     *
     * @param changed whether readers will see anything new
     */
    record Out(String id, boolean changed) implements Outcome {}

    /** It leaves readers with the next edition. */
    record Gone(String id) implements Outcome {}

    /**
     * It is saved and can be published as this revision.
     *
     * @param id of the article, which is a new one for a copy
     */
    record Saved(String id, int revision) implements Outcome {}

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

  /**
   * Publishes a revision.
   *
   * @param revision the one that whoever publishes has seen
   */
  public Outcome publish(Account by, String id, int revision) {
    if (!by.may(Right.PUBLISH)) {
      return Outcome.Refused.of("flow.refused.right");
    }
    return database.write(handle -> publish(handle, Optional.of(by.id()), id, revision));
  }

  private Outcome publish(Handle handle, Optional<String> by, String id, int revision) {
    Optional<Standing> standing = Standing.of(handle, id);
    Optional<Article> article = Articles.find(handle, id, revision);
    if (standing.isEmpty() || article.isEmpty()) {
      return Outcome.Refused.of("flow.refused.unknown");
    }
    if (standing.get().binned().isPresent()) {
      return Outcome.Refused.of("flow.refused.binned");
    }
    if (standing.get().embargoedAt(clock.instant())) {
      return new Outcome.Refused("flow.refused.embargo", standing.get().embargo());
    }
    if (!AsPublished.missingPictures(handle, article.get().content()).isEmpty()) {
      return Outcome.Refused.of("flow.refused.picture");
    }
    return switch (publish.publish(handle, article.get())) {
      case PublishArticle.Outcome.TakenDown t -> Outcome.Refused.of("flow.refused.taken-down");
      case PublishArticle.Outcome.Lacking(String what) ->
          Outcome.Refused.of("flow.refused.lacks-" + what);
      case PublishArticle.Outcome.Published p -> printed(handle, by, id, true);
      case PublishArticle.Outcome.Unchanged u -> printed(handle, by, id, false);
    };
  }

  private Outcome printed(Handle handle, Optional<String> by, String id, boolean changed) {
    Optional<String> unprintable = proof.apply(handle, id);
    if (unprintable.isPresent()) {
      handle.rollback();
      return Outcome.Refused.of(unprintable.get());
    }
    settle(handle, id);
    audit.note(handle, by, "article.publish", id);
    return new Outcome.Out(id, changed);
  }

  private static void settle(Handle handle, String id) {
    int settled =
        handle
            .createUpdate(
                "UPDATE article SET stage = 'draft', scheduled_at = NULL, scheduled_revision = NULL,"
                    + " scheduled_by = NULL, missed = '', missed_about = '' WHERE id = :id")
            .bind("id", id)
            .execute();
    if (settled != 1) {
      throw new IllegalStateException("the article went away within a transaction");
    }
  }

  /**
   * Publishes a revision, has a look at what came of it, and takes all back.
   *
   * @param look sees the article as it would stand, or not, with the reason; on a handle whose
   *     changes nobody else ever sees
   * @throws IllegalArgumentException if there is no such revision
   */
  public <T> T rehearse(
      String id, int revision, BiFunction<Handle, PublishArticle.Outcome, T> look) {
    return database.write(
        handle -> {
          Article article =
              Articles.find(handle, id, revision)
                  .orElseThrow(() -> new IllegalArgumentException("no such revision of " + id));
          T seen = look.apply(handle, publish.publish(handle, article));
          handle.rollback();
          return seen;
        });
  }

  /** Takes an article down, has a look at what came of it, and takes all back. */
  public <T> T rehearseTakeDown(String id, String reason, Function<Handle, T> look) {
    return database.write(
        handle -> {
          takeDown.takeDown(handle, id, reason);
          T seen = look.apply(handle);
          handle.rollback();
          return seen;
        });
  }

  /** Articles whose time has come, the longest overdue first. */
  public List<String> due() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM article WHERE scheduled_at <= :now AND stage = 'scheduled'"
                        + " ORDER BY scheduled_at, id")
                .bind("now", clock.millis())
                .mapTo(String.class)
                .list());
  }

  /**
   * Publishes an article whose time has come, once: its leaving {@code scheduled} and its becoming
   * public are one change. Where it cannot be published it is made ready again, and says why.
   *
   * @return empty if it was moved meanwhile
   */
  public Optional<Outcome> publishDue(String id) {
    Optional<Outcome> outcome =
        database.write(
            handle ->
                isDue(handle, id).map(s -> publish(handle, Optional.of(s.by()), id, s.revision())));
    if (outcome.isPresent() && outcome.get() instanceof Outcome.Refused refused) {
      miss(id, refused.key());
    }
    return outcome;
  }

  private Optional<Standing.Schedule> isDue(Handle handle, String id) {
    return Standing.of(handle, id)
        .filter(s -> s.stage() == Stage.SCHEDULED)
        .flatMap(Standing::schedule)
        .filter(s -> !s.at().isAfter(clock.instant()));
  }

  /** Notes that an article could not be published at its time. */
  public void miss(String id, String key) {
    database.change(
        handle ->
            isDue(handle, id)
                .ifPresent(
                    s -> {
                      settle(handle, id);
                      int noted =
                          handle
                              .createUpdate(
                                  "UPDATE article SET stage = 'ready', missed = :key, missed_about = :at WHERE id = :id")
                              .bind("id", id)
                              .bind("key", key)
                              .bind("at", String.valueOf(s.at().toEpochMilli()))
                              .execute();
                      assert noted == 1;
                      audit.note(handle, Optional.empty(), "article.missed", id);
                    }));
  }

  /**
   * Says a correction of a published article. It is public when the revision that it is saved in is
   * published.
   *
   * @param withNewest whether the newest text goes out with it; if not, the published text does,
   *     and the newest keeps the correction for when it follows
   * @return the revision to publish
   */
  public Outcome correct(Account by, String id, String text, boolean withNewest) {
    if (!by.may(Right.PUBLISH)) {
      return Outcome.Refused.of("flow.refused.right");
    }
    if (text.isBlank()) {
      return Outcome.Refused.of("flow.refused.correction");
    }
    return database.write(
        handle -> {
          Optional<Standing> standing = Standing.of(handle, id).filter(s -> s.out().isPresent());
          if (standing.isEmpty()) {
            return Outcome.Refused.of("flow.refused.not-published");
          }
          Instant now = clock.instant();
          Content newest = Articles.find(handle, id).orElseThrow().content();
          boolean both = !withNewest && standing.get().unpublishedChanges();
          Content corrected =
              both
                  ? Articles.find(handle, id, standing.get().out().orElseThrow())
                      .orElseThrow()
                      .content()
                  : newest;
          save(handle, by, id, corrected(corrected, now, text));
          if (both) {
            save(handle, by, id, corrected(newest, now, text));
          }
          audit.note(handle, Optional.of(by.id()), "article.correct", id);
          int last = Standing.of(handle, id).orElseThrow().revision();
          return new Outcome.Saved(id, both ? last - 1 : last);
        });
  }

  private void save(Handle handle, Account by, String id, Content content) {
    int number =
        RevisionTable.add(
            handle,
            id,
            content,
            Revision.Kind.SAVED,
            Optional.of(by.id()),
            Optional.empty(),
            clock.instant());
    assert number > 1;
  }

  private static Content corrected(Content content, Instant now, String text) {
    List<Correction> corrections = new ArrayList<>(content.corrections());
    corrections.add(new Correction(now, text.strip()));
    return content.withCorrections(List.copyOf(corrections), Optional.of(now));
  }

  /** Takes back a correction that readers have not seen yet. */
  public Outcome uncorrect(Account by, String id, Instant at) {
    if (!by.may(Right.PUBLISH)) {
      return Outcome.Refused.of("flow.refused.right");
    }
    return database.write(
        handle -> {
          Optional<Standing> standing = Standing.of(handle, id);
          Optional<Content> newest = Articles.find(handle, id).map(Article::content);
          Optional<Content> readers =
              standing
                  .flatMap(Standing::out)
                  .flatMap(n -> Articles.find(handle, id, n))
                  .map(Article::content);
          List<Correction> out = readers.map(Content::corrections).orElse(List.of());
          if (newest.isEmpty() || out.stream().anyMatch(c -> c.at().equals(at))) {
            return Outcome.Refused.of("flow.refused.correction-out");
          }
          List<Correction> rest =
              newest.get().corrections().stream().filter(c -> !c.at().equals(at)).toList();
          save(
              handle,
              by,
              id,
              newest.get().withCorrections(rest, readers.flatMap(Content::updated)));
          audit.note(handle, Optional.of(by.id()), "article.uncorrect", id);
          return new Outcome.Saved(id, standing.orElseThrow().revision() + 1);
        });
  }

  /**
   * Takes a published article away from readers, for good.
   *
   * @param reason plain text, shown to readers
   */
  public Outcome takeDown(Account by, String id, String reason) {
    if (!by.may(Right.PUBLISH)) {
      return Outcome.Refused.of("flow.refused.right");
    }
    if (reason.isBlank()) {
      return Outcome.Refused.of("flow.refused.reason");
    }
    return database.write(
        handle -> {
          if (Standing.of(handle, id).flatMap(Standing::out).isEmpty()) {
            return Outcome.Refused.of("flow.refused.not-published");
          }
          takeDown.takeDown(handle, id, reason.strip());
          settle(handle, id);
          audit.note(handle, Optional.of(by.id()), "article.take-down", id);
          return new Outcome.Gone(id);
        });
  }

  /** Begins a new draft with the text of an article, which may be taken down. */
  public Outcome copy(Account by, String id) {
    if (!by.may(Right.WRITE)) {
      return Outcome.Refused.of("flow.refused.right");
    }
    return database.write(
        handle ->
            Articles.find(handle, id)
                .<Outcome>map(
                    article -> {
                      String copy =
                          articles.create(
                              handle,
                              article.content().asNew(),
                              Optional.empty(),
                              Revision.Kind.BEGUN,
                              Optional.of(by.id()));
                      audit.note(handle, Optional.of(by.id()), "article.copy", copy);
                      return new Outcome.Saved(copy, 1);
                    })
                .orElseGet(() -> Outcome.Refused.of("flow.refused.unknown")));
  }
}
