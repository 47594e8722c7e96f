package press.tamizdat.article;

import java.util.List;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.Language;

/**
 * How many articles stand in a part of the publication, drafts among them.
 *
 * <p>Reads the newest revision of every article, which takes a second for a hundred thousand: it is
 * asked only when something is to be removed.
 */
final class UsedBy {
  private final Handle handle;

  UsedBy(Handle handle) {
    this.handle = handle;
  }

  int section(String slug) {
    return count("SELECT count(*) FROM publication WHERE section = :key", slug)
        + drafts("\"section\":" + Json.text(slug), c -> c.section().equals(slug));
  }

  int topic(String slug) {
    return count("SELECT count(*) FROM publication_topic WHERE topic = :key", slug)
        + drafts(Json.text(slug), c -> c.topics().contains(slug));
  }

  int language(Language language) {
    return count("SELECT count(*) FROM publication WHERE language = :key", language.tag())
        + drafts("\"language\":" + Json.text(language.tag()), c -> c.language().equals(language));
  }

  private int count(String sql, String key) {
    return handle.createQuery(sql).bind("key", key).mapTo(Integer.class).one();
  }

  /**
   * Articles that are not published and not in the bin.
   *
   * @param mark stands in the JSON of each that counts, and of few others
   */
  private int drafts(String mark, Predicate<Content> counts) {
    List<String> found =
        handle
            .createQuery(
                "SELECT r.content FROM article a JOIN revision r"
                    + " ON r.article = a.id AND r.number = a.revision"
                    + " WHERE r.content LIKE :mark AND a.binned_at IS NULL"
                    + " AND a.id NOT IN (SELECT article FROM publication)"
                    + " AND a.id NOT IN (SELECT article FROM taken_down)")
            .bind("mark", "%" + mark + "%")
            .mapTo(String.class)
            .list();
    return (int) found.stream().map(Content::ofJson).filter(counts).count();
  }
}
