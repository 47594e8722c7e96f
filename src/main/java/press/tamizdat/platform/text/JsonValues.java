package press.tamizdat.platform.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Json} has read, taken as what it should be; anything else is a {@link MalformedJson}.
 */
public final class JsonValues {
  private JsonValues() {}

  /** Reads an object. */
  public static Map<String, Object> object(String text) {
    return Json.readObject(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a list. */
  public static List<Object> list(String text) {
    return list(Json.read(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The value as an object. */
  @SuppressWarnings("unchecked") // Json makes no other maps
  public static Map<String, Object> object(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new MalformedJson("an object in braces is expected");
  }

  /** The value as a list; an absent one is empty. */
  @SuppressWarnings("unchecked") // Json makes no other lists
  public static List<Object> list(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return (List<Object>) list;
    }
    throw new MalformedJson("a list in brackets is expected");
  }

  /** The value as a string; an absent one is empty. */
  public static String string(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof String text) {
      return text;
    }
    throw new MalformedJson("a string is expected");
  }

  /** The value as a whole number. */
  public static long number(@Nullable Object value) {
    if (value instanceof Long number) {
      return number;
    }
    throw new MalformedJson("a whole number is expected");
  }
}
