package press.tamizdat.trust.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import press.tamizdat.trust.SecretAccess;

/**
 * One Ed25519 key that a machine makes for itself and keeps without a passphrase, since it must
 * work with it after every start: a PKCS#8 PEM file that only its owner may read.
 */
public final class KeyFile {
  private KeyFile() {}

  /**
   * The key in the file, which is made if there is none.
   *
   * @throws IllegalStateException if the file holds something else
   */
  public static SigningKey at(Path file, SecureRandom random) {
    try {
      if (Files.exists(file)) {
        return read(file);
      }
      SigningKey made = SigningKey.generate(Algorithm.ED25519, random);
      String pem = made.toPem(new SecretAccess("write the key that was just made"));
      PrivateFile.write(file, pem.getBytes(StandardCharsets.US_ASCII));
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static SigningKey read(Path file) throws IOException {
    List<byte[]> blocks = Pem.read(Pem.PRIVATE, Files.readString(file, StandardCharsets.US_ASCII));
    return blocks.stream()
        .findFirst()
        .flatMap(block -> SigningKey.ofPkcs8(Algorithm.ED25519, block))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    file + " is not an Ed25519 key: remove it, and another is made"));
  }
}
