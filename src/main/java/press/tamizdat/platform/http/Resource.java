package press.tamizdat.platform.http;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An answer. Nearly all are known before they are asked for; {@link #fresh} makes one that is not.
 *
 * @param status an HTTP status with a body: 200, 404, 410; with a header {@code Location} also 303
 * @param type the value of {@code Content-Type}, charset included
 * @param hash names the identity bytes: at least 16 characters of {@code [0-9A-Za-z]}, usually a
 *     SHA-256 in hex. Two resources with one hash have the same bytes in every encoding. The entity
 *     tag is its first 16 characters and the mark of the encoding
 * @param contents the bytes by encoding; identity is always there
 * @param headers further fields, or other values for the protective ones that every answer carries;
 *     for HTML usually {@code Content-Security-Policy}, which otherwise allows nothing
 */
public record Resource(
    int status,
    String type,
    String hash,
    Freshness freshness,
    Map<Encoding, Content> contents,
    Map<String, String> headers) {
  private static final Pattern HASH = Pattern.compile("[0-9A-Za-z]{16,}");
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z-]+");
  private static final Pattern VALUE =
      Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?");

  /** For what is never asked for by its hash. */
  private static final String NO_HASH = "0".repeat(16);

  public Resource {
    if (status < 200 || status > 599 || status == 204 || status == 304) {
      throw new IllegalArgumentException("not a status with a body: " + status);
    }
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException("not a hash of 16 letters and digits or more: " + hash);
    }
    if (!contents.containsKey(Encoding.IDENTITY)) {
      throw new IllegalArgumentException("a resource without its identity bytes: " + hash);
    }
    mustBeValue(type);
    headers.forEach(
        (name, value) -> {
          if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a header's name: " + name);
          }
          mustBeValue(value);
        });
    contents = Collections.unmodifiableMap(new EnumMap<>(contents));
    headers = Map.copyOf(headers);
  }

  /**
   * Made on the spot, for one reader only, and kept by nobody.
   *
   * @param bytes as they are, and as far as it is worth it, compressed
   */
  public static Resource fresh(
      int status, String type, Map<Encoding, byte[]> bytes, Map<String, String> headers) {
    Map<Encoding, Content> contents = new EnumMap<>(Encoding.class);
    bytes.forEach((encoding, body) -> contents.put(encoding, new Content.InMemory(body)));
    return new Resource(status, type, NO_HASH, Freshness.NEVER, contents, headers);
  }

  private static void mustBeValue(String value) {
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a header's value in ASCII: " + value);
    }
  }

  /** Whether it is a page that a person reads. */
  boolean isPage() {
    return type.startsWith("text/html");
  }

  /** Whether it can be asked for by validator. */
  boolean hasTag() {
    return status == 200 && freshness != Freshness.NEVER;
  }

  /** The strong validator of one encoding (RFC 9110 §8.8.3), quotes included. */
  String tag(Encoding encoding) {
    return '"' + hash.substring(0, 16) + encoding.mark() + '"';
  }

  Content content(Encoding encoding) {
    Content content = contents.get(encoding);
    if (content == null) {
      throw new IllegalArgumentException(hash + " has no " + encoding.token() + " bytes");
    }
    return content;
  }
}
