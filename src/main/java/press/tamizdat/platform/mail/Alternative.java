package press.tamizdat.platform.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A text, and the same as HTML: the fields of MIME, an empty line, and the body. Encoded once; what
 * differs from reader to reader goes into slots.
 *
 * @param octets from {@code MIME-Version} to the last CRLF, ASCII
 * @param body where the body begins in them
 * @param slots where the slots are in them, in order
 */
@SuppressWarnings("ArrayRecordComponent") // made once for an issue, copied from, never compared
public record Alternative(byte[] octets, int body, List<Integer> slots) {
  // It cannot stand in quoted-printable text: "=_" is nothing that the encoding makes.
  private static final String BOUNDARY = "=_tamizdat_=";

  /**
   * @param html empty for none
   */
  public static Alternative of(String text, String html) {
    return of(text, html, "", 0);
  }

  /**
   * @param slot what marks a slot in either text, such as <code>{{link}}</code>; empty for none
   * @param width how many letters or digits go into one
   */
  public static Alternative of(String text, String html, String slot, int width) {
    Writing writing = new Writing(slot, width);
    writing.ascii("MIME-Version: 1.0\r\n");
    if (html.isEmpty()) {
      writing.part("plain", text);
      return writing.end();
    }
    writing.ascii("Content-Type: multipart/alternative; boundary=\"" + BOUNDARY + "\"\r\n\r\n");
    writing.body();
    writing.ascii("--" + BOUNDARY + "\r\n");
    writing.part("plain", text);
    writing.ascii("--" + BOUNDARY + "\r\n");
    writing.part("html", html);
    writing.ascii("--" + BOUNDARY + "--\r\n");
    return writing.end();
  }

  private static final class Writing {
    private final String slot;
    private final int width;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final List<Integer> slots = new ArrayList<>();
    private OptionalInt body = OptionalInt.empty();

    Writing(String slot, int width) {
      this.slot = slot;
      this.width = width;
    }

    void ascii(String text) {
      octets.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    void body() {
      body = OptionalInt.of(body.orElse(octets.size()));
    }

    void part(String kind, String text) {
      ascii("Content-Type: text/" + kind + "; charset=utf-8\r\n");
      ascii("Content-Transfer-Encoding: quoted-printable\r\n\r\n");
      body();
      QuotedPrintable encoding = new QuotedPrintable();
      int from = 0;
      if (!slot.isEmpty()) {
        for (int at = text.indexOf(slot); at >= 0; at = text.indexOf(slot, from)) {
          encoding.text(text.substring(from, at)).slot(width);
          from = at + slot.length();
        }
      }
      byte[] encoded = encoding.text(text.substring(from)).end();
      encoding.slots().forEach(s -> slots.add(octets.size() + s));
      octets.writeBytes(encoded);
    }

    Alternative end() {
      return new Alternative(octets.toByteArray(), body.orElseThrow(), List.copyOf(slots));
    }
  }
}
