package press.tamizdat.site.forms;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each source has come lately. In memory only, by names that say nothing of anybody, and
 * forgotten after ten minutes.
 *
 * <p>Where the source is not known, there is no limit: behind a proxy that does not tell, all
 * readers of the world would have to share one.
 */
final class Rates {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  /** More sources than this in ten minutes are a flood, and then all are one. */
  private static final int MOST_SOURCES = 200_000;

  private final Clock clock;
  private final int most;
  private final Map<String, Integer> counts = new HashMap<>();
  private long window;

  /**
   * @param most of one source in ten minutes
   */
  Rates(Clock clock, int most) {
    this.clock = clock;
    this.most = most;
  }

  /** Counts one; false if that is one too many. */
  synchronized boolean allow(String source) {
    long now = clock.millis() / WINDOW.toMillis();
    if (now != window) {
      window = now;
      counts.clear();
    }
    if (source.isEmpty()) {
      return true;
    }
    String counted = counts.size() < MOST_SOURCES || counts.containsKey(source) ? source : "*";
    return counts.merge(counted, 1, Integer::sum) <= most;
  }
}
