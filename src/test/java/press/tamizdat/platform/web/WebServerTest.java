package press.tamizdat.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests find their actions, and bad ones their statuses. */
class WebServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer server;

  WebServerTest() {
    Routes routes = new Routes();
    routes.get("/articles/{id}", call -> Reply.text(200, "article " + call.part("id")));
    routes.get("/articles/new", call -> Reply.text(200, "a new one"));
    routes.post("/articles/{id}", call -> Reply.text(200, call.form().text("headline")));
    routes.get(
        "/long",
        call ->
            Reply.html(
                200, "word ".repeat(1000).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    routes.get(
        "/broken",
        call -> {
          throw new IllegalStateException("a secret");
        });
    this.server =
        WebServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            routes,
            new Limits(1000, 2000));
  }

  @BeforeEach
  void isOpen() {
    assertThat(server.port()).isPositive();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private HttpRequest.Builder form(String path, String body) {
    return at(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  @Test
  void aWordIsTakenBeforeAName() throws Exception {
    assertThat(ask(at("/articles/new")).body()).isEqualTo("a new one");
    assertThat(ask(at("/articles/42")).body()).isEqualTo("article 42");
  }

  @Test
  void nothingAndWrongMethodsAreSaidSo() throws Exception {
    assertThat(ask(at("/nothing")).statusCode()).isEqualTo(404);
    assertThat(ask(at("/articles/")).statusCode()).isEqualTo(404);
    assertThat(ask(form("/long", "")).statusCode()).isEqualTo(405);
  }

  @Test
  void aFormIsReadAsItWasTyped() throws Exception {
    assertThat(ask(form("/articles/1", "headline=%D0%9F%D0%B0%D1%80%D0%BE%D0%BC+1&x")).body())
        .isEqualTo("Паром 1");
  }

  @Test
  void tooMuchWrongAndBrokenFormsAreRefused() throws Exception {
    assertThat(ask(form("/articles/1", "headline=" + "x".repeat(1000))).statusCode())
        .isEqualTo(413);
    assertThat(ask(form("/articles/1", "headline=%zz")).statusCode()).isEqualTo(400);
    assertThat(
            ask(at("/articles/1")
                    .header("Content-Type", "text/xml")
                    .POST(HttpRequest.BodyPublishers.ofString("<x/>")))
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void aFailureSaysNothingOfItself() throws Exception {
    HttpResponse<String> answer = ask(at("/broken"));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("secret", "Exception", "at press");
  }

  @Test
  void aHeadHasNoBody() throws Exception {
    HttpResponse<String> answer =
        ask(at("/long").method("HEAD", HttpRequest.BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void longTextsArePackedForThoseWhoUnpack() throws Exception {
    HttpResponse<String> answer = ask(at("/long").header("Accept-Encoding", "gzip"));

    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(answer.body().length()).isLessThan(500);
  }

  @Test
  void twoActionsForOneAddressAreAMistake() {
    Routes routes = new Routes();
    routes.get("/a/{x}", call -> Reply.text(200, ""));

    assertThatThrownBy(() -> routes.get("/a/{y}", call -> Reply.text(200, "")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
