package press.tamizdat.desk.writing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import press.tamizdat.article.ArticleHtml;

/** Stored HTML in, the same HTML out. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurfaceTest {
  private static final Path DEMO = Path.of("demo/articles");

  /** One of every kind that an article may hold, as it is stored. */
  private static final List<String> KINDS =
      List.of(
          "<p>Plain <strong>bold <em>both</em></strong> <em>slanted</em> H<sub>2</sub>O, m<sup>2</sup>, <code>a &lt; b</code>, a<br>b.</p>",
          "<p><strong>He said <a href=\"https://example.org/?a=1&amp;b=2\">here</a> and there.</strong></p>",
          "<p>25 км и №&nbsp;7, «да»&nbsp;— «нет»</p>",
          "<p dir=\"rtl\" lang=\"fa\">می‌رود <em lang=\"en\">home</em></p>",
          "<h2>What <em>is</em> it</h2>\n<h3 lang=\"ru\">Что это</h3>",
          "<ul><li>one</li><li>two<ul><li>deep</li></ul></li><li><p>a</p><p>b</p></li></ul>",
          "<ol start=\"4\"><li>four</li><li lang=\"de\">fünf</li></ol>\n<ol><li>one</li></ol>",
          "<blockquote><p>It was so.</p><p>Or not.</p><cite>Vera <em>Lindt</em></cite></blockquote>",
          "<blockquote lang=\"fr\"><ul><li>un</li></ul></blockquote>",
          "<aside><h3>Box</h3><p>Fact.</p><ul><li>a</li></ul></aside>",
          "<figure><img src=\"photo:0123abcd\" alt=\"A &quot;bridge&quot;\"><figcaption>The <em>old</em> bridge <cite>Vera</cite></figcaption></figure>",
          "<figure dir=\"rtl\"><img src=\"photo:0123abcd\" alt=\"\"></figure>",
          "<figure><img src=\"https://example.org/a.jpg\" alt=\"\"><figcaption><cite>Vera</cite></figcaption></figure>",
          "<figure class=\"embed\"><a href=\"https://example.org/v\">The film</a><figcaption>Seen here</figcaption></figure>",
          "<figure class=\"embed\"><a href=\"https://example.org/v\"><img src=\"photo:ab\" alt=\"Still\"></a></figure>",
          "<table><caption>Prices</caption><thead><tr><td></td><th scope=\"col\">2025</th></tr></thead><tbody><tr><th scope=\"row\">Bread</th><td>14</td></tr></tbody></table>",
          "<table lang=\"en\"><tbody><tr><td colspan=\"2\">a</td></tr><tr><td rowspan=\"2\"><p>b</p><p>c</p></td><td dir=\"ltr\">d</td></tr><tr><td>e</td></tr></tbody></table>",
          "<pre>one\n  two  three\n\nfour</pre>",
          "<p>a</p>\n<hr>\n<p>b</p>");

  private SurfaceRoom room;
  private BrowserContext window;

  @BeforeAll
  void start() throws IOException {
    room = new SurfaceRoom();
    window = room.window(1280);
  }

  @AfterAll
  void stop() {
    if (room != null) {
      room.close();
    }
  }

  @Test
  void everyKindOfBlockComesBackAsItWas() {
    Page page = room.open(window, String.join("\n", KINDS));
    assertThat(ArticleHtml.clean(SurfaceRoom.html(page)))
        .isEqualTo(ArticleHtml.clean(String.join("\n", KINDS)));
    for (String kind : KINDS) {
      SurfaceRoom.put(page, kind);
      assertThat(ArticleHtml.clean(kind)).as("the sample itself").isEqualTo(kind);
      assertThat(ArticleHtml.clean(SurfaceRoom.html(page))).isEqualTo(kind);
    }
    assertThat(room.errors()).isEmpty();
  }

  @Test
  void everyArticleOfTheSampleNewsroomComesBackAsItWas() throws IOException {
    Page page = room.open(window, "<p>a</p>");
    Map<String, String> stored = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(DEMO)) {
      files
          .filter(f -> f.toString().endsWith(".html"))
          .sorted()
          .forEach(f -> stored.put(f.toString(), body(f)));
    }
    assertThat(stored).hasSizeGreaterThan(60);
    stored.forEach(
        (file, body) -> {
          SurfaceRoom.put(page, body);
          assertThat(ArticleHtml.clean(SurfaceRoom.html(page))).as(file).isEqualTo(body);
        });
  }

  private static String body(Path file) {
    try {
      String[] parts = Files.readString(file).split("(?m)^\\+\\+\\+$", 3);
      return ArticleHtml.clean(parts[2].replaceAll("\"picture:([a-z-]+)\"", "\"photo:$1\""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
