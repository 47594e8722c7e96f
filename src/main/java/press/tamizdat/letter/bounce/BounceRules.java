package press.tamizdat.letter.bounce;

import java.time.Duration;

/**
 * When failures for the time being become one for good: so many issues have failed, the first and
 * the last of them so far apart, and none got through in between.
 *
 * @param times issues that failed
 * @param over from the first to the last
 * @param silence how long after a relay took an issue no notice has to come until it counts as
 *     received; relays give up after five days (RFC 5321 §4.5.4.1)
 */
public record BounceRules(int times, Duration over, Duration silence) {
  public static final BounceRules USUAL =
      new BounceRules(5, Duration.ofDays(15), Duration.ofDays(6));

  public BounceRules {
    if (times < 1 || over.isNegative() || silence.isNegative()) {
      throw new IllegalArgumentException("once or more, over no time or more");
    }
  }

  public BounceRules(int times, Duration over) {
    this(times, over, USUAL.silence());
  }
}
