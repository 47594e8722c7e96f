package press.tamizdat.edition.page;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import press.tamizdat.article.published.Photo;
import press.tamizdat.platform.text.Messages;

/**
 * A body in the house's subset of HTML, made ready for a page: photos in their places, tables that
 * scroll by themselves, columns of figures set flush.
 */
final class BodyHtml {
  private static final Pattern FIGURE = Pattern.compile("[−–+-]?[\\p{Nd}][\\p{Nd}\\s.,٫٬%–−-]*");

  private final Messages words;
  private final Map<String, Photo> photos;
  private final Links links;
  private final Paths paths;

  BodyHtml(Messages words, Map<String, Photo> photos, Links links, Paths paths) {
    this.words = words;
    this.photos = photos;
    this.links = links;
    this.paths = paths;
  }

  /**
   * @throws IllegalArgumentException when the body refers to a photo that is not there
   */
  Element prepare(String html) {
    Element body = parse(html);
    body.select("img").forEach(this::place);
    body.select("table").forEach(this::table);
    body.select("aside").forEach(BodyHtml::box);
    return body;
  }

  /** To who listens a box is a note in the text, and its heading one of the text's. */
  private static void box(Element aside) {
    aside.attr("role", "note");
    aside.select("> h3:first-child").forEach(heading -> heading.tagName("h2"));
  }

  static Element parse(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    document
        .outputSettings()
        .prettyPrint(false)
        .escapeMode(Entities.EscapeMode.base)
        .charset(java.nio.charset.StandardCharsets.UTF_8);
    Element body = document.body();
    for (TextNode text : body.nodeStream(TextNode.class).toList()) {
      text.text(singleSpaced(text.getWholeText()));
    }
    for (TextNode between : List.copyOf(body.textNodes())) {
      if (between.isBlank()) {
        between.remove();
      } else {
        between.wrap("<p></p>");
      }
    }
    return body;
  }

  /**
   * Runs of HTML's white space as one space. By hand, as it is done to every letter of an archive.
   */
  private static String singleSpaced(String text) {
    StringBuilder single = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean before = space;
      space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
      if (!space) {
        single.append(c);
      } else if (!before) {
        single.append(' ');
      }
    }
    return single.toString();
  }

  private void place(Element img) {
    String address = img.attr("src");
    Photo photo = photos.get(address.startsWith("photo:") ? address.substring(6) : address);
    if (photo == null) {
      throw new IllegalArgumentException(
          "the text on " + links.from() + " shows " + address + ", which is not among its photos");
    }
    String alternative = img.attr("alt");
    img.clearAttributes();
    img.attr("src", links.to(paths.photo(photo.small())))
        .attr("data-src", links.to(paths.photo(photo.medium())))
        .attr("width", String.valueOf(photo.small().width()))
        .attr("height", String.valueOf(photo.small().height()))
        .attr("alt", alternative)
        .attr("loading", "lazy");
    Element link = img.closest("a");
    if (link == null) {
      link = new Element("a").attr("href", links.to(paths.photo(photo.large())));
      img.replaceWith(link);
      link.appendChild(img);
    }
    name(link, alternative);
  }

  /** A link around a picture that nobody has described needs a name of its own (WCAG 2.4.4). */
  private void name(Element link, String alternative) {
    if (!alternative.isBlank() || !link.text().isBlank()) {
      return;
    }
    Element figure = link.closest("figure");
    String caption = figure == null ? "" : figure.select("figcaption").text();
    link.attr("aria-label", caption.isBlank() ? words.say("photo.larger") : caption);
  }

  /** A region that scrolls must be reachable by keyboard and have a name (WCAG 2.1.1, 4.1.2). */
  private void table(Element table) {
    Element caption = table.selectFirst("caption");
    table.wrap("<div class=\"w\" role=\"region\" tabindex=\"0\"></div>");
    Element region = table.parent();
    if (region != null) {
      region.attr("aria-label", caption == null ? words.say("table") : caption.text());
    }
    var rows = table.select("tbody tr");
    int columns = rows.stream().mapToInt(Element::childrenSize).max().orElse(0);
    for (int column = 1; column < columns; column++) {
      int at = column;
      var cells = rows.stream().filter(r -> r.childrenSize() > at).map(r -> r.child(at)).toList();
      if (cells.stream().allMatch(c -> FIGURE.matcher(c.text().strip()).matches())) {
        cells.forEach(c -> c.addClass("r"));
        table.select("thead tr").stream()
            .filter(r -> r.childrenSize() > at)
            .forEach(r -> r.child(at).addClass("r"));
      }
    }
  }
}
