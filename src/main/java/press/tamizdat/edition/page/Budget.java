package press.tamizdat.edition.page;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many bytes of a page travel, and how many may. */
final class Budget {
  /** What passes, with headers and handshake, a connection that freezes after 25 packets. */
  static final int PAGE = 6_144;

  private static final Encoder.Parameters AS_SENT = Encoder.Parameters.create(11, 22);
  private static final List<Encoder.Parameters> QUICKER =
      List.of(Encoder.Parameters.create(2, 22), Encoder.Parameters.create(5, 22));

  private static final int REMEMBERED = 512;
  private static final Map<String, Integer> LATEST =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  static {
    Brotli4jLoader.ensureAvailability();
  }

  private Budget() {}

  /**
   * Bytes as sent: Brotli, quality 11, window 22. The sizes of the latest pages are remembered:
   * while somebody writes, most parts of an article are measured again and again as they were.
   */
  static int sent(byte[] page) {
    String hash = Resource.sha256Hex(page);
    synchronized (LATEST) {
      Integer known = LATEST.get(hash);
      if (known != null) {
        return known;
      }
    }
    int bytes = compressed(page, AS_SENT);
    synchronized (LATEST) {
      LATEST.put(hash, bytes);
    }
    return bytes;
  }

  /**
   * At least the bytes as sent; exact only when that decides whether the page fits. A quick quality
   * never does better than the slow one on a page; the two tried here cost a hundredth and a
   * fortieth of it.
   */
  static int atMost(byte[] page) {
    for (Encoder.Parameters quick : QUICKER) {
      int bytes = compressed(page, quick);
      if (bytes <= PAGE) {
        return bytes;
      }
    }
    return sent(page);
  }

  private static int compressed(byte[] page, Encoder.Parameters how) {
    try {
      return Encoder.compress(page, how).length;
    } catch (IOException e) {
      throw new UncheckedIOException("Brotli failed on a page in memory", e);
    }
  }
}
