package press.tamizdat.trust.sealing;

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
import press.tamizdat.trust.keys.PrivateFile;

/**
 * A folder of keys to seal to.
 *
 * <p>For each name there are {@code <name>.recipient.txt} with the public key, and the private one
 * in either {@code <name>.age}, under a passphrase, or {@code <name>.unsealed.txt}, under nothing:
 * good enough for a demonstration. Both are files that {@code age -d -i} takes. Files have mode
 * 0600.
 */
public record SealingKeyring(Path folder) {
  /** To this the sites seal what readers send. */
  public static final String DROPBOX = "dropbox";

  /** To this the addresses of subscribers are sealed. */
  public static final String ROLL = "roll";

  private static final SecretAccess WRITE = new SecretAccess("write a new key to its file");

  /** What came of making a key. */
  public sealed interface Making {
    record Made(SealingKey key) implements Making {}

    /** A key of that name is there and stays as it is. */
    record AlreadyThere(Path file) implements Making {}
  }

  /** What came of opening a key. */
  public sealed interface Opening {
    record Opened(OpeningKey key) implements Opening {}

    record NoSuchKey(Path file) implements Opening {}

    record PassphraseNeeded(Path file) implements Opening {}

    record WrongPassphrase(Path file) implements Opening {}

    /** This process may use less memory than scrypt takes. */
    record NeedsMemory(Path file, long bytes) implements Opening {}

    /** Not a key, or readable by others, or not the key whose public half is here. */
    record Unusable(Path file, String why) implements Opening {}
  }

  /** The same with the usual work of scrypt. */
  public Making make(String name, Secret passphrase, SecureRandom random) {
    return make(name, passphrase, random, PassphraseFile.WORK_FACTOR);
  }

  /** Makes a key; an empty passphrase leaves it unsealed. */
  public Making make(String name, Secret passphrase, SecureRandom random, int workFactor) {
    for (Path file : new Path[] {sealedFile(name), unsealedFile(name), publicFile(name)}) {
      if (Files.exists(file)) {
        return new Making.AlreadyThere(file);
      }
    }
    try (OpeningKey key = OpeningKey.generate(random)) {
      Secret text = key.text(WRITE);
      if (passphrase.isEmpty()) {
        PrivateFile.write(unsealedFile(name), text.reveal(WRITE));
      } else {
        PrivateFile.write(sealedFile(name), PassphraseFile.seal(text, passphrase, workFactor));
      }
      PrivateFile.write(
          publicFile(name), (key.sealing().text() + "\n").getBytes(StandardCharsets.US_ASCII));
      return new Making.Made(key.sealing());
    }
  }

  /** The public key, if there is one. */
  public Optional<SealingKey> sealing(String name) {
    Path file = publicFile(name);
    return Files.exists(file)
        ? SealingKey.parse(new String(bytes(file), StandardCharsets.US_ASCII).strip())
        : Optional.empty();
  }

  /** Whether the private key is here and under a passphrase. */
  public boolean isSealed(String name) {
    return Files.exists(sealedFile(name));
  }

  /** Opens the private key; the passphrase may be empty where none is needed. */
  public Opening open(String name, Secret passphrase) {
    Path sealed = sealedFile(name);
    if (Files.exists(sealed)) {
      return passphrase.isEmpty()
          ? new Opening.PassphraseNeeded(sealed)
          : openSealed(name, sealed, passphrase);
    }
    Path unsealed = unsealedFile(name);
    return Files.exists(unsealed) ? openUnsealed(name, unsealed) : new Opening.NoSuchKey(sealed);
  }

  private Opening openSealed(String name, Path file, Secret passphrase) {
    return switch (PassphraseFile.open(bytes(file), passphrase)) {
      case PassphraseFile.Opening.Opened(Secret text) -> opened(name, file, text);
      case PassphraseFile.Opening.WrongPassphrase() -> new Opening.WrongPassphrase(file);
      case PassphraseFile.Opening.NeedsMemory(long bytes) -> new Opening.NeedsMemory(file, bytes);
      case PassphraseFile.Opening.Unreadable(String why) -> new Opening.Unusable(file, why);
    };
  }

  private Opening openUnsealed(String name, Path file) {
    try {
      return PrivateFile.isOpenToOthers(file)
          ? new Opening.Unusable(file, "others can read it: chmod 600 " + file)
          : opened(name, file, Secret.of(bytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the permissions of " + file, e);
    }
  }

  private Opening opened(String name, Path file, Secret text) {
    Optional<OpeningKey> key = OpeningKey.parse(text);
    if (key.isEmpty()) {
      return new Opening.Unusable(file, "it does not hold an age identity");
    }
    // What was sealed to the public key that is here could not be opened with another.
    boolean pair = sealing(name).map(key.get().sealing()::equals).orElse(true);
    return pair
        ? new Opening.Opened(key.get())
        : new Opening.Unusable(file, "it is not the key of " + publicFile(name));
  }

  private Path sealedFile(String name) {
    return folder.resolve(name + ".age");
  }

  private Path unsealedFile(String name) {
    return folder.resolve(name + ".unsealed.txt");
  }

  private Path publicFile(String name) {
    return folder.resolve(name + ".recipient.txt");
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
