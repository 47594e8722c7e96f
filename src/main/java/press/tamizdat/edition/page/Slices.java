package press.tamizdat.edition.page;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A body seen as a line of positions, at some of which it may be cut.
 *
 * <p>A position counts the characters before it; an image, a rule or a line break counts as one.
 * Every slice is well-formed by itself: what is cut in two is opened again, a table with its head.
 */
final class Slices {
  private final Element body;
  private final Locale locale;

  Slices(Element body, Locale locale) {
    this.body = body;
    this.locale = locale;
  }

  int length() {
    return length(body);
  }

  private static int length(Node node) {
    if (node instanceof TextNode text) {
      return text.getWholeText().length();
    }
    if (node.childNodeSize() == 0) {
      return node instanceof Element ? 1 : 0;
    }
    return node.childNodes().stream().mapToInt(Slices::length).sum();
  }

  /**
   * Where it may be cut: between blocks, and inside a block only when that block alone is longer
   * than {@code longest}. Never after a heading, nor after a line that announces what follows it.
   */
  SortedSet<Integer> cuts(int longest) {
    var cuts = new TreeSet<Integer>();
    between(body, 0, longest, cuts);
    cuts.add(0);
    cuts.add(length());
    return cuts;
  }

  private void between(Element parent, int start, int longest, SortedSet<Integer> cuts) {
    int at = start;
    for (Node child : parent.childNodes()) {
      int end = at + length(child);
      if (end - at > longest && child instanceof Element element) {
        inside(element, at, longest, cuts);
      }
      if (child.nextSibling() != null && !leads(child)) {
        cuts.add(end);
      }
      at = end;
    }
  }

  private void inside(Element element, int start, int longest, SortedSet<Integer> cuts) {
    switch (element.normalName()) {
      case "figure", "thead", "caption", "tr" -> {}
      case "ul", "ol", "table", "tbody", "div", "aside" -> between(element, start, longest, cuts);
      case "blockquote", "li" -> {
        if (element.selectFirst("p, ul, ol") == null) {
          sentences(element, start, longest, cuts);
        } else {
          between(element, start, longest, cuts);
        }
      }
      default -> sentences(element, start, longest, cuts);
    }
  }

  private static boolean leads(Node node) {
    if (!(node instanceof Element element)) {
      return true;
    }
    return switch (element.normalName()) {
      case "h2", "h3", "thead", "caption", "hr" -> true;
      case "p" -> announces(element);
      default -> false;
    };
  }

  /** A line that ends with a colon, or is all in bold, as the questions of an interview are. */
  private static boolean announces(Element line) {
    Element only = line.childrenSize() == 1 ? line.child(0) : line;
    boolean bold = only.normalName().equals("strong") && line.ownText().isBlank();
    return bold || line.text().endsWith(":");
  }

  private void sentences(Element element, int start, int longest, SortedSet<Integer> cuts) {
    var text = new StringBuilder();
    flatten(element, text);
    int before = cuts.size();
    breaks(BreakIterator.getSentenceInstance(locale), text.toString(), start, cuts);
    boolean fine = cuts.size() - before > text.length() / Math.max(1, longest);
    if (!fine) {
      breaks(BreakIterator.getWordInstance(locale), text.toString(), start, cuts);
    }
  }

  private static void flatten(Node node, StringBuilder text) {
    if (node instanceof TextNode words) {
      text.append(words.getWholeText());
    } else if (node.childNodeSize() == 0) {
      text.append(node instanceof Element ? "\uFFFC" : "");
    } else {
      node.childNodes().forEach(child -> flatten(child, text));
    }
  }

  private static void breaks(
      BreakIterator breaks, String text, int start, SortedSet<Integer> cuts) {
    breaks.setText(text);
    for (int at = breaks.next(); at != BreakIterator.DONE && at < text.length(); ) {
      if (Character.isWhitespace(text.charAt(at - 1))) {
        cuts.add(start + at);
      }
      at = breaks.next();
    }
  }

  /** Index of the body's element that stands at a position. */
  int blockAt(int position) {
    int at = 0;
    int index = 0;
    for (Element block : body.children()) {
      at += length(block);
      if (position < at) {
        return index;
      }
      index++;
    }
    return index;
  }

  /** The body from one position to another, as HTML. */
  String slice(int from, int to) {
    var shell = body.shallowClone();
    copy(body, shell, 0, from, to);
    return shell.html();
  }

  private static void copy(Element source, Element target, int start, int from, int to) {
    int at = start;
    int skipped = 0;
    for (Node child : source.childNodes()) {
      int end = at + length(child);
      if (end <= from && end > at) {
        skipped += child instanceof Element ? 1 : 0;
      } else if (at < to && (at >= from || end > from)) {
        target.appendChild(cut(child, at, from, to));
      }
      at = end;
    }
    if (source.normalName().equals("ol") && skipped > 0) {
      target.attr("start", String.valueOf(skipped + 1));
    }
  }

  private static Node cut(Node child, int at, int from, int to) {
    if (child instanceof TextNode text) {
      String whole = text.getWholeText();
      return new TextNode(
          whole.substring(Math.max(0, from - at), Math.min(whole.length(), to - at)));
    }
    if (!(child instanceof Element element) || child.childNodeSize() == 0) {
      return child.clone();
    }
    Element piece = element.shallowClone();
    boolean continued = at < from;
    if (continued && element.normalName().equals("table")) {
      headOf(element).forEach(piece::appendChild);
    }
    if (continued && element.normalName().equals("li")) {
      piece.addClass("z");
    }
    copy(element, piece, at, from, to);
    return piece;
  }

  private static List<Node> headOf(Element table) {
    var head = new ArrayList<Node>();
    for (Element child : table.children()) {
      if (child.normalName().equals("thead")) {
        head.add(child.clone());
      }
    }
    return head;
  }
}
