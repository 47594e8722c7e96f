package press.tamizdat.edition.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo publication, every page of it. */
class DemoPagesTest {
  private static List<RenderedPage> pages = List.of();

  @BeforeAll
  static void print() {
    assumeTrue(Demo.exists(), "no demo publication at " + Demo.folder());
    Demo demo = Demo.read();
    pages = new Preview(demo).print();
    Preview.write(pages, demo);
  }

  @Test
  void everyPageFitsAndHalfOfTheArticlesAreWellBelow() {
    var sizes = new java.util.TreeMap<String, Integer>();
    pages.forEach(p -> sizes.put(p.path(), Budget.sent(p.html())));
    assertThat(sizes.values()).allMatch(size -> size <= Budget.PAGE);
    int[] articles =
        sizes.entrySet().stream()
            .filter(e -> e.getKey().matches("[a-z]+/\\d{4}/\\d\\d/.*"))
            .mapToInt(java.util.Map.Entry::getValue)
            .sorted()
            .toArray();
    System.out.println(
        "article pages "
            + articles.length
            + ", median "
            + articles[articles.length / 2]
            + ", largest "
            + articles[articles.length - 1]);
    assertThat(articles[articles.length / 2]).isLessThanOrEqualTo(5_000);
  }

  @Test
  void everyLinkInsideThePaperLeadsSomewhere() {
    Set<String> paths = new HashSet<>();
    pages.forEach(p -> paths.add(p.path()));
    for (RenderedPage page : pages) {
      var document = Jsoup.parse(new String(page.html(), java.nio.charset.StandardCharsets.UTF_8));
      for (var link : document.select("a[href]")) {
        String href = link.attr("href");
        if (href.startsWith("https:") || href.startsWith("#")) {
          continue;
        }
        String to =
            java.net.URI.create("https://x/" + page.path()).resolve(href).getPath().substring(1);
        if (!to.endsWith(".xml") && !to.startsWith("photo/")) {
          assertThat(paths).as(page.path() + " links to " + href).contains(to);
        }
      }
    }
  }
}
