package press.tamizdat.arrival;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds names and dates by how their elements are called, before they are taken off the page. */
final class Signatures {
  private static final List<String> AUTHORS =
      List.of(
          "[rel=author]",
          ".byline .author a, .byline .fn",
          ".author-name, .author__name, .byline__name, [class*=author-name]",
          ".byline, .byl, .author, .autor, .authors, [class^=author], [class*=byline]");
  private static final String COMMENTS =
      "[class*=comment], [id*=comment], aside, footer:not(article footer), nav";

  private Signatures() {}

  static List<String> names(Document page, Headline headline) {
    return AUTHORS.stream()
        .map(
            css ->
                near(page, headline)
                    .flatMap(e -> e.select(css).stream())
                    .filter(e -> e.closest(COMMENTS) == null && e.text().length() <= 120)
                    .map(e -> Words.tidy(e.text()))
                    .filter(t -> !t.isEmpty())
                    .map(
                        t ->
                            Names.onBylineLine(t)
                                .orElseGet(() -> Names.looksLikeNames(t) ? Names.of(t) : List.of()))
                    .filter(n -> !n.isEmpty())
                    .findFirst())
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(List.of());
  }

  static Optional<Instant> date(Document page, Headline headline) {
    return near(page, headline)
        .flatMap(e -> e.select("time[datetime], time").stream())
        .filter(
            t -> t.closest(COMMENTS) == null && (!t.hasClass("updated") || t.hasClass("published")))
        .flatMap(t -> Stream.of(t.attr("datetime"), t.text()))
        .flatMap(t -> When.in(t).stream())
        .findFirst();
  }

  /** The article that the headline stands in, else the whole page. */
  private static Stream<Element> near(Document page, Headline headline) {
    return Stream.concat(
        headline.element().flatMap(h -> Optional.ofNullable(h.closest("article"))).stream(),
        Stream.of(page.body()));
  }
}
