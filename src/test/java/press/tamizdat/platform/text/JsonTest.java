package press.tamizdat.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void readsEveryKindOfValueInOrder() {
    Map<String, Object> read =
        Json.readObject(bytes(" {\"b\":[1,-2,true,\"\\u00e9\\n\"],\"a\":{\"c\":false}} "));
    assertThat(read)
        .containsExactly(
            Map.entry("b", List.of(1L, -2L, true, "é\n")), Map.entry("a", Map.of("c", false)));
    assertThatThrownBy(read::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{}x",
        "{}{}",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":1}",
        "{a:1}",
        "{'a':1}",
        "// no\n{}",
        "1.5",
        "1e3",
        "null",
        "[null]",
        "01",
        "NaN",
        "9223372036854775808",
        "111111111111111111111111111111111111111111",
        "\"\\ud800\"",
        "{\"\\udc00\":1}",
        "\"\t\"",
        "\uFEFF{}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
      })
  void refusesWhatIsNotOneClearValue(String json) {
    assertThatThrownBy(() -> Json.read(bytes(json)))
        .isInstanceOf(MalformedJson.class)
        .message()
        .isNotBlank();
  }

  @Test
  void refusesWhatIsNotUtf8OrTooLong() {
    assertThatThrownBy(() -> Json.read(new byte[] {'"', (byte) 0xff, '"'}))
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> Json.read(bytes("{}"), new Json.Limits(1, 1)))
        .hasMessageContaining("longer than 1 bytes");
    assertThatThrownBy(() -> Json.readObject(bytes("[]"))).hasMessageContaining("object");
  }

  @Test
  void saysWhereTheErrorIs() {
    assertThatThrownBy(() -> Json.read(bytes("{\"a\":null}")))
        .hasMessageContaining("null, character");
  }

  @Test
  void writesAsABrowserWould() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("z", List.of(1L, 2, true, List.of(), Map.of()));
    object.put("a", "\"\\\b\f\n\r\t\u0001\u001f/é\u2028😀\u007f");
    assertThat(Json.text(object))
        .isEqualTo(
            "{\"z\":[1,2,true,[],{}],"
                + "\"a\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f/é\u2028😀\u007f\"}");
    assertThat(Json.read(Json.write(object)))
        .isEqualTo(Map.of("z", List.of(1L, 2L, true, List.of(), Map.of()), "a", object.get("a")));
  }

  @Test
  void refusesToWriteWhatItCouldNotRead() {
    assertThatThrownBy(() -> Json.text(List.of(1.5))).hasMessageContaining("Double");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
