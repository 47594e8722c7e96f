package press.tamizdat.article.search;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import press.tamizdat.article.Newest;
import press.tamizdat.article.search.IndexFolder.Mark;

/**
 * What the database has noted as changed since some time.
 *
 * @param articles as they stand now
 * @param gone ids of those that there are no more
 * @param last the last of these changes; as before if there are none
 */
record Changes(List<Newest> articles, List<String> gone, Mark last) {
  static Changes after(Handle handle, Mark mark, int most) {
    List<Mark> noted =
        handle
            .createQuery(
                "SELECT number, article FROM search_change WHERE number > :mark"
                    + " ORDER BY number LIMIT :most")
            .bind("mark", mark.number())
            .bind("most", most)
            .map((row, context) -> new Mark(row.getLong("number"), row.getString("article")))
            .list();
    Map<String, Newest> articles =
        Newest.of(handle, noted.stream().map(Mark::article).toList()).stream()
            .collect(Collectors.toMap(Newest::id, Function.identity()));
    List<String> gone =
        noted.stream().map(Mark::article).filter(Predicate.not(articles::containsKey)).toList();
    return new Changes(
        List.copyOf(articles.values()), gone, noted.isEmpty() ? mark : noted.getLast());
  }

  boolean isEmpty() {
    return articles.isEmpty() && gone.isEmpty();
  }

  static int waiting(Handle handle, Mark mark) {
    return handle
        .createQuery("SELECT count(*) FROM search_change WHERE number > :mark")
        .bind("mark", mark.number())
        .mapTo(Integer.class)
        .one();
  }

  /**
   * Whether the mark was set by this database as it is now, and not by one that has been replaced
   * by an older copy since.
   */
  static boolean know(Handle handle, Mark mark) {
    long last =
        handle
            .createQuery("SELECT coalesce(max(number), 0) FROM search_change")
            .mapTo(Long.class)
            .one();
    return mark.number() <= last
        && handle
                .createQuery(
                    "SELECT count(*) FROM search_change WHERE number = :number AND article <>"
                        + " :article")
                .bind("number", mark.number())
                .bind("article", mark.article())
                .mapTo(Integer.class)
                .one()
            == 0;
  }
}
