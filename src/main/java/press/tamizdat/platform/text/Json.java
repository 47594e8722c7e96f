package press.tamizdat.platform.text;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * JSON (RFC 8259) as plain values: {@code Map<String, Object>}, {@code List<Object>}, {@code
 * String}, {@code Long} and {@code Boolean}. What is read cannot be changed and keeps its order.
 *
 * <p>It takes one dialect: UTF-8 without a byte order mark, no name twice in an object, nothing
 * after the value, whole numbers of 64 bits, no {@code null}. A document that two readers could
 * understand differently cannot be signed with a clear conscience.
 */
public final class Json {
  private Json() {}

  /**
   * How much is read before giving up.
   *
   * @param bytes of the whole document
   * @param depth of objects and lists in each other
   */
  public record Limits(int bytes, int depth) {
    /** One MiB, 32 levels. */
    public static final Limits USUAL = new Limits(1 << 20, 32);
  }

  /**
   * Reads one value.
   *
   * @throws MalformedJson when it is not JSON, or not the dialect above, or above the limits
   */
  public static Object read(byte[] utf8, Limits limits) {
    return new JsonReader(limits).read(utf8);
  }

  /** The same with {@link Limits#USUAL}. */
  public static Object read(byte[] utf8) {
    return read(utf8, Limits.USUAL);
  }

  /**
   * Reads an object.
   *
   * @throws MalformedJson when it is something else
   */
  @SuppressWarnings("unchecked") // JsonReader makes no other maps
  public static Map<String, Object> readObject(byte[] utf8, Limits limits) {
    if (read(utf8, limits) instanceof Map<?, ?> object) {
      return (Map<String, Object>) object;
    }
    throw new MalformedJson("an object in braces is expected");
  }

  /** The same with {@link Limits#USUAL}. */
  public static Map<String, Object> readObject(byte[] utf8) {
    return readObject(utf8, Limits.USUAL);
  }

  /**
   * Writes a value on one line, names in the order of the map, escaped as ECMAScript's {@code
   * JSON.stringify} does, so that a browser which parses and writes it again gets the same bytes.
   *
   * @throws IllegalArgumentException for a value of any other type
   */
  public static String text(Object value) {
    StringBuilder out = new StringBuilder();
    new JsonWriter(out).value(value);
    return out.toString();
  }

  /** {@link #text} as UTF-8. */
  public static byte[] write(Object value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }
}
