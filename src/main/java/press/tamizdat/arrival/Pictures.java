package press.tamizdat.arrival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Gives pictures that stand bare on a page their {@code figure}, with the caption beside them. */
final class Pictures {
  private static final Pattern CREDIT =
      Pattern.compile("(?i)credit|copyright|photographer|source|foto|photo-?by|avtor|author");
  private static final Pattern CAPTION =
      Pattern.compile(
          "(?i)caption|podpis|legend|unterschrift|(^|[-_ ])cap($|[-_ ])|img-?(text|desc)|photo-?(text|desc)");
  private static final int LONGEST_CAPTION = 420;

  private Pictures() {}

  static void frame(Document page, Headline headline) {
    page.body().select("img, amp-img").stream()
        .filter(Pictures::isDecoration)
        .toList()
        .forEach(Element::remove);
    for (Element img : page.body().select("img, amp-img")) {
      if (img.parent() != null && img.closest("figure, .wp-caption") == null) {
        frame(img, headline);
      }
    }
  }

  private static boolean isDecoration(Element img) {
    String names =
        (img.className() + " " + img.attr("alt") + " " + img.attr("src"))
            .toLowerCase(java.util.Locale.ROOT);
    return names.matches("(?s).*(logo|avatar|gravatar|sprite|icon|badge|spacer|counter|pixel).*")
        || names.strip().endsWith(".svg")
        || small(img.attr("width"))
        || small(img.attr("height"));
  }

  private static boolean small(String pixels) {
    return pixels.matches("[0-9]{1,2}(px)?");
  }

  private static void frame(Element img, Headline headline) {
    Element outer = img;
    Element parent = img.parent();
    while (parent != null && mayBeFrame(parent, headline)) {
      outer = parent;
      parent = parent.parent();
    }
    List<Element> beside = outer.text().isBlank() ? captionsAfter(outer) : List.of();
    if (outer.text().isBlank() && beside.isEmpty()) {
      return;
    }
    Element figure = new Element("figure").appendChild(img.clone());
    Element caption = figure.appendElement("figcaption");
    List<Element> parts = new ArrayList<>();
    leaves(outer, parts);
    beside.forEach(b -> leaves(b, parts));
    for (Element part : parts) {
      boolean credit =
          CREDIT.matcher(part.className()).find() || Credits.isCreditLine(Words.tidy(part.text()));
      caption.appendText(" ").appendElement(credit ? "cite" : "span").html(part.html());
    }
    beside.forEach(Element::remove);
    outer.replaceWith(figure);
  }

  private static boolean mayBeFrame(Element e, Headline headline) {
    return !headline.standsIn(e)
        && !e.normalName().equals("body")
        && !e.normalName().equals("main")
        && !e.normalName().equals("article")
        && e.text().length() <= LONGEST_CAPTION
        && e.select("img, amp-img").size() == 1
        && e.select("h1, h2, h3").isEmpty()
        && e.select("p, div").stream().filter(p -> p.ownText().length() > 250).findAny().isEmpty()
        && (e.ownText().length() < 40 || !e.normalName().equals("p"));
  }

  private static List<Element> captionsAfter(Element outer) {
    List<Element> captions = new ArrayList<>();
    Element next = outer.nextElementSibling();
    while (next != null
        && captions.size() < 3
        && next.text().length() <= LONGEST_CAPTION
        && isCalledCaption(next)) {
      captions.add(next);
      next = next.nextElementSibling();
    }
    return captions;
  }

  private static boolean isCalledCaption(Element e) {
    return CAPTION.matcher(e.className()).find() || CREDIT.matcher(e.className()).find();
  }

  /** The innermost elements that hold all the text, each a part of the caption; br parts too. */
  private static void leaves(Element e, List<Element> into) {
    if (e.text().isBlank()) {
      return;
    }
    boolean hasBreaks = e.selectFirst("> br") != null;
    if (!hasBreaks && (!e.ownText().isBlank() || e.childrenSize() == 0)) {
      splitCredit(e).forEach(into::add);
      return;
    }
    if (hasBreaks) {
      for (String line : e.html().split("(?i)<br\\s*/?>")) {
        Element part = new Element("span").html(line);
        part.select("img, amp-img, source").remove();
        if (!part.text().isBlank()) {
          into.add(part);
        }
      }
      return;
    }
    e.children().forEach(c -> leaves(c, into));
  }

  private static List<Element> splitCredit(Element e) {
    Optional<Element> credit =
        e.children().stream()
            .filter(
                c ->
                    CREDIT.matcher(c.className()).find()
                        || Credits.isCreditLine(Words.tidy(c.text())))
            .findFirst();
    if (credit.isEmpty()) {
      return List.of(e);
    }
    Element rest = e.clone();
    rest.children().stream()
        .filter(c -> c.text().equals(credit.get().text()))
        .toList()
        .forEach(Element::remove);
    Element cite = new Element("span").attr("class", "credit").html(credit.get().html());
    return rest.text().isBlank() ? List.of(cite) : List.of(rest, cite);
  }
}
