package press.tamizdat.desk.writing;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import press.tamizdat.article.Content;

/** One version, to be read. */
public record RevisionView(
    RevisionsView.Line line, String article, int newest, Content content, String body) {
  private static final String PHOTO = "photo:";

  /** A body with the pictures where the desk has them; those from elsewhere are not loaded. */
  static String onScreen(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    for (Element img : document.select("img")) {
      String src = img.attr("src");
      if (src.startsWith(PHOTO)) {
        img.attr("src", "/photos/" + src.substring(PHOTO.length()) + "/medium");
      } else {
        img.replaceWith(new org.jsoup.nodes.TextNode("[" + src + "]"));
      }
    }
    return document.body().html();
  }
}
