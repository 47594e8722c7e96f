package press.tamizdat.article;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes one container of a clean tree: the body, a list item, a cell, a quotation, a fact box.
 *
 * <p>Inline text gathers in a run; whatever is a block closes the run as a paragraph. So text that
 * stood bare in a {@code div} becomes a paragraph, and an inline element around blocks is dealt out
 * to the text of each.
 */
final class SubsetWriter {
  private static final int DEEPEST = 8;
  private static final Set<String> GONE =
      Set.of(
          "script",
          "style",
          "template",
          "svg",
          "form",
          "input",
          "select",
          "textarea",
          "button",
          "datalist",
          "object",
          "embed",
          "applet",
          "canvas",
          "map",
          "head",
          "title",
          "meta",
          "link",
          "base",
          "del",
          "rp",
          "dialog",
          "progress",
          "meter",
          "frameset",
          "noframes",
          "noembed");
  private static final Set<String> UNWRAPPED_BLOCKS =
      Set.of(
          "div",
          "section",
          "article",
          "main",
          "header",
          "footer",
          "address",
          "center",
          "fieldset",
          "details",
          "dl",
          "dd",
          "nav",
          "body",
          "html",
          "hgroup",
          "search",
          "menu",
          "figcaption",
          "legend",
          "tr",
          "td",
          "th",
          "tbody",
          "thead",
          "tfoot",
          "caption",
          "optgroup",
          "option");
  private static final Set<String> LEAVES = Set.of("h2", "h3", "cite");

  private final Element out;
  private final int depth;
  private final boolean inQuote;
  private final boolean inAside;
  private final InlineRun run = new InlineRun();
  private String leaf = "p";
  private Wrap.Speech speech = Wrap.Speech.UNSAID;

  private SubsetWriter(Element out, int depth, boolean inQuote, boolean inAside) {
    this.out = out;
    this.depth = depth;
    this.inQuote = inQuote;
    this.inAside = inAside;
  }

  static SubsetWriter inBody(Element body) {
    return new SubsetWriter(body, 0, false, false);
  }

  void write(Element source) {
    children(source, List.of());
    flush();
  }

  private void children(Element source, List<Wrap> wraps) {
    for (Node child : source.childNodes()) {
      if (child instanceof TextNode text) {
        say(text.getWholeText(), wraps);
      } else if (child instanceof Element element && !GONE.contains(element.normalName())) {
        element(element, wraps);
      }
    }
  }

  private void element(Element e, List<Wrap> wraps) {
    switch (e.normalName()) {
      case "p", "dd", "summary" -> paragraph(e, wraps);
      case "dt" -> leaf("p", e, Wrap.with(wraps, Wrap.STRONG));
      case "h1", "h2" -> leaf("h2", e, wraps);
      case "h3", "h4", "h5", "h6" -> leaf("h3", e, wraps);
      case "ul", "ol" -> list(e, wraps);
      case "li" -> unwrapped(e, wraps);
      case "blockquote" -> quotation(e, wraps);
      case "aside" -> factBox(e, wraps);
      case "pre", "listing", "xmp" -> verbatim(e);
      case "table" -> table(e, wraps);
      case "hr" -> rule();
      case "figure" -> figure(e, wraps);
      case "img",
          "amp-img",
          "iframe",
          "amp-iframe",
          "video",
          "audio",
          "amp-youtube",
          "lite-youtube" ->
          media(e);
      case "br" -> run.lineBreak(spoken(wraps));
      case "wbr" -> {}
      case "q" -> {
        say("“", wraps);
        children(e, wraps);
        say("”", wraps);
      }
      case "cite", "footer" -> {
        if (inQuote) {
          leaf("cite", e, wraps);
        } else if (e.normalName().equals("cite")) {
          children(e, Wrap.with(wraps, Wrap.EM));
        } else {
          unwrapped(e, wraps);
        }
      }
      default -> {
        if (e.hasClass("wp-caption")) {
          figure(e, wraps);
        } else if (UNWRAPPED_BLOCKS.contains(e.normalName())) {
          unwrapped(e, wraps);
        } else {
          inline(e, wraps);
        }
      }
    }
  }

  private void inline(Element e, List<Wrap> wraps) {
    if (e.hasClass("emoji")) {
      say(e.text(), wraps);
      return;
    }
    children(e, Wrap.around(e, wraps));
  }

  private void say(String text, List<Wrap> wraps) {
    run.text(text, spoken(wraps));
  }

  /** A heading is strong already. */
  private List<Wrap> spoken(List<Wrap> wraps) {
    return leaf.startsWith("h") ? Wrap.without(wraps, Wrap.STRONG) : wraps;
  }

  private void unwrapped(Element e, List<Wrap> wraps) {
    flush();
    Wrap.Speech before = speech;
    speech = Wrap.Speech.of(e).or(before);
    children(e, wraps);
    flush();
    speech = before;
  }

  private void paragraph(Element e, List<Wrap> wraps) {
    if (WordList.isItem(e)) {
      flush();
      SubsetWriter item = new SubsetWriter(WordList.newItem(out), depth + 1, false, inAside);
      item.children(WordList.withoutBullet(e), wraps);
      item.closeItem();
      WordList.removeEmpty(out);
      return;
    }
    unwrapped(e, wraps);
  }

  private void leaf(String name, Element e, List<Wrap> wraps) {
    if (LEAVES.contains(leaf)) {
      unwrapped(e, wraps);
      return;
    }
    flush();
    leaf = name;
    unwrapped(e, wraps);
    leaf = "p";
  }

  private void list(Element e, List<Wrap> wraps) {
    if (depth >= DEEPEST) {
      unwrapped(e, wraps);
      return;
    }
    Element list = open(e.normalName(), e);
    String start = e.attr("start");
    if (e.normalName().equals("ol") && start.matches("-?[0-9]{1,6}") && !start.equals("1")) {
      list.attr("start", start);
    }
    for (Node child : e.childNodes()) {
      boolean says =
          child instanceof TextNode text
              ? !text.isBlank()
              : child instanceof Element item && !GONE.contains(item.normalName());
      if (!says) {
        continue;
      }
      Element li = list.appendElement("li");
      SubsetWriter writer = new SubsetWriter(li, depth + 1, false, inAside);
      if (child instanceof Element item && item.normalName().equals("li")) {
        Wrap.Speech.of(item).write(li);
        writer.children(item, wraps);
      } else if (child instanceof Element stray) {
        writer.element(stray, wraps);
      } else {
        writer.say(((TextNode) child).getWholeText(), wraps);
      }
      writer.closeItem();
    }
    removeIfEmpty(list);
  }

  private void closeItem() {
    flush();
    plainIfOneParagraph();
    removeIfEmpty(out);
  }

  /** A paragraph alone in an item or a cell says nothing that its text does not say. */
  private void plainIfOneParagraph() {
    Element first = out.firstElementChild();
    if (first == null || !first.normalName().equals("p") || first.attributesSize() > 0) {
      return;
    }
    boolean onlyListsFollow =
        out.children().stream().skip(1).allMatch(c -> Set.of("ul", "ol").contains(c.normalName()));
    if (onlyListsFollow) {
      first.unwrap();
    }
  }

  private void quotation(Element e, List<Wrap> wraps) {
    if (depth >= DEEPEST) {
      unwrapped(e, wraps);
      return;
    }
    Element quotation = open("blockquote", e);
    SubsetWriter writer = new SubsetWriter(quotation, depth + 1, true, inAside);
    writer.children(e, wraps);
    writer.flush();
    removeIfEmpty(quotation);
  }

  private void factBox(Element e, List<Wrap> wraps) {
    if (inAside || depth > 0) {
      unwrapped(e, wraps);
      return;
    }
    Element box = open("aside", e);
    SubsetWriter writer = new SubsetWriter(box, depth + 1, false, true);
    writer.children(e, wraps);
    writer.flush();
    removeIfEmpty(box);
  }

  private void verbatim(Element e) {
    String text = InlineRun.verbatim(e);
    if (text.isBlank()) {
      return;
    }
    open("pre", e).text(text);
  }

  private void rule() {
    flush();
    Element last = out.lastElementChild();
    if (last != null && !last.normalName().equals("hr")) {
      out.appendElement("hr");
    }
  }

  private void table(Element e, List<Wrap> wraps) {
    flush();
    Element table = new TableReader(this::cell, wraps).read(e);
    if (table != null) {
      speech.orOwn(e).write(table);
      out.appendChild(table);
      return;
    }
    Wrap.Speech before = speech;
    speech = speech.orOwn(e);
    for (Element cell : TableReader.partsInOrder(e)) {
      unwrapped(cell, wraps);
    }
    speech = before;
  }

  private void cell(Element source, Element cell, List<Wrap> wraps) {
    SubsetWriter writer = new SubsetWriter(cell, depth + 1, false, inAside);
    writer.children(source, wraps);
    writer.flush();
    writer.plainIfOneParagraph();
  }

  private void figure(Element e, List<Wrap> wraps) {
    List<Element> figures = FigureReader.read(e);
    if (figures.isEmpty()) {
      unwrapped(e, wraps);
    } else {
      flush();
      figures.forEach(f -> speech.orOwn(e).write(f));
      figures.forEach(this::appendFigure);
    }
  }

  private void media(Element e) {
    String glyph = Picture.glyph(e);
    if (!glyph.isEmpty()) {
      say(glyph, List.of());
      return;
    }
    List<Element> figures = FigureReader.readAlone(e);
    if (!figures.isEmpty()) {
      flush();
      figures.forEach(this::appendFigure);
    }
  }

  /** The same picture twice in a row is a lazy loader's spare copy. */
  private void appendFigure(Element figure) {
    Element last = out.lastElementChild();
    if (last != null
        && FigureReader.samePicture(last, figure)
        && figure.selectFirst("figcaption") == null) {
      return;
    }
    out.appendChild(figure);
  }

  private Element open(String name, Element source) {
    flush();
    Element element = out.appendElement(name);
    speech.orOwn(source).write(element);
    return element;
  }

  private void flush() {
    for (List<Node> content : run.paragraphs(leaf.equals("p"))) {
      Element block = out.appendElement(leaf);
      speech.write(block);
      block.appendChildren(content);
    }
  }

  private static void removeIfEmpty(Element element) {
    if (element.childNodeSize() == 0) {
      element.remove();
    }
  }
}
