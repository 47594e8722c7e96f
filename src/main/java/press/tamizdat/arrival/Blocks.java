package press.tamizdat.arrival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import press.tamizdat.article.ArticleHtml;

/** Cuts a page into blocks in the order in which it is read, each with where it stood. */
final class Blocks {
  /** These are one block with all they hold. */
  private static final Set<String> WHOLE =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "blockquote",
          "figure",
          "pre",
          "aside",
          "dl",
          "hr");

  private static final String BLOCKS_WITHIN =
      "div,section,article,main,p,h1,h2,h3,h4,h5,h6,ul,ol,li,blockquote,figure,pre,aside,table,tr,td,dl,header,footer,hr,center,form,fieldset,address,details";

  private final List<Block> blocks = new ArrayList<>();

  private Blocks() {}

  static List<Block> of(Element root, String headline) {
    Blocks blocks = new Blocks();
    blocks.walk(root);
    return blocks.blocks.stream().flatMap(b -> parted(b, headline)).toList();
  }

  /** Old pages have date, headline and standfirst as three lines of what is one run of text. */
  private static Stream<Block> parted(Block block, String headline) {
    if (!block.kind().equals("p") || block.clean().selectFirst("br") == null) {
      return Stream.of(block);
    }
    List<Block> lines =
        Stream.of(block.clean().html().split("<br>"))
            .flatMap(
                line -> Jsoup.parseBodyFragment(ArticleHtml.clean(line)).body().children().stream())
            .map(line -> new Block(line, block.source(), false))
            .toList();
    boolean holdsHeadline = lines.stream().anyMatch(l -> Words.same(l.text(), headline));
    return holdsHeadline ? lines.stream() : Stream.of(block);
  }

  private void walk(Element container) {
    if (isRowOfLabels(container)) {
      container.children().forEach(c -> add(List.of(c), container));
      return;
    }
    List<Node> inline = new ArrayList<>();
    for (Node child : container.childNodes()) {
      if (child instanceof TextNode) {
        inline.add(child);
      } else if (child instanceof Element e) {
        if (isWhole(e)) {
          add(inline, container);
          add(List.of(e), e);
        } else if (isContainer(e)) {
          add(inline, container);
          walk(e);
        } else {
          inline.add(e);
        }
      }
    }
    add(inline, container);
  }

  /** Name and date as two spans with nothing between them are two lines, not one word. */
  private static boolean isRowOfLabels(Element e) {
    return e.childrenSize() >= 2
        && e.ownText().isBlank()
        && e.children().stream().allMatch(c -> Set.of("span", "time", "a").contains(c.normalName()))
        && e.textNodes().isEmpty()
        && e.children().stream().allMatch(c -> Words.count(c.text()) >= 2)
        && e.text().length() <= 160;
  }

  private static boolean isWhole(Element e) {
    return (WHOLE.contains(e.normalName()) && !hidesPage(e))
        || (e.normalName().equals("table") && isOfFigures(e))
        || e.attr("role").equals("heading")
        || e.hasClass("wp-caption");
  }

  /** A list or paragraph that a page is laid out with holds headings or several paragraphs. */
  private static boolean hidesPage(Element e) {
    return Set.of("ul", "ol", "dl", "p").contains(e.normalName())
        && (e.select("h1, h2, h3").size() > 1 || e.select("p").size() > 12);
  }

  private static boolean isOfFigures(Element table) {
    return table.stream().skip(1).noneMatch(e -> e.normalName().equals("table"))
        && ArticleHtml.clean(wrap(List.of(table))).startsWith("<table");
  }

  private static boolean isContainer(Element e) {
    return Set.of(
                "div", "section", "article", "main", "table", "td", "tr", "tbody", "center", "form")
            .contains(e.normalName())
        || e.isBlock()
        || e.selectFirst(BLOCKS_WITHIN) != null;
  }

  private void add(List<Node> nodes, Element source) {
    if (nodes.isEmpty()) {
      return;
    }
    Element wrapper = wrap(nodes);
    if (source.attr("role").equals("heading") && !source.normalName().matches("h[1-6]")) {
      wrapper =
          new Element("div")
              .appendChild(new Element("h2").appendChildren(List.copyOf(wrapper.childNodes())));
    }
    for (Element clean : Jsoup.parseBodyFragment(ArticleHtml.clean(wrapper)).body().children()) {
      blocks.add(new Block(clean, Optional.of(source), false));
    }
    if (nodes instanceof ArrayList<Node> run) {
      run.clear();
    }
  }

  private static Element wrap(List<Node> nodes) {
    Element wrapper = new Element("div");
    nodes.forEach(n -> wrapper.appendChild(n.clone()));
    return wrapper;
  }
}
