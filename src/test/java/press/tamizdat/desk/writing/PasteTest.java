package press.tamizdat.desk.writing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.tamizdat.article.ArticleHtml;

/** What other programs put on the clipboard becomes the article's subset. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasteTest {
  private static final Path SAMPLES = Path.of("src/test/resources/clipboard");

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

  @ParameterizedTest
  @ValueSource(strings = {"word", "google-docs", "telegram-web", "site"})
  void aPasteComesOutClean(String program) throws IOException {
    SurfaceRoom.put(page, "");
    room.clear();
    paste(Map.of("text/html", Files.readString(SAMPLES.resolve(program + ".html"))));
    String want = Files.readString(SAMPLES.resolve(program + ".want.html")).strip();
    assertThat(ArticleHtml.clean(SurfaceRoom.html(page))).isEqualTo(want);
    assertThat(room.errors()).as("nothing is asked of another place").isEmpty();
  }

  @Test
  void plainLinesBecomeParagraphs() {
    SurfaceRoom.put(page, "");
    paste(Map.of("text/plain", "One\r\n\r\nTwo <b>\nThree"));
    assertThat(SurfaceRoom.html(page)).isEqualTo("<p>One</p>\n<p>Two &lt;b&gt;</p>\n<p>Three</p>");
  }

  @Test
  void whatIsCutFromTheArticleCanBePutBack() {
    String article =
        "<p>a</p>\n<figure><img src=\"photo:0123\" alt=\"b\"><figcaption>c <cite>d</cite></figcaption></figure>\n"
            + "<table><caption>e</caption><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>\n<p>f</p>";
    SurfaceRoom.put(page, article);
    page.locator(".surface-text").focus();
    page.keyboard().press("Control+A");
    Object copied =
        page.evaluate(
            """
            () => {
              const data = new DataTransfer()
              const event = new ClipboardEvent('cut', { clipboardData: data, bubbles: true, cancelable: true })
              document.querySelector('.surface-text').dispatchEvent(event)
              return data.getData('text/html')
            }
            """);
    assertThat(SurfaceRoom.html(page)).isEmpty();
    paste(Map.of("text/html", copied.toString()));
    assertThat(SurfaceRoom.html(page)).isEqualTo(article);
  }

  private void paste(Map<String, String> formats) {
    page.evaluate(
        """
        formats => {
          const data = new DataTransfer()
          for (const [type, text] of Object.entries(formats)) data.setData(type, text)
          const text = document.querySelector('.surface-text')
          text.focus()
          text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
        }
        """,
        formats);
  }
}
