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
        .map(article -> hit(article, Texts.of(article, publication), marker))
        .toList();
  }

  private static Found.Hit hit(Newest article, Texts texts, Marker marker) {
    return new Found.Hit(article, marker.whole(texts.headline()), excerpt(texts, marker));
  }

  /** The standfirst says it best, unless the body has more of what was asked for. */
  private static List<Piece> excerpt(Texts texts, Marker marker) {
    List<Piece> standfirst = marker.excerpt(texts.standfirst());
    int found = marker.found(standfirst);
    if (!standfirst.isEmpty() && found >= marker.words()) {
      return standfirst;
    }
    List<Piece> body = marker.excerpt(texts.body());
    return standfirst.isEmpty() || marker.found(body) > found ? body : standfirst;
  }
}
