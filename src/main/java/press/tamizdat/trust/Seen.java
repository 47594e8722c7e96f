package press.tamizdat.trust;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which texts have been seen, told by 64 bits of HMAC-SHA256 under a key that is in memory only and
 * dies with this object: eight bytes a text, and nobody who finds them can try texts on them. Of a
 * million texts two share their bits once in forty million times. Safe for any thread.
 */
public final class Seen {
  private static final int KEY = 32;
  private static final int FIRST = 1 << 10;
  private static final long FREE = 0;

  private final Mac mac;
  private long[] table = new long[FIRST];
  private int count;

  /**
   * @param random must be a source that nobody can foresee
   */
  public Seen(RandomGenerator random) {
    byte[] key = new byte[KEY];
    random.nextBytes(key);
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    }
    Arrays.fill(key, (byte) 0);
  }

  /** True if it was not seen before; now it was. */
  public synchronized boolean add(String text) {
    byte[] whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    long bits = ByteBuffer.wrap(whole).getLong();
    if (!put(bits == FREE ? 1 : bits)) {
      return false;
    }
    if (++count > table.length / 4 * 3) {
      grow();
    }
    return true;
  }

  private boolean put(long bits) {
    int at = (int) (bits & (table.length - 1));
    while (table[at] != FREE) {
      if (table[at] == bits) {
        return false;
      }
      at = (at + 1) & (table.length - 1);
    }
    table[at] = bits;
    return true;
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    for (long bits : old) {
      if (bits != FREE && !put(bits)) {
        throw new IllegalStateException("the same bits twice");
      }
    }
  }

  public synchronized int count() {
    return count;
  }
}
