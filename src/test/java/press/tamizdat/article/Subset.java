package press.tamizdat.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** The subset as {@code docs/article-html.md} states it, written down a second time to judge by. */
final class Subset {
  private static final Set<String> INLINE = Set.of("a", "strong", "em", "sub", "sup", "br", "code");
  private static final Set<String> FLOW =
      Set.of("p", "h2", "h3", "ul", "ol", "blockquote", "figure", "table", "hr", "pre");
  private static final Map<String, Set<String>> CHILDREN =
      Map.ofEntries(
          Map.entry("body", with(FLOW, "aside")),
          Map.entry("aside", FLOW),
          Map.entry("blockquote", with(FLOW, "cite")),
          Map.entry("li", with(INLINE, FLOW)),
          Map.entry("td", with(INLINE, FLOW)),
          Map.entry("th", with(INLINE, FLOW)),
          Map.entry("ul", Set.of("li")),
          Map.entry("ol", Set.of("li")),
          Map.entry("table", Set.of("caption", "thead", "tbody")),
          Map.entry("thead", Set.of("tr")),
          Map.entry("tbody", Set.of("tr")),
          Map.entry("tr", Set.of("td", "th")),
          Map.entry("figure", Set.of("img", "a", "figcaption")),
          Map.entry("figcaption", with(INLINE, "cite")),
          Map.entry("a", with(INLINE, "img")),
          Map.entry("pre", Set.of()),
          Map.entry("img", Set.of()),
          Map.entry("br", Set.of()),
          Map.entry("hr", Set.of()));
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          "a", Set.of("href"),
          "img", Set.of("src", "alt"),
          "ol", Set.of("start"),
          "figure", Set.of("class"),
          "td", Set.of("colspan", "rowspan"),
          "th", Set.of("colspan", "rowspan", "scope"));

  private Subset() {}

  /** What in this HTML is outside the subset. */
  static List<String> faults(String html) {
    List<String> faults = new ArrayList<>();
    Element body = Jsoup.parseBodyFragment(html).body();
    for (Element e : body.getAllElements()) {
      Set<String> children = CHILDREN.getOrDefault(e.normalName(), INLINE);
      e.children().stream()
          .filter(c -> !children.contains(c.normalName()))
          .forEach(c -> faults.add(c.normalName() + " in " + e.normalName()));
      for (Attribute a : e.attributes()) {
        if (!fits(e, a)) {
          faults.add(e.normalName() + " " + a.html());
        }
      }
    }
    return faults;
  }

  private static boolean fits(Element e, Attribute a) {
    return switch (a.getKey()) {
      case "dir" -> Set.of("ltr", "rtl", "auto").contains(a.getValue());
      case "lang" -> a.getValue().matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
      case "href" ->
          e.is("a") && a.getValue().matches("(?s)(https?://.+|mailto:.+|[^:\\\\]*([/?#].*)?)");
      case "src" ->
          e.is("img") && a.getValue().matches("(?s)(https?://.+|photo:.+|[^:\\\\]*([/?#].*)?)");
      case "class" -> e.is("figure") && a.getValue().equals("embed");
      default -> ATTRIBUTES.getOrDefault(e.normalName(), Set.of()).contains(a.getKey());
    };
  }

  private static Set<String> with(Set<String> some, String more) {
    return with(some, Set.of(more));
  }

  private static Set<String> with(Set<String> some, Set<String> more) {
    Set<String> all = new java.util.HashSet<>(some);
    all.addAll(more);
    return all;
  }
}
