package press.tamizdat.edition.feed;

import java.util.List;
import java.util.function.Supplier;
import press.tamizdat.platform.text.Compression;

/** Keeps a file small enough to pass a connection that freezes after 25 packets. */
final class Fit {
  /** Bytes as sent, that is after Brotli at quality 11. */
  static final int LIMIT = 6_144;

  private Fit() {}

  /**
   * The first of several ways to write a file that fits.
   *
   * @param ways from the fullest to the barest, not empty
   */
  static byte[] first(String path, List<Supplier<byte[]>> ways) {
    byte[] file = new byte[0];
    for (Supplier<byte[]> way : ways) {
      file = way.get();
      if (fits(file)) {
        return file;
      }
    }
    throw new FeedTooLarge(path, sent(file));
  }

  static byte[] only(String path, byte[] file) {
    return first(path, List.of(() -> file));
  }

  /** gzip, at a thirtieth of the time, never does better on such text, so it can say yes. */
  static boolean fits(byte[] file) {
    return Compression.gzip(file).length <= LIMIT || sent(file) <= LIMIT;
  }

  static int sent(byte[] file) {
    return Compression.brotli(file).length;
  }
}
