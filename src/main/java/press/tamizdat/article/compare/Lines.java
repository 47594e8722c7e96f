package press.tamizdat.article.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Lays a body in the house's subset of HTML out in lines. */
final class Lines {
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "h2",
          "h3",
          "ul",
          "ol",
          "li",
          "blockquote",
          "figure",
          "figcaption",
          "table",
          "caption",
          "thead",
          "tbody",
          "tr",
          "aside",
          "pre",
          "hr");

  private final List<Line> lines = new ArrayList<>();

  private Lines() {}

  static List<Line> of(String html) {
    var lines = new Lines();
    lines.read(Jsoup.parseBodyFragment(html).body(), "");
    return List.copyOf(lines.lines);
  }

  private void read(Element element, String kind) {
    List<Token> open = new ArrayList<>();
    for (Node child : element.childNodes()) {
      if (child instanceof Element block && BLOCKS.contains(block.normalName())) {
        end(kind, open);
        block(block, (kind + " " + block.normalName()).strip());
      } else {
        inline(child, List.of(), open);
      }
    }
    end(kind, open);
  }

  private void block(Element block, String kind) {
    switch (block.normalName()) {
      case "hr" -> lines.add(new Line(kind, Token.of("—")));
      case "tr" -> {
        List<Token> cells = new ArrayList<>();
        for (Element cell : block.children()) {
          cells.addAll(cells.isEmpty() ? List.of() : Token.of(" | "));
          cell.childNodes().forEach(node -> inline(node, List.of(), cells));
        }
        end(kind, cells);
      }
      default -> read(block, kind);
    }
  }

  private void end(String kind, List<Token> open) {
    while (!open.isEmpty() && open.getFirst().text().isBlank() && !open.getFirst().isPicture()) {
      open.removeFirst();
    }
    while (!open.isEmpty() && open.getLast().text().isBlank() && !open.getLast().isPicture()) {
      open.removeLast();
    }
    if (!open.isEmpty()) {
      lines.add(new Line(kind, List.copyOf(open)));
    }
    open.clear();
  }

  private static void inline(Node node, List<Token.Mark> marks, List<Token> out) {
    if (node instanceof TextNode text) {
      out.addAll(Token.of(text.getWholeText(), marks));
    } else if (node instanceof Element element) {
      switch (element.normalName()) {
        case "br" -> out.add(new Token("\n", marks));
        case "img" ->
            out.add(
                new Token(
                    element.attr("alt"), with(marks, new Token.Mark("img", element.attr("src")))));
        default -> {
          if (BLOCKS.contains(element.normalName())) {
            out.addAll(out.isEmpty() ? List.of() : Token.of(" ", marks));
            element.childNodes().forEach(child -> inline(child, marks, out));
            return;
          }
          var within = with(marks, new Token.Mark(element.normalName(), element.attr("href")));
          element.childNodes().forEach(child -> inline(child, within, out));
        }
      }
    }
  }

  private static List<Token.Mark> with(List<Token.Mark> marks, Token.Mark another) {
    return Stream.concat(marks.stream(), Stream.of(another)).toList();
  }
}
