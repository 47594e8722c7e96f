package press.tamizdat.trust;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Bytes that must not be printed: a passphrase, a private key. It says {@code [sealed]} wherever it
 * is logged, and reading it takes a {@link SecretAccess}.
 */
public final class Secret {
  private final byte[] bytes;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Secret of(byte[] bytes) {
    return new Secret(bytes.clone());
  }

  /** The text as UTF-8. */
  public static Secret of(String text) {
    return new Secret(text.getBytes(StandardCharsets.UTF_8));
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** A copy of the bytes. */
  public byte[] reveal(SecretAccess access) {
    Objects.requireNonNull(access);
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "[sealed]";
  }
}
