package press.tamizdat.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import press.tamizdat.platform.mail.MailThrottle.Limit;
import press.tamizdat.platform.mail.MailThrottle.Limits;
import press.tamizdat.platform.mail.MailThrottle.Verdict;

class MailThrottleTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

  private MailThrottle throttle(Limit domain, Limit large, Limit all) {
    return new MailThrottle(clock, new SecureRandom(), new Limits(domain, large, all));
  }

  private static MailAddress address(String text) {
    return MailAddress.parse(text).orElseThrow();
  }

  @Test
  void aMailboxGetsOneADayHoweverItIsWritten() {
    MailThrottle throttle = new MailThrottle(clock, new SecureRandom(), Limits.USUAL);

    assertThat(throttle.ask(address("Vera.Lindt@gmail.com"))).isEqualTo(Verdict.MAY);
    assertThat(throttle.ask(address("veralindt+x@googlemail.com"))).isEqualTo(Verdict.HAD_ONE);
    now.updateAndGet(n -> n.plus(Duration.ofHours(24).minusMillis(1)));
    assertThat(throttle.ask(address("veralindt@gmail.com"))).isEqualTo(Verdict.HAD_ONE);
    now.updateAndGet(n -> n.plusMillis(1));
    assertThat(throttle.ask(address("veralindt@gmail.com"))).isEqualTo(Verdict.MAY);
  }

  @Test
  void aDomainHasAnHoursAndADaysLimit() {
    MailThrottle throttle = throttle(new Limit(2, 3), new Limit(100, 100), new Limit(1000, 1000));

    assertThat(throttle.ask(address("a@small.example"))).isEqualTo(Verdict.MAY);
    assertThat(throttle.ask(address("b@small.example"))).isEqualTo(Verdict.MAY);
    assertThat(throttle.ask(address("c@small.example"))).isEqualTo(Verdict.FULL);
    assertThat(throttle.ask(address("c@other.example"))).isEqualTo(Verdict.MAY);
    for (int i = 0; i < 50; i++) {
      assertThat(throttle.ask(address("v" + i + "@gmail.com"))).isEqualTo(Verdict.MAY);
    }
    now.updateAndGet(n -> n.plus(Duration.ofHours(1)));
    assertThat(throttle.ask(address("c@small.example"))).isEqualTo(Verdict.MAY);
    now.updateAndGet(n -> n.plus(Duration.ofHours(1)));
    assertThat(throttle.ask(address("d@small.example"))).isEqualTo(Verdict.FULL);
    now.updateAndGet(n -> n.plus(Duration.ofHours(22)));
    assertThat(throttle.ask(address("d@small.example"))).isEqualTo(Verdict.MAY);
  }

  @Test
  void allTogetherHaveALimitToo() {
    MailThrottle throttle = throttle(new Limit(9, 9), new Limit(9, 9), new Limit(3, 100));

    assertThat(throttle.ask(address("a@a.example"))).isEqualTo(Verdict.MAY);
    assertThat(throttle.ask(address("a@b.example"))).isEqualTo(Verdict.MAY);
    assertThat(throttle.ask(address("a@c.example"))).isEqualTo(Verdict.MAY);
    assertThat(throttle.ask(address("a@d.example"))).isEqualTo(Verdict.FULL);
  }

  @Test
  void whatDidNotGoIsNotCounted() {
    MailThrottle throttle = throttle(new Limit(1, 1), new Limit(1, 1), new Limit(1, 1));

    assertThat(throttle.ask(address("a@a.example"))).isEqualTo(Verdict.MAY);
    throttle.takeBack(address("a@a.example"));
    throttle.takeBack(address("a@a.example"));

    assertThat(throttle.ask(address("a@a.example"))).isEqualTo(Verdict.MAY);
    assertThat(throttle.ask(address("b@a.example"))).isEqualTo(Verdict.FULL);
  }
}
