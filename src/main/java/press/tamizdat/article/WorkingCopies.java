package press.tamizdat.article;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import press.tamizdat.platform.db.Database;

/**
 * What is typed and not yet saved, one text for each article and account. A kill or a power cut
 * leaves the last one that was {@link #keep kept}.
 */
public final class WorkingCopies {
  private final Database database;
  private final Clock clock;

  public WorkingCopies(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What the page that sent a text should know.
   *
   * @param base the revision that the text is now on top of
   * @param newer whether somebody else's revision is in between
   * @param at when the text was last kept, be it as a revision
   */
  public record Kept(int base, int newest, boolean newer, Instant at) {}

  /** Keeps a text. One that another page of the same account has left here is set aside first. */
  public Kept keep(Manuscript manuscript) {
    return database.write(
        handle -> {
          Revision newest = RevisionTable.newest(handle, manuscript.article());
          if (manuscript.content().readsAs(newest.content())) {
            removeOf(handle, manuscript);
            return new Kept(newest.number(), newest.number(), false, newest.at());
          }
          boolean passed = Revisions.isPassed(handle, manuscript, newest);
          int now = put(handle, manuscript, newest);
          return new Kept(passed ? manuscript.base() : now, now, passed, clock.instant());
        });
  }

  /** What a page should know that has nothing to be kept. */
  public Kept look(Manuscript manuscript) {
    return database.read(
        handle -> {
          Revision newest = RevisionTable.newest(handle, manuscript.article());
          boolean passed = Revisions.isPassed(handle, manuscript, newest);
          boolean rebased = !passed && manuscript.content().readsAs(newest.content());
          return new Kept(
              rebased ? newest.number() : manuscript.base(), newest.number(), passed, newest.at());
        });
  }

  private static void removeOf(Handle handle, Manuscript manuscript) {
    WorkingCopyTable.find(handle, manuscript.article(), manuscript.account())
        .filter(row -> row.manuscript().page().equals(manuscript.page()))
        .ifPresent(
            row -> WorkingCopyTable.remove(handle, manuscript.article(), manuscript.account()));
  }

  /**
   * Writes a text down; gives the number of the newest revision, which is a new one if something
   * had to be set aside.
   */
  int put(Handle handle, Manuscript manuscript, Revision newest) {
    boolean passed = Revisions.isPassed(handle, manuscript, newest);
    Optional<Manuscript> another =
        WorkingCopyTable.find(handle, manuscript.article(), manuscript.account())
            .map(WorkingCopyTable.Row::manuscript)
            .filter(other -> !other.page().equals(manuscript.page()))
            .filter(other -> !other.content().readsAs(manuscript.content()))
            .filter(other -> !other.content().readsAs(newest.content()));
    int number =
        another
            .map(other -> Revisions.setAside(handle, other, newest, clock.instant()))
            .orElse(newest.number());
    WorkingCopyTable.put(
        handle,
        manuscript.with(passed ? manuscript.base() : number, manuscript.content()),
        clock.instant());
    return number;
  }

  /** What this account has typed and not saved, if it differs from the newest revision. */
  public Optional<WorkingCopy> find(String article, String account) {
    return database.read(
        handle -> {
          Revision newest = RevisionTable.newest(handle, article);
          return WorkingCopyTable.find(handle, article, account)
              .filter(row -> !row.manuscript().content().readsAs(newest.content()))
              .map(
                  row ->
                      new WorkingCopy(
                          row.manuscript(),
                          row.at(),
                          Revisions.isPassed(handle, row.manuscript(), newest)));
        });
  }

  /** The text is opened again, in this page, by somebody who has seen the newest revision. */
  public void adopt(WorkingCopy copy, String page, int base) {
    Manuscript old = copy.manuscript();
    database.change(
        handle ->
            WorkingCopyTable.put(
                handle,
                new Manuscript(old.article(), old.account(), page, base, old.content()),
                copy.at()));
  }

  /** Sets a working copy aside: the newest revision stays what the article says. */
  public void setAside(String article, String account) {
    database.change(
        handle -> {
          Revision newest = RevisionTable.newest(handle, article);
          WorkingCopyTable.find(handle, article, account)
              .map(WorkingCopyTable.Row::manuscript)
              .filter(kept -> !kept.content().readsAs(newest.content()))
              .ifPresent(
                  kept -> {
                    int stays = Revisions.setAside(handle, kept, newest, clock.instant());
                    assert stays > newest.number();
                  });
          WorkingCopyTable.remove(handle, article, account);
        });
  }

  /** Sets a text aside that no working copy may be overwritten with: an older page's last words. */
  public void setAside(Manuscript manuscript) {
    database.change(
        handle -> {
          Revision newest = RevisionTable.newest(handle, manuscript.article());
          if (!isKnown(handle, manuscript, newest)) {
            int stays = Revisions.setAside(handle, manuscript, newest, clock.instant());
            assert stays > newest.number();
          }
        });
  }

  private static boolean isKnown(Handle handle, Manuscript manuscript, Revision newest) {
    boolean asRevision =
        RevisionTable.newestFirst(handle, manuscript.article(), newest.number() + 1, 12).stream()
            .anyMatch(revision -> manuscript.content().readsAs(revision.content()));
    return asRevision
        || WorkingCopyTable.find(handle, manuscript.article(), manuscript.account())
            .filter(row -> row.manuscript().content().readsAs(manuscript.content()))
            .isPresent();
  }
}
