package press.tamizdat.platform.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.Unpooled;
import java.util.Map;
import java.util.Optional;

/**
 * A request that gets no resource, by HTTP status. The text is all that the peer learns; the
 * connection ends with it.
 */
enum Refusal implements Parsed {
  BAD_REQUEST(400),
  TIMEOUT(408),
  LENGTH_REQUIRED(411),
  BODY_TOO_LARGE(413),
  LINE_TOO_LONG(414),
  UNSUPPORTED_TYPE(415),
  EXPECTATION(417),
  HEAD_TOO_LARGE(431),
  FAILURE(500),
  UNKNOWN_CODING(501),
  BUSY(503),
  VERSION(505);

  private final int status;

  Refusal(int status) {
    this.status = status;
  }

  Answer.Ready answer() {
    byte[] text = (status + " " + StatusLine.phrase(status) + "\n").getBytes(US_ASCII);
    Map<String, String> fields =
        Map.of(
            "Content-Type", "text/plain",
            "Content-Length", Integer.toString(text.length),
            "Cache-Control", "no-store");
    return new Answer.Ready(
        status, Fields.plain(fields), Optional.of(Unpooled.wrappedBuffer(text)));
  }
}
