package press.tamizdat.platform.mail;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A message as it goes over the wire: dots at the start of a line doubled, and the dot that ends it
 * (RFC 5321 §4.5.2).
 *
 * <p>A carriage return or line feed alone is not let through: servers differ in what they make of
 * it, and somebody could end our message early and begin one of his own.
 */
final class Octets {
  private static final byte[] END = {'.', '\r', '\n'};
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH = 0x8080808080808080L;
  private static final long FOURTEENS = 0x0e0e0e0e0e0e0e0eL; // '\r' and one more

  private byte[] bytes = new byte[0];
  private int length;

  /** Whether there is anything beyond ASCII in it. */
  static boolean isEightBit(byte[] message) {
    long all = 0;
    int at = 0;
    for (; at + 8 <= message.length; at += 8) {
      all |= (long) WORD.get(message, at);
    }
    for (; at < message.length; at++) {
      all |= message[at] & 0x80L;
    }
    return (all & HIGH) != 0;
  }

  /**
   * Takes in a message.
   *
   * @throws IllegalArgumentException for a line that does not end with CRLF
   */
  void set(byte[] message) {
    int dots = dots(message);
    int end = message.length;
    boolean ended = end == 0 || message[end - 1] == '\n';
    int whole = end + dots + (ended ? 0 : 2) + END.length;
    if (bytes.length < whole) {
      bytes = new byte[whole + whole / 8];
    }
    length = dots == 0 ? plain(message) : stuffed(message);
    if (!ended) {
      bytes[length++] = '\r';
      bytes[length++] = '\n';
    }
    System.arraycopy(END, 0, bytes, length, END.length);
    length += END.length;
  }

  private int plain(byte[] message) {
    System.arraycopy(message, 0, bytes, 0, message.length);
    return message.length;
  }

  private int stuffed(byte[] message) {
    int to = 0;
    for (int from = 0; from < message.length; from++) {
      if (message[from] == '.' && (from == 0 || message[from - 1] == '\n')) {
        bytes[to++] = '.';
      }
      bytes[to++] = message[from];
    }
    return to;
  }

  /** How many lines begin with a dot; eight octets at a time, since most hold nothing of note. */
  private static int dots(byte[] message) {
    int dots = message.length > 0 && message[0] == '.' ? 1 : 0;
    int at = 0;
    for (; at + 8 <= message.length; at += 8) {
      long word = (long) WORD.get(message, at);
      // A bit in each octet below 14, and perhaps in others: never too few.
      for (long marks = (word - FOURTEENS) & ~word & HIGH; marks != 0; marks &= marks - 1) {
        dots += dot(message, at + (Long.numberOfTrailingZeros(marks) >> 3));
      }
    }
    for (; at < message.length; at++) {
      dots += dot(message, at);
    }
    return dots;
  }

  /** 1 for a line feed that a dot follows. */
  private static int dot(byte[] message, int at) {
    switch (message[at]) {
      case '\n' -> {
        if (at == 0 || message[at - 1] != '\r') {
          throw new IllegalArgumentException("a line feed without carriage return in a message");
        }
        return at + 1 < message.length && message[at + 1] == '.' ? 1 : 0;
      }
      case '\r' -> {
        if (at + 1 == message.length || message[at + 1] != '\n') {
          throw new IllegalArgumentException("a carriage return without line feed in a message");
        }
      }
      default -> {}
    }
    return 0;
  }

  byte[] array() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Forgets whom the last message was for. */
  void wipe() {
    Arrays.fill(bytes, 0, length, (byte) 0);
    length = 0;
  }
}
