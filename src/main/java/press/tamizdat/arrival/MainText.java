package press.tamizdat.arrival;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * Finds the element that holds the article's text: what the page marks as such, if enough of the
 * text is in it, then down to the smallest element that still holds nearly all of that.
 */
final class MainText {
  private static final double NEARLY_ALL = 0.9;

  private final IdentityHashMap<Element, Integer> prose = new IdentityHashMap<>();

  private MainText(List<Block> blocks) {
    for (Block block : blocks) {
      int weight = block.prose();
      for (Element e = block.source().orElse(null); weight > 0 && e != null; e = e.parent()) {
        prose.merge(e, weight, Integer::sum);
      }
    }
  }

  static Element find(Element body, List<Block> blocks, Headline headline) {
    MainText text = new MainText(blocks);
    return text.narrow(text.scope(body, headline));
  }

  private Element scope(Element body, Headline headline) {
    Optional<Element> marked =
        most(body.select("[itemprop=articleBody], [property=schema:articleBody]"));
    if (marked.isPresent() && in(marked.get()) * 2 > in(body)) {
      return marked.get();
    }
    List<Element> articles = body.select("article, [role=article]");
    Optional<Element> own =
        articles.stream()
            .filter(a -> headline.standsIn(a))
            .filter(a -> in(a) * 5 > in(body))
            .min(Comparator.comparingInt(this::in));
    Optional<Element> main = most(body.select("main, [role=main]"));
    return own.or(() -> most(articles).filter(a -> in(a) * 5 > in(body) * 2))
        .or(() -> main.filter(m -> in(m) * 2 > in(body)))
        .orElse(body);
  }

  private Element narrow(Element scope) {
    Element e = scope;
    while (true) {
      Element within = e;
      Optional<Element> next = most(e.children()).filter(c -> in(c) >= in(within) * NEARLY_ALL);
      if (next.isEmpty()
          || next.get().normalName().matches("p|ul|ol|blockquote|figure|aside|pre")) {
        return e;
      }
      e = next.get();
    }
  }

  private Optional<Element> most(List<Element> elements) {
    return elements.stream().filter(e -> in(e) > 0).max(Comparator.comparingInt(this::in));
  }

  private int in(Element e) {
    return prose.getOrDefault(e, 0);
  }
}
