package press.tamizdat.trust.tuf;

import java.time.Duration;

/**
 * How long signatures count.
 *
 * @param root a year, as its keys are far away
 * @param edition of {@code targets} and {@code snapshot}: a newsroom that has published nothing new
 *     for this long must freeze an edition all the same
 * @param freshness of {@code timestamp}: for so long can a mirror hold back a newer edition without
 *     a reader noticing
 */
public record Lifetimes(Duration root, Duration edition, Duration freshness) {
  public static final Lifetimes USUAL =
      new Lifetimes(Duration.ofDays(365), Duration.ofDays(30), Duration.ofHours(24));

  public Lifetimes {
    if (freshness.isNegative() || freshness.compareTo(edition) > 0 || edition.compareTo(root) > 0) {
      throw new IllegalArgumentException("freshness <= edition <= root");
    }
  }
}
