package press.tamizdat.trust.sealing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Bech32 (BIP 173) for the 32 bytes of an age key, without its limit on length. */
final class Bech32 {
  private static final String LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int CHECKSUM = 6;
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };

  private Bech32() {}

  /** In lower case. */
  static String encode(String prefix, byte[] bytes) {
    int[] values = fives(bytes);
    int[] checked = Arrays.copyOf(values, values.length + CHECKSUM);
    int sum = checksum(prefix, checked) ^ 1;
    for (int i = 0; i < CHECKSUM; i++) {
      checked[values.length + i] = (sum >>> (5 * (CHECKSUM - 1 - i))) & 31;
    }
    StringBuilder text = new StringBuilder(prefix).append('1');
    for (int value : checked) {
      text.append(LETTERS.charAt(value));
    }
    return text.toString();
  }

  /** The bytes, if all of it is as it should be, in one case or the other. */
  static Optional<byte[]> decode(String prefix, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean oneCase = text.equals(lower) || text.equals(text.toUpperCase(Locale.ROOT));
    if (!oneCase || !lower.startsWith(prefix + "1")) {
      return Optional.empty();
    }
    int[] values = lower.substring(prefix.length() + 1).chars().map(LETTERS::indexOf).toArray();
    boolean known = values.length >= CHECKSUM && Arrays.stream(values).allMatch(v -> v >= 0);
    if (!known || checksum(prefix, values) != 1) {
      return Optional.empty();
    }
    return eights(Arrays.copyOf(values, values.length - CHECKSUM));
  }

  private static int[] fives(byte[] bytes) {
    int[] values = new int[(bytes.length * 8 + 4) / 5];
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      int set = (bytes[bit / 8] >>> (7 - bit % 8)) & 1;
      values[bit / 5] |= set << (4 - bit % 5);
    }
    return values;
  }

  /** Nothing if the bits left over are too many, or not zero. */
  private static Optional<byte[]> eights(int[] values) {
    byte[] bytes = new byte[values.length * 5 / 8];
    for (int bit = 0; bit < values.length * 5; bit++) {
      int set = (values[bit / 5] >>> (4 - bit % 5)) & 1;
      if (bit < bytes.length * 8) {
        bytes[bit / 8] |= (byte) (set << (7 - bit % 8));
      } else if (set != 0 || values.length * 5 - bytes.length * 8 >= 5) {
        return Optional.empty();
      }
    }
    return Optional.of(bytes);
  }

  private static int checksum(String prefix, int[] values) {
    int sum = 1;
    for (int i = 0; i < prefix.length(); i++) {
      sum = step(sum, prefix.charAt(i) >>> 5);
    }
    sum = step(sum, 0);
    for (int i = 0; i < prefix.length(); i++) {
      sum = step(sum, prefix.charAt(i) & 31);
    }
    for (int value : values) {
      sum = step(sum, value);
    }
    return sum;
  }

  private static int step(int sum, int value) {
    int next = ((sum & 0x1ffffff) << 5) ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      if (((sum >>> (25 + i)) & 1) == 1) {
        next ^= GENERATOR[i];
      }
    }
    return next;
  }
}
