package press.tamizdat.article;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import press.tamizdat.platform.db.Database;

/**
 * Which articles show which photos. Read from the texts themselves; a text is read again only when
 * it has changed, so that asking costs the same in a large archive.
 */
final class PhotoUses {
  private static final String CHANGED =
      " FROM article a LEFT JOIN publication p ON p.article = a.id"
          + " LEFT JOIN photo_use_seen s ON s.article = a.id"
          + " WHERE s.article IS NULL OR s.revision <> a.revision"
          + " OR s.page_digest <> COALESCE(p.page_digest, '')";

  private final Database database;

  PhotoUses(Database database) {
    this.database = database;
  }

  /** Brings the table {@code photo_use} up to date. */
  void refresh() {
    if (database.read(PhotoUses::isStale)) {
      database.change(PhotoUses::refresh);
    }
  }

  private static boolean isStale(Handle handle) {
    return handle
        .createQuery("SELECT a.id" + CHANGED + " LIMIT 1")
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  static void refresh(Handle handle) {
    List<String> changed = handle.createQuery("SELECT a.id" + CHANGED).mapTo(String.class).list();
    changed.forEach(article -> read(handle, article));
  }

  private static void read(Handle handle, String article) {
    Set<String> written =
        Articles.find(handle, article).map(a -> PhotoReferences.of(a.content())).orElse(Set.of());
    Set<String> published =
        handle
            .createQuery("SELECT card, body FROM publication WHERE article = :id")
            .bind("id", article)
            .map((row, context) -> PhotoReferences.of(row.getString("card"), row.getString("body")))
            .findOne()
            .orElse(Set.of());
    forget(handle, "photo_use", article);
    Set<String> all = new HashSet<>(written);
    all.addAll(published);
    for (String photo : all) {
      handle
          .createUpdate("INSERT INTO photo_use VALUES (:photo, :article, :written, :published)")
          .bind("photo", photo)
          .bind("article", article)
          .bind("written", written.contains(photo) ? 1 : 0)
          .bind("published", published.contains(photo) ? 1 : 0)
          .execute();
    }
    forget(handle, "photo_use_seen", article);
    handle
        .createUpdate(
            "INSERT INTO photo_use_seen SELECT a.id, a.revision, COALESCE(p.page_digest, '')"
                + " FROM article a LEFT JOIN publication p ON p.article = a.id WHERE a.id = :id")
        .bind("id", article)
        .execute();
  }

  private static void forget(Handle handle, String table, String article) {
    handle
        .createUpdate("DELETE FROM " + table + " WHERE article = :id")
        .bind("id", article)
        .execute();
  }
}
