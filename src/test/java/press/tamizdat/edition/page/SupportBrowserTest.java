package press.tamizdat.edition.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import press.tamizdat.Chromium;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.text.Language;

/** Where readers give, in a browser. */
@Tag("browser")
class SupportBrowserTest {
  private static final String SITE = "https://ferry.example/";
  private static final Map<String, byte[]> FILES = new TreeMap<>();

  @BeforeAll
  static void print() {
    Chromium.required();
    Publication publication = Giving.of(Demo.read().publication);
    Pages pages = new Pages(publication);
    FILES.putAll(pages.assets());
    for (Language language : publication.languages()) {
      pages.support(language).forEach(p -> FILES.put(p.path(), p.html()));
      pages.texts(language).forEach(p -> FILES.put(p.path(), p.html()));
    }
    byte[] pledge = FILES.getOrDefault("en/support/pledge.html", new byte[0]);
    FILES.put("en/support/filled.html", filled(pledge));
  }

  /** The page of a pledge that runs, as the site fills it. */
  private static byte[] filled(byte[] page) {
    return new String(page, StandardCharsets.UTF_8)
        .replace(" hidden=\"{{state!}}\"", " hidden")
        .replaceAll(
            " hidden=\"\\{\\{(?:state!active|state=|state=[a-z]+|frequency=once|text=|till=[a-z]+)\\}\\}\"",
            "")
        .replace("{{text}}", "Thank you. Your support goes on.")
        .replace("{{amount}}", "€7")
        .replace("{{currency}}", "EUR")
        .replace("{{rhythm}}", "each month")
        .replace("{{paid}}", "€21")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void serve(Route route) {
    String path = java.net.URI.create(route.request().url()).getPath().substring(1);
    byte[] file = FILES.get(path);
    if (file == null) {
      route.fulfill(new Route.FulfillOptions().setStatus(404));
      return;
    }
    String type = path.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
    route.fulfill(new Route.FulfillOptions().setContentType(type).setBodyBytes(file));
  }

  private static BrowserContext context(int width, ColorScheme colours, boolean script) {
    BrowserContext context =
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setColorScheme(colours)
                    .setJavaScriptEnabled(script));
    context.route("**/*", SupportBrowserTest::serve);
    return context;
  }

  private static void look(Page page, String path, String name) {
    page.navigate(SITE + path);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Preview.FOLDER.resolve(Path.of("support-" + name + ".png"))));
    assertThat(
            new AxeBuilder(page)
                .withTags(Chromium.RULES).analyze().getViolations().stream()
                    .map(v -> v.getId() + " " + v.getNodes().getFirst().getHtml()))
        .as(name)
        .isEmpty();
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .as(name)
        .isLessThanOrEqualTo(page.viewportSize().width);
  }

  @Test
  void everybodyCanUseTheForm() {
    try (BrowserContext phone = context(360, ColorScheme.DARK, true);
        BrowserContext screen = context(1280, ColorScheme.LIGHT, true)) {
      look(phone.newPage(), "fa/support.html", "form-fa-360-dark");
      look(phone.newPage(), "en/support/filled.html", "pledge-en-360-dark");
      look(screen.newPage(), "ru/support.html", "form-ru-1280");
      look(screen.newPage(), "en/support/remind.html", "remind-en-1280");
    }
  }

  @Test
  void theAmountsAreThoseOfTheFrequencyWithoutAnyScript() {
    try (BrowserContext context = context(360, ColorScheme.LIGHT, false)) {
      Page page = context.newPage();
      page.navigate(SITE + "en/support.html");
      assertThat(page.locator("fieldset.monthly").isVisible()).isTrue();
      assertThat(page.locator("fieldset.once").isVisible()).isFalse();
      page.getByText("Once", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("fieldset.monthly").isVisible()).isFalse();
      assertThat(page.locator("fieldset.once").isVisible()).isTrue();
    }
  }

  @Test
  void afterAReminderTheBannerKeepsQuietUntilItsDayAndThenSaysSo() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT, true)) {
      Page page = context.newPage();
      page.navigate(SITE + "en/about.html");
      page.locator(".b").waitFor();
      page.navigate(SITE + "en/support/remind.html");
      assertThat(page.locator(".b").count()).as("nobody is asked who gives already").isZero();
      page.locator("[data-in=week]").click();
      page.waitForURL("**/reminded.html*");
      page.navigate(SITE + "en/about.html");
      page.waitForTimeout(400);
      assertThat(page.locator(".b").isVisible()).isFalse();
      page.evaluate("localStorage.due = Date.now() - 1000");
      page.navigate(SITE + "en/about.html");
      page.locator(".b").waitFor();
      assertThat(page.locator(".b").innerText()).startsWith("You wanted to be reminded:");
      assertThat(context.cookies()).isEmpty();
    }
  }

  @Test
  void whoHasGivenIsLeftInPeace() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT, true)) {
      Page page = context.newPage();
      page.navigate(SITE + "en/support/thanks.html");
      page.navigate(SITE + "en/about.html");
      page.waitForTimeout(400);
      assertThat(page.locator(".b").isVisible()).isFalse();
    }
  }

  /** Counts the frames that showed the banner, and how far anything moved. */
  private static final String WATCH =
      """
      window.shown = 0;
      window.moved = 0;
      new PerformanceObserver(list => list.getEntries().forEach(e => (window.moved += e.value)))
        .observe({type: 'layout-shift', buffered: true});
      const look = () => {
        const line = document.querySelector('.b');
        if (line && !line.hidden && getComputedStyle(line).visibility === 'visible') window.shown++;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      """;

  @Test
  void aQuietBannerNeitherFlashesNorMovesThePageEvenIfTheScriptIsLate() {
    for (int late : new int[] {0, 150}) {
      try (BrowserContext context = context(390, ColorScheme.LIGHT, true)) {
        context.route(
            "**/*.js",
            route -> {
              try {
                Thread.sleep(late);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              serve(route);
            });
        Page page = context.newPage();
        page.addInitScript(WATCH);
        page.navigate(SITE + "en/about.html");
        page.waitForFunction("window.shown > 0");
        assertThat(((Number) page.evaluate("window.moved")).doubleValue()).isZero();
        page.evaluate("localStorage.quiet = Date.now() + 864e5");
        page.navigate(SITE + "en/about.html");
        page.waitForTimeout(600);
        assertThat(((Number) page.evaluate("window.shown")).intValue()).as("%s", late).isZero();
        assertThat(((Number) page.evaluate("window.moved")).doubleValue()).as("%s", late).isZero();
      }
    }
  }
}
