package press.tamizdat.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever comes in, what goes out is an answer or nothing, and never our failure. */
class GarbageTest {
  private static final HttpServer SERVER =
      HttpServer.start(
          Library.config(), new Library(Map.of("/", Library.page("front page"))), path -> {});

  private static String send(String bytes) {
    try (Wire wire = new Wire(SERVER.ports().getFirst())) {
      wire.send(bytes);
      wire.finish();
      return wire.rest();
    }
  }

  @Property(tries = 300)
  void randomBytesAreNeverAFailureOfOurs(@ForAll @Size(max = 600) byte[] bytes) {
    assertHarmless(send(new String(bytes, ISO_8859_1)));
  }

  @Property(tries = 500)
  void nearlyRightRequestsAreNeverAFailureOfOurs(@ForAll("nearlyRight") String request) {
    assertHarmless(send(request));
  }

  private static void assertHarmless(String answer) {
    assertThat(answer.replace("HTTP/1.1 505", ""))
        .doesNotContain("HTTP/1.1 5")
        .doesNotContain("Exception", "java", "netty");
    if (!answer.isEmpty()) {
      assertThat(answer).startsWith("HTTP/1.1 ");
    }
  }

  /** A good request with some pieces put in, taken out and doubled. */
  @Provide
  Arbitrary<String> nearlyRight() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "GET",
            "HEAD",
            " ",
            "/",
            "%2e",
            "%",
            "*",
            "http://a",
            "HTTP/1.1",
            "HTTP/1.0",
            "\r\n",
            "\r",
            "\n",
            "\r\n\r\n",
            "Host: a\r\n",
            "Host:",
            "Range: bytes=0-1\r\n",
            "Range: bytes=99999999999999999999-\r\n",
            "If-None-Match: *\r\n",
            "If-None-Match: \"\r\n",
            "Content-Length: 1\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Accept-Encoding: gzip;q=x,*;q=0\r\n",
            "Accept-Encoding: ,;,\r\n",
            "Connection: close\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\n",
            "\0",
            "\t",
            ":",
            "?",
            "#",
            "\u00ff",
            "..",
            "\\");
    return pieces.list().ofMinSize(1).ofMaxSize(14).map(list -> String.join("", list));
  }

  /** However the bytes are cut into reads, they mean the same. */
  @Property(tries = 2000)
  void aHeadIsReadTheSameWhereverItIsCut(
      @ForAll("nearlyRight") String request, @ForAll @IntRange(max = 300) int cut) {
    byte[] bytes = request.getBytes(ISO_8859_1);
    RequestParser parser = new RequestParser(Library.QUICK, java.util.Set.of());
    Parsed whole = parser.parse(bytes, 0, bytes.length);
    Parsed early = parser.parse(bytes, 0, Math.min(cut, bytes.length));
    assertThat(early).isIn(whole, Parsed.Incomplete.YET);
  }

  @AfterContainer
  static void stop() {
    SERVER.close();
  }
}
