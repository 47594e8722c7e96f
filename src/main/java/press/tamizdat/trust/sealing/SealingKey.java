package press.tamizdat.trust.sealing;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/** A public key: anybody who has it can seal, and nobody who has only it can open. */
public final class SealingKey {
  private static final String PREFIX = "age";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] point;

  SealingKey(byte[] point) {
    this.point = point;
  }

  /** Reads {@code age1…}; nothing if it is no recipient. */
  public static Optional<SealingKey> parse(String text) {
    return Bech32.decode(PREFIX, text)
        .filter(bytes -> bytes.length == X25519.LENGTH && text.startsWith(PREFIX))
        .filter(bytes -> X25519.multiply(new byte[X25519.LENGTH], bytes).isPresent())
        .map(SealingKey::new);
  }

  /** As the {@code age} tool has it after {@code -r}. */
  public String text() {
    return Bech32.encode(PREFIX, point);
  }

  byte[] point() {
    return point.clone();
  }

  /** The bytes of an age file. */
  public byte[] seal(byte[] plain) {
    if (plain.length > Chunks.PLAIN) {
      throw new IllegalArgumentException("more than 64 KiB is sealed as a stream");
    }
    byte[] fileKey = random(Header.FILE_KEY);
    byte[] nonce = random(Chunks.NONCE);
    byte[] head = head(fileKey);
    byte[] body = new Chunks(fileKey, nonce).seal(plain, plain.length, true);
    byte[] file = Arrays.copyOf(head, head.length + nonce.length + body.length);
    System.arraycopy(nonce, 0, file, head.length, nonce.length);
    System.arraycopy(body, 0, file, head.length + nonce.length, body.length);
    return file;
  }

  /** Seals what is written, of any length; the file is whole once this is closed. */
  public OutputStream sealing(OutputStream to) {
    byte[] fileKey = random(Header.FILE_KEY);
    byte[] nonce = random(Chunks.NONCE);
    try {
      to.write(head(fileKey));
      to.write(nonce);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return new SealingStream(to, new Chunks(fileKey, nonce));
  }

  private byte[] head(byte[] fileKey) {
    byte[] ephemeral = random(X25519.LENGTH);
    try {
      return Header.write(fileKey, point, ephemeral);
    } finally {
      Arrays.fill(ephemeral, (byte) 0);
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealingKey key && Arrays.equals(point, key.point);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(point);
  }

  @Override
  public String toString() {
    return text();
  }
}
