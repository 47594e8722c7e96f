package press.tamizdat.letter.roll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test moves. */
final class Hands extends Clock {
  private final AtomicReference<Instant> now;

  Hands(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  void move(Duration by) {
    now.updateAndGet(n -> n.plus(by));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now.get(), zone);
  }
}
