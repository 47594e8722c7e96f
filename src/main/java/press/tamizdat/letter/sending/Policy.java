package press.tamizdat.letter.sending;

import java.time.Duration;
import java.util.List;

/**
 * How long a run goes on trying, and with that, how long the roll is open.
 *
 * @param retries how long after each "not now" of a relay it is asked again; after the last of them
 *     the recipient counts as refused. Relays that cannot be reached are waited for without end
 * @param pause after so long a pause the roll is shut
 */
public record Policy(List<Duration> retries, Duration pause) {
  private static final Duration SOON = Duration.ofSeconds(15);

  /** Retries within five hours, since greylisting wants minutes and full mailboxes want days. */
  public static final Policy USUAL =
      new Policy(
          List.of(
              Duration.ofMinutes(1),
              Duration.ofMinutes(5),
              Duration.ofMinutes(15),
              Duration.ofMinutes(40),
              Duration.ofHours(1),
              Duration.ofHours(1),
              Duration.ofHours(2)),
          Duration.ofMinutes(30));

  public Policy {
    retries = List.copyOf(retries);
  }

  /** Whether there is another try after so many answers. */
  boolean goesOn(int attempts) {
    return attempts <= retries.size();
  }

  /** From an answer to the next try. */
  Duration next(int attempts) {
    return retries.get(attempts - 1);
  }

  /** When no relay has answered at all. */
  Duration soon() {
    return retries.stream()
        .min(Duration::compareTo)
        .filter(d -> d.compareTo(SOON) < 0)
        .orElse(SOON);
  }
}
