package press.tamizdat.trust.sealing;

import java.util.Optional;

/**
 * The payload of an age file: STREAM over chunks of 64 KiB, the nonce an 11-byte number of the
 * chunk and a byte that is 1 in the last.
 */
final class Chunks {
  static final int PLAIN = 64 << 10;
  static final int SEALED = PLAIN + Hashes.TAG;
  static final int NONCE = 16;

  private final byte[] key;
  private long number;

  /**
   * @param nonce with which the payload begins
   */
  Chunks(byte[] fileKey, byte[] nonce) {
    this.key = Hashes.hkdf(fileKey, nonce, "payload");
  }

  byte[] seal(byte[] plain, int length, boolean last) {
    return Hashes.seal(key, nonce(last), plain, length);
  }

  Optional<byte[]> open(byte[] sealed, int from, int length, boolean last) {
    Optional<byte[]> plain = Hashes.open(key, nonce(last), sealed, from, length);
    // An empty last chunk is only for an empty file: else there are two files for one text.
    return plain.filter(p -> p.length > 0 || number == 1);
  }

  private byte[] nonce(boolean last) {
    byte[] nonce = new byte[12];
    for (int i = 0; i < 8; i++) {
      nonce[10 - i] = (byte) (number >>> (8 * i));
    }
    nonce[11] = (byte) (last ? 1 : 0);
    number++;
    return nonce;
  }
}
