package press.tamizdat.arrival;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The headline, as printed on the page if it can be found there, else as metadata has it.
 *
 * @param element where it is printed
 */
record Headline(String text, Optional<Element> element) {
  static final Headline NONE = new Headline("", Optional.empty());

  /** Metadata often has the site's name behind the headline, so what is printed goes first. */
  static Headline find(Document page, PageFacts facts) {
    List<Element> printed = page.select("h1, [role=heading][aria-level=1]");
    return facts.headlines().stream()
        .flatMap(fact -> printed.stream().filter(h -> isIn(h, fact)))
        .findFirst()
        .or(
            () ->
                facts.headlines().stream()
                    .flatMap(f -> printedAnywhere(page, f).stream())
                    .findFirst())
        .or(() -> printed.stream().filter(h -> Words.count(h.text()) >= 3).findFirst())
        .map(h -> new Headline(Words.tidy(h.text()), Optional.of(h)))
        .orElseGet(
            () ->
                facts.headlines().stream()
                    .map(f -> withoutSite(f, facts.siteName()))
                    .findFirst()
                    .map(t -> new Headline(t, Optional.empty()))
                    .orElse(NONE));
  }

  /** Whether it is printed in this element, or is it. */
  boolean standsIn(Element e) {
    return element.filter(h -> h.equals(e) || h.parents().contains(e)).isPresent();
  }

  private static boolean isIn(Element printed, String fact) {
    String key = Words.key(printed.text());
    return key.length() >= 8
        && (Words.key(fact).contains(key)
            || (Words.key(fact).length() >= 15 && key.contains(Words.key(fact))));
  }

  /** The innermost element that prints the headline, or the part of it before the site's name. */
  private static Optional<Element> printedAnywhere(Document page, String fact) {
    String key = Words.key(fact);
    if (key.length() < 8) {
      return Optional.empty();
    }
    return page.body().select("h2, h3, div, p, span, font, b, strong, td, center, a").stream()
        .filter(e -> e.text().length() <= fact.length() + 10 && Words.count(e.text()) >= 3)
        .filter(e -> key.contains(Words.key(e.text())) && e.closest("nav, footer") == null)
        .filter(e -> Words.key(e.text()).length() * 2 >= key.length())
        .max(
            Comparator.<Element>comparingInt(e -> Words.key(e.text()).length())
                .thenComparing(e -> e.closest("a") == null)
                .thenComparingInt(e -> -e.getAllElements().size()));
  }

  private static String withoutSite(String title, String site) {
    String[] parts = title.split("\\s+(?:\\||-|–|—|::|·|»|•)\\s+");
    if (parts.length == 1) {
      return title;
    }
    String last = parts[parts.length - 1];
    boolean isSite = Words.same(last, site) || Words.count(last) <= 4;
    if (isSite && title.endsWith(last)) {
      return title
          .substring(0, title.length() - last.length())
          .replaceFirst("\\s+\\S{1,2}\\s+$", "")
          .strip();
    }
    return Stream.of(parts).max(Comparator.comparingInt(String::length)).orElse(title);
  }
}
