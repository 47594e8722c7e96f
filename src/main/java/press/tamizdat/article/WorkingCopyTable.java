package press.tamizdat.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The SQL of working copies. */
final class WorkingCopyTable {
  private static final String COLUMNS =
      "SELECT article, account, page, base_revision, content, saved_at FROM working_copy";

  /** A row, before it is compared with the revisions. */
  record Row(Manuscript manuscript, Instant at) {}

  private static final RowMapper<Row> ROW =
      (row, context) ->
          new Row(
              new Manuscript(
                  row.getString("article"),
                  row.getString("account"),
                  row.getString("page"),
                  row.getInt("base_revision"),
                  Content.ofJson(row.getString("content"))),
              Instant.ofEpochMilli(row.getLong("saved_at")));

  private WorkingCopyTable() {}

  static Optional<Row> find(Handle handle, String article, String account) {
    return handle
        .createQuery(COLUMNS + " WHERE article = :article AND account = :account")
        .bind("article", article)
        .bind("account", account)
        .map(ROW)
        .findOne();
  }

  /** Everybody's, the oldest first. */
  static List<Row> all(Handle handle, String article) {
    return handle
        .createQuery(COLUMNS + " WHERE article = :article ORDER BY saved_at, account")
        .bind("article", article)
        .map(ROW)
        .list();
  }

  static void put(Handle handle, Manuscript manuscript, Instant at) {
    handle
        .createUpdate(
            "INSERT INTO working_copy (article, account, page, base_revision, content, saved_at)"
                + " VALUES (:article, :account, :page, :base, :content, :at)"
                + " ON CONFLICT (article, account) DO UPDATE SET page = excluded.page,"
                + " base_revision = excluded.base_revision, content = excluded.content,"
                + " saved_at = excluded.saved_at")
        .bind("article", manuscript.article())
        .bind("account", manuscript.account())
        .bind("page", manuscript.page())
        .bind("base", manuscript.base())
        .bind("content", manuscript.content().toJson())
        .bind("at", at.toEpochMilli())
        .execute();
  }

  static void remove(Handle handle, String article, String account) {
    handle
        .createUpdate("DELETE FROM working_copy WHERE article = :article AND account = :account")
        .bind("article", article)
        .bind("account", account)
        .execute();
  }
}
