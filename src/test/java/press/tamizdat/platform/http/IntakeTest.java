package press.tamizdat.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.tamizdat.platform.http.Wire.Reply;

/** What comes in, on real connections. */
class IntakeTest {
  private static final int MOST = 2_000;

  private final BlockingQueue<Submission> seen = new LinkedBlockingQueue<>();
  private final CountDownLatch release = new CountDownLatch(1);
  private final HttpServer server = HttpServer.start(Library.config(), new Front(), path -> {});
  private final int port = server.ports().getFirst();

  /** A page, a form, an echo of the query, and a clerk who fails. */
  private final class Front implements Resources {
    private final Library library = new Library(Map.of("/page", Library.page("a page")));

    @Override
    public Optional<Resource> find(String path) {
      return library.find(path);
    }

    @Override
    public Resource notFound(String path) {
      return library.notFound(path);
    }

    @Override
    public Optional<Intake> intake(Verb verb, String path) {
      return Optional.ofNullable(
          switch (verb + " " + path) {
            case "POST /form" ->
                new Intake(
                    MOST,
                    Set.of("application/x-www-form-urlencoded"),
                    Set.of("x-signature"),
                    this::note);
            case "POST /fails" -> new Intake(10, Set.of(), Set.of(), this::fail);
            case "POST /slow" -> new Intake(10, Set.of(), Set.of(), this::wait);
            case "GET /page", "GET /made" -> Intake.bodiless(this::note);
            default -> null;
          });
    }

    private Resource note(Submission submission) {
      seen.add(submission);
      return text(submission.verb() == Verb.GET ? submission.query() : "thanks");
    }

    private Resource fail(Submission submission) {
      throw new IllegalStateException(submission + " is too much");
    }

    private Resource wait(Submission submission) {
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return text("at last");
    }
  }

  private static Resource text(String text) {
    return Resource.fresh(
        200, "text/plain", Map.of(Encoding.IDENTITY, text.getBytes(UTF_8)), Map.of());
  }

  @AfterEach
  void stop() {
    release.countDown();
    server.close();
  }

  private static String post(String path, String body, String... lines) {
    return "POST %s HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n%sContent-Length: %d\r\n\r\n%s"
        .formatted(
            path,
            lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n",
            body.length(),
            body);
  }

  private Submission next() throws InterruptedException {
    return Optional.ofNullable(seen.poll(5, TimeUnit.SECONDS)).orElseThrow();
  }

  @Test
  void aFormComesInWholeAndItsAnswerIsKeptByNobody() throws Exception {
    try (Wire wire = new Wire(port)) {
      wire.send(post("/form?link=abc", "a=1&b=2", "X-Signature: t=1", "Cookie: c=1"));
      Reply reply = wire.reply();

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.text()).isEqualTo("thanks");
      assertThat(reply.headers())
          .containsEntry("cache-control", "no-store")
          .doesNotContainKeys("etag", "set-cookie");
      Submission submission = next();
      assertThat(new String(submission.body(), UTF_8)).isEqualTo("a=1&b=2");
      assertThat(submission.query()).isEqualTo("link=abc");
      assertThat(submission.headers()).isEqualTo(Map.of("x-signature", "t=1"));
      assertThat(submission.source()).as("of a peer on this machine").isEmpty();
      assertThat(submission).hasToString("[submission]");
      // The connection goes on.
      assertThat(wire.request("GET /page HTTP/1.1", "Host: a").text()).isEqualTo("a page");
    }
  }

  @Test
  void aBodyMayComeByteByByteAndMoreRequestsRightBehindIt() throws Exception {
    String chunked =
        """
        POST /form HTTP/1.1
        Host: a
        Content-Type: application/x-www-form-urlencoded
        Transfer-Encoding: chunked

        4;x=y
        a=1&
        3
        b=2
        0
        Trailer: t

        """
            .replace("\n", "\r\n");
    try (Wire wire = new Wire(port)) {
      for (byte b : chunked.getBytes(ISO_8859_1)) {
        wire.send(new byte[] {b});
      }
      wire.send(post("/form", "second") + "GET /page HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(wire.reply().text()).isEqualTo("thanks");
      assertThat(wire.reply().text()).isEqualTo("thanks");
      assertThat(wire.reply().text()).isEqualTo("a page");
    }
    assertThat(new String(next().body(), UTF_8)).isEqualTo("a=1&b=2");
    assertThat(new String(next().body(), UTF_8)).isEqualTo("second");
  }

  @Test
  void aPageWithAQueryIsMadeOnTheSpotAndWithoutItComesFromTheShelf() {
    assertThat(Wire.get(port, "/page?x=%20y").text()).isEqualTo("x=%20y");
    assertThat(Wire.get(port, "/page").text()).isEqualTo("a page");
    assertThat(Wire.get(port, "/made").status()).isEqualTo(200);
    assertThat(Wire.ask(port, "HEAD /page?x=1 HTTP/1.1", "Host: a").header("content-length"))
        .isEqualTo("3");
    assertThat(Wire.get(port, "/form").status()).isEqualTo(404);
    assertThat(Wire.get(port, "/nothing?x=1").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          411 | POST /form HTTP/1.1~Host: a~~
          413 | POST /form HTTP/1.1~Host: a~Content-Length: 2001~~
          413 | POST /form HTTP/1.1~Host: a~Content-Length: 99999999999999999999999~~
          413 | POST /form HTTP/1.1~Host: a~Content-Type: application/x-www-form-urlencoded~Transfer-Encoding: chunked~~7d1~
          413 | POST /nothing HTTP/1.1~Host: a~Content-Length: 1~~a
          413 | PUT /form HTTP/1.1~Host: a~Content-Length: 1~~a
          415 | POST /form HTTP/1.1~Host: a~Content-Type: text/plain~Content-Length: 1~~a
          415 | POST /form HTTP/1.1~Host: a~Content-Length: 1~~a
          417 | POST /form HTTP/1.1~Host: a~Expect: tea~Content-Length: 1~~a
          501 | POST /form HTTP/1.1~Host: a~Transfer-Encoding: gzip, chunked~~
          501 | POST /form HTTP/1.1~Host: a~Transfer-Encoding: chunked~Transfer-Encoding: chunked~~
          400 | POST /form HTTP/1.1~Host: a~Content-Length: 1~Transfer-Encoding: chunked~~0~~
          400 | POST /fails HTTP/1.1~Host: a~Transfer-Encoding: chunked~~x~
          400 | POST /fails HTTP/1.1~Host: a~Transfer-Encoding: chunked~~0x1~a~0~~
          400 | POST /fails HTTP/1.1~Host: a~Transfer-Encoding: chunked~~1 ~a~0~~
          400 | POST /fails HTTP/1.1~Host: a~Transfer-Encoding: chunked~~-1~a~0~~
          400 | POST /fails HTTP/1.1~Host: a~Transfer-Encoding: chunked~~1~ab~0~~
          400 | POST /fails HTTP/1.1~Host: a~Transfer-Encoding: chunked~~000000001~a~0~~
          400 | POST /fails HTTP/1.1~Host: a~Transfer-Encoding: chunked~~1^a~0~~
          400 | POST /fails HTTP/1.1~Host: a~Content-Length: 5~~ab
          500 | POST /fails HTTP/1.1~Host: a~Content-Length: 2~~ab
          500 | POST /fails HTTP/1.1~Host: a~Content-Length: 0~~
          """)
  void whatCannotBeTakenIsRefusedAndTheConnectionEnds(int status, String request) {
    try (Wire wire = new Wire(port)) {
      wire.send(request.replace("~", "\r\n").replace("^", "\n"));
      wire.finish();
      String answer = wire.rest();
      assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("Connection: close\r\n");
      assertThat(answer.split("HTTP/1.1 ")).hasSize(2);
      assertThat(answer).doesNotContain("too much");
    }
    assertThat(seen).isEmpty();
  }

  @Test
  void whoAsksFirstIsToldToGoOn() throws Exception {
    try (Wire wire = new Wire(port)) {
      wire.send(post("/form", "", "Expect: 100-continue").replace("Length: 0", "Length: 3"));
      assertThat(wire.reply(false).status()).isEqualTo(100);
      wire.send("a=1");
      assertThat(wire.reply().status()).isEqualTo(200);
    }
    assertThat(next().body()).hasSize(3);
  }

  @Test
  void aBodyThatDoesNotComeIsNotWaitedForForEver() {
    try (Wire wire = new Wire(port)) {
      wire.send(post("/form", "a=1").replace("Length: 3", "Length: 9"));
      Reply reply = wire.reply();
      assertThat(reply.status()).isEqualTo(408);
      assertThat(wire.rest()).isEmpty();
    }
  }

  @Test
  void atMostSoManyAreTakenAtOnceAndReadersGetTheirPagesAllTheSame() {
    java.util.List<Wire> wires = new java.util.ArrayList<>();
    for (int i = 0; i < Library.QUICK.intakes(); i++) {
      Wire wire = new Wire(port);
      wire.send(i % 2 == 0 ? post("/slow", "") : post("/form", "").replace(": 0", ": 5"));
      wires.add(wire);
    }
    long patience = System.nanoTime() + 3_000_000_000L;
    int status = 200;
    while (status != 503 && System.nanoTime() < patience) {
      try (Wire wire = new Wire(port)) {
        wire.send(post("/form", "x"));
        status = wire.reply().status();
      }
    }
    assertThat(status).isEqualTo(503);
    assertThat(Wire.get(port, "/page").status()).isEqualTo(200);
    release.countDown();
    wires.forEach(Wire::close);
    while (status != 200 && System.nanoTime() < patience + 3_000_000_000L) {
      try (Wire wire = new Wire(port)) {
        wire.send(post("/form", "x"));
        status = wire.reply().status();
      }
    }
    assertThat(status).isEqualTo(200);
  }
}
