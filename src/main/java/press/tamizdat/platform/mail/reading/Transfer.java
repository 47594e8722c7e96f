package press.tamizdat.platform.mail.reading;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Content transfer encodings (RFC 2045 §6); what is no encoding stays as it is. */
final class Transfer {
  private Transfer() {}

  static byte[] decoded(byte[] octets, String encoding) {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "base64" -> base64(octets);
      case "quoted-printable" -> quotedPrintable(octets);
      default -> octets;
    };
  }

  /** Skips what is not of the alphabet, and does without padding. */
  static byte[] base64(byte[] octets) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(octets.length * 3 / 4 + 3);
    int bits = 0;
    int held = 0;
    for (byte octet : octets) {
      int value = sextet(octet);
      if (value < 0) {
        continue;
      }
      held = (held << 6 | value) & 0xFFFF;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        plain.write(held >> bits);
      }
    }
    return plain.toByteArray();
  }

  private static int sextet(byte octet) {
    if (octet >= 'A' && octet <= 'Z') {
      return octet - 'A';
    }
    if (octet >= 'a' && octet <= 'z') {
      return octet - 'a' + 26;
    }
    if (octet >= '0' && octet <= '9') {
      return octet - '0' + 52;
    }
    return octet == '+' ? 62 : octet == '/' ? 63 : -1;
  }

  static byte[] quotedPrintable(byte[] octets) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(octets.length);
    for (int i = 0; i < octets.length; i++) {
      if (octets[i] != '=') {
        plain.write(octets[i]);
        continue;
      }
      int end = softBreak(octets, i + 1);
      if (end > 0) {
        i = end;
      } else if (i + 2 < octets.length && hex(octets[i + 1]) >= 0 && hex(octets[i + 2]) >= 0) {
        plain.write(hex(octets[i + 1]) << 4 | hex(octets[i + 2]));
        i += 2;
      } else {
        plain.write('=');
      }
    }
    return plain.toByteArray();
  }

  /** The last octet of the line end that follows, or 0 if none does. */
  private static int softBreak(byte[] octets, int from) {
    if (from < octets.length && octets[from] == '\n') {
      return from;
    }
    return from + 1 < octets.length && octets[from] == '\r' && octets[from + 1] == '\n'
        ? from + 1
        : 0;
  }

  private static int hex(byte octet) {
    return Character.digit(octet, 16);
  }
}
