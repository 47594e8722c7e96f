package press.tamizdat.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class BodyReaderTest {
  private static final int MOST = 5_000;

  /** What came of reading: the body and what stood behind it, or what was wrong. */
  private record Outcome(Optional<Refusal> wrong, String body, int end) {}

  private static Outcome read(long size, byte[] bytes, List<Integer> cuts) {
    BodyReader reader = new BodyReader(size, MOST);
    int from = 0;
    for (int step = 0; from < bytes.length && !reader.isWhole(); step++) {
      int length = cuts.isEmpty() ? bytes.length : cuts.get(step % cuts.size());
      int to = Math.min(bytes.length, from + length);
      Optional<Refusal> wrong = reader.read(bytes, from, to);
      if (wrong.isPresent()) {
        return new Outcome(wrong, "", 0);
      }
      assertThat(reader.held()).isBetween(0, MOST);
      from = reader.end();
    }
    return new Outcome(
        Optional.empty(),
        reader.isWhole() ? new String(reader.body(), ISO_8859_1) : "(not whole)",
        from);
  }

  @Property(tries = 300)
  void aBodyInChunksIsWhatWasSentHoweverItIsCut(
      @ForAll @Size(max = 20) List<@Size(min = 1, max = 200) byte[]> chunks,
      @ForAll("steps") List<Integer> cuts) {
    StringBuilder sent = new StringBuilder();
    StringBuilder body = new StringBuilder();
    for (byte[] chunk : chunks) {
      String text = new String(chunk, ISO_8859_1);
      sent.append(Integer.toHexString(chunk.length)).append("\r\n").append(text).append("\r\n");
      body.append(text);
    }
    sent.append("0\r\n\r\nGET / HTTP/1.1");

    Outcome outcome = read(BodyReader.CHUNKED, sent.toString().getBytes(ISO_8859_1), cuts);

    assertThat(outcome)
        .isEqualTo(new Outcome(Optional.empty(), body.toString(), sent.length() - 14));
  }

  @Property(tries = 1000)
  void nearlyRightChunksMeanTheSameHoweverTheyAreCut(
      @ForAll("nearlyRight") String text, @ForAll("steps") List<Integer> cuts) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    assertThat(read(BodyReader.CHUNKED, bytes, cuts))
        .isEqualTo(read(BodyReader.CHUNKED, bytes, List.of()));
  }

  @Provide
  Arbitrary<List<Integer>> steps() {
    return Arbitraries.integers().between(1, 40).list().ofMinSize(1).ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> nearlyRight() {
    return Arbitraries.of(
            "1\r\na\r\n",
            "3\r\nabc\r\n",
            "0\r\n\r\n",
            "0\r\n",
            "\r\n",
            "\r",
            "\n",
            "A",
            "1388\r\n",
            "1389\r\n",
            "7fffffff\r\n",
            "ffffffff\r\n",
            ";",
            ";x=\"y\"\r\n",
            "X: y\r\n",
            " ",
            "\0")
        .list()
        .ofMinSize(1)
        .ofMaxSize(10)
        .map(list -> String.join("", list));
  }
}
