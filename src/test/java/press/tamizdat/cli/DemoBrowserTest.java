package press.tamizdat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.Chromium;
import press.tamizdat.edition.reading.Catalogue;
import press.tamizdat.edition.reading.Entry;
import press.tamizdat.edition.reading.Head;

/** The demo as whoever starts it has it in a browser. */
@Tag("browser")
class DemoBrowserTest {
  private static final Path BAKED = Path.of("target", "demo").toAbsolutePath();

  /** Pages that go elsewhere by themselves, or draw what only an answer brings. */
  private static final Pattern ONLY_AS_AN_ANSWER =
      Pattern.compile("[a-z]+/(forms/(waiting|onward)|support/transfer)\\.html");

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+/");

  @TempDir static Path folder;
  private static final List<AutoCloseable> OPEN = new ArrayList<>();
  private static final Map<String, Entry> FILES = new TreeMap<>();
  private static String address = "";

  @BeforeAll
  static void start() throws IOException {
    Chromium.required();
    assumeTrue(
        Files.isDirectory(BAKED.resolve("editions")),
        "the sample newsroom is not built (./tamizdat demo builds it): it is not looked at in a browser");
    Process demo = demo();
    OPEN.add(() -> demo.destroy());
    address = address(demo);
    DataFolder data = new DataFolder(folder.resolve("demo"));
    Head head = Head.Current.of(data.editions()).orElseThrow().head();
    new Catalogue(data.editions(), head.catalogue()).forEach(e -> FILES.put(e.path(), e));
  }

  private static Process demo() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dtamizdat.demo=" + BAKED,
            "-cp",
            System.getProperty("java.class.path"),
            "press.tamizdat.Tamizdat",
            "demo",
            "--port",
            "0",
            "--data",
            folder.resolve("demo").toString())
        .redirectError(folder.resolve("demo.log").toFile())
        .start();
  }

  private static String address(Process demo) throws IOException {
    BufferedReader out = demo.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher found = ADDRESS.matcher(line);
      if (found.find()) {
        return found.group();
      }
    }
    throw new AssertionError(
        "the demo did not start: " + Files.readString(folder.resolve("demo.log")));
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable open : OPEN.reversed()) {
      open.close();
    }
  }

  private static Browser browser() {
    return Chromium.browser();
  }

  /** Of each language, the longest page of each kind; and how it should answer. */
  private static List<Entry> oneOfEachKind() {
    Map<String, Entry> longest = new TreeMap<>();
    for (Entry entry : FILES.values()) {
      if (entry.kind().html() && !ONLY_AS_AN_ANSWER.matcher(entry.path()).matches()) {
        String kind =
            entry.kind()
                + entry
                    .path()
                    .replaceFirst("/[0-9]{4}/[0-9]{2}/[^.]*", "/article")
                    .replaceFirst("/[0-9]{4}/[0-9]{2}\\.", "/month.")
                    .replaceFirst("/(topic|author)/[^.]*", "/$1")
                    .replaceFirst("\\.[0-9]+\\.html", ".n.html");
        longest.merge(kind, entry, (a, b) -> a.length() >= b.length() ? a : b);
      }
    }
    return List.copyOf(longest.values());
  }

  /** What a browser complained of and what it asked others for. */
  private static ConcurrentLinkedQueue<String> listen(Page page) {
    ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    page.onConsoleMessage(
        message -> {
          boolean ownStatus = message.text().matches(".*status of (404|410).*");
          if (List.of("error", "warning").contains(message.type()) && !ownStatus) {
            wrong.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> wrong.add(page.url() + ": " + error));
    page.onRequest(
        request -> {
          if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
            wrong.add(page.url() + " asks " + request.url());
          }
        });
    page.onRequestFailed(
        request -> {
          // Whoever goes on to the next page breaks off what the last one was still loading.
          if (!request.failure().equals("net::ERR_ABORTED")) {
            wrong.add(page.url() + ": " + request.failure() + ": " + request.url());
          }
        });
    return wrong;
  }

  @Test
  void everyKindOfPageReadsWithoutScript() {
    List<Entry> pages = oneOfEachKind();
    assertThat(pages).hasSizeGreaterThan(30);
    List<String> wrong = new ArrayList<>();
    try (BrowserContext context =
            browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Page page = context.newPage()) {
      var heard = listen(page);
      for (Entry entry : pages) {
        Response response = page.navigate(address + entry.path());
        int expected = entry.path().endsWith("/404.html") ? 404 : entry.kind().status();
        if (response.status() != expected) {
          wrong.add(entry.path() + " answers " + response.status());
        }
        if (page.locator("h1").count() != 1 || page.locator("h1").innerText().isBlank()) {
          wrong.add(entry.path() + " has no headline");
        }
        // An answer is short, and what it is about is not filled in here.
        int least = entry.path().matches("[a-z]+/(forms|letters|support)/.*") ? 60 : 200;
        if (page.locator("body").innerText().length() < least) {
          wrong.add(entry.path() + " has hardly any text");
        }
      }
      wrong.addAll(heard);
      assertThat(wrong).isEmpty();
      assertThat(context.cookies()).isEmpty();
    }
  }

  @Test
  void withScriptNothingIsAskedOfOthersAndNothingIsComplainedOf() {
    try (BrowserContext context = browser().newContext();
        Page page = context.newPage()) {
      var heard = listen(page);
      for (Entry entry : oneOfEachKind()) {
        page.navigate(address + entry.path());
        page.evaluate("scrollTo(0, document.body.scrollHeight)");
      }
      assertThat(heard).isEmpty();
      assertThat(context.cookies()).isEmpty();
      // The page of thanks was among them: until when the banner keeps quiet is all that is kept.
      assertThat(page.evaluate("Object.keys({...localStorage, ...sessionStorage}).join()"))
          .isEqualTo("quiet");
    }
  }

  /** So that an empty list of complaints means something. */
  @Test
  void aViolationOfThePolicyWouldBeHeard() {
    try (BrowserContext context = browser().newContext();
        Page page = context.newPage()) {
      var heard = listen(page);
      page.navigate(address);
      page.evaluate(
          "document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.2:1/pixel.gif'}))");
      page.waitForTimeout(200);
      assertThat(heard).anyMatch(h -> h.contains("Content Security Policy"));
    }
  }

  @Test
  void theNextPartsOfALongArticleJoinIt() {
    String first =
        FILES.keySet().stream()
            .filter(p -> p.matches("en/[0-9]{4}/[0-9]{2}/[^.]*\\.3\\.html"))
            .findFirst()
            .orElseThrow()
            .replace(".3.html", ".html");
    try (BrowserContext context = browser().newContext();
        Page page = context.newPage()) {
      var heard = listen(page);
      page.navigate(address + first);
      int paragraphs = page.locator(".t p").count();
      for (int i = 0; i < 200 && page.locator("#e a[rel=next]").count() > 0; i++) {
        page.evaluate("scrollTo(0, document.body.scrollHeight)");
        page.waitForTimeout(50);
      }
      assertThat(page.locator("#e a[rel=next]").count()).isZero();
      assertThat(page.locator(".t p").count()).isGreaterThan(paragraphs);
      assertThat(page.locator("h1").count()).isEqualTo(1);
      assertThat(page.url()).isEqualTo(address + first);
      assertThat(heard).isEmpty();
    }
  }

  @Test
  void everyAddressOfAnArticleLeadsToItsPageByClicking() {
    try (BrowserContext context =
            browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Page page = context.newPage()) {
      page.navigate(address);
      page.locator("main h2 a, main h3 a").first().click();
      assertThat(page.locator("article h1").innerText()).isNotBlank();
      assertThat(FILES).containsKey(page.url().substring(address.length()));
    }
  }
}
