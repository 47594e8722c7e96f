package press.tamizdat.trust.tuf;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.trust.tuf.Verdict.Accepted;
import press.tamizdat.trust.tuf.Verdict.Refused;

/**
 * The client's workflow of TUF 1.0.31, section 5, step by step; numbers in comments are its.
 *
 * <p>Two things are stricter than there: {@code consistent_snapshot} must be true, and every
 * signature in a file must be valid and by a key of the role (see {@link Envelope#verify}).
 */
public final class Verification {
  /** A root with a dozen holders has 10 KB; the others a few. */
  public static final long MOST_BYTES = 64 * 1024;

  /** As many roots are followed in one look (5.3.3 wants a limit). */
  public static final int MOST_ROOTS = 256;

  private final Source source;
  private final Clock clock;
  private Remembered remembered;

  private Verification(Source source, Clock clock, Remembered remembered) {
    this.source = source;
    this.clock = clock;
    this.remembered = remembered;
  }

  /**
   * Looks at what a source serves.
   *
   * @param remembered from the look before, or {@link Remembered#only} with a root to start from
   * @param clock 5.1: one moment is taken at the start and holds for all
   */
  public static Verdict verify(Source source, Remembered remembered, Clock clock) {
    Clock start = Clock.fixed(clock.instant(), clock.getZone());
    return new Verification(source, start, remembered).verdict();
  }

  private Verdict verdict() {
    try {
      TrustedRoot root = root();
      Timestamp timestamp = timestamp(root.root());
      Snapshot snapshot = snapshot(root.root(), timestamp);
      Targets targets = targets(root.root(), snapshot);
      return new Accepted(root.root(), timestamp, snapshot, targets, remembered);
    } catch (Refusal refusal) {
      return new Refused(refusal.problem(), remembered);
    }
  }

  /** 5.2 and 5.3. */
  private TrustedRoot root() {
    TrustedRoot first = TrustedRoot.first(remembered.root().name(), remembered.root().bytes());
    TrustedRoot newest = newestRoot(first);
    // 5.3.10
    refuseExpired(newest.file().name(), newest.root());
    return newest;
  }

  /** 5.3.2 to 5.3.9. Each root that holds is remembered, whatever follows. */
  private TrustedRoot newestRoot(TrustedRoot first) {
    TrustedRoot root = first;
    for (int i = 0; i < MOST_ROOTS; i++) {
      String name = Role.ROOT.fileName(root.root().version() + 1);
      Optional<byte[]> bytes = fetched(name);
      if (bytes.isEmpty()) {
        break;
      }
      TrustedRoot next = root.follow(name, bytes.get());
      remembered = remembered.withRoot(next.file());
      forgetNumbersOfReplacedKeys(root, next);
      root = next;
    }
    return root;
  }

  /**
   * 5.3.11: whoever had the old keys may have signed a timestamp number 9,000,000,000. It is done
   * at each root and not only at the last, so that it is not lost when a later step refuses.
   */
  private void forgetNumbersOfReplacedKeys(TrustedRoot old, TrustedRoot next) {
    if (!old.sameKeys(next, Role.TIMESTAMP) || !old.sameKeys(next, Role.SNAPSHOT)) {
      remembered = remembered.forgetNumbers();
    }
  }

  /** 5.4. */
  private Timestamp timestamp(Root root) {
    String name = Role.TIMESTAMP.metaName();
    byte[] bytes = fetched(name).orElseThrow(() -> new Refusal(new Problem.Missing(name)));
    Envelope envelope = Envelope.read(name, bytes, Role.TIMESTAMP);
    // 5.4.2
    envelope.verify(Role.TIMESTAMP, List.of(root));
    Timestamp timestamp = Timestamp.read(envelope.fields());
    // 5.4.3.1; the same version again is no news and no error.
    refuseRollback(name, Role.TIMESTAMP, remembered.timestamp(), timestamp.version());
    // 5.4.3.2
    refuseRollback(name, Role.SNAPSHOT, remembered.snapshot(), timestamp.snapshot().version());
    // 5.4.4
    refuseExpired(name, timestamp);
    // 5.4.5
    remembered = remembered.withTimestamp(timestamp);
    return timestamp;
  }

  /** 5.5. */
  private Snapshot snapshot(Root root, Timestamp timestamp) {
    FileMeta meta = timestamp.snapshot();
    String name = Role.SNAPSHOT.fileName(meta.version());
    // 5.5.1, 5.5.2
    Envelope envelope = Envelope.read(name, matching(name, meta), Role.SNAPSHOT);
    // 5.5.3
    envelope.verify(Role.SNAPSHOT, List.of(root));
    Snapshot snapshot = Snapshot.read(envelope.fields());
    // 5.5.4
    refuseOtherVersion(name, meta.version(), snapshot.version());
    // 5.5.5
    refuseRollback(name, Role.TARGETS, remembered.targets(), snapshot.targets().version());
    // 5.5.6
    refuseExpired(name, snapshot);
    // 5.5.7
    remembered = remembered.withSnapshot(snapshot);
    return snapshot;
  }

  /** 5.6. */
  private Targets targets(Root root, Snapshot snapshot) {
    FileMeta meta = snapshot.targets();
    String name = Role.TARGETS.fileName(meta.version());
    // 5.6.1, 5.6.2
    Envelope envelope = Envelope.read(name, matching(name, meta), Role.TARGETS);
    // 5.6.3
    envelope.verify(Role.TARGETS, List.of(root));
    Targets targets = Targets.read(envelope.fields());
    // 5.6.4
    refuseOtherVersion(name, meta.version(), targets.version());
    // 5.6.5
    refuseExpired(name, targets);
    return targets;
  }

  private byte[] matching(String name, FileMeta meta) {
    if (meta.length() > MOST_BYTES) {
      throw new Refusal(new Problem.TooLong(name, MOST_BYTES));
    }
    byte[] bytes =
        source.fetch(name, meta.length()).orElseThrow(() -> new Refusal(new Problem.Missing(name)));
    new Target(meta.length(), meta.sha256(), Map.of())
        .examine(name, bytes)
        .ifPresent(
            problem -> {
              throw new Refusal(problem);
            });
    return bytes;
  }

  /** A file whose length nobody has vouched for. */
  private Optional<byte[]> fetched(String name) {
    Optional<byte[]> bytes = source.fetch(name, MOST_BYTES);
    if (bytes.isPresent() && bytes.get().length > MOST_BYTES) {
      throw new Refusal(new Problem.TooLong(name, MOST_BYTES));
    }
    return bytes;
  }

  private void refuseExpired(String name, Metadata metadata) {
    if (!metadata.expires().isAfter(clock.instant())) {
      throw new Refusal(new Problem.Expired(name, metadata.role(), metadata.expires()));
    }
  }

  private static void refuseRollback(String name, Role role, long seen, long offered) {
    if (offered < seen) {
      throw new Refusal(new Problem.Rollback(name, role, seen, offered));
    }
  }

  private static void refuseOtherVersion(String name, long expected, long found) {
    if (expected != found) {
      throw new Refusal(new Problem.WrongVersion(name, expected, found));
    }
  }
}
