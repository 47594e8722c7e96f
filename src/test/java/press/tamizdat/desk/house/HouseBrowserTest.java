package press.tamizdat.desk.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.tamizdat.Chromium;
import press.tamizdat.desk.DeskRoom;
import press.tamizdat.desk.Staff;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.platform.text.Language;
import press.tamizdat.staff.Role;

/** The house's pages in a browser, on a phone and on a desk, by day and by night. */
@Tag("browser")
class HouseBrowserTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"360, LIGHT, ru", "1280, DARK, en"})
  void nobodyIsLeftOutAndNothingSticksOut(int width, ColorScheme scheme, String language) {
    Chromium.required();
    try (DeskRoom room = DeskRoom.open(folder);
        BrowserContext context =
            Chromium.browser()
                .newContext(
                    new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme))) {
      Staff chief = room.signIn("Vera Lindt", Role.CHIEF, new Language(language));
      room.signIn("Ilya Marchuk", Role.EDITOR);
      String dam =
          room.press.article(
              PressRoom.ENGLISH,
              "the-dam",
              "news",
              List.of("river"),
              Instant.parse("2026-03-01T10:00:00Z"));
      chief.post("/sections/news", "based", "1", "name.en", "Latest", "name.ru", "Свежее");
      context.addCookies(List.of(new Cookie("tamizdat-desk", chief.cookie).setUrl(room.address())));
      Page page = context.newPage();
      for (String path :
          List.of(
              "/sections",
              "/topics/river",
              "/authors",
              "/pages/about",
              "/settings",
              "/settings/versions/1",
              "/articles/" + dam + "/translations",
              "/staff",
              "/audit",
              "/me")) {
        page.navigate(room.address() + path);
        assertThat(
                new AxeBuilder(page)
                    .withTags(Chromium.RULES).analyze().getViolations().stream()
                        .map(v -> v.getId() + " " + v.getNodes().getFirst().getHtml())
                        .toList())
            .as(path)
            .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as(path + " fits")
            .isEqualTo(true);
      }
    }
  }
}
