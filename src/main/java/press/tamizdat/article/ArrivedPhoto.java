package press.tamizdat.article;

import java.net.URI;
import java.nio.file.Path;

/**
 * A photo of an arrived article: where its bytes are, and what was said about it.
 *
 * @param reference the {@code src} by which the arrived body names it; for the lead photo, the
 *     address as the page had it
 * @param caption plain text, may be empty
 * @param credit who made it, may be empty
 * @param licence such as {@code CC BY 4.0}, may be empty
 * @param alternative what it shows, may be empty
 */
public record ArrivedPhoto(
    String reference,
    Origin origin,
    String caption,
    String credit,
    String licence,
    String alternative) {

  /** Where the bytes are. Nothing has been fetched or opened. */
  public sealed interface Origin {
    /** A file saved with the page; whether it is there has been checked. */
    record Saved(Path file) implements Origin {}

    /** Somewhere on the network, http or https. */
    record Remote(URI address) implements Origin {}

    /** Named by the page, but neither saved with it nor of a known address. */
    record Missing() implements Origin {}
  }
}
