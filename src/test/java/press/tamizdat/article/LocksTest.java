package press.tamizdat.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import press.tamizdat.edition.MovableClock;

class LocksTest {
  private static final Locks.Seat VERA = new Locks.Seat("1", "Vera Lindt", "a");
  private static final Locks.Seat VERA_AGAIN = new Locks.Seat("1", "Vera Lindt", "b");
  private static final Locks.Seat ILYA = new Locks.Seat("2", "Ilya Marchuk", "c");

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T08:00:00Z"));
  private final Locks locks = new Locks(clock);

  @Test
  void whoOpensFirstWritesAndOthersSeeWho() {
    assertThat(locks.open("x", VERA)).isEqualTo(VERA);
    assertThat(locks.open("x", ILYA)).isEqualTo(VERA);
    assertThat(locks.open("y", ILYA)).isEqualTo(ILYA);

    assertThat(locks.others("x", "2")).containsExactly("Vera Lindt");
    assertThat(locks.others("x", "1")).containsExactly("Ilya Marchuk");
  }

  @Test
  void silenceOfHalfAMinuteGivesTheLockAway() {
    assertThat(locks.open("x", VERA)).isEqualTo(VERA);
    clock.advance(Duration.ofSeconds(29));
    assertThat(locks.open("x", ILYA)).isEqualTo(VERA);
    clock.advance(Duration.ofSeconds(2));

    assertThat(locks.hear("x", ILYA)).isEqualTo(ILYA);
    assertThat(locks.hear("x", VERA)).isEqualTo(ILYA);
  }

  @Test
  void heartbeatsHoldTheLock() {
    assertThat(locks.open("x", VERA)).isEqualTo(VERA);
    for (int i = 0; i < 10; i++) {
      clock.advance(Duration.ofSeconds(10));
      assertThat(locks.hear("x", VERA)).isEqualTo(VERA);
    }
    assertThat(locks.open("x", ILYA)).isEqualTo(VERA);
  }

  @Test
  void whoIsTakenOverHearsOfIt() {
    assertThat(locks.open("x", VERA)).isEqualTo(VERA);
    locks.take("x", ILYA);

    assertThat(locks.hear("x", VERA)).isEqualTo(ILYA);
  }

  @Test
  void theNewestOfMyOwnWindowsWrites() {
    assertThat(locks.open("x", VERA)).isEqualTo(VERA);
    assertThat(locks.open("x", VERA_AGAIN)).isEqualTo(VERA_AGAIN);

    assertThat(locks.hear("x", VERA)).isEqualTo(VERA_AGAIN);
    assertThat(locks.others("x", "1")).isEmpty();
  }

  @Test
  void whoLeavesGivesTheLockBackAtOnce() {
    assertThat(locks.open("x", VERA)).isEqualTo(VERA);
    locks.leave("x", VERA);

    assertThat(locks.holder("x")).isEmpty();
    assertThat(locks.open("x", ILYA)).isEqualTo(ILYA);
  }

  @Test
  void afterARestartTheFirstThatIsHeardHasTheLock() {
    assertThat(locks.open("x", VERA)).isEqualTo(VERA);

    assertThat(new Locks(clock).hear("x", VERA)).isEqualTo(VERA);
  }
}
