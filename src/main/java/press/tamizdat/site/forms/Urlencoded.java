package press.tamizdat.site.forms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code application/x-www-form-urlencoded} (WHATWG URL §5.1), strictly: a percent sign stands
 * before two hex digits, the bytes are UTF-8 in its shortest form, NUL is nobody's text.
 */
final class Urlencoded {
  /** More fields than any form of ours has, with room. */
  private static final int MOST_FIELDS = 200;

  private Urlencoded() {}

  /** By name, in the order in which they came; empty if it is not what it should be. */
  static Optional<Map<String, List<String>>> read(byte[] form) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    int count = 0;
    for (int from = 0; from <= form.length; ) {
      int to = find(form, '&', from, form.length);
      if (to > from) {
        int equals = find(form, '=', from, to);
        Optional<String> name = decoded(form, from, equals);
        Optional<String> value = decoded(form, Math.min(equals + 1, to), to);
        if (name.isEmpty() || value.isEmpty() || ++count > MOST_FIELDS) {
          return Optional.empty();
        }
        fields.computeIfAbsent(name.get(), n -> new ArrayList<>()).add(value.get());
      }
      from = to + 1;
    }
    return Optional.of(fields);
  }

  static Optional<Map<String, List<String>>> read(String form) {
    return read(form.getBytes(UTF_8));
  }

  private static int find(byte[] form, char wanted, int from, int to) {
    int at = from;
    while (at < to && form[at] != wanted) {
      at++;
    }
    return at;
  }

  private static Optional<String> decoded(byte[] form, int from, int to) {
    ByteBuffer decoded = ByteBuffer.allocate(to - from);
    for (int i = from; i < to; i++) {
      byte b = form[i];
      if (b == '%') {
        int value = i + 2 < to ? hex(form[i + 1]) << 4 | hex(form[i + 2]) : -1;
        if (value <= 0) {
          return Optional.empty();
        }
        decoded.put((byte) value);
        i += 2;
      } else if (b == 0) {
        return Optional.empty();
      } else {
        decoded.put(b == '+' ? (byte) ' ' : b);
      }
    }
    try {
      String text = UTF_8.newDecoder().decode(decoded.flip()).toString();
      return Optional.of(text.replace("\r\n", "\n"));
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  /** Negative for what is no hex digit, and then so is every number made of it. */
  private static int hex(byte b) {
    return b < 0 ? -1 : Character.digit(b, 16);
  }

  /** Writes fields so that they read the same again. */
  static String write(Map<String, List<String>> fields) {
    StringBuilder text = new StringBuilder();
    fields.forEach(
        (name, values) ->
            values.forEach(
                value ->
                    text.append(text.isEmpty() ? "" : "&")
                        .append(java.net.URLEncoder.encode(name, UTF_8))
                        .append('=')
                        .append(java.net.URLEncoder.encode(value, UTF_8))));
    return text.toString();
  }
}
