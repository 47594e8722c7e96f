package press.tamizdat.edition.feed;

import press.tamizdat.edition.reading.Kind;

/** The three ways in which a feed is written. */
public enum FeedFormat {
  /** RSS 2.0.11, with the Dublin Core, Media RSS and Atom modules. */
  RSS("xml", Kind.RSS),
  /** RFC 4287. */
  ATOM("atom", Kind.ATOM),
  /** JSON Feed 1.1. */
  JSON("json", Kind.JSONFEED);

  private final String ending;
  private final Kind kind;

  FeedFormat(String ending, Kind kind) {
    this.ending = ending;
    this.kind = kind;
  }

  public String ending() {
    return ending;
  }

  public Kind kind() {
    return kind;
  }

  /** The media type without its charset, as a link names it. */
  String linkType() {
    return kind.mediaType().replaceFirst(";.*", "");
  }
}
