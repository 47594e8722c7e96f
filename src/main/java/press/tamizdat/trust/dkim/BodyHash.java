package press.tamizdat.trust.dkim;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The hash of bodies that are alike: the beginning that all share is hashed once. Safe for any
 * number of threads.
 */
public final class BodyHash {
  private final MessageDigest shared;
  private final int prefix;

  private BodyHash(MessageDigest shared, int prefix) {
    this.shared = shared;
    this.prefix = prefix;
  }

  /**
   * For bodies like this one, which is in its canonical form already.
   *
   * @param prefix how many octets of the body are the same in all
   * @throws IllegalArgumentException if it is not in that form
   */
  public static BodyHash like(byte[] message, int body, int prefix) {
    if (!Arrays.equals(
        Canonical.body(message, body), Arrays.copyOfRange(message, body, message.length))) {
      throw new IllegalArgumentException("the body is not in its canonical form");
    }
    MessageDigest shared = sha256();
    shared.update(message, body, prefix);
    return new BodyHash(shared, prefix);
  }

  /** The hash of a message's body. */
  public byte[] of(byte[] message, int body) {
    try {
      MessageDigest digest = (MessageDigest) shared.clone();
      digest.update(message, body + prefix, message.length - body - prefix);
      return digest.digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("SHA-256 of this Java cannot be copied", e);
    }
  }

  static byte[] ofAny(byte[] message, int body) {
    return sha256().digest(Canonical.body(message, body));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
