package press.tamizdat.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes that are no request, or that could be two, on a real connection. */
class StrictnessTest {
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

  private static String withBreaks(String lines) {
    return lines.replace("~", "\r\n").replace("^", "\n").replace("`", "\r").replace("_", "\0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | GET /
          400 | GET /~~
          400 | GET  / HTTP/1.1~Host: a~~
          400 | GET / HTTP/1.1 ~Host: a~~
          400 | GET / http/1.1~Host: a~~
          400 | GET / HTTP/1.1^Host: a^^
          400 | GET / HTTP/1.1~Host: a`b~~
          400 | GET / HTTP/1.1~Host: a~X: _~~
          400 | GET / HTTP/1.1~Host : a~~
          400 | GET / HTTP/1.1~Host: a~ folded~~
          400 | GET / HTTP/1.1~: empty~~
          400 | GET / HTTP/1.1~~
          400 | GET / HTTP/1.1~Host: a~Host: a~~
          400 | GET / HTTP/1.1~Host: a/b~~
          400 | GET nowhere HTTP/1.1~Host: a~~
          400 | GET /a/../b HTTP/1.1~Host: a~~
          400 | GET /%2e%2E/b HTTP/1.1~Host: a~~
          400 | GET /a%00b HTTP/1.1~Host: a~~
          400 | GET /a%5cb HTTP/1.1~Host: a~~
          400 | GET /a\\b HTTP/1.1~Host: a~~
          400 | GET /%c0%ae%c0%ae/ HTTP/1.1~Host: a~~
          400 | GET /%zz HTTP/1.1~Host: a~~
          400 | GET /% HTTP/1.1~Host: a~~
          400 | GET / HTTP/1.1~Host: a~Content-Length: 0~Content-Length: 0~~
          400 | GET / HTTP/1.1~Host: a~Content-Length: +1~~
          400 | GET / HTTP/1.1~Host: a~Content-Length: 0, 0~~
          400 | GET / HTTP/1.1~Host: a~Content-Length: 4~Transfer-Encoding: chunked~~
          400 | GET / HTTP/1.0~Transfer-Encoding: chunked~~
          413 | GET / HTTP/1.1~Host: a~Content-Length: 4~~abcd
          413 | POST / HTTP/1.1~Host: a~Transfer-Encoding: chunked~~0~~
          413 | POST / HTTP/1.1~Host: a~Content-Length: 99999999999999999999999~~
          505 | PRI * HTTP/2.0~~SM~~
          505 | GET / HTTP/2.0~Host: a~~
          200 | GET / HTTP/1.1~Host: a~Content-Length: 0~Connection: close~~
          200 | ~GET / HTTP/1.1~Host: a~Connection: close~~
          200 | GET / HTTP/1.1~hOsT:a~CONNECTION: keep-alive, Close~~
          404 | GET /a%2F..%2fb HTTP/1.1~Host: a~Connection: close~~
          """)
  void aRequestIsTakenOnlyAsItIsWritten(int status, String request) {
    String text = request.equals("GET /") ? "GET /^" : request;
    String answer = send(withBreaks(text));
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("Connection: close\r\n");
    assertThat(answer.split("HTTP/1.1 ")).as("answers").hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"414, 3000, 0", "431, 10, 5000"})
  void tooMuchIsTooMuch(int status, int path, int header) {
    String request =
        "GET /%s HTTP/1.1\r\nHost: a\r\nX: %s\r\n\r\n"
            .formatted("p".repeat(path), "h".repeat(header));
    assertThat(send(request)).startsWith("HTTP/1.1 " + status + " ");
  }

  @ParameterizedTest
  @CsvSource({"A, 414", "'GET / HTTP/1.1\r\nX: ', 431", "'\u0016\u0003\u0001', 400"})
  void noEndOfALineIsWaitedForForEver(String start, int status) {
    try (Wire wire = new Wire(SERVER.ports().getFirst())) {
      wire.send(start.replace("\\r\\n", "\r\n") + "a".repeat(4096));
      assertThat(wire.reply().status()).isEqualTo(status);
      assertThat(wire.rest()).isEmpty();
    }
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }
}
