package press.tamizdat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;
import press.tamizdat.trust.keys.KeyName;
import press.tamizdat.trust.keys.KeyOpening;
import press.tamizdat.trust.keys.Keyring;
import press.tamizdat.trust.keys.SigningPair;
import press.tamizdat.trust.keys.VerifyingPair;
import press.tamizdat.trust.tuf.Root;
import press.tamizdat.trust.tuf.RootCeremony;
import press.tamizdat.trust.tuf.SignedFile;

/** A newsroom's keys and the roots that name them to readers. */
record Roots(Keyring keys, EditionFolder editions, Duration lifetime, Clock clock) {
  private static final KeyName ROOT = KeyName.root(1);
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A root is replaced when it has less than this to live, so that nobody has to hurry. */
  private static final Duration SOON = Duration.ofDays(90);

  /** Whether the keys are made and readers can be told of them. */
  boolean areThere() {
    return keys.verifying(KeyName.EDITION).isPresent() && newest().isPresent();
  }

  /**
   * Makes whichever keys there are not yet, and the first root. A start that was cut off is
   * finished by the next with the same passphrase.
   */
  void begin(Secret passphrase) {
    for (KeyName name : List.of(ROOT, KeyName.EDITION, KeyName.FRESHNESS)) {
      if (keys.verifying(name).isEmpty()) {
        make(name, passphrase);
      }
    }
    write(RootCeremony.signed(root(1), List.of(open(ROOT, passphrase, "sign the first root"))));
  }

  private void make(KeyName name, Secret passphrase) {
    if (keys.make(name, passphrase, RANDOM) instanceof Keyring.Making.AlreadyThere) {
      keys.add(name, open(name, passphrase, "read its public half again").verifying());
    }
  }

  /**
   * Replaces a root that will expire soon by one with the same keys.
   *
   * @return what a person must do, if the root key is not here
   */
  Optional<String> renew(Secret passphrase) {
    SignedFile old = newest().orElseThrow();
    Root root = RootCeremony.read(old);
    if (clock.instant().isBefore(root.expires().minus(SOON))) {
      return Optional.empty();
    }
    KeyOpening opening = keys.open(ROOT, passphrase, new SecretAccess("sign the next root"));
    if (!(opening instanceof KeyOpening.Opened(SigningPair holder))) {
      return Optional.of(
          "The root that readers trust expires on %s. Put its key back as %s for one `publish` (%s)."
              .formatted(root.expires(), keys.folder().resolve(ROOT + ".age"), opening.describe()));
    }
    SignedFile next = RootCeremony.signed(root(root.version() + 1), List.of(holder));
    RootCeremony.examineNext(old, next)
        .ifPresent(
            problem -> {
              throw new Refused(
                  "the next root does not follow from the last: " + problem.describe());
            });
    write(next);
    return Optional.empty();
  }

  private Root root(long version) {
    Instant expires = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(lifetime);
    return Root.of(
        version,
        expires,
        List.of(verifying(ROOT)),
        1,
        verifying(KeyName.EDITION),
        verifying(KeyName.FRESHNESS));
  }

  private VerifyingPair verifying(KeyName name) {
    return keys.verifying(name)
        .orElseThrow(
            () ->
                new Refused(
                    "the public keys " + name + ".pub.pem are missing in " + keys.folder()));
  }

  /** Opens a pair of signing keys. */
  SigningPair open(KeyName name, Secret passphrase, String purpose) {
    KeyOpening opening = keys.open(name, passphrase, new SecretAccess(purpose));
    if (opening instanceof KeyOpening.Opened(SigningPair pair)) {
      return pair;
    }
    throw new Refused(opening.describe());
  }

  private Optional<SignedFile> newest() {
    Optional<SignedFile> newest = Optional.empty();
    for (long n = 1; ; n++) {
      String name = n + ".root.json";
      Optional<byte[]> bytes = editions.metadata(name);
      if (bytes.isEmpty()) {
        return newest;
      }
      newest = Optional.of(new SignedFile(name, bytes.get()));
    }
  }

  private void write(SignedFile root) {
    Path folder = editions.metadata();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Disk.put(folder.resolve(root.name()), root.bytes());
  }
}
