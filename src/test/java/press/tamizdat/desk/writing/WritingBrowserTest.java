package press.tamizdat.desk.writing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.tamizdat.Chromium;
import press.tamizdat.desk.DeskRoom;
import press.tamizdat.desk.Staff;
import press.tamizdat.staff.Role;

/** Writing and comparing in a browser that runs no scripts; and nobody is shut out. */
@Tag("browser")
class WritingBrowserTest {
  @TempDir private Path folder;
  private DeskRoom room;

  @BeforeAll
  static void start() {
    Chromium.required();
  }

  @BeforeEach
  void open() {
    room = DeskRoom.open(folder);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private BrowserContext window(Staff staff, boolean scripts, int width, ColorScheme scheme) {
    BrowserContext context =
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setJavaScriptEnabled(scripts)
                    .setColorScheme(scheme)
                    .setViewportSize(width, 800));
    context.addCookies(List.of(new Cookie("tamizdat-desk", staff.cookie).setUrl(room.address())));
    return context;
  }

  @Test
  void anArticleIsWrittenWithoutScripts() {
    Staff vera = room.signIn("Vera Lindt", Role.EDITOR);
    try (BrowserContext context = window(vera, false, 1280, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate(room.address() + "/nothing");
      page.click("text=New article");
      page.fill("#headline", "The dam holds");
      page.fill("#body", "<p>Water rose.</p>");
      page.selectOption("#section", "news");
      page.click("[data-save]");

      assertThat(page.textContent(".flash")).contains("Saved as version 2");
      assertThat(page.inputValue("#body")).isEqualTo("<p>Water rose.</p>");
      assertThat(page.inputValue("#slug")).isEqualTo("the-dam-holds");
      page.fill("#body", "<p>Water fell.</p>");
      page.click("[data-save]");
      page.click("text=Versions");
      page.click("text=Compare the two chosen");
      assertThat(page.textContent(".compare")).contains("rose", "fell");
      page.click("text=Restore version 2");
      assertThat(page.inputValue("#body")).isEqualTo("<p>Water rose.</p>");
      page.click("text=Undo");
      assertThat(page.inputValue("#body")).isEqualTo("<p>Water fell.</p>");
    }
  }

  @ParameterizedTest
  @CsvSource({"360, LIGHT, true", "1280, DARK, true", "360, DARK, false"})
  void nobodyIsShutOut(int width, ColorScheme scheme, boolean surface) {
    Staff vera = room.signIn("Vera Lindt", Role.EDITOR);
    Staff ilya = room.signIn("Ilya Marchuk", Role.EDITOR);
    String id = room.draft(vera.account.language(), "the-dam", "the dam", "It holds.");
    String path = "/articles/" + id;
    vera.post(path, "revision", "1", "page", "x", "headline", "The dam", "body", "<p>It fell.</p>");
    vera.post(
        path + "/working-copy",
        "revision",
        "2",
        "page",
        "x",
        "headline",
        "The dam!",
        "body",
        "<p>It did.</p>",
        "dirty",
        "1");
    try (BrowserContext his = window(ilya, true, width, scheme);
        BrowserContext hers = window(vera, true, width, scheme)) {
      if (!surface) {
        for (BrowserContext context : List.of(his, hers)) {
          context.route("**/writing.js*", route -> route.abort());
        }
      }
      for (String place :
          List.of("/working-copy", "", "/revisions", "/revisions/1", "/revisions/1/2")) {
        check(hers.newPage(), path + place);
      }
      check(his.newPage(), path);
    }
  }

  private void check(Page page, String path) {
    page.navigate(room.address() + path);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as(path + " fits its window")
        .isEqualTo(true);
    assertThat(
            new AxeBuilder(page)
                .withTags(Chromium.RULES).analyze().getViolations().stream()
                    .map(v -> v.getId() + " " + v.getNodes())
                    .toList())
        .as(path)
        .isEmpty();
    page.close();
  }
}
