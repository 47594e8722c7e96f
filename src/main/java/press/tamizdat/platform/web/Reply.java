package press.tamizdat.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import press.tamizdat.platform.text.Json;

/**
 * What is sent back.
 *
 * @param headers by name; those of the server's own are added where they are missing here
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Reply(int status, Map<String, String> headers, byte[] body) {
  private static final String HTML = "text/html; charset=utf-8";

  public static Reply html(int status, byte[] body) {
    return new Reply(status, Map.of("Content-Type", HTML), body);
  }

  /** Look there instead, with GET (RFC 9110 §15.4.4). */
  public static Reply seeOther(String path) {
    return new Reply(303, Map.of("Location", path), new byte[0]);
  }

  public static Reply json(int status, Map<String, ?> values) {
    return new Reply(
        status,
        Map.of("Content-Type", "application/json"),
        Json.text(values).getBytes(StandardCharsets.UTF_8));
  }

  public static Reply bytes(String mediaType, byte[] body) {
    return new Reply(200, Map.of("Content-Type", mediaType), body);
  }

  public static Reply text(int status, String text) {
    return new Reply(
        status,
        Map.of("Content-Type", "text/plain; charset=utf-8"),
        text.getBytes(StandardCharsets.UTF_8));
  }

  public Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body);
  }

  /** What is the same for ever. */
  public Reply unchanging() {
    return with("Cache-Control", "private, max-age=31536000, immutable");
  }
}
