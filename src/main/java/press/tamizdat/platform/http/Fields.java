package press.tamizdat.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;
import java.util.TreeMap;

/**
 * The header fields of an answer, as bytes, up to and with the empty line. Status line, Date and
 * Connection stand before them and are the connection's affair.
 */
final class Fields {
  /** On every answer; a resource may give another value. */
  private static final Map<String, String> PROTECTIVE =
      Map.of(
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          "Content-Security-Policy",
          "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

  private Fields() {}

  /** For the whole body. */
  static byte[] whole(Resource resource, Encoding encoding, long length) {
    return end(body(resource, encoding, length));
  }

  /** For a part of the body (RFC 9110 §15.3.7). */
  static byte[] part(Resource resource, Encoding encoding, ByteRange range, long length) {
    StringBuilder fields = body(resource, encoding, range.length());
    field(fields, "Content-Range", range.of(length));
    return end(fields);
  }

  /** For a part that is not there (RFC 9110 §15.5.17). */
  static byte[] noSuchPart(Resource resource, long length) {
    StringBuilder fields = new StringBuilder(512);
    field(fields, "Content-Range", "bytes */" + length);
    field(fields, "Content-Length", "0");
    protect(fields, resource.headers());
    return end(fields);
  }

  /** For "you have it already" (RFC 9110 §15.4.5). */
  static byte[] unchanged(Resource resource, Encoding encoding) {
    StringBuilder fields = new StringBuilder(512);
    validate(fields, resource, encoding);
    protect(fields, resource.headers());
    return end(fields);
  }

  /** For an answer that is no resource. */
  static byte[] plain(Map<String, String> more) {
    StringBuilder fields = new StringBuilder(512);
    protect(fields, more);
    return end(fields);
  }

  private static StringBuilder body(Resource resource, Encoding encoding, long length) {
    StringBuilder fields = new StringBuilder(768);
    field(fields, "Content-Type", resource.type());
    field(fields, "Content-Length", Long.toString(length));
    if (encoding != Encoding.IDENTITY) {
      field(fields, "Content-Encoding", encoding.token());
    }
    validate(fields, resource, encoding);
    if (!resource.isPage() && resource.status() == 200) {
      field(fields, "Accept-Ranges", "bytes");
    }
    protect(fields, resource.headers());
    return fields;
  }

  private static void validate(StringBuilder fields, Resource resource, Encoding encoding) {
    if (resource.contents().size() > 1) {
      field(fields, "Vary", "Accept-Encoding");
    }
    if (resource.hasTag()) {
      field(fields, "ETag", resource.tag(encoding));
    }
    field(fields, "Cache-Control", resource.freshness().directive());
  }

  private static void protect(StringBuilder fields, Map<String, String> own) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(PROTECTIVE);
    all.putAll(own);
    all.forEach((name, value) -> field(fields, name, value));
  }

  private static void field(StringBuilder fields, String name, String value) {
    fields.append(name).append(": ").append(value).append("\r\n");
  }

  private static byte[] end(StringBuilder fields) {
    return fields.append("\r\n").toString().getBytes(ISO_8859_1);
  }
}
