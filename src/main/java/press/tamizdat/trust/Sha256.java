package press.tamizdat.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A SHA-256 digest (FIPS 180-4): 32 bytes, written as 64 lower-case hex digits.
 *
 * @param hex 64 digits of {@code 0-9a-f}; capitals are not taken, so that one digest has one
 *     spelling
 */
public record Sha256(String hex) implements Comparable<Sha256> {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public Sha256 {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("not 64 lower-case hex digits");
    }
  }

  /** The digest that is written so, or nothing when it is not one. */
  public static Optional<Sha256> parse(String hex) {
    return HEX.matcher(hex).matches() ? Optional.of(new Sha256(hex)) : Optional.empty();
  }

  public static Sha256 of(byte[] bytes) {
    return new Sha256(HexFormat.of().formatHex(digest().digest(bytes)));
  }

  /** Of all that is left in the stream, which stays open. */
  public static Sha256 of(InputStream stream) {
    MessageDigest digest = digest();
    byte[] buffer = new byte[64 * 1024];
    try {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Sha256(HexFormat.of().formatHex(digest.digest()));
  }

  public static Sha256 of(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return of(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public int compareTo(Sha256 other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
