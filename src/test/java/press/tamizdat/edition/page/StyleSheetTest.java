package press.tamizdat.edition.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StyleSheetTest {
  @Test
  void theMinifierKeepsWhatMatters() {
    String readable =
        """
        /* x */
        a:hover,
        b > c {
          margin: 0 auto;
        }
        @media (min-width: 4rem) {
          p { width: calc(1px + 2px); }
        }
        """;
    assertThat(StyleSheet.minified(readable))
        .isEqualTo("a:hover,b>c{margin:0 auto}@media (min-width:4rem){p{width:calc(1px + 2px)}}");
  }

  @Test
  void everySheetIsSmall() {
    for (String kind : List.of("article", "front", "list")) {
      String css = StyleSheet.of(kind, List.of(Demo.EN, Demo.RU, Demo.FA)).css();
      assertThat(Budget.sent(css.getBytes(StandardCharsets.UTF_8))).as(kind).isLessThan(1_600);
      assertThat(css).doesNotContain("@serif@", "@sans@", "</", "left:", "right:");
    }
  }

  @Test
  void onlyThePublicationsFontsAreNamed() {
    assertThat(StyleSheet.of("list", List.of(Demo.EN)).css()).doesNotContain("PT Serif", "Vazir");
    assertThat(StyleSheet.of("list", List.of(Demo.EN, Demo.FA)).css()).contains("Vazirmatn");
  }
}
