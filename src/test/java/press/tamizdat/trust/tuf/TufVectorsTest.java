package press.tamizdat.trust.tuf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of {@code vectors/tuf/expected.tsv}. */
class TufVectorsTest {
  private static final Path VECTORS = Path.of("vectors", "tuf");

  static List<String> lines() throws IOException {
    return Files.readAllLines(VECTORS.resolve("expected.tsv")).stream().skip(1).toList();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void endsAsExpected(String line) throws IOException {
    String[] columns = line.split("\t", -1);
    Clock clock = Clock.fixed(Instant.parse(columns[1]), ZoneOffset.UTC);
    byte[] root = Files.readAllBytes(VECTORS.resolve("good").resolve(columns[2]));
    Remembered remembered =
        new Remembered(
            new SignedFile(columns[2], root),
            Long.parseLong(columns[3]),
            Long.parseLong(columns[4]),
            Long.parseLong(columns[5]));
    Verdict verdict = Verification.verify(source(columns[0]), remembered, clock);
    assertThat(outcome(verdict)).isEqualTo(columns[6] + "\t" + columns[7]);
  }

  private static String outcome(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted accepted -> "accepted\t";
      case Verdict.Refused refused -> refused.problem().key() + "\t" + refused.problem().file();
    };
  }

  /** The files of a folder over those of {@code good}; an empty file stands for a missing one. */
  private static Source source(String folder) {
    return (name, most) ->
        Stream.of(folder, "good")
            .map(each -> VECTORS.resolve(each).resolve(name))
            .filter(Files::exists)
            .findFirst()
            .map(TufVectorsTest::read)
            .filter(bytes -> bytes.length > 0);
  }

  @Test
  void theBundleOfTheGoodOnesIsAccepted() {
    Bundle bundle = Bundle.read(read(VECTORS.resolve("good").resolve(Bundle.NAME)));
    SignedFile root = new SignedFile("2.root.json", read(VECTORS.resolve("good/2.root.json")));
    Verdict verdict =
        Verification.verify(
            bundle.source((name, most) -> Optional.empty()),
            Remembered.only(root),
            Clock.fixed(Instant.parse("2026-11-22T12:30:00Z"), ZoneOffset.UTC));
    assertThat(outcome(verdict)).isEqualTo("accepted\t");
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
