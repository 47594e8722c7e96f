package press.tamizdat.article;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import press.tamizdat.platform.db.Database;

/**
 * The revisions of an article, and how what is typed becomes one.
 *
 * <p>Nothing that reached the desk is ever lost: a revision is never changed nor removed, and a
 * text that cannot become the newest revision stays as its writer's {@link WorkingCopy}, or is set
 * aside as a revision that can be restored. Nobody writes over a revision that they have not seen.
 *
 * <p>Of the newest revision, what is not typed on the writing page (corrections, times) always
 * stays, whatever is saved on top.
 */
public final class Revisions {
  private final Database database;
  private final Clock clock;

  public Revisions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public Optional<Revision> find(String article, int number) {
    return database.read(handle -> RevisionTable.find(handle, article, number));
  }

  /** The newest first, those below a number. */
  public List<Revision> newestFirst(String article, int before, int most) {
    return database.read(handle -> RevisionTable.newestFirst(handle, article, before, most));
  }

  /** Saves, on purpose. */
  public Saving save(Manuscript manuscript) {
    return database.write(handle -> save(handle, manuscript));
  }

  private Saving save(Handle handle, Manuscript manuscript) {
    String article = manuscript.article();
    Revision newest = RevisionTable.newest(handle, article);
    Content content = manuscript.content().withRecordOf(newest.content());
    if (content.equals(newest.content())) {
      forget(handle, manuscript);
      return new Saving.Unchanged(newest.number());
    }
    if (isPassed(handle, manuscript, newest)) {
      int unsure = new WorkingCopies(database, clock).put(handle, manuscript, newest);
      return new Saving.Newer(unsure);
    }
    forget(handle, manuscript);
    return new Saving.Saved(
        RevisionTable.add(
            handle,
            article,
            content,
            Revision.Kind.SAVED,
            Optional.of(manuscript.account()),
            Optional.empty(),
            clock.instant()));
  }

  /** What this page has sent before is in the revision now. Another page's text stays. */
  private static void forget(Handle handle, Manuscript manuscript) {
    WorkingCopyTable.find(handle, manuscript.article(), manuscript.account())
        .map(WorkingCopyTable.Row::manuscript)
        .filter(
            kept ->
                kept.page().equals(manuscript.page())
                    || kept.content().readsAs(manuscript.content()))
        .ifPresent(kept -> WorkingCopyTable.remove(handle, kept.article(), kept.account()));
  }

  /**
   * Whether somebody changed the text after the revision that the manuscript is typed on top of. A
   * revision that changes only what the writing page does not show, or that the program made of the
   * writer's own text, does not count.
   */
  static boolean isPassed(Handle handle, Manuscript manuscript, Revision newest) {
    if (manuscript.base() == newest.number()
        || !RevisionTable.isPassedByOthers(handle, manuscript)) {
      return false;
    }
    return RevisionTable.find(handle, manuscript.article(), manuscript.base())
        .map(base -> !base.content().readsAs(newest.content()))
        .orElse(true);
  }

  /** What came of making a working copy into a revision. */
  public sealed interface Settled {
    /** There was nothing that is not saved. */
    record Nothing() implements Settled {}

    /** It is the newest revision. */
    record Kept(int revision) implements Settled {}

    /** Somebody else's revision is newer; the working copy stays, to be compared first. */
    record Newer(int newest) implements Settled {}
  }

  /**
   * Makes what this account has typed and not saved into a revision, before anything is done with
   * the article: submitted, published, previewed.
   */
  public static Settled settle(Handle handle, String article, String account, Instant now) {
    return WorkingCopyTable.find(handle, article, account)
        .map(row -> settle(handle, row.manuscript(), Revision.Kind.SAVED, now))
        .orElseGet(Settled.Nothing::new);
  }

  private static Settled settle(
      Handle handle, Manuscript manuscript, Revision.Kind kind, Instant now) {
    Revision newest = RevisionTable.newest(handle, manuscript.article());
    Content content = manuscript.content().withRecordOf(newest.content());
    if (content.equals(newest.content())) {
      WorkingCopyTable.remove(handle, manuscript.article(), manuscript.account());
      return new Settled.Nothing();
    }
    if (isPassed(handle, manuscript, newest)) {
      return new Settled.Newer(newest.number());
    }
    WorkingCopyTable.remove(handle, manuscript.article(), manuscript.account());
    return new Settled.Kept(
        RevisionTable.add(
            handle,
            manuscript.article(),
            content,
            kind,
            Optional.of(manuscript.account()),
            Optional.empty(),
            now));
  }

  /** The same in a transaction of its own. */
  public Settled settle(String article, String account) {
    return database.write(handle -> settle(handle, article, account, clock.instant()));
  }

  /**
   * Somebody begins to write: what all others have typed and not saved becomes a revision each,
   * where that is possible without writing over anything. The rest stays theirs.
   *
   * @param kind {@code LEFT} or {@code TAKEN_OVER}
   */
  public void settleOthers(String article, String account, Revision.Kind kind) {
    boolean others =
        database.read(handle -> WorkingCopyTable.all(handle, article)).stream()
            .anyMatch(row -> !row.manuscript().account().equals(account));
    if (!others) {
      return;
    }
    database.change(
        handle -> {
          for (WorkingCopyTable.Row row : WorkingCopyTable.all(handle, article)) {
            if (!row.manuscript().account().equals(account)) {
              Settled settled = settle(handle, row.manuscript(), kind, clock.instant());
              assert settled != null;
            }
          }
        });
  }

  /** What came of a restoration. */
  public sealed interface Restoration {
    /**
     * @param before the newest revision until then; restoring it undoes this
     */
    record Restored(int revision, int before) implements Restoration {}

    /** The article says that already. */
    record Unchanged() implements Restoration {}

    record NoSuchRevision() implements Restoration {}
  }

  /** Makes an older revision the newest, as a new one. */
  public Restoration restore(String article, int number, String account) {
    return database.write(
        handle -> {
          Optional<Revision> older = RevisionTable.find(handle, article, number);
          if (older.isEmpty()) {
            return new Restoration.NoSuchRevision();
          }
          Revision newest = RevisionTable.newest(handle, article);
          Content content = older.get().content().withRecordOf(newest.content());
          if (content.equals(newest.content())) {
            return new Restoration.Unchanged();
          }
          int restored =
              RevisionTable.add(
                  handle,
                  article,
                  content,
                  Revision.Kind.RESTORED,
                  Optional.of(account),
                  Optional.of(number),
                  clock.instant());
          return new Restoration.Restored(restored, newest.number());
        });
  }

  /** Puts a text among the revisions without making it what the article says. */
  static int setAside(Handle handle, Manuscript manuscript, Revision newest, Instant now) {
    Optional<String> author = Optional.of(manuscript.account());
    RevisionTable.add(
        handle,
        manuscript.article(),
        manuscript.content().withRecordOf(newest.content()),
        Revision.Kind.SET_ASIDE,
        author,
        Optional.empty(),
        now);
    return RevisionTable.add(
        handle,
        manuscript.article(),
        newest.content(),
        Revision.Kind.STAYS,
        author,
        Optional.of(newest.number()),
        now);
  }
}
