package press.tamizdat.trust;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Canonical JSON (OLPC, {@code wiki.laptop.org/go/Canonical_JSON}): the bytes that are signed.
 *
 * <p>No white space, names sorted by their UTF-8 bytes, whole numbers only, and in a string only
 * the quotation mark and the backslash are escaped. A line feed stands as itself, so this is not
 * always JSON; files are written by {@link press.tamizdat.platform.text.Json} instead.
 */
public final class CanonicalJson {
  private CanonicalJson() {}

  /**
   * The canonical form, in UTF-8.
   *
   * @throws IllegalArgumentException for a value that JSON has no place for
   */
  public static byte[] bytes(Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder out, Object value) {
    switch (value) {
      case Map<?, ?> object -> appendObject(out, sorted(object));
      case List<?> list -> appendList(out, list);
      case String text -> appendString(out, text);
      case Long number -> out.append(number.longValue());
      case Integer number -> out.append(number.intValue());
      case Boolean truth -> out.append(truth.booleanValue());
      default ->
          throw new IllegalArgumentException("JSON has no place for " + value.getClass().getName());
    }
  }

  private static void appendObject(StringBuilder out, Map<String, Object> object) {
    String before = "{";
    for (Map.Entry<String, Object> field : object.entrySet()) {
      out.append(before);
      appendString(out, field.getKey());
      out.append(':');
      append(out, field.getValue());
      before = ",";
    }
    out.append(object.isEmpty() ? "{}" : "}");
  }

  private static void appendList(StringBuilder out, List<?> list) {
    String before = "[";
    for (Object each : list) {
      out.append(before);
      append(out, each);
      before = ",";
    }
    out.append(list.isEmpty() ? "[]" : "]");
  }

  private static void appendString(StringBuilder out, String text) {
    out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
  }

  /** The object with its names, and those of the objects in it, in canonical order. */
  public static Map<String, Object> sorted(Map<?, ?> object) {
    Map<String, Object> sorted = new LinkedHashMap<>();
    object.keySet().stream()
        .map(String.class::cast)
        .sorted(CanonicalJson::byUtf8)
        .forEach(name -> sorted.put(name, sortedValue(Objects.requireNonNull(object.get(name)))));
    return Collections.unmodifiableMap(sorted);
  }

  private static Object sortedValue(Object value) {
    return switch (value) {
      case Map<?, ?> object -> sorted(object);
      case List<?> list -> list.stream().map(CanonicalJson::sortedValue).toList();
      default -> value;
    };
  }

  /** {@code String.compareTo} would put emoji before some other signs. */
  private static int byUtf8(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
