package press.tamizdat.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.platform.http.Wire.Reply;

class HttpServerTest {
  @TempDir Path folder;
  private final ConcurrentLinkedQueue<String> read = new ConcurrentLinkedQueue<>();
  private HttpServer server;
  private int port;
  private String photo;

  @BeforeEach
  void start() throws IOException {
    photo = "0123456789".repeat(30_000);
    Path small = Files.writeString(folder.resolve("small"), "from the disk");
    Path large = Files.writeString(folder.resolve("large"), photo);
    Path gone = Files.writeString(folder.resolve("gone"), "soon gone");
    Library library =
        new Library(
            Map.of(
                "/",
                Library.page("front page"),
                "/статья",
                Library.page("article"),
                "/encoded",
                Library.encoded("text"),
                "/style.css",
                Library.memory(200, "text/css", "p{}", Freshness.FOREVER),
                "/removed",
                Library.memory(410, "text/html; charset=utf-8", "taken down", Freshness.BRIEFLY),
                "/small",
                Library.file(small, "image/webp"),
                "/large",
                Library.file(large, "image/webp"),
                "/gone",
                Library.file(gone, "image/webp")));
    Files.delete(gone);
    server = HttpServer.start(Library.config(), library, read::add);
    port = server.ports().getFirst();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPageIsAnsweredWithStrictHeadersAndNothingThatGivesUsAway() {
    Reply reply = Wire.get(port, "/?from=letter");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo("front page");
    assertThat(reply.headers())
        .containsEntry("content-type", "text/html; charset=utf-8")
        .containsEntry("content-length", "10")
        .containsEntry("cache-control", "public, max-age=60")
        .containsEntry("etag", '"' + Library.hash("front page") + '"')
        .containsEntry("content-security-policy", Library.CSP)
        .containsEntry("referrer-policy", "no-referrer")
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("cross-origin-opener-policy", "same-origin")
        .containsEntry("cross-origin-resource-policy", "same-origin")
        .containsKeys("date", "permissions-policy")
        .doesNotContainKeys(
            "server", "set-cookie", "alt-svc", "last-modified", "vary", "connection");
  }

  @Test
  void aResourceWithoutAPolicyOfItsOwnMayLoadNothing() {
    assertThat(Wire.get(port, "/encoded").header("content-security-policy"))
        .startsWith("default-src 'none'")
        .contains("frame-ancestors 'none'");
  }

  @Test
  void anEscapedPathIsFoundByItsName() {
    assertThat(Wire.get(port, "/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F").text()).isEqualTo("article");
  }

  @Test
  void theAbsoluteFormIsUnderstood() {
    assertThat(Wire.ask(port, "GET http://example.org/ HTTP/1.1", "Host: example.org").text())
        .isEqualTo("front page");
  }

  @Test
  void whatIsNotThereIsThePublicationsOwnPageAndIsNotCounted() {
    Reply reply = Wire.get(port, "/nowhere");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.text()).isEqualTo("Not here");
    assertThat(reply.headers()).doesNotContainKey("etag");
    assertThat(Wire.get(port, "/removed").status()).isEqualTo(410);
    assertThat(read).isEmpty();
  }

  @Test
  void onlyPagesReadAreCounted() {
    Wire.get(port, "/");
    Wire.get(port, "/", "If-None-Match: *");
    Wire.get(port, "/style.css");
    Wire.ask(port, "HEAD / HTTP/1.1", "Host: localhost");
    assertThat(read).containsExactly("/", "/");
  }

  @Test
  void whatNeverChangesMayBeKeptForAYear() {
    assertThat(Wire.get(port, "/style.css").header("cache-control"))
        .isEqualTo("public, max-age=31536000, immutable");
  }

  @Test
  void headHasTheHeadersOfGetAndNoBody() {
    try (Wire wire = new Wire(port)) {
      Reply get = wire.request("GET /encoded HTTP/1.1", "Host: localhost");
      Reply head = wire.request("HEAD /encoded HTTP/1.1", "Host: localhost");
      assertThat(head.headers()).containsAllEntriesOf(without(get.headers(), "date"));
      assertThat(wire.request("GET / HTTP/1.1", "Host: localhost").text()).isEqualTo("front page");
    }
  }

  private static Map<String, String> without(Map<String, String> headers, String name) {
    Map<String, String> rest = new java.util.TreeMap<>(headers);
    rest.remove(name);
    return rest;
  }

  @Test
  void otherMethodsAreToldWhatIsAllowed() {
    Reply options = Wire.ask(port, "OPTIONS * HTTP/1.1", "Host: localhost");
    assertThat(options.status()).isEqualTo(204);
    assertThat(options.header("allow")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(options.headers()).doesNotContainKey("content-length");
    for (String method : List.of("DELETE", "TRACE", "CONNECT", "BREW")) {
      Reply reply = Wire.ask(port, method + " / HTTP/1.1", "Host: localhost");
      assertThat(reply.status()).isEqualTo(405);
      assertThat(reply.header("allow")).isEqualTo("GET, HEAD, OPTIONS");
    }
  }

  @Test
  void theEncodingIsTheOneAskedForAndHasAValidatorOfItsOwn() {
    Reply brotli = Wire.get(port, "/encoded", "Accept-Encoding: gzip, deflate, br, zstd");
    assertThat(brotli.text()).isEqualTo("text brotli");
    assertThat(brotli.header("content-encoding")).isEqualTo("br");
    assertThat(brotli.header("vary")).isEqualTo("Accept-Encoding");
    assertThat(brotli.header("etag")).isEqualTo('"' + Library.hash("text") + "-br\"");
    Reply gzip = Wire.get(port, "/encoded", "Accept-Encoding: gzip, br;q=0.5");
    assertThat(gzip.text()).isEqualTo("text gzipped");
    assertThat(gzip.header("etag")).endsWith("-gz\"");
    Reply plain = Wire.get(port, "/encoded");
    assertThat(plain.text()).isEqualTo("text as it is, long");
    assertThat(plain.headers()).containsKey("vary").doesNotContainKey("content-encoding");
  }

  @Test
  void whoHasItAlreadyIsToldSo() {
    String tag = Wire.get(port, "/encoded", "Accept-Encoding: br").header("etag");
    Reply reply =
        Wire.get(
            port, "/encoded", "Accept-Encoding: br", "If-None-Match: \"other\", W/" + tag + "");
    assertThat(reply.status()).isEqualTo(304);
    assertThat(reply.headers())
        .containsEntry("etag", tag)
        .containsEntry("vary", "Accept-Encoding")
        .containsKey("cache-control")
        .doesNotContainKeys("content-length", "content-type", "content-encoding");
    assertThat(Wire.get(port, "/encoded", "If-None-Match: " + tag).status()).isEqualTo(200);
  }

  @Test
  void aFileComesFromTheDiskAndThenFromMemory() throws IOException {
    assertThat(Wire.get(port, "/small").text()).isEqualTo("from the disk");
    assertThat(server.bytesAtHand()).isEqualTo(13);
    Files.delete(folder.resolve("small"));
    assertThat(Wire.get(port, "/small").text()).isEqualTo("from the disk");
  }

  @Test
  void aLongFileComesWholeAndTheConnectionGoesOn() {
    try (Wire wire = new Wire(port)) {
      for (int i = 0; i < 3; i++) {
        Reply reply = wire.request("GET /large HTTP/1.1", "Host: localhost");
        assertThat(reply.text()).isEqualTo(photo);
      }
    }
    assertThat(server.bytesAtHand()).isZero();
    assertThat(Wire.get(server.ports().getLast(), "/large").text()).isEqualTo(photo);
  }

  @Test
  void aFileThatIsGoneIsAFailureThatTellsNothing() {
    Reply reply = Wire.get(port, "/gone");
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.text()).isEqualTo("500 Internal Server Error\n");
  }

  @Test
  void aPartIsAnsweredAsAPart() {
    for (String path : List.of("/large", "/small")) {
      Reply whole = Wire.get(port, path);
      Reply part = Wire.get(port, path, "Range: bytes=2-6");
      assertThat(part.status()).isEqualTo(206);
      assertThat(part.text()).isEqualTo(whole.text().substring(2, 7));
      assertThat(part.header("content-range")).isEqualTo("bytes 2-6/" + whole.text().length());
      assertThat(Wire.get(port, path, "Range: bytes=-3").text())
          .isEqualTo(whole.text().substring(whole.text().length() - 3));
      assertThat(Wire.get(port, path, "Range: bytes=5-").text())
          .isEqualTo(whole.text().substring(5));
      Reply beyond = Wire.get(port, path, "Range: bytes=9999999-");
      assertThat(beyond.status()).isEqualTo(416);
      assertThat(beyond.header("content-range")).isEqualTo("bytes */" + whole.text().length());
    }
  }

  @Test
  void severalOrUnreadablePartsAndAChangedFileAreAnsweredWhole() {
    String tag = Wire.get(port, "/small").header("etag");
    for (String range : List.of("bytes=0-1,3-4", "bytes=4-2", "bytes=-", "lines=0-1", "bytes=x")) {
      assertThat(Wire.get(port, "/small", "Range: " + range).status()).isEqualTo(200);
    }
    String range = "Range: bytes=0-1";
    assertThat(Wire.get(port, "/small", range, "If-Range: " + tag).status()).isEqualTo(206);
    for (String other : List.of("\"old\"", "W/" + tag, "Sun, 22 Nov 2026 10:00:00 GMT")) {
      assertThat(Wire.get(port, "/small", range, "If-Range: " + other).status()).isEqualTo(200);
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    Door taken = new Door(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), false);
    assertThatThrownBy(() -> HttpServer.start(Config.of(taken), new Library(Map.of()), path -> {}))
        .hasMessageContaining("cannot listen on port " + port);
  }

  @Test
  void stoppingLetsAnAnswerUnderWayBeSent() {
    try (Wire wire = new Wire(port);
        Wire idle = new Wire(port)) {
      wire.send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
      idle.request("GET / HTTP/1.1", "Host: localhost");
      Thread stopping = Thread.ofVirtual().start(() -> server.stop(Duration.ofSeconds(5)));
      assertThat(idle.rest()).isEmpty();
      assertThat(wire.reply().text()).isEqualTo(photo);
      assertThat(wire.rest()).isEmpty();
      assertThat(stopping).satisfies(thread -> thread.join(Duration.ofSeconds(5)));
    }
  }
}
