package press.tamizdat.edition.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.edition.feed.Sitemaps.Month;

class SitemapsTest {
  private final Sitemaps sitemaps = new Sitemaps(Ferry.publication());

  private static List<String> addresses(FeedFile file) {
    Read.against("sitemap.rnc", file.bytes());
    return Read.texts(Read.xml(file.bytes()), "loc");
  }

  @Property(tries = 40)
  void everyArticleOfAMonthStandsInOneFile(@ForAll @IntRange(max = 330) int count) {
    List<FeedFile> files = sitemaps.month(Ferry.RU, "2026/09", Ferry.cards(count));
    List<String> found = new ArrayList<>();
    files.forEach(file -> found.addAll(addresses(file)));

    assertThat(found)
        .isEqualTo(
            Ferry.cards(count).stream()
                .map(c -> "https://ferry.example/ru/" + c.month() + "/" + c.slug() + ".html")
                .toList());
    assertThat(files.stream().map(FeedFile::path))
        .isEqualTo(names("sitemap/ru-2026-09", files.size()));
  }

  private static List<String> names(String stem, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> stem + (n == 1 ? "" : "." + n) + ".xml")
        .toList();
  }

  @Test
  void aFullFileStaysWhenTheMonthGoesOn() {
    List<FeedFile> before = sitemaps.month(Ferry.RU, "2026/09", Ferry.cards(150));
    List<FeedFile> after = sitemaps.month(Ferry.RU, "2026/09", Ferry.cards(151));

    assertThat(after.getFirst().bytes()).isEqualTo(before.getFirst().bytes());
    assertThat(after.getLast().bytes()).isNotEqualTo(before.getLast().bytes());
  }

  @Test
  void anAddressSaysWhenItChanged() {
    FeedFile file = sitemaps.month(Ferry.RU, "2026/09", Ferry.cards(5)).getFirst();

    assertThat(Read.texts(Read.xml(file.bytes()), "lastmod"))
        .contains("2026-09-01T07:00:00Z", "2026-09-01T10:01:17Z");
  }

  @Test
  void theIndexNamesEveryFile() {
    Instant at = Instant.parse("2026-09-30T10:00:00Z");
    List<Month> months =
        List.of(new Month(Ferry.RU, "2026/08", 100, at), new Month(Ferry.RU, "2026/09", 201, at));
    FeedFile index = sitemaps.index(1, months).getFirst();

    assertThat(index.path()).isEqualTo("sitemap.xml");
    assertThat(addresses(index))
        .containsExactly(
            "https://ferry.example/sitemap/pages.xml",
            "https://ferry.example/sitemap/ru-2026-08.xml",
            "https://ferry.example/sitemap/ru-2026-09.xml",
            "https://ferry.example/sitemap/ru-2026-09.2.xml",
            "https://ferry.example/sitemap/ru-2026-09.3.xml");
  }

  @Test
  void pagesStandWithoutADate() {
    FeedFile file = sitemaps.pages(List.of("", "ru.html", "ru/about.html")).getFirst();

    assertThat(file.path()).isEqualTo("sitemap/pages.xml");
    assertThat(addresses(file))
        .containsExactly(
            "https://ferry.example/",
            "https://ferry.example/ru.html",
            "https://ferry.example/ru/about.html");
  }

  @Test
  void newsIsOfTheTwoDaysBeforeTheNewest() {
    List<PublishedCard> newest = Ferry.cards(200).reversed();
    FeedFile file = NewsSitemap.write(Ferry.publication(), newest).orElseThrow();
    List<PublishedCard> news = newest.subList(0, 49);

    assertThat(addresses(file)).hasSize(49);
    assertThat(Read.texts(Read.xml(file.bytes()), "title"))
        .isEqualTo(news.stream().map(PublishedCard::headline).toList());
    Element first = Read.all(Read.xml(file.bytes()), "news").getFirst();
    assertThat(Read.texts(first, "name")).containsExactly("Паром");
    assertThat(Read.texts(first, "language")).containsExactly("ru");
    assertThat(Read.texts(first, "publication_date"))
        .containsExactly(news.getFirst().published().toString());
  }

  @Test
  void withoutArticlesThereIsNoNewsSitemap() {
    assertThat(NewsSitemap.write(Ferry.publication(), List.of())).isEmpty();
  }

  @Test
  void robotsMayReadEverythingAndFindTheSitemaps() {
    List<Month> months =
        IntStream.rangeClosed(1, Sitemaps.INDEXED + 1)
            .mapToObj(n -> new Month(Ferry.RU, "2026/09", 1, Ferry.START))
            .toList();
    List<FeedFile> named = new ArrayList<>(sitemaps.index(0, months));
    named.add(NewsSitemap.write(Ferry.publication(), Ferry.cards(1)).orElseThrow());
    FeedFile robots = Robots.write(Ferry.publication(), named);

    assertThat(robots.path()).isEqualTo("robots.txt");
    assertThat(new String(robots.bytes(), UTF_8))
        .isEqualTo(
            """
            User-agent: *
            Allow: /

            Sitemap: https://ferry.example/sitemap.xml
            Sitemap: https://ferry.example/sitemap.2.xml
            Sitemap: https://ferry.example/news-sitemap.xml
            """);
  }
}
