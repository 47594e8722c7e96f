package press.tamizdat.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class WallTimeTest {
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  @Test
  void anOrdinaryTimeIsOneMoment() {
    assertThat(WallTime.of(LocalDateTime.parse("2026-11-23T09:00"), AMSTERDAM))
        .isEqualTo(new WallTime.Once(Instant.parse("2026-11-23T08:00:00Z")));
  }

  @Test
  void aTimeThatClocksSkipNamesTheNearestTwoThatExist() {
    assertThat(WallTime.of(LocalDateTime.parse("2027-03-28T02:30"), AMSTERDAM))
        .isEqualTo(
            new WallTime.Never(
                ZonedDateTime.parse("2027-03-28T01:59+01:00[Europe/Amsterdam]"),
                ZonedDateTime.parse("2027-03-28T03:00+02:00[Europe/Amsterdam]")));
  }

  @Test
  void aTimeThatClocksShowTwiceIsAsked() {
    LocalDateTime local = LocalDateTime.parse("2027-10-31T02:30");

    assertThat(WallTime.of(local, AMSTERDAM))
        .isEqualTo(
            new WallTime.Twice(
                ZonedDateTime.parse("2027-10-31T02:30+02:00[Europe/Amsterdam]"),
                ZonedDateTime.parse("2027-10-31T02:30+01:00[Europe/Amsterdam]")));
    assertThat(WallTime.of(local, AMSTERDAM, "+01:00"))
        .isEqualTo(new WallTime.Once(Instant.parse("2027-10-31T01:30:00Z")));
    assertThat(WallTime.of(local, AMSTERDAM, "+02:00"))
        .isEqualTo(new WallTime.Once(Instant.parse("2027-10-31T00:30:00Z")));
    assertThat(WallTime.of(local, AMSTERDAM, "+05:00")).isInstanceOf(WallTime.Twice.class);
  }

  /** Lord Howe Island moves its clocks by half an hour. */
  @Test
  void aGapOfHalfAnHourIsOneToo() {
    ZoneId island = ZoneId.of("Australia/Lord_Howe");

    assertThat(WallTime.of(LocalDateTime.parse("2026-10-04T02:15"), island))
        .isEqualTo(
            new WallTime.Never(
                ZonedDateTime.parse("2026-10-04T01:59+10:30[Australia/Lord_Howe]"),
                ZonedDateTime.parse("2026-10-04T02:30+11:00[Australia/Lord_Howe]")));
  }
}
