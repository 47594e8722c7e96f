package press.tamizdat.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * An article's newest revision, as lists and the search see it.
 *
 * @param states the words of what it is for readers and of how far this revision has come: a draft
 *     has its stage, a published article {@code published} and then the stage of what was written
 *     since; one that was thrown away has {@link #BINNED} alone
 * @param saved when this revision was
 * @param comments what is said beside the text, the oldest first
 */
public record Newest(
    String id,
    List<String> states,
    int revision,
    Instant saved,
    Content content,
    List<String> comments) {
  /** The state of what lies in the bin. */
  public static final String BINNED = "binned";

  /** Those of these articles that there are, in no order. */
  public static List<Newest> of(Handle handle, Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, List<String>> comments = comments(handle, ids);
    return handle
        .createQuery(
            "SELECT a.id, a.state, a.stage, a.binned_at, a.revision, r.saved_at, r.content"
                + " FROM article a JOIN revision r ON r.article = a.id AND r.number = a.revision"
                + " WHERE a.id IN (<ids>)")
        .bindList("ids", List.copyOf(ids))
        .map(
            (row, context) ->
                new Newest(
                    row.getString("id"),
                    states(
                        row.getString("state"), row.getString("stage"), row.getObject("binned_at")),
                    row.getInt("revision"),
                    Instant.ofEpochMilli(row.getLong("saved_at")),
                    Content.ofJson(row.getString("content")),
                    Optional.ofNullable(comments.get(row.getString("id"))).orElse(List.of())))
        .list();
  }

  private static List<String> states(String state, String stage, @Nullable Object binned) {
    if (binned != null) {
      return List.of(BINNED);
    }
    if (state.equals(Article.State.DRAFT.word())) {
      return List.of(stage);
    }
    return stage.equals(Stage.DRAFT.word()) ? List.of(state) : List.of(state, stage);
  }

  private static Map<String, List<String>> comments(Handle handle, Collection<String> ids) {
    Map<String, List<String>> comments = new HashMap<>();
    handle
        .createQuery("SELECT article, body FROM comment WHERE article IN (<ids>) ORDER BY at, id")
        .bindList("ids", List.copyOf(ids))
        .map((row, context) -> List.of(row.getString("article"), row.getString("body")))
        .forEach(
            c -> comments.computeIfAbsent(c.getFirst(), a -> new ArrayList<>()).add(c.getLast()));
    return comments;
  }
}
