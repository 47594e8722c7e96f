package press.tamizdat.platform.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a file, read at a place. Reading past the end says that the file is truncated, which
 * is what it means in every format here.
 */
record Bytes(@SuppressWarnings("ArrayRecordComponent") byte[] all) {

  /** The file ended where the format promised more. */
  static final class Truncated extends RuntimeException {
    Truncated() {
      super("the file ends before the picture does", null, false, false);
    }
  }

  int length() {
    return all.length;
  }

  int u8(int at) {
    if (at < 0 || at >= all.length) {
      throw new Truncated();
    }
    return all[at] & 0xff;
  }

  int u16(int at) {
    return (u8(at) << 8) | u8(at + 1);
  }

  int u16Little(int at) {
    return u8(at) | (u8(at + 1) << 8);
  }

  int u24Little(int at) {
    return u16Little(at) | (u8(at + 2) << 16);
  }

  /** Four bytes; as a long, so that a hostile length cannot turn negative. */
  long u32(int at) {
    return ((long) u16(at) << 16) | u16(at + 2);
  }

  long u32Little(int at) {
    return u16Little(at) | ((long) u16Little(at + 2) << 16);
  }

  boolean has(int at, String latin1) {
    byte[] wanted = latin1.getBytes(StandardCharsets.ISO_8859_1);
    return at >= 0
        && at <= all.length - wanted.length
        && Arrays.equals(all, at, at + wanted.length, wanted, 0, wanted.length);
  }

  byte[] slice(int from, long length) {
    if (from < 0 || length < 0 || from + length > all.length) {
      throw new Truncated();
    }
    return Arrays.copyOfRange(all, from, (int) (from + length));
  }
}
