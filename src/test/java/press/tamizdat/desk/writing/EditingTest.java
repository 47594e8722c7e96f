package press.tamizdat.desk.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static press.tamizdat.desk.writing.SurfaceRoom.html;
import static press.tamizdat.desk.writing.SurfaceRoom.put;
import static press.tamizdat.desk.writing.SurfaceRoom.settle;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writing with keys and mouse: blocks, marks, photos. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditingTest {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String FIGURE =
      "<figure><img src=\"photo:" + SurfaceRoom.PHOTO + "\" alt=\"%s\">%s</figure>";

  private SurfaceRoom room;
  private Page page;

  @BeforeAll
  void start() throws IOException {
    room = new SurfaceRoom();
    page = room.open(room.window(1280), "");
  }

  @AfterAll
  void stop() {
    if (room != null) {
      room.close();
    }
  }

  @BeforeEach
  void empty() {
    room.clear();
    put(page, "");
    page.locator(".surface-text").focus();
    settle(page);
  }

  @Test
  void aSlashPutsInWhatIsTypedAfterIt() {
    type("Before", "Enter");
    page.keyboard().type("/tab");
    assertThat(page.locator("[role=option]").allInnerTexts()).containsExactly("Table");
    type("", "Enter");
    type("Town", "Tab");
    type("Price", "Tab", "Tab");
    type("Halm", "Tab");
    type("3");
    assertThat(html(page))
        .isEqualTo(
            "<p>Before</p>\n<table><thead><tr><th scope=\"col\">Town</th><th scope=\"col\">Price</th><th scope=\"col\"></th></tr></thead>"
                + "<tbody><tr><td>Halm</td><td>3</td><td></td></tr><tr><td></td><td></td><td></td></tr></tbody></table>");
  }

  @Test
  void aTableGrowsByTabAndByTheBarOfTools() {
    put(
        page,
        "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>");
    page.locator("td").last().click();
    settle(page);
    type("", "End", "Tab");
    type("e");
    page.locator("text=+ column").click();
    page.locator("text=Heading row").click();
    page.locator("text=− row").click();
    assertThat(html(page))
        .isEqualTo(
            "<table><thead><tr><th>a</th><th></th><th>b</th></tr></thead><tbody><tr><td>c</td><td></td><td>d</td></tr></tbody></table>");
    page.keyboard().press("Control+Enter");
    type("After");
    assertThat(html(page)).endsWith("</table>\n<p>After</p>");
    type("", "Control+z");
    assertThat(html(page)).doesNotContain("After");
    type("", "Control+Shift+z");
    assertThat(html(page)).contains("After");
  }

  @Test
  void whatIsUndoneAndDoneAgainHasItsPhoto() {
    page.waitForTimeout(600); // Longer than what is taken for one step of undoing.
    drop(".surface-text");
    page.waitForCondition(() -> html(page).contains("photo:"));
    type("", "Control+z");
    assertThat(html(page)).isEmpty();
    type("", "Control+Shift+z");
    page.waitForCondition(() -> html(page).contains("photo:"));
  }

  @Test
  void theMenuIsClosedByEscapeAndTheSlashStays() {
    page.keyboard().type("and/or /");
    assertThat(page.locator("[role=listbox]").isVisible()).isTrue();
    assertThat(page.locator("[role=option]").count()).isEqualTo(12);
    assertThat(axe()).isEmpty();
    type("", "ArrowUp");
    assertThat(page.locator("[aria-selected=true]").innerText()).isEqualTo("Text as it stands");
    type("", "Escape");
    assertThat(page.locator("[role=listbox]").isVisible()).isFalse();
    type("x");
    assertThat(page.locator("[role=listbox]").isVisible()).isFalse();
    assertThat(html(page)).isEqualTo("<p>and/or /x</p>");
  }

  @Test
  void theMenuWorksByMouse() {
    page.keyboard().type("Before");
    page.locator(".tool-add").click();
    page.locator("[data-block=factBox]").click();
    page.keyboard().type("Box");
    assertThat(html(page)).isEqualTo("<p>Before</p>\n<aside><p>Box</p></aside>");
  }

  @Test
  void marksAndBlocksHaveKeys() {
    type("", "Control+Alt+2");
    type("Head", "Enter", "Control+b");
    type("bold", "Control+b");
    type(" plain", "Enter");
    page.keyboard().type("- one");
    type("", "Enter", "Tab");
    type("two", "Enter", "Enter", "Enter");
    page.keyboard().type("> said");
    type("", "Control+z", "Control+Shift+z");
    assertThat(html(page))
        .isEqualTo(
            "<h2>Head</h2>\n<p><strong>bold</strong> plain</p>\n<ul><li>one<ul><li>two</li></ul></li></ul>\n<blockquote><p>said</p></blockquote>");
  }

  @Test
  void whoSaidItStandsBelowTheQuote() {
    page.locator(".tool-quote").click();
    type("It was so");
    page.locator("text=Who said it").click();
    type("Vera", "Enter");
    type("After");
    assertThat(html(page))
        .isEqualTo("<blockquote><p>It was so</p><cite>Vera</cite></blockquote>\n<p>After</p>");
  }

  @Test
  void aLinkIsAskedForAndCleaned() {
    type("here", "Control+a", "Control+k");
    type("example.org/a?utm_source=x&b=1", "Enter");
    page.waitForCondition(() -> html(page).contains("<a"));
    assertThat(html(page)).isEqualTo("<p><a href=\"https://example.org/a?b=1\">here</a></p>");
  }

  @Test
  void aDroppedPhotoIsSentAndAsksForWhatIsMissing() {
    type("Before");
    drop(".surface-text");
    page.waitForCondition(() -> html(page).contains("photo:"));
    assertThat(html(page)).isEqualTo("<p>Before</p>\n" + FIGURE.formatted("", ""));
    assertThat(page.locator("figure .photo-warning").innerText()).contains("credit", "cannot see");
    page.locator(".figure-caption").click();
    type("The bridge", "Enter");
    type("Vera", "Enter");
    type("After");
    page.locator(".photo-alternative input").fill("A bridge");
    assertThat(html(page))
        .isEqualTo(
            "<p>Before</p>\n"
                + FIGURE.formatted(
                    "A bridge", "<figcaption>The bridge <cite>Vera</cite></figcaption>")
                + "\n<p>After</p>");
    assertThat(page.locator("figure .photo-warning").isVisible()).isFalse();
    assertThat(axe()).isEmpty();
  }

  @Test
  void aRefusedPhotoSaysWhyAndCanBeSentAgain() {
    room.upload = new SurfaceRoom.Answer(422, "{\"message\":\"This is no photo. Send a JPEG.\"}");
    drop(".surface-text");
    page.locator("text=This is no photo. Send a JPEG.").waitFor();
    assertThat(html(page)).isEmpty();
    room.clear();
    page.locator("figure >> text=Try again").click();
    page.waitForCondition(() -> html(page).contains("photo:"));
  }

  @Test
  void aPhotoOfTheLibraryBringsWhatIsKnownOfIt() {
    page.keyboard().type("/lib");
    type("", "Enter");
    page.locator(".library-photo").click();
    page.waitForCondition(() -> html(page).contains("photo:"));
    assertThat(html(page))
        .isEqualTo(
            FIGURE.formatted(
                "A bridge over a river",
                "<figcaption>A bridge <cite>Vera Lindt</cite></figcaption>"));
  }

  @Test
  void theLeadPhotoIsDroppedOrChosen() {
    drop("[data-lead-photo]");
    page.waitForCondition(() -> !page.locator("[name='lead.photo']").inputValue().isEmpty());
    assertThat(page.locator("[data-lead-fields]").isVisible()).isTrue();
    assertThat(page.locator("[data-lead-photo] .photo-warning").isVisible()).isTrue();
    page.locator("[data-lead-photo] >> text=Library").click();
    page.locator(".library-photo").click();
    page.waitForCondition(() -> page.locator(".library-photo").count() == 0);
    assertThat(page.locator("[name='lead.credit']").inputValue()).isEqualTo("Vera Lindt");
    assertThat(page.locator("[data-lead-photo] .photo-warning").isVisible()).isFalse();
    page.locator("[data-lead-photo] >> text=Remove").click();
    assertThat(page.locator("[name='lead.photo']").inputValue()).isEmpty();
  }

  @Test
  void enterGoesFromLineToLine() {
    page.locator("[name=headline]").fill("A very long headline ".repeat(8));
    assertThat((Integer) page.locator("[name=headline]").evaluate("e => e.clientHeight"))
        .isGreaterThan(90);
    page.locator("[name=headline]").press("Enter");
    assertThat(page.evaluate("document.activeElement.name")).isEqualTo("standfirst");
    page.keyboard().press("Enter");
    type("Text");
    assertThat(html(page)).isEqualTo("<p>Text</p>");
    page.keyboard().press("ArrowUp");
    assertThat(page.evaluate("document.activeElement.name")).isEqualTo("standfirst");
  }

  @ParameterizedTest(name = "at {0} pixels, {1}, {2}")
  @CsvSource({"360, LIGHT, ltr", "1280, DARK, ltr", "360, DARK, rtl"})
  void axeFindsNothing(int width, ColorScheme scheme, String direction) {
    try (BrowserContext context =
        room.window(
            new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme))) {
      Page other =
          room.open(
              context,
              "<h2>Head</h2><p>Text</p><figure><img src=\"photo:01\" alt=\"\"></figure><table><caption>c</caption><thead><tr><th>1</th><th>2</th></tr></thead><tbody><tr><td>3</td><td>4</td></tr></tbody></table>",
              Map.of("dir", direction));
      assertThat(axe(other)).isEmpty();
      assertThat(other.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
      assertThat(
              other
                  .locator(".surface-text p")
                  .first()
                  .evaluate("p => getComputedStyle(p).direction"))
          .isEqualTo(direction);
    }
    assertThat(room.errors()).isEmpty();
  }

  private List<String> axe() {
    return axe(page);
  }

  private static List<String> axe(Page page) {
    return new AxeBuilder(page)
        .withTags(RULES).analyze().getViolations().stream()
            .map(v -> v.getId() + " " + v.getNodes().getFirst().getHtml())
            .toList();
  }

  private void type(String text, String... keys) {
    page.keyboard().type(text);
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  private void drop(String where) {
    page.evaluate(
        """
        where => {
          const data = new DataTransfer()
          data.items.add(new File([new Uint8Array([1, 2, 3])], 'bridge.png', { type: 'image/png' }))
          const target = document.querySelector(where)
          const { left, bottom } = target.getBoundingClientRect()
          const at = { clientX: left + 20, clientY: Math.min(bottom - 10, innerHeight - 10), dataTransfer: data, bubbles: true, cancelable: true }
          target.dispatchEvent(new DragEvent('drop', at))
        }
        """,
        where);
  }
}
