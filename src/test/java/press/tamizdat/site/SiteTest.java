package press.tamizdat.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.edition.PublishEdition;
import press.tamizdat.edition.reading.Catalogue;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.edition.reading.Head;
import press.tamizdat.edition.reading.Inspection;
import press.tamizdat.edition.reading.WebPlace;
import press.tamizdat.platform.http.Config;
import press.tamizdat.platform.http.Door;
import press.tamizdat.trust.Sha256;
import press.tamizdat.trust.tuf.Remembered;
import press.tamizdat.trust.tuf.SignedFile;

/** The real server on a real edition, asked by a real client. */
@Timeout(60)
class SiteTest {
  private static final Instant SPRING = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<AutoCloseable> open = new ArrayList<>();
  private PressRoom room;
  private EditionFolder editions;
  private PublishEdition edition;
  private Site site;

  @BeforeEach
  void start() {
    room = new PressRoom(folder);
    open.add(room);
    String gone = room.article(PressRoom.ENGLISH, "the-dyke", "news", List.of(), SPRING);
    room.article(PressRoom.ENGLISH, "the-dam", "news", List.of("river"), SPRING);
    room.article(PressRoom.RUSSIAN, "plotina", "news", List.of("river"), SPRING);
    room.takeDown.takeDown(gone, "A court in Amsterdam ordered it.");
    editions = room.editions("editions");
    edition = room.edition(editions);
    edition.publish(false);
    site =
        Site.start(
                editions,
                Config.of(
                    new Door(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false)),
                folder.resolve("counts"),
                room.clock)
            .orElseThrow();
    open.add(site);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + site.ports().getFirst() + path);
  }

  private HttpResponse<byte[]> get(String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private Head head() {
    return Head.Current.of(editions).orElseThrow().head();
  }

  @Test
  void anArticleIsReadUnderItsNameWithAndWithoutTheEnding() {
    HttpResponse<byte[]> answer = get("/en/2026/03/the-dam.html");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(text(answer)).contains("About the-dam");
    assertThat(get("/en/2026/03/the-dam").body()).isEqualTo(answer.body());
    assertThat(get("/").body()).isEqualTo(get("/index.html").body());
  }

  @Test
  void anAddressWithASlashTooManyLeadsToThePage() {
    HttpResponse<byte[]> answer = get("/en/");
    assertThat(answer.statusCode()).isEqualTo(308);
    assertThat(answer.headers().firstValue("Location")).contains("/en");
    assertThat(get("/en").statusCode()).isEqualTo(200);
    assertThat(get("/").statusCode()).isEqualTo(200);
    assertThat(get("/nowhere/").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsNotThereIsSaidInTheLanguageOfThePath() {
    Map<String, String> language =
        Map.of("/en/nothing.html", "en", "/ru/nothing", "ru", "/nothing", "en", "/xx/y", "en");
    language.forEach(
        (path, tag) -> {
          HttpResponse<byte[]> answer = get(path);
          assertThat(answer.statusCode()).as(path).isEqualTo(404);
          assertThat(text(answer)).as(path).containsPattern("<html lang=\"?" + tag);
        });
  }

  @Test
  void whatWasTakenDownAnswersThatItIsGoneAndWhy() {
    HttpResponse<byte[]> answer = get("/en/2026/03/the-dyke.html");

    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(text(answer)).contains("A court in Amsterdam ordered it.");
  }

  @Test
  void theSignedMetadataAndTheCatalogueAreServedAsTheyAre() throws IOException {
    try (var files = Files.list(editions.metadata())) {
      for (Path file : files.toList()) {
        HttpResponse<byte[]> answer = get("/tuf/" + file.getFileName());
        assertThat(answer.statusCode()).as(file.toString()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Files.readAllBytes(file));
      }
    }
    new Catalogue(editions, head().catalogue())
        .forEachNode(
            node ->
                assertThat(Sha256.of(get("/tuf/" + node.hex() + ".catalogue").body()))
                    .isEqualTo(node));
  }

  @Test
  void everyPageForbidsAllThatItDoesNotNeedAndSetsNoCookie() {
    List<String> pages = new ArrayList<>();
    new Catalogue(editions, head().catalogue())
        .forEach(
            entry -> {
              if (entry.kind().html()) {
                pages.add("/" + entry.path());
              }
            });
    assertThat(pages).hasSizeGreaterThan(20);
    pages.add("/nothing");
    for (String page : pages) {
      HttpResponse<byte[]> answer = get(page);
      String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
      assertThat(policy).as(page).contains("default-src 'none'").doesNotContain("unsafe");
      assertThat(head().styles()).isNotEmpty().allMatch(hash -> policy.contains("'" + hash + "'"));
      assertThat(answer.headers().map()).as(page).doesNotContainKeys("set-cookie", "alt-svc");
    }
  }

  /** Every style sheet that stands in a page is one that the policy names. */
  @Test
  void noPageHasAStyleThatItsPolicyForbids() throws Exception {
    var sheets = java.util.regex.Pattern.compile("<style>(.*?)</style>", 32);
    for (String page :
        List.of("/en.html", "/en/news.html", "/en/2026/03/the-dam.html", "/ru/404")) {
      String html = text(get(page));
      var found = sheets.matcher(html);
      assertThat(found.find()).as(page).isTrue();
      byte[] digest =
          java.security.MessageDigest.getInstance("SHA-256")
              .digest(found.group(1).getBytes(StandardCharsets.UTF_8));
      assertThat(head().styles())
          .contains("sha256-" + java.util.Base64.getEncoder().encodeToString(digest));
      assertThat(html).doesNotContain(" style=", "javascript:", " onclick");
    }
  }

  @Test
  void theWholeSiteIsASoundEdition() {
    Inspection.Report report =
        Inspection.inspect(
            new WebPlace(address("")),
            Remembered.only(
                new SignedFile("1.root.json", editions.metadata("1.root.json").orElseThrow())),
            room.clock,
            n -> {});

    assertThat(report.faults()).isEmpty();
  }

  /**
   * A reader looks at the front page, an article and the bundle, again and again, while six
   * editions appear: every answer is whole, each edition is seen, and none comes back.
   */
  @Test
  void readersNoticeNothingButNewsWhileEditionsChange() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    List<Sha256> fronts = new CopyOnWriteArrayList<>(List.of(front()));
    List<Sha256> seen = new CopyOnWriteArrayList<>();
    Thread reader =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!done.get()) {
                    look("/en.html", wrong).ifPresent(hash -> addIfNew(seen, hash));
                    look("/en/2026/03/the-dam.html", wrong);
                    look("/tuf/bundle.json", wrong);
                  }
                });
    waitUntilSeen(seen, fronts.getLast());
    for (int i = 0; i < 6; i++) {
      room.clock.advance(Duration.ofMinutes(10));
      room.article(PressRoom.ENGLISH, "news-" + i, "news", List.of(), SPRING.plusSeconds(60 + i));
      edition.publish(false);
      edition.tidy();
      fronts.add(front());
      waitUntilSeen(seen, fronts.getLast());
    }
    done.set(true);
    reader.join();

    assertThat(wrong).isEmpty();
    assertThat(fronts).doesNotHaveDuplicates();
    assertThat(seen).containsExactlyElementsOf(fronts);
  }

  private Sha256 front() {
    return new Catalogue(editions, head().catalogue()).find("en.html").orElseThrow().hash();
  }

  private java.util.Optional<Sha256> look(String path, ConcurrentLinkedQueue<String> wrong) {
    try {
      HttpResponse<byte[]> answer = get(path);
      if (answer.statusCode() != 200) {
        wrong.add(path + ": " + answer.statusCode());
      }
      return java.util.Optional.of(Sha256.of(answer.body()));
    } catch (java.io.UncheckedIOException e) {
      wrong.add(path + ": " + e);
      return java.util.Optional.empty();
    }
  }

  private static void addIfNew(List<Sha256> seen, Sha256 hash) {
    if (seen.isEmpty() || !seen.getLast().equals(hash)) {
      seen.add(hash);
    }
  }

  /** The site looks for a new edition several times a second. */
  private static void waitUntilSeen(List<Sha256> seen, Sha256 front) throws InterruptedException {
    for (int i = 0; i < 1500; i++) {
      if (!seen.isEmpty() && seen.getLast().equals(front)) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("the reader did not see the new edition within 30 s");
  }

  @Test
  void readingIsCountedByPageAndNothingElseIsKept() throws Exception {
    get("/en.html");
    get("/en.html");
    get("/nothing");
    open.remove(site);
    site.close();

    try (var files = Files.list(folder.resolve("counts"))) {
      Path day = files.findFirst().orElseThrow();
      assertThat(ReadCounts.of(day)).isEqualTo(Map.of("/en.html", 2L));
    }
  }

  @Test
  void aFolderWithoutAnEditionIsNoSite() {
    assertThat(
            Site.start(
                room.editions("empty"),
                Config.of(
                    new Door(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false)),
                folder.resolve("counts"),
                room.clock))
        .isEmpty();
  }
}
