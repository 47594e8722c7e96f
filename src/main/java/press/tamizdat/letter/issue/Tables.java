package press.tamizdat.letter.issue;

import java.util.List;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Boxes as tables: Outlook for Windows lays a mail out with Word, which knows no other boxes. What
 * a table is for is hidden from who listens by {@code role="presentation"}.
 */
final class Tables {
  private static final String WIDTH = "600";

  private Tables() {}

  /** Turns the boxes of a letter into tables. */
  static void build(Document letter) {
    letter.select("aside").forEach(e -> box(e, "box"));
    letter.select("blockquote").forEach(e -> box(e, "apart"));
    Element main = letter.selectFirst("main");
    if (main == null) {
      throw new IllegalArgumentException("a letter has a main part");
    }
    Element sheet = table("sheet").attr("align", "center");
    Element rows = sheet.appendElement("tbody");
    for (Element part : List.copyOf(main.children())) {
      Element cell = rows.appendElement("tr").appendElement("td");
      cell.attr("class", ("row " + part.className()).strip());
      if (part.hasAttr("data-article")) {
        cell.attr("data-article", part.attr("data-article"));
      }
      List.copyOf(part.childNodes()).forEach(cell::appendChild);
    }
    Element ground = table("");
    Element middle =
        ground
            .appendElement("tbody")
            .appendElement("tr")
            .appendElement("td")
            .attr("class", "ground")
            .attr("align", "center");
    middle.appendChild(
        new Comment(
            "[if mso]><table role=\"presentation\" width=\""
                + WIDTH
                + "\" align=\"center\" cellpadding=\"0\" cellspacing=\"0\""
                + " border=\"0\"><tr><td><![endif]"));
    middle.appendChild(sheet);
    middle.appendChild(new Comment("[if mso]></td></tr></table><![endif]"));
    main.replaceWith(ground);
    letter.select(".picture, .caption").forEach(Tables::hideFromWord);
    if (letter.selectFirst("html[dir=rtl]") != null) {
      letter.select("table[role], td.row").forEach(e -> e.attr("dir", "rtl"));
    }
  }

  private static void box(Element element, String name) {
    Element table = table("framed");
    Element cell =
        table.appendElement("tbody").appendElement("tr").appendElement("td").attr("class", name);
    List.copyOf(element.childNodes()).forEach(cell::appendChild);
    element.replaceWith(table);
  }

  private static Element table(String name) {
    Element table =
        new Element("table")
            .attr("role", "presentation")
            .attr("width", "100%")
            .attr("cellpadding", "0")
            .attr("cellspacing", "0")
            .attr("border", "0");
    return name.isEmpty() ? table : table.attr("class", name);
  }

  /** Word cannot show WebP, and would show an empty frame. */
  private static void hideFromWord(Element element) {
    element.before(new Comment("[if !mso]><!"));
    element.after(new Comment("<![endif]"));
  }
}
