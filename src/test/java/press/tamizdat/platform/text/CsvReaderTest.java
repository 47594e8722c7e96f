package press.tamizdat.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import press.tamizdat.platform.text.CsvReader.Found;
import press.tamizdat.platform.text.CsvReader.Found.Malformed;
import press.tamizdat.platform.text.CsvReader.Found.Values;
import press.tamizdat.platform.text.CsvReader.Why;

class CsvReaderTest {
  private static List<Found> read(byte[] bytes) {
    List<Found> found = new ArrayList<>();
    try (CsvReader reader = new CsvReader(new ByteArrayInputStream(bytes))) {
      for (Optional<Found> next = reader.next(); next.isPresent(); next = reader.next()) {
        found.add(next.get());
      }
    }
    return found;
  }

  private static List<Found> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void quotedFieldsHoldWhatTheyLike() {
    assertThat(read("a,\"b \"\"c\"\", d\",e\r\n\"x\ny\",\n\n\rlast"))
        .containsExactly(
            new Values(1, List.of("a", "b \"c\", d", "e")),
            new Values(2, List.of("x\ny", "")),
            new Values(6, List.of("last")));
  }

  @Test
  void theMarkAtTheBeginningAndOtherSeparatorsAreUnderstood() {
    assertThat(read("\uFEFFa;b,c;d\n1;2;3"))
        .containsExactly(
            new Values(1, List.of("a", "b,c", "d")), new Values(2, List.of("1", "2", "3")));
    assertThat(read("a\tb\n1,2\t3"))
        .containsExactly(new Values(1, List.of("a", "b")), new Values(2, List.of("1,2", "3")));
  }

  @Test
  void aMalformedLineIsNamedAndTheNextIsRead() {
    assertThat(read("a\nb\"c,d\ne\n\"f\"g\nh\n\"open"))
        .containsExactly(
            new Values(1, List.of("a")),
            new Malformed(2, Why.STRAY_QUOTE),
            new Values(3, List.of("e")),
            new Malformed(4, Why.STRAY_QUOTE),
            new Values(5, List.of("h")),
            new Malformed(6, Why.OPEN_QUOTE));
    assertThat(read(new byte[] {'a', (byte) 0xe9, '\n', 'b'}))
        .containsExactly(new Malformed(1, Why.NOT_UTF_8), new Values(2, List.of("b")));
    assertThat(read("x".repeat(100_000) + "\ny"))
        .containsExactly(new Malformed(1, Why.TOO_LONG), new Values(2, List.of("y")));
  }

  @Property(tries = 200)
  void whatIsWrittenIsReadBack(
      @ForAll @Size(min = 1, max = 8) List<@Size(min = 1, max = 4) List<@IntRange(max = 7) Integer>> table) {
    String[] words = {"a", "", "b,c", "\"", "x\ny", "z\r\n", ";;", "ё"};
    StringBuilder text = new StringBuilder("h,h,h,h,h,h,h\n");
    List<List<String>> wanted = new ArrayList<>();
    for (List<Integer> row : table) {
      List<String> fields = row.stream().map(i -> words[i]).toList();
      wanted.add(fields);
      text.append(
          String.join(
              ",", fields.stream().map(f -> "\"" + f.replace("\"", "\"\"") + "\"").toList()));
      text.append("\r\n");
    }

    assertThat(read(text.toString()).stream().skip(1).map(f -> ((Values) f).fields()))
        .containsExactlyElementsOf(wanted);
  }

  @Property(tries = 300)
  void anyBytesComeToAnEnd(@ForAll @Size(max = 300) byte[] bytes) {
    assertThat(read(bytes).size()).isLessThanOrEqualTo(bytes.length);
  }
}
