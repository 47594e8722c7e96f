package press.tamizdat.article;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The HTML that an article's body may be: the house's subset, in {@code docs/article-html.md}.
 *
 * <p>Whatever comes in, what comes out is built anew from the subset's elements and attributes, so
 * nothing else can pass. Text that belongs to the article is kept: elements that are not in the
 * subset are unwrapped. Dropped with their text are scripts, styles, forms and struck-out edits.
 *
 * <p>Cleaning what is clean changes nothing, and the same HTML always gives the same result. Links
 * that are not http, https, mailto or relative lose their link and keep their text; a video or a
 * frame from elsewhere becomes a link, because a reader's page loads nothing from third parties.
 */
public final class ArticleHtml {
  private ArticleHtml() {}

  /**
   * Cleans a fragment or a whole document.
   *
   * @param html anything, however malformed
   * @return the subset's HTML, one block a line; empty when nothing in it belongs
   */
  public static String clean(String html) {
    return clean(Jsoup.parseBodyFragment(html).body());
  }

  /** Cleans what is inside an element that is parsed already; the element stays as it is. */
  public static String clean(Element source) {
    Element body = shell().body();
    SubsetWriter.inBody(body).write(source);
    return body.children().stream().map(Element::outerHtml).collect(Collectors.joining("\n"));
  }

  private static Document shell() {
    Document shell = Document.createShell("");
    shell.outputSettings().prettyPrint(false);
    return shell;
  }
}
