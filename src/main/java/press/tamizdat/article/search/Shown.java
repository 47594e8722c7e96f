package press.tamizdat.article.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import press.tamizdat.article.Newest;
import press.tamizdat.article.published.Publication;

/** Articles that were found, as they stand now, with what was found in them marked. */
final class Shown {
  private Shown() {}

  static List<Found.Hit> of(
      Handle handle, List<String> ids, String words, Publication publication) {
    Map<String, Newest> articles =
        Newest.of(handle, ids).stream().collect(Collectors.toMap(Newest::id, Function.identity()));
    Marker marker = new Marker(Question.of(words));
    return ids.stream()
        .flatMap(id -> Optional.ofNullable(articles.get(id)).stream())
        .map(article -> hit(article, Texts.of(article.content(), publication), marker))
        .toList();
  }

  private static Found.Hit hit(Newest article, Texts texts, Marker marker) {
    return new Found.Hit(article, marker.whole(texts.headline()), excerpt(texts, marker));
  }

  /** The standfirst says it best, unless only the body has what was asked for. */
  private static List<Piece> excerpt(Texts texts, Marker marker) {
    List<Piece> standfirst = marker.excerpt(texts.standfirst());
    List<Piece> body = marker.excerpt(texts.body());
    boolean inBody = found(body) > found(standfirst);
    return standfirst.isEmpty() || inBody ? body : standfirst;
  }

  private static long found(List<Piece> pieces) {
    return pieces.stream()
        .filter(Piece::found)
        .map(p -> p.text().toLowerCase(java.util.Locale.ROOT))
        .distinct()
        .count();
  }
}
