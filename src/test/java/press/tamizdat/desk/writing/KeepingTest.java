package press.tamizdat.desk.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static press.tamizdat.desk.writing.SurfaceRoom.html;
import static press.tamizdat.desk.writing.SurfaceRoom.settle;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import press.tamizdat.desk.writing.SurfaceRoom.Answer;

/** Nothing that was written is lost, and the page says where it is. */
@Tag("browser")
class KeepingTest {
  private static final String COPY = "localStorage.getItem('tamizdat.writing.7')";

  private SurfaceRoom room;
  private BrowserContext window;
  private Page page;

  /** A room for each: the page of the one before may still send what it has. */
  @BeforeEach
  void open() throws IOException {
    room = new SurfaceRoom();
    window = room.window(1280);
    page = room.open(window, "<p>The bridge</p>");
  }

  @AfterEach
  void close() {
    if (room != null) {
      room.close();
    }
  }

  @Test
  void whatIsWrittenIsInTheBrowserWithinASecondAndOnTheServerSoonAfter() {
    write(" fell");
    page.waitForTimeout(1000);
    assertThat((String) page.evaluate(COPY)).contains("The bridge fell");
    says("Saved");
    assertThat(room.saved.peek())
        .containsEntry("body", "<p>The bridge fell</p>")
        .containsEntry("headline", "The bridge")
        .containsEntry("revision", "7")
        .containsEntry("page", "page-1")
        .containsEntry("dirty", "1");
    assertThat(page.evaluate(COPY)).isNull();
    assertThat(page.evaluate("document.getElementById('writing').surface.dirty()"))
        .isEqualTo(false);
  }

  @Test
  void withoutAConnectionTheTextStaysInTheBrowserAndIsSentWhenItIsBack() {
    window.setOffline(true);
    write(" fell");
    says("Not connected; your text is kept in this browser");
    assertThat(room.saved).isEmpty();
    window.setOffline(false);
    says("Saved");
    assertThat(room.saved.peek()).containsEntry("body", "<p>The bridge fell</p>");
  }

  @Test
  void whoeverTakesTheArticleIsNamedAndItCanBeTakenBack() {
    room.desk =
        form ->
            new Answer(200, "{\"state\":\"locked\",\"holder\":\"Ilya Marchuk\",\"mine\":false}");
    write(" fell");
    says("Ilya Marchuk is writing now. What you had not saved is kept here.");
    assertThat(page.locator(".surface-text").getAttribute("contenteditable")).isEqualTo("false");
    assertThat(page.locator("[name=headline]").isEditable()).isFalse();
    assertThat(html(page)).isEqualTo("<p>The bridge fell</p>");
    assertThat((String) page.evaluate(COPY)).contains("The bridge fell");
    room.desk = form -> Answer.KEPT;
    room.saved.clear();
    page.locator("text=Take over").click();
    says("Saved");
    assertThat(room.asked).contains("POST /articles/7/lock");
    assertThat(room.saved.peek()).containsEntry("dirty", "1");
    assertThat(page.locator(".surface-text").getAttribute("contenteditable")).isEqualTo("true");
  }

  @Test
  void aSessionThatIsOverLosesNothing() {
    room.desk = form -> new Answer(401, "{}");
    write(" fell");
    says("Signed out: sign in in another tab; your text is kept here.");
    assertThat((String) page.evaluate(COPY)).contains("The bridge fell");
    assertThat(page.locator(".surface-text").getAttribute("contenteditable")).isEqualTo("true");
  }

  @Test
  void theLockThatIsFreeAgainGivesThePageBack() {
    page.close();
    page = room.open(window, "<p>The bridge</p>", Map.of("holder", "Ilya Marchuk"));
    says("Ilya Marchuk is writing now.");
    assertThat(page.locator(".surface-text").getAttribute("contenteditable")).isEqualTo("false");
    page.evaluate("dispatchEvent(new Event('online'))");
    says("Saved");
    assertThat(page.locator(".surface-text").getAttribute("contenteditable")).isEqualTo("true");
    assertThat(room.saved.peek()).containsEntry("dirty", "0");
  }

  @Test
  void whatWasSubmittedAndArrivedIsNotAskedAbout() {
    write(" fell ");
    page.keyboard().press("Control+s");
    page.waitForCondition(() -> room.asked.contains("POST /articles/7"));
    page.close();
    page = room.open(window, "<p>The bridge fell, said Vera</p>", Map.of("revision", "8"));
    assertThat(page.locator("dialog").count()).isZero();
    assertThat(page.evaluate(COPY)).isNull();
  }

  @Test
  void aNewerRevisionCanBeCompared() {
    room.desk =
        form ->
            new Answer(
                200,
                "{\"state\":\"newer\",\"revision\":7,\"newest\":9,\"holder\":\"Ilya Marchuk\"}");
    write(" fell");
    says("A newer revision was saved by Ilya Marchuk");
    assertThat(page.locator(".state-line a").getAttribute("href"))
        .isEqualTo("/articles/7/revisions/7/9");
  }

  @Test
  void aCopyInTheBrowserThatTheServerHasNotIsShownBesideTheServersOwn() {
    write(" fell");
    page.waitForCondition(() -> page.evaluate(COPY) != null);
    page.evaluate("localStorage.setItem('kept', " + COPY + ")");
    says("Saved");
    page.evaluate("localStorage.setItem('tamizdat.writing.7', localStorage.getItem('kept'))");
    page.close();
    page = room.open(window, "<p>The bridge</p>");
    assertThat(page.locator("[data-version=server]").innerText())
        .contains("The bridge", "Words: 2");
    assertThat(page.locator("[data-version=local]").innerText())
        .contains("The bridge fell", "Words: 3", "the newest");
    assertThat(page.locator("[data-version=local] button").getAttribute("class"))
        .isEqualTo("button primary");
    assertThat(axe()).isEmpty();
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog.versions").isVisible()).isTrue();
    assertThat(page.evaluate(COPY)).isNotNull();
    room.clear();
    page.locator("[data-version=local] button").click();
    assertThat(html(page)).isEqualTo("<p>The bridge fell</p>");
    says("Saved");
    assertThat(room.saved.peek()).containsEntry("body", "<p>The bridge fell</p>");
    assertThat(page.evaluate(COPY)).isNull();
  }

  @Test
  void theServersUnsavedTextIsShownInTheSameWay() {
    page.close();
    page =
        room.open(
            window,
            "<p>The bridge</p>",
            Map.of(
                "kept",
                "{\"at\":1790000005000,\"by\":\"\",\"fields\":[[\"headline\",\"It fell\"],[\"topics\",\"bridges\"],[\"body\",\"<p>The bridge sank</p>\"]]}"));
    page.locator("[data-version=kept] button.primary").click();
    assertThat(html(page)).isEqualTo("<p>The bridge sank</p>");
    assertThat(page.locator("[name=headline]").inputValue()).isEqualTo("It fell");
    assertThat(page.locator("[name=topics]").isChecked()).isTrue();
  }

  @Test
  void aPageThatIsLeftSendsWhatItHas() {
    write(" fell");
    page.navigate("about:blank");
    page.waitForCondition(() -> !room.saved.isEmpty());
    assertThat(room.saved.peek())
        .containsEntry("body", "<p>The bridge fell</p>")
        .containsEntry("dirty", "1");
  }

  @Test
  void theFormIsSavedWithTheSurfacesText() {
    write(" fell");
    page.keyboard().press("Control+s");
    page.waitForCondition(() -> room.asked.contains("POST /articles/7"));
    assertThat(room.saved).isEmpty();
  }

  @Test
  void thePagesSizeAndItsPartsAreShown() {
    room.gauge =
        new Answer(
            200,
            "{\"words\":3,\"minutes\":1,\"budget\":6144,\"parts\":[{\"bytes\":5120,\"firstBlock\":0},{\"bytes\":4096,\"firstBlock\":1}]}");
    write(" fell");
    page.keyboard().press("Enter");
    page.keyboard().type("Twice");
    page.locator(".part-start").waitFor();
    assertThat(page.locator(".part-start").innerText()).isEqualTo("Twice");
    assertThat(page.locator(".part-start").getAttribute("data-part")).isEqualTo("Part 2");
    assertThat(page.locator(".gauge-text").innerText())
        .isEqualTo("Page in 2 parts: 5 + 4 KB, each up to 6 KB");
    assertThat(page.locator(".counts").innerText()).contains("Words: 4", "Reading time: 1 min");
  }

  private void write(String text) {
    page.locator(".surface-text").focus();
    settle(page);
    page.keyboard().press("Control+End");
    page.keyboard().type(text);
  }

  private void says(String state) {
    page.waitForCondition(() -> page.locator(".state-line").innerText().contains(state));
  }

  private List<String> axe() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .map(v -> v.getId() + " " + v.getNodes().getFirst().getHtml())
            .toList();
  }
}
