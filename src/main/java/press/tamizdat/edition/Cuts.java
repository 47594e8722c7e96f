package press.tamizdat.edition;

import java.nio.charset.StandardCharsets;
import press.tamizdat.trust.Sha256;

/**
 * Where the catalogue is cut into nodes: a rule that looks only at what is listed, so that the same
 * files always give the same tree, and a change moves no cut but those near it ({@code
 * docs/edition-format.md}, "Where a node ends").
 */
final class Cuts {
  /**
   * A path of depth d begins a node on every level below d. One in 32 has depth 1 or more, one in
   * 1,024 depth 2.
   */
  private static final int BITS_PER_LEVEL = 5;

  /**
   * No node is larger than this, whatever the hashes say. With header, 64 usual lines stay under 4
   * KB compressed.
   */
  private static final int MOST_LINES = 64;

  private static final int MOST_BYTES = 6_000;

  /** As a reader loads it. */
  static final int MOST_COMPRESSED = 4_096;

  private final int level;
  private int lines;
  private int bytes;

  Cuts(int level) {
    this.level = level;
  }

  /** Takes the next line; true if a node ends before it. */
  boolean before(String path, int lineBytes) {
    boolean cut =
        lines > 0 && (depth(path) > level || lines == MOST_LINES || bytes + lineBytes > MOST_BYTES);
    if (cut) {
      lines = 0;
      bytes = 0;
    }
    lines++;
    bytes += lineBytes;
    return cut;
  }

  static int depth(String path) {
    byte[] hash = Sha256.of(path.getBytes(StandardCharsets.US_ASCII)).bytes();
    int zeros = 0;
    for (byte b : hash) {
      zeros += Integer.numberOfLeadingZeros(b & 0xff) - 24;
      if (b != 0) {
        break;
      }
    }
    return zeros / BITS_PER_LEVEL;
  }
}
