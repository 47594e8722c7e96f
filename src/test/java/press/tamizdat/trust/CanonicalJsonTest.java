package press.tamizdat.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.tamizdat.platform.text.Json;

class CanonicalJsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{}~{}",
        "[]~[]",
        "{ \"b\" : 1, \"a\" : [ true , false , -3 ] }~{\"a\":[true,false,-3],\"b\":1}",
        "{\"a\":{\"z\":{},\"y\":\"\"},\"A\":0}~{\"A\":0,\"a\":{\"y\":\"\",\"z\":{}}}",
        "{\"10\":1,\"9\":2}~{\"10\":1,\"9\":2}",
        "\"a\\\"b\\\\c\\/d\"~\"a\\\"b\\\\c/d\"",
        "\"\\u00e9\"~\"é\"",
        "{\"\\ud83d\\ude00\":1,\"\\uff5e\":2}~{\"～\":2,\"😀\":1}"
      })
  void hasOneFormForEachValue(String json, String canonical) {
    assertThat(canonical(Json.read(json.getBytes(StandardCharsets.UTF_8)))).isEqualTo(canonical);
  }

  @Test
  void leavesALineFeedAsItIs() {
    assertThat(canonical(Map.of("pem", "a\nb\t"))).isEqualTo("{\"pem\":\"a\nb\t\"}");
  }

  @Test
  void doesNotDependOnTheOrderOfNames() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("c", 1);
    object.put("a", List.of(Map.of("y", 1, "x", 2)));
    assertThat(canonical(object)).isEqualTo("{\"a\":[{\"x\":2,\"y\":1}],\"c\":1}");
    assertThat(Json.text(CanonicalJson.sorted(object))).isEqualTo(canonical(object));
  }

  @Test
  void hasNoPlaceForFractions() {
    assertThatThrownBy(() -> CanonicalJson.bytes(List.of(0.5))).hasMessageContaining("Double");
  }

  private static String canonical(Object value) {
    return new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8);
  }
}
