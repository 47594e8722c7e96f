package press.tamizdat.trust.envelope;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals one answer to whoever waits for it: ChaCha20-Poly1305 (RFC 8439) under 32 random bytes that
 * came inside the sealed envelope. The nonce is zeros, since a key seals one answer only.
 */
public final class ReplyKey {
  private static final int LENGTH = 32;

  private final byte[] key;

  private ReplyKey(byte[] key) {
    this.key = key;
  }

  public static ReplyKey generate(RandomGenerator random) {
    byte[] key = new byte[LENGTH];
    random.nextBytes(key);
    return new ReplyKey(key);
  }

  String text() {
    return Base64.getEncoder().encodeToString(key);
  }

  static ReplyKey parse(String text) {
    byte[] key = Base64.getDecoder().decode(text);
    if (key.length != LENGTH) {
      throw new IllegalArgumentException("a reply key has 32 bytes");
    }
    return new ReplyKey(key);
  }

  public byte[] seal(Answer answer) {
    try {
      return cipher(Cipher.ENCRYPT_MODE).doFinal(answer.toJson());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no ChaCha20-Poly1305", e);
    }
  }

  /** Nothing if it was not sealed under this key. */
  public Optional<Answer> open(byte[] sealed) {
    try {
      return Answer.parse(cipher(Cipher.DECRYPT_MODE).doFinal(sealed));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
    cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(new byte[12]));
    return cipher;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReplyKey that && Arrays.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return "[sealed]";
  }
}
