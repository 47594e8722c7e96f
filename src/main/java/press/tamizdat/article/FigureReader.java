package press.tamizdat.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads pictures and embeds, with their captions, into clean {@code figure} elements. */
final class FigureReader {
  private static final String MEDIA =
      "img, amp-img, iframe, amp-iframe, video, audio, amp-youtube, lite-youtube";
  private static final Pattern CREDIT =
      Pattern.compile("(?i)credit|copyright|photographer|(^|[-_ ])source($|[-_ ])|(^|[-_ ])author");
  private static final Set<String> SILENT =
      Set.of("script", "style", "template", "svg", "button", "noscript", "form", "del");

  private FigureReader() {}

  /** The figures in an element; none when it is no figure but a wrapper around something else. */
  static List<Element> read(Element source) {
    if (source.selectFirst("table, blockquote, pre") != null
        || source.select("figure").size() > 1
        || source.select("ul, ol").stream().anyMatch(l -> l.selectFirst(MEDIA) == null)) {
      return List.of();
    }
    List<Element> figures = new ArrayList<>();
    Element link = source.selectFirst("a[href]");
    if (source.hasClass("embed") && link != null) {
      embed(link.attr("href"), ownTitle(source, link), stillIn(link)).ifPresent(figures::add);
    } else {
      source.select(MEDIA).forEach(m -> readAlone(m).forEach(f -> addNew(figures, f)));
    }
    if (!figures.isEmpty()) {
      caption(source, figures.getLast());
    }
    return figures;
  }

  /** The figure of a picture or embed that stands outside any figure. */
  static List<Element> readAlone(Element media) {
    if (!Picture.glyph(media).isEmpty()) {
      return List.of();
    }
    Optional<Element> figure =
        switch (media.normalName()) {
          case "img", "amp-img" ->
              Picture.read(media).map(img -> new Element("figure").appendChild(img));
          case "amp-youtube", "lite-youtube" ->
              embed(
                  "https://www.youtube.com/watch?v="
                      + media.attr("data-videoid")
                      + media.attr("videoid"),
                  media.attr("title"),
                  Optional.empty());
          default -> frame(media);
        };
    return figure.stream().toList();
  }

  static boolean samePicture(Element a, Element b) {
    Element one = a.selectFirst("img");
    Element two = b.selectFirst("img");
    return a.normalName().equals("figure")
        && one != null
        && two != null
        && one.attr("src").equals(two.attr("src"));
  }

  private static void addNew(List<Element> figures, Element figure) {
    if (figures.isEmpty() || !samePicture(figures.getLast(), figure)) {
      figures.add(figure);
    }
  }

  private static Optional<Element> frame(Element media) {
    String address =
        List.of(media.attr("src"), media.attr("data-src"), media.select("source").attr("src"))
            .stream()
            .filter(a -> SafeAddress.ofLink(a).isPresent())
            .findFirst()
            .orElse("");
    Optional<Element> still =
        SafeAddress.ofPicture(media.attr("poster"))
            .map(src -> new Element("img").attr("src", src).attr("alt", ""));
    return embed(address, media.attr("title"), still);
  }

  private static Optional<Element> embed(String address, String title, Optional<Element> still) {
    return SafeAddress.ofLink(address)
        .filter(href -> !href.startsWith("#") && !href.startsWith("mailto:"))
        .map(href -> embedded(href, InlineRun.plain(title), still));
  }

  private static Element embedded(String href, String title, Optional<Element> still) {
    Element figure = new Element("figure").attr("class", "embed");
    Element link = figure.appendElement("a").attr("href", href);
    if (still.isPresent()) {
      Element img = still.get();
      link.appendChild(img.attr("alt").isEmpty() ? img.attr("alt", title) : img);
    } else {
      link.appendText(title.isEmpty() ? href : title);
    }
    return figure;
  }

  private static String ownTitle(Element figure, Element link) {
    return InlineRun.plain(link.text()).isEmpty() ? figure.attr("title") : link.text();
  }

  private static Optional<Element> stillIn(Element link) {
    return Optional.ofNullable(link.selectFirst("img")).flatMap(Picture::read);
  }

  /** Everything said in the figure is its caption; what is marked as a credit goes to the end. */
  private static void caption(Element source, Element figure) {
    InlineRun words = new InlineRun();
    InlineRun credit = new InlineRun();
    boolean embed = figure.hasClass("embed");
    gather(source, List.of(), words, credit, embed);
    if (words.isBlank() && credit.isBlank()) {
      return;
    }
    Element caption = figure.appendElement("figcaption");
    boolean hasWords = !words.isBlank();
    caption.appendChildren(words.line());
    if (!credit.isBlank()) {
      if (hasWords) {
        caption.appendText(" ");
      }
      caption.appendElement("cite").appendChildren(credit.line());
    }
  }

  private static void gather(
      Element e, List<Wrap> wraps, InlineRun words, InlineRun credit, boolean embed) {
    for (Node child : e.childNodes()) {
      if (child instanceof TextNode text) {
        words.text(text.getWholeText(), wraps);
      } else if (child instanceof Element inner && !SILENT.contains(inner.normalName())) {
        gatherElement(inner, wraps, words, credit, embed);
      }
    }
  }

  private static void gatherElement(
      Element e, List<Wrap> wraps, InlineRun words, InlineRun credit, boolean embed) {
    if (e.is(MEDIA) || (embed && e.normalName().equals("a") && e.closest("figcaption") == null)) {
      return;
    }
    if (words != credit
        && (e.normalName().equals("cite") || CREDIT.matcher(e.className()).find())) {
      if (!credit.isBlank()) {
        credit.text(" / ", List.of());
      }
      gather(e, List.of(), credit, credit, embed);
      return;
    }
    if (e.normalName().equals("br")) {
      words.lineBreak(wraps);
      return;
    }
    if (e.isBlock() || e.normalName().equals("figcaption")) {
      words.text(" ", wraps);
    }
    gather(e, Wrap.around(e, wraps), words, credit, embed);
    if (e.isBlock()) {
      words.text(" ", wraps);
    }
  }
}
