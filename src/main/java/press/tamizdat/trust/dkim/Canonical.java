package press.tamizdat.trust.dkim;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** The form {@code relaxed} of header fields and bodies (RFC 6376 §3.4.2, §3.4.4). */
final class Canonical {
  private Canonical() {}

  /** A field without the CRLF at its end. */
  static String field(String name, String value) {
    StringBuilder form = new StringBuilder(value.length() + name.length() + 1);
    form.append(name.toLowerCase(Locale.ROOT)).append(':');
    int start = form.length();
    boolean blank = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        blank = form.length() > start;
      } else {
        if (blank) {
          form.append(' ');
          blank = false;
        }
        form.append(c);
      }
    }
    return form.toString();
  }

  /** The body from an offset on. */
  static byte[] body(byte[] message, int from) {
    ByteArrayOutputStream form = new ByteArrayOutputStream(message.length - from);
    int empty = 0; // lines not written yet, because there may be nothing but such
    int at = from;
    while (at < message.length) {
      int end = at;
      while (end < message.length && message[end] != '\n') {
        end++;
      }
      int last = end > at && message[end - 1] == '\r' ? end - 1 : end;
      while (last > at && isBlank(message[last - 1])) {
        last--;
      }
      if (last == at) {
        empty++;
      } else {
        for (; empty > 0; empty--) {
          line(form);
        }
        words(message, at, last, form);
        line(form);
      }
      at = end + 1;
    }
    return form.toByteArray();
  }

  private static void words(byte[] message, int from, int to, ByteArrayOutputStream form) {
    for (int i = from; i < to; i++) {
      if (!isBlank(message[i])) {
        form.write(message[i]);
      } else if (!isBlank(message[i + 1])) { // a line does not end with a blank here
        form.write(' ');
      }
    }
  }

  private static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t';
  }

  private static void line(ByteArrayOutputStream form) {
    form.write('\r');
    form.write('\n');
  }
}
