package press.tamizdat.support.till;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * JSON as providers send it: with {@code null}, which counts as absent, and with fractions, which
 * stay text so that no digit is lost.
 */
public final class Document {
  private static final int DEPTH = 64;
  private static final int LONGEST = 8 << 20;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH)
                  .maxStringLength(1 << 20)
                  .maxNumberLength(60)
                  .build())
          .build();

  private final Map<?, ?> object;

  private Document(Map<?, ?> object) {
    this.object = object;
  }

  /** Reads an object; empty when it is none. */
  public static Optional<Document> read(byte[] bytes) {
    if (bytes.length > LONGEST) {
      return Optional.empty();
    }
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT
          || !(value(parser, JsonToken.START_OBJECT) instanceof Map<?, ?> map)
          || parser.nextToken() != null) {
        return Optional.empty();
      }
      return Optional.of(new Document(map));
    } catch (IOException e) {
      return Optional.empty(); // whatever it is, it is not JSON; the caller says so
    }
  }

  /** An object with one other in it. */
  static Document of(String name, Document inner) {
    return new Document(Map.of(name, inner.object));
  }

  private static @Nullable Object value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          Object value = value(parser, parser.nextToken());
          if (value != null) {
            map.put(name, value);
          }
        }
        yield map;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
          Object value = value(parser, t);
          if (value != null) {
            list.add(value);
          }
        }
        yield list;
      }
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> parser.getText();
    };
  }

  private @Nullable Object value(String... path) {
    Object at = object;
    for (String name : path) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return at;
  }

  /** The text or number there; empty text if there is none. */
  public String text(String... path) {
    return value(path) instanceof String text ? text : "";
  }

  /** An id: of an object that stands there whole, its {@code id}. */
  public String id(String... path) {
    String id =
        value(path) instanceof Map<?, ?> map && map.get("id") instanceof String inner
            ? inner
            : text(path);
    return Fact.isOpaque(id) ? id : "";
  }

  /** A whole number. */
  public OptionalLong whole(String... path) {
    try {
      return OptionalLong.of(Long.parseLong(text(path)));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  public boolean isTrue(String... path) {
    return Boolean.TRUE.equals(value(path));
  }

  public boolean has(String... path) {
    return value(path) != null;
  }

  /** The object there; an empty one if there is none. */
  public Document at(String... path) {
    return value(path) instanceof Map<?, ?> map ? new Document(map) : new Document(Map.of());
  }

  /** The objects of the list there. */
  public List<Document> list(String... path) {
    List<Document> found = new ArrayList<>();
    if (value(path) instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Map<?, ?> map) {
          found.add(new Document(map));
        }
      }
    }
    return found;
  }

  /** The top list of a body that is a list and no object. */
  public static Optional<List<Document>> readList(byte[] bytes) {
    byte[] wrapped = new byte[bytes.length + 12];
    byte[] before = "{\"list\":".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    System.arraycopy(before, 0, wrapped, 0, before.length);
    System.arraycopy(bytes, 0, wrapped, before.length, bytes.length);
    wrapped[before.length + bytes.length] = '}';
    java.util.Arrays.fill(wrapped, before.length + bytes.length + 1, wrapped.length, (byte) ' ');
    return read(wrapped).filter(d -> d.value("list") instanceof List).map(d -> d.list("list"));
  }
}
