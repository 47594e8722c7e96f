package press.tamizdat.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The SQL of revisions. */
final class RevisionTable {
  private static final String COLUMNS =
      "SELECT article, number, kind, author, of_number, saved_at, published_at, content FROM revision";

  private static final RowMapper<Revision> REVISION =
      (row, context) ->
          new Revision(
              row.getString("article"),
              row.getInt("number"),
              Revision.Kind.of(row.getString("kind")),
              Optional.ofNullable(row.getString("author")),
              number(row.getLong("of_number")),
              Instant.ofEpochMilli(row.getLong("saved_at")),
              time(row.getLong("published_at")),
              Content.ofJson(row.getString("content")));

  private RevisionTable() {}

  /** JDBC gives 0 for NULL; no revision has that number. */
  private static Optional<Integer> number(long value) {
    return value == 0 ? Optional.empty() : Optional.of((int) value);
  }

  private static Optional<Instant> time(long value) {
    return value == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
  }

  static Revision newest(Handle handle, String article) {
    return handle
        .createQuery(
            COLUMNS
                + " WHERE article = :article AND number = (SELECT revision FROM article WHERE id = :article)")
        .bind("article", article)
        .map(REVISION)
        .findOne()
        .orElseThrow(() -> new IllegalArgumentException("no such article: " + article));
  }

  static Optional<Revision> find(Handle handle, String article, int number) {
    return handle
        .createQuery(COLUMNS + " WHERE article = :article AND number = :number")
        .bind("article", article)
        .bind("number", number)
        .map(REVISION)
        .findOne();
  }

  static List<Revision> newestFirst(Handle handle, String article, int before, int most) {
    return handle
        .createQuery(
            COLUMNS
                + " WHERE article = :article AND number < :before ORDER BY number DESC LIMIT :most")
        .bind("article", article)
        .bind("before", before)
        .bind("most", most)
        .map(REVISION)
        .list();
  }

  /** Whether revisions after this one are by somebody else, or were saved on purpose. */
  static boolean isPassedByOthers(Handle handle, Manuscript manuscript) {
    return handle
            .createQuery(
                "SELECT count(*) FROM revision WHERE article = :article AND number > :base"
                    + " AND (author IS NULL OR author <> :account OR kind NOT IN ('left', 'taken-over'))")
            .bind("article", manuscript.article())
            .bind("base", manuscript.base())
            .bind("account", manuscript.account())
            .mapTo(Long.class)
            .one()
        > 0;
  }

  static int add(
      Handle handle,
      String article,
      Content content,
      Revision.Kind kind,
      Optional<String> author,
      Optional<Integer> of,
      Instant at) {
    int known =
        handle
            .createUpdate("UPDATE article SET revision = revision + 1 WHERE id = :id")
            .bind("id", article)
            .execute();
    if (known != 1) {
      throw new IllegalArgumentException("no such article: " + article);
    }
    handle
        .createUpdate(
            "INSERT INTO revision (article, number, content, saved_at, kind, author, of_number)"
                + " SELECT id, revision, :content, :at, :kind, :author, :of FROM article WHERE id = :id")
        .bind("id", article)
        .bind("content", content.toJson())
        .bind("at", at.toEpochMilli())
        .bind("kind", kind.word())
        .bind("author", author)
        .bind("of", of)
        .execute();
    return handle
        .createQuery("SELECT revision FROM article WHERE id = :id")
        .bind("id", article)
        .mapTo(Integer.class)
        .one();
  }

  static void notePublished(Handle handle, String article, int number, Instant at) {
    handle
        .createUpdate(
            "UPDATE revision SET published_at = :at WHERE article = :article AND number = :number")
        .bind("article", article)
        .bind("number", number)
        .bind("at", at.toEpochMilli())
        .execute();
  }
}
