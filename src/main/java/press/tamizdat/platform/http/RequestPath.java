package press.tamizdat.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/**
 * The path of a request target (RFC 9112 §3.2, RFC 3986 §3.3), decoded once.
 *
 * <p>Refused: dot segments, NUL and other control characters, backslashes, escapes that are not two
 * hex digits, bytes that are not UTF-8 in its shortest form. {@code %2F} stays as it is.
 */
final class RequestPath {
  private RequestPath() {}

  /** Of {@code target[from, to)}, query and all; empty if it is not acceptable. */
  static Optional<String> parse(byte[] target, int from, int to) {
    int start = pathStart(target, from, to);
    if (start == to) {
      return Optional.of("/");
    }
    if (target[start] != '/') {
      return Optional.empty();
    }
    int end = start;
    boolean plain = true;
    for (; end < to && target[end] != '?'; end++) {
      byte c = target[end];
      if (c <= ' ' || c == 0x7f || c == '#' || c == '\\') {
        return Optional.empty();
      }
      plain &= c != '%' && c != '.';
    }
    return plain
        ? Optional.of(new String(target, start, end - start, ISO_8859_1))
        : decode(target, start, end).filter(path -> !hasDotSegment(path));
  }

  /** Past {@code http://authority} of the absolute form. */
  private static int pathStart(byte[] target, int from, int to) {
    if (from < to && target[from] == '/') {
      return from;
    }
    String start = new String(target, from, Math.min(8, to - from), ISO_8859_1);
    int authority;
    if (start.regionMatches(true, 0, "http://", 0, 7)) {
      authority = from + 7;
    } else if (start.regionMatches(true, 0, "https://", 0, 8)) {
      authority = from + 8;
    } else {
      return from;
    }
    int slash = authority;
    while (slash < to && target[slash] != '/' && target[slash] != '?') {
      slash++;
    }
    return slash < to && target[slash] == '?' ? to : slash;
  }

  private static Optional<String> decode(byte[] target, int start, int end) {
    ByteBuffer decoded = ByteBuffer.allocate(end - start);
    for (int i = start; i < end; i++) {
      if (target[i] != '%') {
        decoded.put(target[i]);
        continue;
      }
      if (i + 2 >= end) {
        return Optional.empty();
      }
      int high = Character.digit(target[i + 1], 16);
      int low = Character.digit(target[i + 2], 16);
      int value = high << 4 | low;
      if (high < 0 || low < 0 || value < ' ' || value == 0x7f || value == '\\') {
        return Optional.empty();
      }
      if (value == '/') {
        decoded.put((byte) '%').put((byte) '2').put((byte) 'F');
      } else {
        decoded.put((byte) value);
      }
      i += 2;
    }
    try {
      return Optional.of(UTF_8.newDecoder().decode(decoded.flip()).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  private static boolean hasDotSegment(String path) {
    return path.contains("/./")
        || path.contains("/../")
        || path.endsWith("/.")
        || path.endsWith("/..");
  }
}
