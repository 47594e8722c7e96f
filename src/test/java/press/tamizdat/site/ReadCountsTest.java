package press.tamizdat.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.edition.MovableClock;

class ReadCountsTest {
  @TempDir Path folder;

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T23:59:00Z"));

  @Test
  void aDayIsAFileOfPathsAndNumbersAndNothingElse() throws IOException {
    ReadCounts counts = new ReadCounts(folder, clock);
    counts.read("/en.html");
    counts.read("/en.html");
    counts.read("/about.html");
    counts.write();

    assertThat(Files.readString(folder.resolve("2026-11-22.tsv")))
        .isEqualTo("/about.html\t1\n/en.html\t2\n");
  }

  @Test
  void whatWasCountedBeforeAStopIsKeptAndTheNextDayBeginsAnew() {
    ReadCounts before = new ReadCounts(folder, clock);
    before.read("/en.html");
    before.write();
    ReadCounts after = new ReadCounts(folder, clock);
    after.read("/en.html");
    after.write();
    clock.advance(Duration.ofMinutes(2));
    after.read("/en.html");
    after.write();

    assertThat(ReadCounts.of(folder.resolve("2026-11-22.tsv"))).isEqualTo(Map.of("/en.html", 2L));
    assertThat(ReadCounts.of(folder.resolve("2026-11-23.tsv"))).isEqualTo(Map.of("/en.html", 1L));
  }

  @Test
  void nothingReadIsNoFile() {
    new ReadCounts(folder.resolve("counts"), clock).write();

    assertThat(folder.resolve("counts")).doesNotExist();
    assertThat(ReadCounts.of(folder.resolve("2026-11-22.tsv"))).isEmpty();
  }

  @Test
  void manyReadersAtOnceAreAllCounted() {
    ReadCounts counts = new ReadCounts(folder, clock);
    IntStream.range(0, 20_000).parallel().forEach(i -> counts.read("/page-" + i % 7));
    counts.write();

    assertThat(
            ReadCounts.of(folder.resolve("2026-11-22.tsv")).values().stream()
                .mapToLong(Long::longValue)
                .sum())
        .isEqualTo(20_000);
  }
}
