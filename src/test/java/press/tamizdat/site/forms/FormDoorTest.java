package press.tamizdat.site.forms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.article.published.Publication;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.edition.PublishEdition;
import press.tamizdat.edition.page.FormKeys;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.platform.http.Config;
import press.tamizdat.platform.http.Door;
import press.tamizdat.post.Handled;
import press.tamizdat.post.PostOffice;
import press.tamizdat.post.RemoteBox;
import press.tamizdat.site.Site;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.collecting.CollectingKey;
import press.tamizdat.trust.envelope.Answer;
import press.tamizdat.trust.envelope.Envelope;
import press.tamizdat.trust.sealing.OpeningKey;
import press.tamizdat.trust.sealing.SealingKeyring;

/**
 * A real site with forms, real sealed envelopes, and a post room that collects over the network.
 */
@Timeout(60)
class FormDoorTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ENCODED = "application/x-www-form-urlencoded";
  private static final String LINK = "abcdefghijklmnopqrstuvwxyz234567abcdefghij";

  /** Printed once; what comes in is each test's own. */
  @TempDir static Path shared;

  private static OpeningKey key = OpeningKey.generate(RANDOM);
  private static EditionFolder editions;
  private static CollectingKey collecting;

  @TempDir Path folder;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<AutoCloseable> open = new ArrayList<>();
  private Site site;

  @BeforeAll
  static void print() {
    var _ = keys().make(SealingKeyring.DROPBOX, Secret.of(""), RANDOM);
    key = opening();
    try (PressRoom room = new PressRoom(shared)) {
      room.publication =
          room.publication.withLetters(
              List.of(
                  new Publication.Letter(
                      "weekly",
                      Map.of(PressRoom.ENGLISH, "The Weekly", PressRoom.RUSSIAN, "Неделя"),
                      Map.of(),
                      Map.of())));
      collecting =
          CollectingKey.at(shared.resolve("keys/collecting.pem"), RANDOM, Clock.systemUTC());
      editions = room.editions("editions");
      PublishEdition edition =
          room.edition(
              editions,
              () -> room.publication,
              Optional.of(new FormKeys(key.sealing().text(), List.of(collecting.text()))));
      assertThat(edition.hasFormsOfToday()).isFalse();
      edition.publish(false);
      assertThat(edition.hasFormsOfToday()).isTrue();
    }
  }

  private static SealingKeyring keys() {
    return new SealingKeyring(shared.resolve("sealing"));
  }

  private static OpeningKey opening() {
    return switch (keys().open(SealingKeyring.DROPBOX, Secret.of(""))) {
      case SealingKeyring.Opening.Opened(OpeningKey opened) -> opened;
      case SealingKeyring.Opening other -> throw new AssertionError(other);
    };
  }

  @BeforeEach
  void serve() {
    FormDoor door =
        new FormDoor(
            new Dropbox(folder.resolve("dropbox"), 100, 1 << 20),
            Set.of("site.example"),
            Clock.systemUTC(),
            RANDOM,
            Duration.ofSeconds(2));
    site =
        Site.start(
                editions,
                Optional.of(door),
                Config.of(
                    new Door(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false)),
                folder.resolve("counts"),
                Clock.systemUTC())
            .orElseThrow();
    open.add(site);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + site.ports().getFirst() + path);
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(at(path)));
  }

  private HttpResponse<String> post(String path, String type, String body) {
    return send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> form(String kind, Map<String, String> fields) {
    return post("/forms/" + kind, ENCODED, encoded(fields));
  }

  private static String encoded(Map<String, String> fields) {
    List<String> pairs = new ArrayList<>();
    fields.forEach((n, v) -> pairs.add(n + "=" + URLEncoder.encode(v, UTF_8)));
    return String.join("&", pairs);
  }

  private static Map<String, String> signUp(String... more) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("address", "reader@mail.example");
    fields.put("letter", "weekly");
    fields.put("language", "ru");
    fields.put("agreed", "yes");
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return fields;
  }

  private List<Envelope> dropped() {
    try (var files = Files.list(Files.createDirectories(folder.resolve("dropbox")))) {
      return files
          .filter(f -> f.toString().endsWith(".age"))
          .map(
              f -> {
                String id = String.valueOf(f.getFileName()).replace(".age", "");
                byte[] json = key.open(bytes(f)).orElseThrow();
                assertThat(json.length % 512).isZero();
                return Envelope.parse(id, json).orElseThrow();
              })
          .toList();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aBrowserThatHasWorkedSignsUpAndTheDiskKnowsNoAddress() throws Exception {
    String[] challenge = get("/forms/challenge").body().split(" ");
    Map<String, String> fields =
        signUp("challenge", challenge[0], "proof", GuardTest.solve(challenge[0]), "other", "x");

    HttpResponse<String> answer = form("letter.sign-up", fields);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Загляните в почту");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    Envelope envelope = dropped().getFirst();
    assertThat(envelope.kind()).isEqualTo("letter.sign-up");
    assertThat(envelope.fields())
        .isEqualTo(
            Map.of(
                "address", List.of("reader@mail.example"),
                "letter", List.of("weekly"),
                "language", List.of("ru"),
                "agreed", List.of("yes")));
    try (var files = Files.walk(folder.resolve("dropbox"))) {
      assertThat(files.filter(Files::isRegularFile).map(f -> new String(bytes(f), UTF_8)))
          .noneMatch(text -> text.contains("reader"));
    }
    form("letter.sign-up", fields);
    assertThat(dropped()).as("the same work a second time").hasSize(1);
  }

  @Test
  void aPersonWithoutScriptAnswersAQuestion() {
    HttpResponse<String> asked = form("letter.sign-up", signUp());
    Document page = Jsoup.parse(asked.body());
    assertThat(page.select("html").attr("lang")).isEqualTo("ru");
    assertThat(dropped()).isEmpty();

    Map<String, String> again = new LinkedHashMap<>();
    for (Element field : page.select("form[action=/forms/letter.sign-up] input[type=hidden]")) {
      again.put(field.attr("name"), field.attr("value"));
    }
    String question = page.select("main label").text();
    String[] words = question.split(": ")[1].split(", ");
    int which = question.contains("первое") ? 0 : question.contains("второе") ? 1 : 2;
    again.put("answer", words[which]);

    assertThat(form("letter.sign-up", again).body()).contains("Загляните в почту");
    assertThat(dropped().getFirst().text("address")).isEqualTo("reader@mail.example");
    assertThat(form("letter.sign-up", again).body())
        .as("once more")
        .contains("Сначала один вопрос");
    assertThat(dropped()).hasSize(1);
  }

  @Test
  void aProgramThatFillsTheTrapIsThankedAndForgotten() {
    assertThat(form("letter.sign-up", signUp("reference", "x")).body()).contains("Загляните");
    assertThat(dropped()).isEmpty();
  }

  @Test
  void whatDoesNotFitIsSentBackAndNothingIsKept() {
    assertThat(form("letter.sign-up", signUp("address", "nobody")).statusCode()).isEqualTo(422);
    assertThat(form("letter.sign-up", signUp("agreed", "")).statusCode()).isEqualTo(422);
    assertThat(form("letter.sign-up", signUp("address", "a@b.c\r\nBcc: d@e.f")).statusCode())
        .isEqualTo(422);
    assertThat(form("letter.confirm", Map.of("link", "<script>")).statusCode()).isEqualTo(422);
    assertThat(form("letter.confirm", Map.of()).statusCode()).isEqualTo(422);
    assertThat(form("letter.nothing", signUp()).statusCode()).isEqualTo(404);
    assertThat(post("/forms/letter.confirm", ENCODED, "link=%zz").statusCode()).isEqualTo(422);
    assertThat(post("/forms/letter.confirm", ENCODED, "link=%c0%af").statusCode()).isEqualTo(422);
    assertThat(post("/forms/letter.confirm", "text/plain", "x").statusCode()).isEqualTo(415);
    assertThat(post("/forms/letter.confirm", ENCODED, "x".repeat(40_000)).statusCode())
        .isEqualTo(413);
    assertThat(post("/hooks/stripe", "application/json", "{}").statusCode()).isIn(404, 405, 413);
    assertThat(dropped()).isEmpty();
  }

  @Test
  void getShowsAPageWithItsLinkAndChangesNothing() {
    for (String path :
        List.of(
            "/en/letters/confirm.html?link=" + LINK,
            "/en/letters/confirm?link=" + LINK,
            "/forms/letter.leave?link=" + LINK)) {
      HttpResponse<String> page = get(path);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(Jsoup.parse(page.body()).select("input[name=link]").attr("value")).isEqualTo(LINK);
    }
    assertThat(get("/en/letters/confirm.html?link=%22%3E%3Cb%3E").body()).doesNotContain("<b>");
    assertThat(get("/forms/letter.sign-up?address=a@b.c").statusCode()).isEqualTo(404);
    assertThat(dropped()).isEmpty();
  }

  @Test
  void aMailProgramLeavesWithOneClick() {
    String path = "/forms/letter.leave?link=" + LINK;
    assertThat(post(path, ENCODED, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
    String multipart =
        "--b\r\n"
            + "Content-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\n"
            + "One-Click\r\n"
            + "--b--";
    assertThat(post(path, "multipart/form-data; boundary=b", multipart).statusCode())
        .isEqualTo(200);
    assertThat(dropped()).hasSize(2).allMatch(e -> e.text("link").equals(LINK));
    assertThat(
            post("/forms/letter.confirm?link=" + LINK, ENCODED, "List-Unsubscribe=One-Click")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void aFullDropboxSaysSoPolitelyUntilSomebodyCollects() throws Exception {
    Files.createDirectories(folder.resolve("dropbox"));
    for (int i = 0; i < 100; i++) {
      Files.write(folder.resolve("dropbox").resolve(Ids.next(RANDOM) + ".age"), new byte[10]);
    }
    HttpResponse<String> answer = form("letter.confirm", Map.of("link", LINK));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("600");
    assertThat(answer.body()).contains("ten minutes");
  }

  @Test
  void aPostRoomCollectsFromAnotherMachineAndNobodyElseDoes() throws Exception {
    form("letter.confirm", Map.of("link", LINK));
    List<Envelope> handled = new CopyOnWriteArrayList<>();
    try (RemoteBox box = new RemoteBox(at(""), collecting);
        PostOffice office =
            new PostOffice(
                List.of(box),
                opening(),
                Map.of(
                    "letter.confirm",
                    e -> {
                      handled.add(e);
                      return Handled.done(Answer.page("en/letters/welcome.html", Map.of()));
                    }),
                Clock.systemUTC())) {
      assertThat(office.collect()).isEqualTo(1);
      assertThat(box.waiting()).isEmpty();
      CompletableFuture<Void> waits =
          CompletableFuture.runAsync(() -> box.await(Duration.ofSeconds(20)));
      Thread.sleep(100);
      form("letter.leave", Map.of("link", LINK));
      waits.get(5, java.util.concurrent.TimeUnit.SECONDS);
      String id = box.waiting().getFirst();
      box.answer(id, new byte[] {1, 2, 3});
      assertThat(folder.resolve("dropbox/" + id + ".answer"))
          .hasBinaryContent(new byte[] {1, 2, 3});
      box.remove(id);
      assertThat(box.fetch(id)).isEmpty();
    }
    assertThat(handled).singleElement().matches(e -> e.text("link").equals(LINK));
    assertThat(get("/dropbox").statusCode()).isEqualTo(401);
    CollectingKey stranger =
        CollectingKey.at(folder.resolve("keys/stranger.pem"), RANDOM, Clock.systemUTC());
    try (RemoteBox box = new RemoteBox(at(""), stranger)) {
      assertThatThrownBy(box::waiting).hasMessageContaining("401");
    }
  }

  @Test
  void whatASiteWasNotAskedByItsOwnNameItDoesNotAnswer() throws Exception {
    var request =
        new press.tamizdat.trust.collecting.SignedRequest(
            "GET", "other.example", "/dropbox", "", new byte[0]);
    StringBuilder head = new StringBuilder("GET /dropbox HTTP/1.1\r\nHost: other.example\r\n");
    collecting
        .sign(request)
        .forEach((n, v) -> head.append(n).append(": ").append(v).append("\r\n"));
    head.append("Connection: close\r\n\r\n");
    try (var socket =
        new java.net.Socket(InetAddress.getLoopbackAddress(), site.ports().getFirst())) {
      socket.getOutputStream().write(head.toString().getBytes(UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 403")
          .contains("add it to names under [site]");
    }
  }
}
