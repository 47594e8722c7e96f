package press.tamizdat.trust;

/** Base32 (RFC 4648 §6) in lower case and without padding: safe in addresses of every kind. */
final class Base32 {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte b : bytes) {
      held = (held << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        text.append(LETTERS.charAt((held >>> (bits - 5)) & 31));
        bits -= 5;
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(LETTERS.charAt((held << (5 - bits)) & 31));
    }
    return text.toString();
  }
}
