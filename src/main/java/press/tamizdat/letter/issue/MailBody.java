package press.tamizdat.letter.issue;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A text of the house's subset of HTML as a mail can show it: without its photos, with absolute
 * links, and with headings below those of the letter.
 */
final class MailBody {
  private MailBody() {}

  /**
   * @param page the address that its relative links are seen from
   * @return its blocks
   */
  static List<Element> blocks(String html, Links links, String page) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    Element body = document.body();
    for (Element figure : body.select("figure")) {
      Element embedded = figure.selectFirst("a[href]");
      if (figure.hasClass("embed") && embedded != null) {
        String title = figure.text().isBlank() ? embedded.attr("href") : figure.text();
        Element p = new Element("p");
        p.appendElement("a").attr("href", embedded.attr("href")).text(title);
        figure.replaceWith(p);
      } else {
        figure.remove();
      }
    }
    body.select("img").remove();
    body.select("h3").tagName("h5");
    body.select("h2").tagName("h4");
    body.select("a[href]").forEach(a -> a.attr("href", links.absolute(a.attr("href"), page)));
    body.select("table").addClass("figures");
    return List.copyOf(body.children());
  }

  static String html(List<Element> blocks) {
    StringBuilder html = new StringBuilder();
    blocks.forEach(b -> html.append(b.outerHtml()).append('\n'));
    return html.toString();
  }
}
