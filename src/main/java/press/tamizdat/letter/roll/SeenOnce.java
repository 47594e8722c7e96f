package press.tamizdat.letter.roll;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import press.tamizdat.platform.mail.MailAddress;

/**
 * Which addresses have passed by: 64 bits each of an HMAC under a key that nobody else has and that
 * is gone with this. A million take 16 to 32 MiB; that two of them are taken for one is less likely
 * than 1 in ten million.
 */
public final class SeenOnce {
  private static final int FIRST = 1 << 12;

  private final Mac mac;
  private long[] marks = new long[FIRST];
  private int size;

  public SeenOnce(RandomGenerator random) {
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

  /** Whether it passes for the first time; case does not matter. */
  public boolean isNew(MailAddress address) {
    byte[] text = address.text().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    long mark = ByteBuffer.wrap(mac.doFinal(text)).getLong() | 1; // 0 means an empty place
    if (!put(marks, mark)) {
      return false;
    }
    size++;
    if (size > marks.length / 2) {
      long[] wider = new long[marks.length * 2];
      for (long old : marks) {
        if (old != 0) {
          boolean _ = put(wider, old);
        }
      }
      marks = wider;
    }
    return true;
  }

  private static boolean put(long[] marks, long mark) {
    int at = (int) (mark >>> 33) & (marks.length - 1);
    while (marks[at] != 0) {
      if (marks[at] == mark) {
        return false;
      }
      at = (at + 1) & (marks.length - 1);
    }
    marks[at] = mark;
    return true;
  }
}
