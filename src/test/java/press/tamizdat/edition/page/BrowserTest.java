package press.tamizdat.edition.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.tamizdat.Chromium;

/** Pages as a reader's browser has them. */
@Tag("browser")
class BrowserTest {
  /** All in which the dark page differs from the light one. */
  private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

  /** All that can differ where there is more room. */
  private static final List<String> OF_WIDTH =
      List.of("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable");

  private static final int PHONE = 360;
  private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();
  private static final ConcurrentLinkedQueue<String> ASKED = new ConcurrentLinkedQueue<>();
  private static final List<AutoCloseable> OPEN = new ArrayList<>();

  private static Browser browser() {
    return Chromium.browser();
  }

  private static String address = "";
  private static String policy = "";

  @BeforeAll
  static void start() throws IOException {
    Chromium.required();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath().substring(1);
          ASKED.add(path);
          byte[] body = FILES.getOrDefault(path, new byte[0]);
          exchange.getResponseHeaders().set("Content-Type", type(path));
          exchange.getResponseHeaders().set("Content-Security-Policy", policy);
          exchange.sendResponseHeaders(
              FILES.containsKey(path) ? 200 : 404, body.length == 0 ? -1 : body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
    OPEN.add(() -> server.stop(0));
    address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private static String type(String path) {
    if (path.endsWith(".js")) {
      return "text/javascript";
    }
    return path.endsWith(".webp") ? "image/webp" : "text/html; charset=utf-8";
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable open : OPEN.reversed()) {
      open.close();
    }
  }

  @BeforeEach
  void clear() {
    FILES.clear();
    ASKED.clear();
  }

  private static void serve(Pages pages, List<RenderedPage> printed) {
    printed.forEach(p -> FILES.put(p.path(), p.html()));
    FILES.putAll(pages.assets());
    policy =
        "default-src 'none'; img-src 'self' data:; script-src 'self'; connect-src 'self'; style-src '"
            + String.join("' '", pages.styleHashes())
            + "'";
  }

  @ParameterizedTest(name = "at {0} pixels")
  @ValueSource(ints = {PHONE, 1280})
  void noPageOffendsAxe(int width) {
    assumeTrue(Demo.exists(), "no demo publication at " + Demo.folder());
    Demo demo = Demo.read();
    List<RenderedPage> printed = new Preview(demo).print();
    serve(new Pages(demo.publication), printed);
    try (BrowserContext context =
        browser().newContext(new Browser.NewContextOptions().setViewportSize(width, 900))) {
      Page page = context.newPage();
      var offences = new ArrayList<String>();
      for (String path : oneOfEachKind(printed)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.navigate(address + path);
        offences.addAll(offences(path, rules(new AxeBuilder(page), width)));
        if (width == PHONE) { // the dark has the same colours at any width
          page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
          offences.addAll(offences(path + " in the dark", new AxeBuilder(page).withRules(COLOURS)));
        }
        if (!(Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")) {
          offences.add(path + ": wider than the window");
        }
      }
      assertThat(offences).isEmpty();
    }
  }

  /** What a page is made of does not change with its width. */
  private static AxeBuilder rules(AxeBuilder axe, int width) {
    return width == PHONE ? axe.withTags(Chromium.RULES) : axe.withRules(OF_WIDTH);
  }

  private static List<String> offences(String where, AxeBuilder axe) {
    return axe.analyze().getViolations().stream()
        .map(rule -> where + ": " + rule.getId() + " " + rule.getNodes().getFirst().getHtml())
        .toList();
  }

  /** Of the demo: the largest page of every kind, in both directions of writing. */
  private static List<String> oneOfEachKind(List<RenderedPage> printed) {
    var largest = new java.util.TreeMap<String, RenderedPage>();
    for (RenderedPage page : printed) {
      String kind =
          page.path()
              .replaceFirst("/\\d{4}/\\d\\d/[^.]*", "/article")
              .replaceFirst("/\\d{4}/", "/month/")
              .replaceFirst("/(topic|author)/[^.]*", "/$1");
      largest.merge(kind, page, (a, b) -> a.html().length >= b.html().length ? a : b);
    }
    return largest.entrySet().stream()
        .filter(e -> e.getKey().startsWith("en") || e.getKey().matches("fa(.html|/article.*)"))
        .filter(e -> !e.getKey().matches(".*\\.\\d\\.html") || e.getKey().contains("article"))
        .map(e -> e.getValue().path())
        .toList();
  }

  @Test
  void theNextPartJoinsTheTextWhenTheReaderNearsTheEnd() {
    var pages = new Pages(Specimen.publication());
    List<RenderedPage> parts = pages.article(Specimen.article(Specimen.paragraphs(60, 2)));
    serve(pages, parts);
    try (Page page = browser().newPage()) {
      page.navigate(address + parts.getFirst().path());
      int first = page.locator(".t p").count();
      assertThat(page.locator("#appeal").count()).isZero();
      while (page.locator("#appeal").count() == 0) {
        page.evaluate("scrollTo(0, document.body.scrollHeight)");
        page.waitForTimeout(50);
      }
      assertThat(first).isLessThan(60);
      assertThat(page.locator(".t p").count()).isEqualTo(60);
      assertThat(page.locator("#e a[rel=next]").count()).isZero();
      assertThat(page.locator("h1").count()).isEqualTo(1);
    }
  }

  @Test
  void whenTheNextPartDoesNotComeTheLinkStays() {
    var pages = new Pages(Specimen.publication());
    List<RenderedPage> parts = pages.article(Specimen.article(Specimen.paragraphs(60, 2)));
    serve(pages, parts.subList(0, 1));
    try (Page page = browser().newPage()) {
      page.navigate(address + parts.getFirst().path());
      page.evaluate("scrollTo(0, document.body.scrollHeight)");
      page.waitForCondition(() -> ASKED.contains(parts.get(1).path()));
      page.waitForTimeout(100);
      assertThat(page.locator("#e a[rel=next]").getAttribute("href")).isEqualTo("story-1.2.html");
    }
  }

  @Test
  void aSmallPhotoGivesWayOnlyToALargerOneThatHasArrived() throws IOException {
    var pages = new Pages(Specimen.publication());
    List<RenderedPage> article = pages.article(Specimen.article("<p>It rained.</p>"));
    serve(pages, article);
    var photo = Demo.photo("photo1");
    FILES.put("photo/" + photo.small().name(), Preview.grey(photo.small()));
    try (Page page = browser().newPage()) {
      page.navigate(address + article.getFirst().path());
      page.waitForCondition(() -> ASKED.contains("photo/" + photo.medium().name()));
      page.waitForTimeout(100);
      assertThat(shown(page)).endsWith(photo.small().name());

      FILES.put("photo/" + photo.medium().name(), Preview.grey(photo.medium()));
      page.reload();
      page.waitForCondition(() -> shown(page).endsWith(photo.medium().name()));
      assertThat(page.locator("article > figure img").evaluate("i => i.naturalWidth"))
          .isEqualTo(photo.medium().width());
    }
  }

  private static String shown(Page page) {
    return (String) page.locator("article > figure img").evaluate("i => i.src");
  }

  @Test
  void withoutScriptEverythingReads() {
    var pages = new Pages(Specimen.publication());
    List<RenderedPage> parts = pages.article(Specimen.article(Specimen.paragraphs(60, 2)));
    serve(pages, parts);
    try (BrowserContext context =
            browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Page page = context.newPage()) {
      page.navigate(address + parts.getFirst().path());
      for (int part = 2; part <= parts.size(); part++) {
        page.locator("#e a[rel=next]").click();
        assertThat(page.url()).endsWith("story-1." + part + ".html");
      }
      assertThat(page.locator("#appeal").isVisible()).isTrue();
    }
  }
}
