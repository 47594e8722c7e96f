package press.tamizdat.edition.feed;

import java.util.Optional;

/** The Atom Syndication Format (RFC 4287), with archive documents (RFC 5005) and thumbnails. */
final class Atom {
  private Atom() {}

  static byte[] write(FeedDocument document) {
    FeedOf feed = document.feed();
    Xml xml = new Xml();
    xml.open(
        "feed",
        "xmlns",
        "http://www.w3.org/2005/Atom",
        "xmlns:fh",
        "http://purl.org/syndication/history/1.0",
        "xmlns:media",
        "http://search.yahoo.com/mrss/",
        "xml:lang",
        feed.language().tag());
    // One logical feed has one id, whichever of its documents is at hand.
    xml.leaf("id", document.current(FeedFormat.ATOM));
    xml.leaf("title", feed.title());
    if (!feed.description().equals(feed.title())) {
      xml.leaf("subtitle", feed.description());
    }
    xml.leaf("updated", document.updated().toString());
    xml.open("author").leaf("name", feed.name()).close();
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", feed.page());
    links(xml, "link", document, FeedFormat.ATOM);
    document.entries().forEach(entry -> entry(xml, entry));
    return xml.close().bytes();
  }

  /** The links between documents of a feed, which RSS has too, under another name. */
  static void links(Xml xml, String name, FeedDocument document, FeedFormat format) {
    link(xml, name, "self", document.self(format), format);
    if (document.archive()) {
      link(xml, name, "current", document.current(format), format);
    }
    Optional<String> older = document.older(format);
    older.ifPresent(to -> link(xml, name, "prev-archive", to, format));
    if (document.archive()) {
      xml.empty("fh:archive");
    }
  }

  private static void link(Xml xml, String name, String rel, String to, FeedFormat format) {
    xml.empty(name, "rel", rel, "type", format.linkType(), "href", to);
  }

  private static void entry(Xml xml, FeedEntry entry) {
    xml.open("entry");
    xml.leaf("id", entry.id());
    xml.leaf("title", entry.title());
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", entry.link());
    xml.leaf("published", entry.published().toString());
    xml.leaf("updated", entry.updated().toString());
    entry.authors().forEach(name -> xml.open("author").leaf("name", name).close());
    xml.empty("category", "term", entry.section(), "label", entry.sectionName());
    if (!entry.summary().isEmpty()) {
      xml.leaf("summary", entry.summary());
    }
    thumbnail(xml, entry);
    xml.close();
  }

  static void thumbnail(Xml xml, FeedEntry entry) {
    entry
        .picture()
        .ifPresent(
            p ->
                xml.empty(
                    "media:thumbnail",
                    "url",
                    p.link(),
                    "width",
                    String.valueOf(p.width()),
                    "height",
                    String.valueOf(p.height())));
  }
}
