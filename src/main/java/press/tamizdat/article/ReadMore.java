package press.tamizdat.article;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jdbi.v3.core.Handle;

/**
 * The stories under "Read more": those picked by hand, and others chosen once, when an article is
 * first published, so that an old page never changes because a new story came.
 */
final class ReadMore {
  private static final int MOST = 3;

  private ReadMore() {}

  /**
   * At most three articles, by id.
   *
   * @param again whether the article was published before, and keeps what was chosen then
   */
  static List<String> of(
      Handle handle, String id, Content content, Instant published, boolean again) {
    SequencedSet<String> related = new LinkedHashSet<>(content.related());
    if (again) {
      related.addAll(
          handle
              .createQuery(
                  "SELECT related FROM publication_related WHERE article = :id ORDER BY position")
              .bind("id", id)
              .mapTo(String.class)
              .list());
    } else if (related.size() < MOST) {
      related.addAll(suggested(handle, content, published));
    }
    related.remove(id);
    return related.stream().limit(MOST).toList();
  }

  /**
   * Earlier stories of the language, by topics shared and age: a shared topic outweighs six weeks.
   * Looks at the newest 40 of each topic and of the section, so that it costs the same at any size.
   */
  private static List<String> suggested(Handle handle, Content content, Instant published) {
    String latest = " AND published_at < :at ORDER BY published_at DESC, article DESC LIMIT 40)";
    StringBuilder sql =
        new StringBuilder("SELECT article FROM (SELECT article, published_at, 0 AS shared FROM ")
            .append(
                "(SELECT article, published_at FROM publication WHERE language = :language AND section = :section")
            .append(latest);
    for (int i = 0; i < content.topics().size(); i++) {
      sql.append(" UNION ALL SELECT article, published_at, 1 AS shared FROM ")
          .append(
              "(SELECT article, published_at FROM publication_topic WHERE language = :language AND topic = :t")
          .append(i)
          .append(latest);
    }
    sql.append(
        ") AS near GROUP BY article ORDER BY sum(shared) * 42.0 - (:at - max(published_at)) / 86400000.0 DESC,"
            + " article DESC LIMIT 6");
    var query =
        handle
            .createQuery(sql.toString())
            .bind("language", content.language().tag())
            .bind("section", content.section())
            .bind("at", published.toEpochMilli());
    for (int i = 0; i < content.topics().size(); i++) {
      query = query.bind("t" + i, content.topics().get(i));
    }
    return query.mapTo(String.class).list();
  }
}
