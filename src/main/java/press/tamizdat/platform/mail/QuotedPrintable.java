package press.tamizdat.platform.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The quoted-printable encoding of text (RFC 2045 §6.7): ASCII, lines of 76 at most that end with
 * CRLF.
 *
 * <p>Beyond what the encoding asks it encodes what others might change on the way: a dot or {@code
 * From} at the start of a line, and every blank beside another. So the result is its own canonical
 * form under DKIM's {@code relaxed} (RFC 6376 §3.4.4), and needs no stuffing of dots.
 *
 * <p>{@link #slot} leaves room for something that is put in later and stays in one piece.
 */
public final class QuotedPrintable {
  private static final int LONGEST = 75; // and the "=" of a soft break
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();
  private final List<Integer> slots = new ArrayList<>();
  private int column;
  private boolean afterBlank;

  /** The text alone. */
  public static byte[] encode(String text) {
    return new QuotedPrintable().text(text).end();
  }

  /** Line ends of any kind in the text become line ends. */
  public QuotedPrintable text(String text) {
    byte[] bytes = text.replace("\r\n", "\n").replace('\r', '\n').getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        line();
      } else {
        octet(bytes[i] & 0xff, i + 1 < bytes.length && bytes[i + 1] == '\n', isFrom(bytes, i));
      }
    }
    return this;
  }

  private boolean isFrom(byte[] bytes, int at) {
    return column == 0
        && at + 4 < bytes.length
        && bytes[at] == 'F'
        && bytes[at + 1] == 'r'
        && bytes[at + 2] == 'o'
        && bytes[at + 3] == 'm'
        && bytes[at + 4] == ' ';
  }

  private void octet(int octet, boolean last, boolean from) {
    boolean blank = octet == ' ';
    boolean plain = (octet > ' ' && octet < 127 && octet != '=') || (blank && !last && !afterBlank);
    int width = plain ? 1 : 3;
    if (column + width > LONGEST) {
      soft();
    }
    // A blank that begins a line stands behind a soft break, which canonical forms take for a
    // blank.
    if (!plain || from || (column == 0 && (octet == '.' || blank))) {
      escape(octet);
    } else {
      encoded.write(octet);
      column++;
    }
    afterBlank = blank && plain;
  }

  private void escape(int octet) {
    if (column + 3 > LONGEST) {
      soft();
    }
    encoded.write('=');
    encoded.write(HEX[octet >> 4]);
    encoded.write(HEX[octet & 15]);
    column += 3;
  }

  private void soft() {
    encoded.write('=');
    line();
  }

  private void line() {
    encoded.write('\r');
    encoded.write('\n');
    column = 0;
    afterBlank = false;
  }

  /** Leaves room for so many letters or digits, which need no encoding. */
  public QuotedPrintable slot(int width) {
    if (column + width > LONGEST) {
      soft();
    }
    slots.add(encoded.size());
    for (int i = 0; i < width; i++) {
      encoded.write('x');
    }
    column += width;
    afterBlank = false;
    return this;
  }

  /** Where the slots are in the encoded octets. */
  public List<Integer> slots() {
    return List.copyOf(slots);
  }

  /** What has been encoded, its last line ended. */
  public byte[] end() {
    if (column > 0) {
      line();
    }
    return encoded.toByteArray();
  }
}
