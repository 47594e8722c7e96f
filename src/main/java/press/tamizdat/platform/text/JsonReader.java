package press.tamizdat.platform.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class JsonReader {
  private final Json.Limits limits;
  private final JsonFactory factory;

  JsonReader(Json.Limits limits) {
    this.limits = limits;
    factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.depth())
                    .maxStringLength(limits.bytes())
                    .maxNameLength(limits.bytes())
                    .maxNumberLength(20)
                    .build())
            .build();
  }

  Object read(byte[] utf8) {
    if (utf8.length > limits.bytes()) {
      throw new MalformedJson("longer than " + limits.bytes() + " bytes");
    }
    try (JsonParser parser = factory.createParser(decode(utf8))) {
      Object value = value(parser, parser.nextToken());
      if (parser.nextToken() != null) {
        throw malformed(parser, "something follows the end of the value");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new MalformedJson(e.getOriginalMessage() + ", character " + offset(e));
    } catch (IOException e) {
      throw new MalformedJson(String.valueOf(e.getMessage()));
    }
  }

  private static String decode(byte[] utf8) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      if (text.startsWith("\uFEFF")) {
        throw new MalformedJson("it begins with a byte order mark");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new MalformedJson("it is not UTF-8");
    }
  }

  private static Object value(JsonParser parser, @Nullable JsonToken token) throws IOException {
    if (token == null) {
      throw malformed(parser, "it is empty");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> list(parser);
      case VALUE_STRING -> wellFormed(parser, parser.getText());
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_FLOAT -> throw malformed(parser, "a fraction where only whole numbers go");
      case VALUE_NULL -> throw malformed(parser, "null");
      default -> throw malformed(parser, "unexpected " + token);
    };
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = wellFormed(parser, parser.currentName());
      object.put(name, value(parser, parser.nextToken()));
    }
    return Collections.unmodifiableMap(object);
  }

  private static List<Object> list(JsonParser parser) throws IOException {
    List<Object> list = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      list.add(value(parser, next));
    }
    return Collections.unmodifiableList(list);
  }

  /** Half a surrogate pair has no bytes in UTF-8: two different texts would sign alike. */
  private static String wellFormed(JsonParser parser, String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw malformed(parser, "half a surrogate pair");
    }
    return text;
  }

  private static MalformedJson malformed(JsonParser parser, String what) {
    return new MalformedJson(what + ", character " + parser.currentLocation().getCharOffset());
  }

  private static long offset(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
  }
}
