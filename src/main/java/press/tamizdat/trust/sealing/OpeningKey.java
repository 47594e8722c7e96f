package press.tamizdat.trust.sealing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;

/** A private key, until it is closed: then its bytes are overwritten. Safe for any thread. */
public final class OpeningKey implements AutoCloseable {
  private static final String PREFIX = "age-secret-key-";
  private static final SecretAccess READ = new SecretAccess("open what is sealed");

  /** Of a header: more is no file of ours. */
  private static final int MOST_HEAD = 8 << 10;

  private final byte[] secret;
  private final SealingKey sealing;
  private volatile boolean closed;

  private OpeningKey(byte[] secret) {
    this.secret = secret;
    this.sealing = new SealingKey(X25519.point(secret));
  }

  public static OpeningKey generate(SecureRandom random) {
    byte[] secret = new byte[X25519.LENGTH];
    random.nextBytes(secret);
    return new OpeningKey(secret);
  }

  /**
   * Reads an identity as {@code age-keygen} writes it: {@code AGE-SECRET-KEY-1…}, with comments and
   * empty lines around it.
   */
  public static Optional<OpeningKey> parse(Secret text) {
    byte[] bytes = text.reveal(READ);
    try {
      return new String(bytes, StandardCharsets.US_ASCII)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .findFirst()
          .flatMap(line -> Bech32.decode(PREFIX, line))
          .filter(key -> key.length == X25519.LENGTH)
          .map(OpeningKey::new);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** The identity, as {@code age -i} takes it. */
  Secret text(SecretAccess access) {
    mustBeOpen();
    java.util.Objects.requireNonNull(access);
    return Secret.of(Bech32.encode(PREFIX, secret).toUpperCase(Locale.ROOT) + "\n");
  }

  /** The public half. */
  public SealingKey sealing() {
    return sealing;
  }

  /**
   * What is in an age file of at most 64 KiB; nothing if it was not sealed to this key, was changed
   * or cut.
   *
   * @throws IllegalStateException once the key is closed
   */
  public Optional<byte[]> open(byte[] file) {
    mustBeOpen();
    return Header.read(file, secret, sealing.point())
        .filter(head -> file.length >= head.length() + Chunks.NONCE + Hashes.TAG)
        .flatMap(
            head -> {
              int from = head.length() + Chunks.NONCE;
              byte[] nonce = Arrays.copyOfRange(file, head.length(), from);
              Optional<byte[]> plain =
                  new Chunks(head.fileKey(), nonce).open(file, from, file.length - from, true);
              Arrays.fill(head.fileKey(), (byte) 0);
              return plain;
            });
  }

  /**
   * What is in an age file of any length, as it is read. Reading fails as soon as something was
   * changed, and at the end if the file was cut.
   *
   * @throws IOException if it is not sealed to this key
   */
  public InputStream opening(InputStream file) throws IOException {
    mustBeOpen();
    byte[] start = file.readNBytes(MOST_HEAD);
    Header.Read head =
        Header.read(start, secret, sealing.point())
            .orElseThrow(() -> new IOException("it is not sealed to this key"));
    InputStream rest =
        new SequenceInputStream(
            new ByteArrayInputStream(start, head.length(), start.length - head.length()), file);
    byte[] nonce = rest.readNBytes(Chunks.NONCE);
    return new OpeningStream(rest, new Chunks(head.fileKey(), nonce));
  }

  private void mustBeOpen() {
    if (closed) {
      throw new IllegalStateException("the key is closed");
    }
  }

  @Override
  public void close() {
    closed = true;
    Arrays.fill(secret, (byte) 0);
  }

  @Override
  public String toString() {
    return "[sealed]";
  }
}
