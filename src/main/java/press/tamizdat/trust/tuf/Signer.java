package press.tamizdat.trust.tuf;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import press.tamizdat.trust.keys.SigningPair;

/**
 * Signs editions and their freshness. Roots are signed in a {@link RootCeremony}.
 *
 * @param clock from which lifetimes are counted
 */
public record Signer(Lifetimes lifetimes, Clock clock) {
  /** An edition's number, {@code N.targets.json} and {@code N.snapshot.json}. */
  public record Edition(long number, SignedFile targets, SignedFile snapshot) {}

  /**
   * Signs an edition. Its files are never signed a second time: what is published under a number
   * stays as it is.
   *
   * @param number of the edition, one more than the edition before
   * @param targets usually one, {@code catalogue}
   */
  public Edition edition(
      long number, Map<String, Target> targets, SigningPair edition, SigningPair freshness) {
    SignedFile first = sign(new Targets(number, until(lifetimes.edition()), targets), edition);
    SignedFile second =
        sign(
            new Snapshot(number, until(lifetimes.edition()), FileMeta.of(number, first)),
            freshness);
    return new Edition(number, first, second);
  }

  /**
   * Signs {@code timestamp.json}: for a new edition, and again and again while it is the newest.
   *
   * @param version one more than the timestamp before, whatever the edition's number
   */
  public SignedFile timestamp(long version, Edition newest, SigningPair freshness) {
    return sign(
        new Timestamp(
            version, until(lifetimes.freshness()), FileMeta.of(newest.number(), newest.snapshot())),
        freshness);
  }

  private Instant until(Duration lifetime) {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(lifetime);
  }

  private static SignedFile sign(Metadata metadata, SigningPair keys) {
    String name = metadata.role().fileName(metadata.version());
    return Envelope.unsigned(name, metadata).signedBy(keys).toFile();
  }
}
