package press.tamizdat.desk.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.tamizdat.Chromium;
import press.tamizdat.desk.RecordedMailroom;
import press.tamizdat.desk.Staff;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.letter.issue.Draft;

/** Letters in a browser. */
@Tag("browser")
class LettersBrowserTest {
  private static final Path SCREENS = Path.of("target/screens/letters");
  @TempDir private static Path folder;
  private static final List<LettersRoom> OPEN = new ArrayList<>();

  @BeforeAll
  static void start() {
    Chromium.required();
    LettersRoom room = new LettersRoom(folder);
    OPEN.add(room);
    room.issue();
    room.desk.mailroom.returned =
        IntStream.rangeClosed(1, 12)
            .mapToObj(m -> new Mailroom.Returned(YearMonth.of(2026, m), 3L * m, m, m / 6L))
            .toList();
    room.desk.press.article(
        PressRoom.ENGLISH,
        "a-lock",
        "news",
        List.of(),
        java.time.Instant.parse("2026-11-20T08:30:00Z"));
    room.editor.post(
        LettersRoom.PATH + "/sending",
        "do",
        "arm",
        "when",
        "now",
        "passphrase",
        RecordedMailroom.PASSPHRASE);
    var _ = room.editor.get("/letters");
  }

  @AfterAll
  static void stop() {
    OPEN.forEach(LettersRoom::close);
  }

  private static BrowserContext context(int width, ColorScheme colours, Staff staff) {
    BrowserContext context =
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 800)
                    .setColorScheme(colours));
    context.addCookies(
        List.of(new Cookie("tamizdat-desk", staff.cookie).setUrl(OPEN.getFirst().desk.address())));
    return context;
  }

  @ParameterizedTest(name = "at {0} pixels, {1}")
  @CsvSource({"360, LIGHT", "1280, DARK"})
  void everyPageIsWithoutBarriersAndFits(int width, ColorScheme colours) {
    LettersRoom room = OPEN.getFirst();
    List<String> complaints = new ArrayList<>();
    try (BrowserContext context = context(width, colours, room.chief)) {
      Page page = context.newPage();
      page.onConsoleMessage(
          m -> {
            if (m.type().equals("error")) {
              complaints.add(page.url() + ": " + m.text());
            }
          });
      for (String path :
          width == 360
              ? List.of(
                  "/letters",
                  "/letters/friday/settings",
                  "/letters/friday/issues/2/en",
                  LettersRoom.PATH + "/sending",
                  "/letters/roll")
              : List.of(
                  "/letters/friday/issues/2/en",
                  "/letters/friday/issues/2/en/sending",
                  "/letters/numbers")) {
        page.navigate(room.desk.address() + path);
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
  void theOrderChangesByDraggingAndByKeysAndIsKeptByItself() {
    LettersRoom room = OPEN.getFirst();
    List<String> items = room.articles.subList(0, 3);
    room.writer.post(
        "/letters/friday/issues/2/en",
        "based",
        "1",
        "item",
        items.get(0),
        "item",
        items.get(1),
        "item",
        items.get(2),
        "do",
        "save");
    try (BrowserContext context = context(1280, ColorScheme.LIGHT, room.writer)) {
      Page page = context.newPage();
      page.navigate(room.desk.address() + "/letters/friday/issues/2/en");
      List<String> before = order(room);
      page.focus("[data-item='" + before.getLast() + "'] [data-up]");
      page.waitForResponse(
          r -> r.request().method().equals("POST"), () -> page.keyboard().press("Enter"));
      List<String> byKey = order(room);
      page.waitForResponse(
          r -> r.request().method().equals("POST"),
          () ->
              page.dragAndDrop(
                  "[data-item='" + byKey.getFirst() + "'] [data-grip]",
                  "[data-item='" + byKey.getLast() + "'] [data-grip]"));

      assertThat(before).hasSize(3);
      assertThat(byKey).containsExactly(before.get(0), before.get(2), before.get(1));
      assertThat(order(room).indexOf(byKey.getFirst())).isPositive();
    }
  }

  private static List<String> order(LettersRoom room) {
    return room.desk.press.database.read(
        handle ->
            new press.tamizdat.letter.issue.Issues(handle)
                .find("friday", 2, PressRoom.ENGLISH).orElseThrow().draft().items().stream()
                    .map(Draft.Item::article)
                    .toList());
  }
}
