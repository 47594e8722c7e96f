package press.tamizdat.trust.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;
import press.tamizdat.trust.age.PassphraseFile;
import press.tamizdat.trust.keys.KeyOpening.Damaged;
import press.tamizdat.trust.keys.KeyOpening.NoSuchKey;
import press.tamizdat.trust.keys.KeyOpening.OpenToOthers;
import press.tamizdat.trust.keys.KeyOpening.Opened;
import press.tamizdat.trust.keys.KeyOpening.PassphraseNeeded;
import press.tamizdat.trust.keys.KeyOpening.WrongPassphrase;

/**
 * A folder of keys.
 *
 * <p>For each name there are {@code <name>.pub.pem} with the two public keys, and the two private
 * keys as PKCS#8 PEM in either {@code <name>.age}, under a passphrase, or {@code
 * <name>.unsealed.pem}, under nothing: good enough for a demonstration. Files have mode 0600. A
 * private key that is kept elsewhere leaves only its {@code .pub.pem} here.
 */
public record Keyring(Path folder) {

  /** What came of making a key. */
  public sealed interface Making {
    record Made(VerifyingPair keys) implements Making {}

    /** A key of that name is there and stays as it is. */
    record AlreadyThere(Path file) implements Making {}
  }

  /** Makes a pair of keys; an empty passphrase leaves it unsealed. */
  public Making make(KeyName name, Secret passphrase, SecureRandom random) {
    return make(name, passphrase, random, PassphraseFile.WORK_FACTOR);
  }

  /**
   * The same, with log2 of scrypt's N: less for a machine with little memory, which {@link
   * PassphraseFile#WORK_FACTOR} explains.
   */
  public Making make(KeyName name, Secret passphrase, SecureRandom random, int workFactor) {
    for (Path file : new Path[] {sealedFile(name), unsealedFile(name), publicFile(name)}) {
      if (Files.exists(file)) {
        return new Making.AlreadyThere(file);
      }
    }
    SigningPair keys = SigningPair.generate(random);
    SecretAccess access = new SecretAccess("write a new key to its file");
    Secret pem = keys.toPem(access);
    if (passphrase.isEmpty()) {
      PrivateFile.write(unsealedFile(name), pem.reveal(access));
    } else {
      PrivateFile.write(sealedFile(name), PassphraseFile.seal(pem, passphrase, workFactor));
    }
    add(name, keys.verifying());
    return new Making.Made(keys.verifying());
  }

  /** Keeps the public keys of a holder whose private keys are elsewhere. */
  public void add(KeyName name, VerifyingPair keys) {
    PrivateFile.write(publicFile(name), keys.toPem().getBytes(StandardCharsets.US_ASCII));
  }

  /** The public keys, or nothing when there are none of that name, or not readable ones. */
  public Optional<VerifyingPair> verifying(KeyName name) {
    Path file = publicFile(name);
    return Files.exists(file)
        ? VerifyingPair.parse(new String(bytes(file), StandardCharsets.US_ASCII))
        : Optional.empty();
  }

  /** Whether the private keys are here and under a passphrase. */
  public boolean isSealed(KeyName name) {
    return Files.exists(sealedFile(name));
  }

  /** Opens the private keys; the passphrase may be empty where none is needed. */
  public KeyOpening open(KeyName name, Secret passphrase, SecretAccess access) {
    Path sealed = sealedFile(name);
    Path unsealed = unsealedFile(name);
    if (Files.exists(sealed)) {
      return passphrase.isEmpty()
          ? new PassphraseNeeded(sealed)
          : openSealed(name, sealed, passphrase, access);
    }
    return Files.exists(unsealed) ? openUnsealed(name, unsealed, access) : new NoSuchKey(sealed);
  }

  private KeyOpening openSealed(KeyName name, Path file, Secret passphrase, SecretAccess access) {
    return switch (PassphraseFile.open(bytes(file), passphrase)) {
      case PassphraseFile.Opening.Opened(Secret pem) -> opened(name, file, pem, access);
      case PassphraseFile.Opening.WrongPassphrase() -> new WrongPassphrase(file);
      case PassphraseFile.Opening.NeedsMemory(long bytes) ->
          new KeyOpening.NeedsMemory(file, bytes);
      case PassphraseFile.Opening.Unreadable(String why) -> new Damaged(file, why);
    };
  }

  private KeyOpening openUnsealed(KeyName name, Path file, SecretAccess access) {
    try {
      return PrivateFile.isOpenToOthers(file)
          ? new OpenToOthers(file)
          : opened(name, file, Secret.of(bytes(file)), access);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the permissions of " + file, e);
    }
  }

  private KeyOpening opened(KeyName name, Path file, Secret pem, SecretAccess access) {
    Optional<SigningPair> keys = SigningPair.parse(pem, access);
    if (keys.isEmpty()) {
      return new Damaged(file, "it does not hold an Ed25519 and a P-256 key");
    }
    // Signing with a key that the root does not name would make an edition nobody can verify.
    Optional<VerifyingPair> known = verifying(name);
    if (known.isPresent() && !known.get().equals(keys.get().verifying())) {
      return new Damaged(file, "its keys are not those of " + publicFile(name));
    }
    return new Opened(keys.get());
  }

  private Path sealedFile(KeyName name) {
    return folder.resolve(name + ".age");
  }

  private Path unsealedFile(KeyName name) {
    return folder.resolve(name + ".unsealed.pem");
  }

  private Path publicFile(KeyName name) {
    return folder.resolve(name + ".pub.pem");
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
