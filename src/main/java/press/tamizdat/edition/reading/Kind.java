package press.tamizdat.edition.reading;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a file of an edition is: its media type, and the status it is served with.
 *
 * <p>The word in the catalogue is the name in lower case; a word once given is never given another
 * meaning.
 */
public enum Kind {
  PAGE("text/html; charset=utf-8", 200),
  /** The page in the place of an article that was taken down (RFC 9110, section 15.5.11). */
  GONE("text/html; charset=utf-8", 410),
  /** The page for an address that there is not (RFC 9110, section 15.5.5). */
  MISSING("text/html; charset=utf-8", 404),
  RSS("application/rss+xml; charset=utf-8", 200),
  ATOM("application/atom+xml; charset=utf-8", 200),
  JSONFEED("application/feed+json; charset=utf-8", 200),
  SITEMAP("application/xml; charset=utf-8", 200),
  TEXT("text/plain; charset=utf-8", 200),
  JSON("application/json", 200),
  SCRIPT("text/javascript; charset=utf-8", 200),
  CALENDAR("text/calendar; charset=utf-8", 200),
  SVG("image/svg+xml", 200),
  WEBP("image/webp", 200);

  private final String mediaType;
  private final int status;

  Kind(String mediaType, int status) {
    this.mediaType = mediaType;
    this.status = status;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return status;
  }

  /** Whether compressed variants stand beside it. */
  public boolean compressible() {
    return this != WEBP;
  }

  public boolean html() {
    return this == PAGE || this == GONE || this == MISSING;
  }

  /** Its word in the catalogue. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public static Optional<Kind> ofWord(String word) {
    return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
  }
}
