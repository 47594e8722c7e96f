package press.tamizdat.edition.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PathsTest {
  private final Paths paths = Paths.of(Specimen.publication());

  @Test
  void theDefaultLanguageIsAtHomeInIndexHtml() {
    assertThat(paths.home(Specimen.EN)).isEqualTo("index.html");
    assertThat(paths.home(Specimen.RU)).isEqualTo("ru.html");
    assertThat(paths.homeByName(Specimen.EN)).isEqualTo("en.html");
  }

  @Test
  void partsAreNumberedFromTwoAndArchivePagesFromOne() {
    assertThat(paths.part("en/2026/11/x.html", 1)).isEqualTo("en/2026/11/x.html");
    assertThat(paths.part("en/2026/11/x.html", 3)).isEqualTo("en/2026/11/x.3.html");
    assertThat(paths.listPage("en/news.html", 0)).isEqualTo("en/news.html");
    assertThat(paths.listPage("en/news.html", 1)).isEqualTo("en/news.1.html");
  }

  @Test
  void aLinkClimbsOnlyAsFarAsItMust() {
    assertThat(Paths.relative("en/2026/11/x.html", "en/2026/11/y.html")).isEqualTo("y.html");
    assertThat(Paths.relative("en/2026/11/x.html", "en/topic/courts.html"))
        .isEqualTo("../../topic/courts.html");
    assertThat(Paths.relative("index.html", "en/news.html")).isEqualTo("en/news.html");
    assertThat(Paths.relative("en/news.html", "enter/x.html")).isEqualTo("../enter/x.html");
  }

  @Property
  void aRelativeLinkResolvesToWhatItMeans(@ForAll("path") String from, @ForAll("path") String to) {
    URI base = URI.create("https://mirror.example/some/prefix/");
    assertThat(base.resolve(from).resolve(Paths.relative(from, to))).isEqualTo(base.resolve(to));
  }

  @Provide
  Arbitrary<String> path() {
    Arbitrary<String> name = Arbitraries.of("en", "ru", "a", "ab", "abc", "2026", "11");
    return name.list().ofMinSize(1).ofMaxSize(5).map(names -> String.join("/", names) + ".html");
  }
}
