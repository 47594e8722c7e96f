package press.tamizdat.desk.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.edition.PressRoom;

class ReadNumbersTest {
  private static final Instant SPRING = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir private Path folder;
  private PressRoom room;
  private final Map<LocalDate, Map<String, Long>> counts = new HashMap<>();
  private ReadNumbers numbers;
  private LocalDate today;

  @BeforeEach
  void open() {
    room = new PressRoom(folder);
    today = LocalDate.ofInstant(room.clock.instant(), java.time.ZoneOffset.UTC);
    numbers = new ReadNumbers(room.database, day -> counts.getOrDefault(day, Map.of()), room.clock);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private static Map<String, Long> reads(Object... pathsAndNumbers) {
    Map<String, Long> reads = new HashMap<>();
    for (int i = 0; i < pathsAndNumbers.length; i += 2) {
      reads.put((String) pathsAndNumbers[i], ((Integer) pathsAndNumbers[i + 1]).longValue());
    }
    return reads;
  }

  @Test
  void anArticleCountsWhenItsFirstPageIsOpened() {
    String dam = room.article(PressRoom.ENGLISH, "dam", "news", List.of(), SPRING);
    counts.put(
        today,
        reads(
            "/en/2026/03/dam.html", 7,
            "/en/2026/03/dam.2.html", 5,
            "/en/2026/03/dam.3.html", 2,
            "/en/2026/03.html", 40,
            "/en/topic/river.html", 40));
    counts.put(today.minusDays(29), reads("/en/2026/03/dam.html", 1));
    counts.put(today.minusDays(30), reads("/en/2026/03/dam.html", 1000));

    ArticleReads reads = numbers.article(dam).orElseThrow();
    assertThat(reads.all()).isEqualTo(8);
    assertThat(reads.days()).hasSize(30);
    assertThat(reads.days().getFirst()).isEqualTo(new DayReads(today.minusDays(29), 1));
    assertThat(reads.days().getLast()).isEqualTo(new DayReads(today, 7));
    assertThat(reads.parts()).containsExactly(8L, 5L, 2L);
    assertThat(numbers.overview().all()).isEqualTo(8);
  }

  @Test
  void frontPagesAreCountedApart() {
    counts.put(
        today,
        reads("/", 5, "/index.html", 1, "/ru.html", 3, "/en/about.html", 9, "/en/news.html", 9));

    assertThat(numbers.overview().fronts()).isEqualTo(9);
    assertThat(numbers.overview().all()).isZero();
  }

  @Test
  void theMostReadAreFirstAndWhatWasTakenDownIsInNoRanking() {
    String dam = room.article(PressRoom.ENGLISH, "dam", "news", List.of(), SPRING);
    String law = room.article(PressRoom.RUSSIAN, "law", "ideas", List.of(), SPRING);
    String gone = room.article(PressRoom.ENGLISH, "gone", "news", List.of(), SPRING);
    room.takeDown.takeDown(gone, "It was wrong.");
    counts.put(
        today,
        reads("/en/2026/03/dam.html", 3, "/ru/2026/03/law.html", 9, "/en/2026/03/gone.html", 50));
    counts.put(today.minusDays(3), reads("/en/2026/03/dam.html", 100));

    Overview overview = numbers.overview();

    assertThat(overview.most()).extracting(Overview.Ranking::days).containsExactly(1, 7, 30);
    assertThat(overview.most().getFirst().entries())
        .extracting(Overview.Entry::id)
        .containsExactly(law, dam);
    assertThat(overview.most().get(1).entries().getFirst())
        .isEqualTo(new Overview.Entry(dam, "About dam", "en", 103));
    assertThat(overview.languages())
        .containsExactly(new Overview.Share("en", 153), new Overview.Share("ru", 9));
    assertThat(overview.sections())
        .containsExactly(new Overview.Share("news", 103), new Overview.Share("ideas", 9));
  }

  @Test
  void todayIsReadAgainEachTimeAndDaysPastOnce() {
    room.article(PressRoom.ENGLISH, "dam", "news", List.of(), SPRING);
    assertThat(numbers.overview().all()).isZero();

    counts.put(today, reads("/en/2026/03/dam.html", 3));
    assertThat(numbers.overview().all()).isEqualTo(3);
    counts.put(today, reads("/en/2026/03/dam.html", 4));
    assertThat(numbers.overview().all()).isEqualTo(4);
  }

  @Test
  void aDraftHasNoNumbers() {
    assertThat(numbers.article("nothing")).isEmpty();
  }

  @Test
  void theChartHasARoundScaleAndRunsAsTextDoes() {
    List<DayReads> days = List.of(new DayReads(today.minusDays(1), 10), new DayReads(today, 130));

    BarChart chart = BarChart.of(days, false);
    assertThat(chart.top()).isEqualTo(160);
    assertThat(chart.best()).isEqualTo(days.getLast());
    assertThat(chart.bars().getFirst().height()).isEqualTo(6.25);
    assertThat(chart.bars().getFirst().y()).isEqualTo(93.75);
    assertThat(chart.bars().getFirst().x()).isLessThan(chart.bars().getLast().x());
    BarChart mirrored = BarChart.of(days, true);
    assertThat(mirrored.bars().getFirst().x()).isGreaterThan(mirrored.bars().getLast().x());
    assertThat(BarChart.roundUp(0)).isEqualTo(4);
    assertThat(BarChart.roundUp(4)).isEqualTo(4);
    assertThat(BarChart.roundUp(31)).isEqualTo(40);
    assertThat(BarChart.roundUp(41)).isEqualTo(60);
  }

  @Test
  void aSparkLineEndsWhereTheNumbersDo() {
    assertThat(Spark.of(List.of(0L, 5L, 10L), false).points())
        .isEqualTo("2.0,18.0 50.0,10.0 98.0,2.0");
    assertThat(Spark.of(List.of(0L, 5L, 10L), true).points())
        .isEqualTo("98.0,18.0 50.0,10.0 2.0,2.0");
    assertThat(Spark.of(List.of(), false).points()).isEmpty();
  }
}
