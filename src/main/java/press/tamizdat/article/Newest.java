package press.tamizdat.article;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * An article's newest revision, as lists and the search see it.
 *
 * @param state as the database has it, such as {@code draft}
 * @param saved when this revision was
 */
public record Newest(String id, String state, int revision, Instant saved, Content content) {
  /** Those of these articles that there are, in no order. */
  public static List<Newest> of(Handle handle, Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            "SELECT a.id, a.state, a.revision, r.saved_at, r.content FROM article a"
                + " JOIN revision r ON r.article = a.id AND r.number = a.revision"
                + " WHERE a.id IN (<ids>)")
        .bindList("ids", List.copyOf(ids))
        .map(
            (row, context) ->
                new Newest(
                    row.getString("id"),
                    row.getString("state"),
                    row.getInt("revision"),
                    Instant.ofEpochMilli(row.getLong("saved_at")),
                    Content.ofJson(row.getString("content"))))
        .list();
  }
}
