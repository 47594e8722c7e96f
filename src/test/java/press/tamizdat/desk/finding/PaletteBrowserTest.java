package press.tamizdat.desk.finding;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
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
import press.tamizdat.edition.PressRoom;
import press.tamizdat.staff.Role;

/** The palette, the keys and the list in an editor's browser. */
@Tag("browser")
class PaletteBrowserTest {
  private static final List<AutoCloseable> OPEN = new ArrayList<>();
  @TempDir private static Path folder;
  private static DeskRoom room;
  private static String bridge = "";

  private final List<String> troubles = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void start() {
    Chromium.required();
    room = DeskRoom.open(folder);
    OPEN.add(room);
    bridge = room.draft(PressRoom.ENGLISH, "bridge", "The bridges are closed", "Since May.");
    room.draft(PressRoom.RUSSIAN, "most", "Мосты сводят", "Текст о мостах.");
    room.draft(PressRoom.ENGLISH, "third", "A third story", "<p>Text.</p>");
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable open : OPEN.reversed()) {
      open.close();
    }
  }

  @BeforeEach
  void signIn() {
    enter(1280, ColorScheme.LIGHT);
  }

  private void enter(int width, ColorScheme scheme) {
    context =
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme));
    page = context.newPage();
    page.setDefaultTimeout(15_000);
    page.onPageError(troubles::add);
    page.onConsoleMessage(
        m -> {
          if (m.type().equals("error") && m.text().contains("Content Security Policy")) {
            troubles.add(m.text());
          }
        });
    page.navigate(room.address() + room.link("Vera Lindt", Role.EDITOR));
    page.locator("main form button").click();
    page.waitForURL(room.address() + "/");
  }

  @AfterEach
  void leave() {
    context.close();
    assertThat(troubles).isEmpty();
  }

  private Locator option(String text) {
    return page.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText(text));
  }

  private Locator chosen() {
    return page.locator("[role=option][aria-selected=true]");
  }

  @Test
  void thePaletteFindsAnArticleByAnotherFormOfItsWord() {
    page.navigate(room.address() + "/articles");
    page.keyboard().press("Control+k");
    Locator box = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Go to"));
    assertThat(box).isFocused();

    page.keyboard().type("мосту");
    assertThat(option("Мосты сводят")).isVisible();
    assertThat(chosen()).containsText("Мосты сводят");
    assertThat(box).hasAttribute("aria-activedescendant", chosen().getAttribute("id"));
    page.keyboard().press("Enter");

    page.waitForURL("**/articles/*");
  }

  @Test
  void thePaletteGoesToPlacesWithArrowsAndIsClosedWithEscape() {
    page.navigate(room.address() + "/articles");
    page.keyboard().press("Control+k");
    assertThat(option("New article")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog.palette")).isHidden();

    page.keyboard().press("Control+k");
    assertThat(chosen()).containsText("New article");
    page.keyboard().press("ArrowUp");
    page.keyboard().press("ArrowDown");
    assertThat(chosen()).containsText("New article");
    page.keyboard().press("ArrowDown");
    assertThat(chosen()).containsText("Board");
    page.keyboard().type("phot");
    assertThat(chosen()).containsText("Photos");
    page.keyboard().press("Enter");
    page.waitForURL("**/photos");
  }

  @Test
  void thePaletteActsOnTheArticleThatIsOpen() {
    page.navigate(room.address() + "/articles/" + bridge);
    page.locator("[data-palette]").focus();
    page.keyboard().press("Control+k");
    page.keyboard().type("preview");
    assertThat(chosen()).containsText("Preview this article");
    page.keyboard().press("Enter");

    page.waitForURL("**/articles/" + bridge + "/preview/**");
  }

  @Test
  void anOlderAnswerNeverReplacesANewerOne() {
    page.navigate(room.address() + "/articles");
    page.route(
        "**/palette?q=third*",
        route -> {
          page.waitForTimeout(600);
          route.resume();
        });
    page.keyboard().press("Control+k");
    page.keyboard().type("third");
    page.waitForTimeout(200);
    page.keyboard().press("Control+a");
    page.keyboard().type("bridges");

    assertThat(option("The bridges are closed")).isVisible();
    page.waitForTimeout(900);
    assertThat(option("The bridges are closed")).isVisible();
    assertThat(option("A third story")).hasCount(0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"Latin, g, KeyG, a, KeyA", "Russian, п, KeyG, ф, KeyA"})
  void keysGoToPlacesOnEitherKeyboard(
      String layout, String first, String firstCode, String second, String secondCode) {
    press(first, firstCode, false);
    press(second, secondCode, false);

    page.waitForURL("**/articles");
  }

  /** A key as a keyboard of another layout sends it. */
  private void press(String key, String code, boolean shift) {
    page.evaluate(
        "([key, code, shiftKey]) => (document.activeElement ?? document.body).dispatchEvent(new"
            + " KeyboardEvent('keydown', {key, code, shiftKey, bubbles: true, cancelable: true}))",
        List.of(key, code, shift));
  }

  @Test
  void theKeyForANewArticleSendsItsFormOnARussianKeyboardToo() {
    Request request = page.waitForRequest("**/articles", () -> press("т", "KeyN", false));

    assertThat(request.method()).isEqualTo("POST");
  }

  @Test
  void keysDoNothingWhileSomebodyTypes() {
    page.navigate(room.address() + "/articles");
    press(".", "Slash", false);
    Locator search = page.locator("input[type=search]");
    assertThat(search).isFocused();

    page.keyboard().type("gan/?jk");

    assertThat(search).hasValue("gan/?jk");
    assertThat(page.locator("dialog[open]")).hasCount(0);
    assertThat(page.url()).endsWith("/articles");
  }

  @Test
  void keysMoveInAListAndEnterOpens() {
    page.navigate(room.address() + "/articles");
    List<String> paths =
        page.locator(".found h2 a").all().stream().map(a -> a.getAttribute("href")).toList();
    page.keyboard().press("j");
    page.keyboard().press("j");
    assertThat(page.locator(".found h2 a").nth(1)).isFocused();
    press("л", "KeyK", false);
    assertThat(page.locator(".found h2 a").first()).isFocused();
    press("о", "KeyJ", false);
    page.keyboard().press("Enter");

    page.waitForURL("**" + paths.get(1));
  }

  @Test
  void theListOfKeysOpensAndCanSwitchThemOff() {
    press(",", "Slash", true);
    Locator dialog = page.locator("dialog.keys");
    assertThat(dialog).containsText("New article");
    dialog.locator("input").uncheck();
    page.keyboard().press("Escape");
    assertThat(dialog).hasCount(0);

    page.keyboard().press("g");
    page.keyboard().press("a");
    page.waitForTimeout(300);
    assertThat(page.url()).isEqualTo(room.address() + "/");

    page.keyboard().press("?");
    dialog.locator("input").check();
    page.keyboard().press("Escape");
    page.keyboard().press("g");
    page.keyboard().press("a");
    page.waitForURL("**/articles");
  }

  @Test
  void aChosenFilterIsSentAtOnce() {
    page.navigate(room.address() + "/articles?q=мост");
    page.locator("#language").selectOption("ru");

    page.waitForURL("**/articles?q=*language=ru*");
    assertThat(page.locator(".found li")).hasCount(1);
    assertThat(page.locator(".found time").first())
        .hasAttribute("title", java.util.regex.Pattern.compile(".+"));
  }

  @Test
  void aDangerousFormAsksFirst() {
    page.navigate(room.address() + "/articles");
    page.evaluate(
        "() => { const form = document.createElement('form'); form.method = 'post'; form.action ="
            + " '/nothing'; form.dataset.confirm = 'Take it down?'; form.innerHTML ="
            + " '<button id=\"danger\" name=\"really\" value=\"yes\">Take down</button>';"
            + " document.querySelector('main').append(form) }");
    page.locator("#danger").click();
    Locator dialog = page.locator("dialog.confirm");
    assertThat(dialog).containsText("Take it down?");
    assertThat(dialog.getByText("Cancel")).isFocused();
    page.keyboard().press("Enter");
    assertThat(dialog).hasCount(0);
    assertThat(page.url()).endsWith("/articles");

    page.locator("#danger").click();
    Request sent = page.waitForRequest("**/nothing", () -> dialog.getByText("Take down").click());
    assertThat(sent.method()).isEqualTo("POST");
    assertThat(sent.postData()).isEqualTo("really=yes");
  }

  @ParameterizedTest(name = "at {0} pixels, {1}")
  @CsvSource({"360, LIGHT", "1280, DARK"})
  void everybodyCanUseIt(int width, ColorScheme scheme) {
    context.close();
    enter(width, scheme);
    for (String path : new String[] {"/articles?q=bridges&language=en", "/palette"}) {
      page.navigate(room.address() + path);
      check(path, width);
    }
    page.keyboard().press("Control+k");
    assertThat(option("Board")).isVisible();
    check("the palette", width);
    page.keyboard().press("Escape");
    page.keyboard().press("?");
    check("the keys", width);
  }

  private void check(String what, int width) {
    assertThat(new AxeBuilder(page).withTags(Chromium.RULES).analyze().getViolations())
        .as(what)
        .isEmpty();
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .as(what + " scrolls sideways")
        .isLessThanOrEqualTo(width);
  }
}
