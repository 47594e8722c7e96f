package press.tamizdat.platform.mail.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** Octets to text, whatever they are said to be. */
final class Charsets {
  private Charsets() {}

  /** Reads octets as what they are said to be, or as what they look like. */
  static String text(byte[] octets, String name) {
    return new String(octets, charset(octets, name));
  }

  private static Charset charset(byte[] octets, String name) {
    if (shifts(octets) && Charset.isSupported("ISO-2022-JP")) {
      return Charset.forName("ISO-2022-JP");
    }
    if (!name.isBlank()) {
      try {
        Charset said = Charset.forName(name.strip());
        if (!said.equals(StandardCharsets.US_ASCII)) {
          return said;
        }
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        // A name that nobody knows says nothing: look at the octets.
      }
    }
    return isUtf8(octets) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
  }

  /** Whether a Japanese escape stands there: RFC 1468 texts come under many names, or none. */
  private static boolean shifts(byte[] octets) {
    for (int i = 0; i + 2 < octets.length; i++) {
      if (octets[i] == 0x1B
          && octets[i + 1] == '$'
          && (octets[i + 2] == 'B' || octets[i + 2] == '@')) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUtf8(byte[] octets) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
