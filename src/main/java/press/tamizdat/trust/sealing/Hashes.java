package press.tamizdat.trust.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.Provider;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256, HKDF-SHA256 (RFC 5869) and ChaCha20-Poly1305 (RFC 8439), as age uses them. */
final class Hashes {
  static final int TAG = 16;
  private static final byte[] NO_SALT = new byte[32];

  // Asked for once: to choose a provider takes longer than to hash.
  private static final Provider OF_MACS = ofMacs();
  private static final Provider OF_CIPHERS = ofCiphers();

  private Hashes() {}

  private static Provider ofMacs() {
    try {
      return Mac.getInstance("HmacSHA256").getProvider();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    }
  }

  private static Provider ofCiphers() {
    try {
      return Cipher.getInstance("ChaCha20-Poly1305").getProvider();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no ChaCha20-Poly1305", e);
    }
  }

  static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256", OF_MACS);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    }
  }

  /** 32 bytes. */
  static byte[] hkdf(byte[] secret, byte[] salt, String info) {
    byte[] extracted = hmac(salt.length == 0 ? NO_SALT : salt, secret);
    byte[] derived = hmac(extracted, info.getBytes(StandardCharsets.US_ASCII), new byte[] {1});
    Arrays.fill(extracted, (byte) 0);
    return derived;
  }

  static byte[] seal(byte[] key, byte[] nonce, byte[] plain, int length) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(plain, 0, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no ChaCha20-Poly1305", e);
    }
  }

  /** Nothing if the bytes were changed, or sealed under another key. */
  static Optional<byte[]> open(byte[] key, byte[] nonce, byte[] sealed, int from, int length) {
    if (length < TAG) {
      return Optional.empty();
    }
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(sealed, from, length));
    } catch (AEADBadTagException changed) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no ChaCha20-Poly1305", e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce)
      throws GeneralSecurityException, InvalidAlgorithmParameterException {
    Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305", OF_CIPHERS);
    cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
    return cipher;
  }
}
