package press.tamizdat.platform.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How many mails a recipients' domain is sent in a time, over all relays.
 *
 * @param usual for every domain that is not named
 * @param named by domain in lower case
 */
public record DomainPace(Optional<Rate> usual, Map<String, Rate> named) {
  public static final DomainPace NONE = new DomainPace(Optional.empty(), Map.of());
  private static final int MANY = 1_000;

  public DomainPace {
    named = Map.copyOf(named);
  }

  /** Who has been sent something lately; what makes no difference any more is forgotten. */
  Meter meter() {
    return new Meter(this);
  }

  static final class Meter {
    private final DomainPace pace;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private int sweepAt = MANY;

    Meter(DomainPace pace) {
      this.pace = pace;
    }

    /** Whether one may go to the domain of this address now; counts it if so. */
    synchronized boolean tryTake(String recipient, long now) {
      String domain = recipient.substring(recipient.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
      Rate rate = pace.named.getOrDefault(domain, pace.usual.orElse(null));
      if (rate == null) {
        return true;
      }
      Bucket bucket = buckets.computeIfAbsent(domain, d -> new Bucket(rate, now));
      if (bucket.waits(now) > 0) {
        return false;
      }
      bucket.take(now);
      if (buckets.size() > sweepAt) {
        buckets.values().removeIf(b -> b.isFull(now));
        sweepAt = Math.max(MANY, 2 * buckets.size());
      }
      return true;
    }
  }
}
