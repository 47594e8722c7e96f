package press.tamizdat.platform.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259) as plain Java values: {@code Map<String, Object>} in the order written, {@code
 * List<Object>}, {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code null}.
 *
 * <p>A name given twice, anything after the value, nesting deeper than 64 and numbers beyond a
 * {@code long} are refused.
 */
public final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
          .build();

  private Json() {}

  /** The text is not JSON, or not of the shape asked for. */
  public static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Malformed(String what) {
      super(what);
    }
  }

  /** Reads one value and nothing after it. */
  public static @Nullable Object parse(byte[] utf8) {
    try (JsonParser parser = FACTORY.createParser(utf8)) {
      return whole(parser);
    } catch (IOException e) {
      throw new Malformed("not JSON: " + place(e));
    }
  }

  /** Reads one value and nothing after it. */
  public static @Nullable Object parse(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return whole(parser);
    } catch (IOException e) {
      throw new Malformed("not JSON: " + place(e));
    }
  }

  /** Reads an object. */
  public static Map<String, Object> object(String text) {
    return object(parse(text));
  }

  /** The value as an object. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> object(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new Malformed("an object was expected");
  }

  /** The value as a list; an absent one is empty. */
  @SuppressWarnings("unchecked")
  public static List<Object> list(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return (List<Object>) list;
    }
    throw new Malformed("a list was expected");
  }

  /** The value as a string; an absent one is empty. */
  public static String string(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof String text) {
      return text;
    }
    throw new Malformed("a string was expected");
  }

  /** The value as a whole number. */
  public static long number(@Nullable Object value) {
    if (value instanceof Long number) {
      return number;
    }
    throw new Malformed("a whole number was expected");
  }

  /** Writes a value on one line, in the order of its maps. */
  public static String write(@Nullable Object value) {
    return new String(bytes(value), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Writes a value on one line as UTF-8, in the order of its maps. */
  public static byte[] bytes(@Nullable Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      write(generator, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static @Nullable Object whole(JsonParser parser) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new Malformed("not JSON: nothing is there");
    }
    Object value = value(parser, first);
    if (parser.nextToken() != null) {
      throw new Malformed("not JSON: something stands after the value");
    }
    return value;
  }

  private static @Nullable Object value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> elements(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new Malformed("not JSON: unexpected " + token);
    };
  }

  private static Map<String, @Nullable Object> members(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_OBJECT; t = parser.nextToken()) {
      String name = parser.currentName();
      map.put(name, value(parser, parser.nextToken()));
    }
    return map;
  }

  private static List<@Nullable Object> elements(JsonParser parser) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      list.add(value(parser, t));
    }
    return list;
  }

  private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeNull();
      case String text -> out.writeString(text);
      case Boolean truth -> out.writeBoolean(truth);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Double number -> out.writeNumber(number);
      case Map<?, ?> map -> {
        out.writeStartObject();
        for (Map.Entry<?, ?> member : map.entrySet()) {
          out.writeFieldName(String.valueOf(member.getKey()));
          write(out, member.getValue());
        }
        out.writeEndObject();
      }
      case List<?> list -> {
        out.writeStartArray();
        for (Object element : list) {
          write(out, element);
        }
        out.writeEndArray();
      }
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  private static String place(IOException e) {
    return e instanceof com.fasterxml.jackson.core.JsonProcessingException p
            && p.getLocation() != null
        ? "line " + p.getLocation().getLineNr() + ", column " + p.getLocation().getColumnNr()
        : "it cannot be read";
  }
}
