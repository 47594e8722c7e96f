package press.tamizdat.letter.roll;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import press.tamizdat.trust.Ids;

/**
 * Which subscriber an address was seen with while the roll is open, so that two rows with one
 * address are found. It knows 64 bits of an HMAC of each address under a key that is in memory only
 * and dies with it; a million addresses take some 50 MB, and of a million two are taken for one
 * once in forty million times. Safe for any thread.
 */
public final class Doubles {
  private static final int FIRST = 1 << 10;
  private static final int ID = 16;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

  private final Mac mac;
  private long[] marks = new long[FIRST];
  private byte[] ids = new byte[FIRST * ID];
  private int size;

  /**
   * @param random must be a source that nobody can foresee
   */
  public Doubles(RandomGenerator random) {
    byte[] key = new byte[32];
    random.nextBytes(key);
    try {
      this.mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    }
    Arrays.fill(key, (byte) 0);
  }

  /** The other subscriber that this address was seen with before; case does not matter. */
  public synchronized Optional<String> other(String address, String subscriber) {
    byte[] text = address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    long mark = ByteBuffer.wrap(mac.doFinal(text)).getLong() | 1; // 0 is a place that is free
    Arrays.fill(text, (byte) 0);
    int at = place(marks, mark);
    if (marks[at] == mark) {
      return Optional.of(unpacked(ids, at * ID)).filter(before -> !before.equals(subscriber));
    }
    marks[at] = mark;
    pack(subscriber, ids, at * ID);
    if (++size > marks.length / 4 * 3) {
      grow();
    }
    return Optional.empty();
  }

  /** Where a mark is, or the free place for it. */
  private static int place(long[] marks, long mark) {
    int at = (int) (mark >>> 32) & (marks.length - 1);
    while (marks[at] != 0 && marks[at] != mark) {
      at = (at + 1) & (marks.length - 1);
    }
    return at;
  }

  private void grow() {
    long[] wider = new long[marks.length * 2];
    byte[] moved = new byte[ids.length * 2];
    for (int i = 0; i < marks.length; i++) {
      if (marks[i] != 0) {
        int to = place(wider, marks[i]);
        wider[to] = marks[i];
        System.arraycopy(ids, i * ID, moved, to * ID, ID);
      }
    }
    marks = wider;
    ids = moved;
  }

  /** The 128 bits of an id (base32, RFC 4648 §6): half of the memory of its characters. */
  private static void pack(String id, byte[] to, int from) {
    int held = 0;
    int bits = 0;
    int at = from;
    for (int i = 0; i < Ids.LENGTH; i++) {
      held = held << 5 | LETTERS.indexOf(id.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        to[at++] = (byte) (held >>> bits);
        held &= (1 << bits) - 1;
      }
    }
  }

  private static String unpacked(byte[] packed, int from) {
    StringBuilder id = new StringBuilder(Ids.LENGTH);
    int held = 0;
    int bits = 0;
    for (int i = from; i < from + ID; i++) {
      held = held << 8 | (packed[i] & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        id.append(LETTERS.charAt(held >>> bits & 31));
      }
      held &= (1 << bits) - 1;
    }
    return id.append(LETTERS.charAt(held << (5 - bits) & 31)).toString();
  }
}
