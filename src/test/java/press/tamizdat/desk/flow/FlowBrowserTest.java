package press.tamizdat.desk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.tamizdat.Chromium;
import press.tamizdat.desk.DeskRoom;
import press.tamizdat.desk.Staff;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.staff.Role;

/** The way from a draft to readers in a browser. */
@Tag("browser")
class FlowBrowserTest {
  private static final Path SCREENS = Path.of("target/screens/flow");
  @TempDir private static Path folder;
  private static final List<AutoCloseable> OPEN = new ArrayList<>();
  private static final List<String> IDS = new ArrayList<>();

  @BeforeAll
  static void start() {
    Chromium.required();
    DeskRoom room = DeskRoom.open(folder);
    OPEN.add(room);
    fill(room);
  }

  private static void fill(DeskRoom room) {
    Staff editor = room.signIn("Vera Lindt", Role.EDITOR);
    Staff writer = room.signIn("Daria Kovel", Role.WRITER);
    String out = room.draft(PressRoom.ENGLISH, "the-dam", "the dam", "It holds.");
    editor.post("/articles/" + out + "/publication", "revision", "1", "do", "publish");
    String review = room.draft(PressRoom.ENGLISH, "the-bridge", "the bridge", "It stands.");
    writer.post("/articles/" + review + "/stage", "from", "draft", "to", "in-review");
    editor.post("/articles/" + review + "/comments", "quote", "It stands", "body", "Since when?");
    editor.post("/articles/" + review + "/comments", "quote", "", "body", "Too short.");
    writer.post(
        "/articles/" + review + "/plan",
        "day",
        "2026-11-18",
        "assignee",
        writer.account.id(),
        "brief",
        "Ask the engineer.");
    String ready = room.draft(PressRoom.RUSSIAN, "plotina", "плотина", "Она держится.");
    editor.post("/articles/" + ready + "/stage", "from", "draft", "to", "ready");
    String scheduled = room.draft(PressRoom.ENGLISH, "the-ford", "the ford", "It is shallow.");
    editor.post(
        "/articles/" + scheduled + "/publication",
        "revision",
        "1",
        "do",
        "schedule",
        "day",
        "2026-11-25",
        "time",
        "07:00");
    room.draft(PressRoom.ENGLISH, "the-weir", "the weir", "It roars.");
    editor.post(
        "/articles/" + ready + "/plan", "embargo", "1", "day", "2026-11-24", "time", "10:00");
    IDS.addAll(List.of(out, review, ready, scheduled));
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable open : OPEN.reversed()) {
      open.close();
    }
  }

  private static BrowserContext context(int width, ColorScheme colours, Role role) {
    DeskRoom room = (DeskRoom) OPEN.getFirst();
    Staff staff = room.signIn(role == Role.WRITER ? "Daria Kovel" : "Vera Lindt", role);
    BrowserContext context =
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 800)
                    .setColorScheme(colours));
    context.addCookies(List.of(new Cookie("tamizdat-desk", staff.cookie).setUrl(room.address())));
    return context;
  }

  private static List<String> pages() {
    return List.of(
        "/",
        "/?view=days&from=2026-11-16",
        "/articles/" + IDS.get(1) + "/comments",
        "/articles/" + IDS.get(1) + "/plan",
        "/articles/" + IDS.get(1) + "/publication",
        "/articles/" + IDS.get(2) + "/publication",
        "/articles/" + IDS.get(3) + "/publication",
        "/articles/" + IDS.get(0) + "/publication",
        "/articles/" + IDS.get(0) + "/corrections",
        "/articles/" + IDS.get(0) + "/removal",
        "/bin",
        "/press");
  }

  @ParameterizedTest(name = "at {0} pixels, {1}")
  @CsvSource({"360, LIGHT", "1280, DARK"})
  void everyPageIsWithoutBarriersAndFits(int width, ColorScheme colours) {
    String address = ((DeskRoom) OPEN.getFirst()).address();
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context = context(width, colours, Role.EDITOR)) {
      Page page = context.newPage();
      page.onConsoleMessage(
          m -> {
            if (m.type().equals("error")) {
              complaints.add(page.url() + ": " + m.text());
            }
          });
      for (String path : pages()) {
        page.navigate(address + path);
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(
                    SCREENS.resolve(
                        width + "-" + colours + path.replaceAll("[^a-z]+", "-") + ".png")));
        int wide = (int) page.evaluate("document.documentElement.scrollWidth");
        if (wide > width) {
          complaints.add(path + " is " + wide + " pixels wide");
        }
        new AxeBuilder(page)
            .withTags(Chromium.RULES)
            .exclude("iframe")
            .analyze()
            .getViolations()
            .forEach(v -> complaints.add(path + ": " + v.getId() + " " + v.getNodes().get(0)));
      }
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void selectedWordsBecomeTheQuoteOfAComment() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT, Role.EDITOR)) {
      Page page = context.newPage();
      page.navigate(
          ((DeskRoom) OPEN.getFirst()).address() + "/articles/" + IDS.get(1) + "/comments");
      page.locator(".flow-words p").first().selectText();

      page.waitForFunction("document.querySelector('#quote').value === 'It stands.'");
      page.locator("#body").fill("Still?");
      page.locator("[data-flow-comment] button").click();

      assertThat(page.locator(".flow-beside").innerText()).contains("Still?");
    }
  }

  @Test
  void thePreviewInItsFrameIsTheReadersPage() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT, Role.EDITOR)) {
      Page page = context.newPage();
      page.navigate(
          ((DeskRoom) OPEN.getFirst()).address() + "/articles/" + IDS.get(1) + "/publication");
      var frame = page.frameLocator(".flow-phone");

      assertThat(frame.locator("h1").innerText()).isEqualTo("About the bridge");
      String font = (String) frame.locator("h1").evaluate("e => getComputedStyle(e).fontFamily");
      assertThat(font).as("its style sheet is let in").contains("Charter");
    }
  }

  @Test
  void theFramesWidthIsAPhones() {
    try (BrowserContext context = context(1280, ColorScheme.LIGHT, Role.EDITOR)) {
      Page page = context.newPage();
      page.navigate(
          ((DeskRoom) OPEN.getFirst()).address() + "/articles/" + IDS.get(1) + "/publication");

      assertThat(page.locator(".flow-phone").boundingBox().width).isEqualTo(360.0);
    }
  }
}
