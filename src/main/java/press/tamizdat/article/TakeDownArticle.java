package press.tamizdat.article;

import java.time.Clock;
import org.jdbi.v3.core.Handle;
import press.tamizdat.platform.db.Database;

/**
 * Takes a published article away from readers; its address says so from the next edition on, with
 * the reason.
 */
public final class TakeDownArticle {
  private final Database database;
  private final Clock clock;

  public TakeDownArticle(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Takes it down.
   *
   * @param reason plain text, shown to readers
   * @throws IllegalArgumentException if it is not published
   */
  public void takeDown(String id, String reason) {
    database.change(handle -> takeDown(handle, id, reason));
  }

  void takeDown(Handle handle, String id, String reason) {
    int noted =
        handle
            .createUpdate(
                "INSERT INTO taken_down (article, language, month, slug, at, reason)"
                    + " SELECT article, language, month, slug, :now, :reason FROM publication"
                    + " WHERE article = :id")
            .bind("id", id)
            .bind("now", clock.millis())
            .bind("reason", reason)
            .execute();
    if (noted != 1) {
      throw new IllegalArgumentException("not published: " + id);
    }
    handle.createUpdate("DELETE FROM publication WHERE article = :id").bind("id", id).execute();
    handle
        .createUpdate("UPDATE article SET state = 'taken-down' WHERE id = :id")
        .bind("id", id)
        .execute();
  }
}
