package press.tamizdat.edition.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * RSS 2.0. Authors are {@code dc:creator}, because {@code author} is an e-mail address; links
 * between documents are Atom's, as RFC 5005 (appendix B) has it.
 */
final class Rss {
  private Rss() {}

  static byte[] write(FeedDocument document) {
    FeedOf feed = document.feed();
    Xml xml = new Xml();
    xml.open(
        "rss",
        "version",
        "2.0",
        "xmlns:atom",
        "http://www.w3.org/2005/Atom",
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/",
        "xmlns:fh",
        "http://purl.org/syndication/history/1.0",
        "xmlns:media",
        "http://search.yahoo.com/mrss/");
    xml.open("channel");
    xml.leaf("title", feed.title());
    xml.leaf("link", feed.page());
    xml.leaf("description", feed.description());
    xml.leaf("language", feed.language().tag());
    Atom.links(xml, "atom:link", document, FeedFormat.RSS);
    document.entries().forEach(entry -> item(xml, entry));
    return xml.close().close().bytes();
  }

  private static void item(Xml xml, FeedEntry entry) {
    xml.open("item");
    xml.leaf("title", entry.title());
    xml.leaf("link", entry.link());
    xml.leaf("guid", entry.id(), "isPermaLink", "false");
    xml.leaf("pubDate", date(entry.published()));
    if (entry.changed()) {
      xml.leaf("atom:updated", entry.updated().toString());
    }
    entry.authors().forEach(name -> xml.leaf("dc:creator", name));
    xml.leaf("category", entry.sectionName());
    if (!entry.summary().isEmpty()) {
      xml.leaf("description", html(entry.summary()));
    }
    Atom.thumbnail(xml, entry);
    xml.close();
  }

  /** RFC 822 with a year of four digits. */
  private static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(ZoneOffset.UTC));
  }

  /**
   * An item's description is HTML, so plain text is escaped once for it, and then again for XML.
   */
  private static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
