package press.tamizdat.edition.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import press.tamizdat.article.published.Correction;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.article.published.TakenDown;
import press.tamizdat.platform.text.Language;

class PagesTest {
  private final Pages pages = new Pages(Specimen.publication());

  private static Document parse(RenderedPage page) {
    return Jsoup.parse(text(page));
  }

  private static String text(RenderedPage page) {
    return new String(page.html(), StandardCharsets.UTF_8);
  }

  private Document only(PublishedArticle article) {
    List<RenderedPage> printed = pages.article(article);
    assertThat(printed).hasSize(1);
    return parse(printed.getFirst());
  }

  @Test
  void anArticleSaysWhoWhereAndWhen() {
    Document page = only(Specimen.article("<p>It rained.</p>"));
    assertThat(page.select("h1").text()).isEqualTo("Headline 1");
    assertThat(page.select("a[rel=author]").attr("href")).isEqualTo("../../author/ann-lee.html");
    assertThat(page.select(".m time").attr("datetime")).isEqualTo("2026-11-10T13:00:00Z");
    assertThat(page.select(".m").text()).contains("Riga", "10 November 2026, 15:00");
    assertThat(page.select("figcaption").text()).isEqualTo("A caption. A. Lee. CC BY 4.0");
    assertThat(page.select(".m a[lang=ru]").attr("href"))
        .isEqualTo("../../../ru/2026/11/story-1.html");
  }

  @Test
  void theSameArticleGivesTheSameBytes() {
    PublishedArticle article = Specimen.article(Specimen.paragraphs(40, 1));
    List<RenderedPage> once = pages.article(article);
    List<RenderedPage> again = new Pages(Specimen.publication()).article(article);
    assertThat(again).hasSameSizeAs(once).hasSizeGreaterThan(2);
    for (int i = 0; i < once.size(); i++) {
      assertThat(Arrays.equals(once.get(i).html(), again.get(i).html())).isTrue();
    }
  }

  @Test
  void everyPartOfALongArticleIsAPageThatLeadsOnAndBack() {
    List<RenderedPage> parts = pages.article(Specimen.article(Specimen.paragraphs(60, 2)));
    assertThat(parts).hasSizeGreaterThan(2);
    for (int i = 0; i < parts.size(); i++) {
      Document page = parse(parts.get(i));
      assertThat(Budget.sent(parts.get(i).html())).isLessThanOrEqualTo(Budget.PAGE);
      assertThat(page.select("link[rel=canonical]").attr("href"))
          .isEqualTo("https://gazette.example/" + parts.get(i).path());
      assertThat(page.select("#e a[rel=next]").attr("href"))
          .isEqualTo(i + 1 < parts.size() ? "story-1." + (i + 2) + ".html" : "");
      assertThat(page.select("head link[rel=prev]").isEmpty()).isEqualTo(i == 0);
      assertThat(page.select("article > figure").isEmpty()).isEqualTo(i > 0);
      assertThat(page.select("#appeal").isEmpty()).isEqualTo(i + 1 < parts.size());
    }
  }

  @Test
  void whatIsTypedCannotBecomeMarkup() {
    String nasty = "</script><script>alert(1)</script> & \"so\" <b>on</b>";
    PublishedCard card = Specimen.card(Specimen.EN, 1, nasty, nasty);
    Document page =
        only(Specimen.article(card, "<p>It rained.</p>", new Correction(Specimen.NOON, nasty)));
    assertThat(page.select("h1").text()).isEqualTo(nasty);
    assertThat(page.select("script:not([src],[type])")).isEmpty();
    assertThat(page.select("b")).isEmpty();
    String json = page.select("script[type]").html();
    assertThat(json).doesNotContain("<").contains("NewsArticle", "\"headline\":\"\\u003C/script>");
  }

  @Test
  void aPhotoStandsSmallAndLeadsToTheLargeOne() {
    Document page =
        only(
            Specimen.article(
                "<figure><img src=\"photo:pier\" alt=\"A pier\" onerror=\"x()\"></figure>"));
    var photo = Demo.photo("pier");
    assertThat(page.select(".t img").outerHtml())
        .isEqualTo(
            "<img src=\"../../../photo/%s\" data-src=\"../../../photo/%s\" width=\"480\" height=\"320\" alt=\"A pier\" loading=\"lazy\">"
                .formatted(photo.small().name(), photo.medium().name()));
    assertThat(page.select(".t a").attr("href"))
        .isEqualTo("../../../photo/" + photo.large().name());
  }

  @Test
  void aLinkAroundAnUndescribedPhotoHasAName() {
    Document page =
        only(
            Specimen.article(
                "<figure class=\"embed\"><a href=\"https://video.example/1\"><img"
                    + " src=\"photo:pier\"></a><figcaption>A film.</figcaption></figure>"
                    + "<p><img src=\"photo:pier\"></p>"));
    assertThat(page.select(".t a[href^=https]").attr("aria-label")).isEqualTo("A film.");
    assertThat(page.select(".t p a").attr("aria-label")).isEqualTo("Open the photo larger");
  }

  @Test
  void aSectionOffersItsOwnFeed() {
    var none = new ListSlice(0, 0, List.of());
    Document page = parse(pages.section(Specimen.EN, "news", none));
    assertThat(page.select("link[type=application/rss+xml]").attr("href")).isEqualTo("news.xml");
  }

  @Test
  void aPhotoThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> pages.article(Specimen.article("<p><img src=\"photo:gone\"></p>")))
        .hasMessageContaining("photo:gone")
        .hasMessageContaining("en/2026/11/story-1.html");
  }

  @Test
  void aWideTableScrollsByItselfAndCanBeReachedByKeyboard() {
    Document page =
        only(
            Specimen.article(
                "<table><caption>Prices</caption><tbody><tr><td>Bread</td><td>1,400</td></tr>"
                    + "</tbody></table>"));
    assertThat(page.select(".t .w[tabindex=0][role=region][aria-label=Prices] table")).hasSize(1);
    assertThat(page.select("td.r").text()).isEqualTo("1,400");
  }

  @Test
  void aCorrectionStandsUnderTheStoryAndIsAnnouncedOverIt() {
    var mistake = new Correction(Specimen.NOON, "It did not rain.");
    Document page = only(Specimen.article("<p>It rained.</p>", mistake));
    assertThat(page.select(".m a[href=#corrections]").text()).isEqualTo("Correction");
    assertThat(page.select("#corrections + p").text())
        .isEqualTo("10 November 2026. It did not rain.");
  }

  @Test
  void manyCorrectionsStillFit() {
    var many = new Correction[60];
    for (int i = 0; i < many.length; i++) {
      many[i] = new Correction(Specimen.NOON, "No. " + i + Specimen.paragraphs(1, i));
    }
    List<RenderedPage> parts = pages.article(Specimen.article("<p>It rained.</p>", many));
    assertThat(parts).allMatch(p -> Budget.sent(p.html()) <= Budget.PAGE);
  }

  @Test
  void allLinksInsideThePaperAreRelativeExceptWhereNothingIs() {
    for (RenderedPage page : everyKind()) {
      boolean missing = page.path().endsWith("404.html");
      for (Element link : parse(page).select("a[href], img[src], script[src]")) {
        String to = link.hasAttr("href") ? link.attr("href") : link.attr("src");
        assertThat(to.startsWith("/") || to.startsWith("#"))
            .as(page.path() + ": " + to)
            .isEqualTo(missing || to.startsWith("#"));
        assertThat(to).doesNotContain("//");
      }
    }
  }

  @Test
  void everyPageCarriesASheetThatThePolicyNames() {
    for (RenderedPage page : everyKind()) {
      String css = parse(page).select("style").html();
      assertThat(pages.styleHashes()).contains("sha256-" + Resource.sha256Base64(css));
      assertThat(text(page)).doesNotContain(" style=", " onclick=");
    }
  }

  private List<RenderedPage> everyKind() {
    List<PublishedCard> newest = Specimen.newestFirst(30);
    var all = new java.util.ArrayList<RenderedPage>();
    all.addAll(pages.article(Specimen.article(Specimen.paragraphs(30, 4))));
    all.addAll(pages.home(Specimen.EN, newest, Map.of("news", newest)));
    ListSlice.all(newest).forEach(s -> all.add(pages.section(Specimen.EN, "news", s)));
    ListSlice.all(newest).forEach(s -> all.add(pages.topic(Specimen.EN, "courts", s)));
    ListSlice.all(newest).forEach(s -> all.add(pages.author(Specimen.EN, "ann-lee", s)));
    all.addAll(pages.month(Specimen.EN, "2026/11", newest.reversed()));
    all.add(pages.archive(Specimen.EN, List.of("2026/11", "2025/03")));
    all.add(pages.topics(Specimen.EN));
    var mistake = new Correction(Specimen.NOON, "It did not rain.");
    all.add(pages.corrections(Specimen.EN, List.of(new Corrected(Specimen.card(1), mistake))));
    all.addAll(pages.texts(Specimen.EN));
    all.add(pages.missing(Specimen.EN));
    all.add(pages.gone(takenDown()));
    return all;
  }

  private static TakenDown takenDown() {
    return new TakenDown(
        "1", Specimen.EN, "2026/11", "story-1", Instant.parse("2026-11-12T09:00:00Z"), "A court.");
  }

  @Test
  void theHomeOfTheDefaultLanguageHasTwoNamesAndOneContent() {
    List<RenderedPage> home = pages.home(Specimen.EN, Specimen.newestFirst(9), Map.of());
    assertThat(home).extracting(RenderedPage::path).containsExactly("index.html", "en.html");
    assertThat(home.get(0).html()).isEqualTo(home.get(1).html());
    assertThat(pages.home(Specimen.RU, List.of(), Map.of()))
        .extracting(RenderedPage::path)
        .containsExactly("ru.html");
  }

  @Test
  void theFrontPagePrintsNoStoryTwice() {
    List<PublishedCard> newest = Specimen.newestFirst(20);
    Document page = parse(pages.home(Specimen.EN, newest, Map.of("news", newest)).getFirst());
    List<String> links = page.select("main article a").eachAttr("href");
    assertThat(links).doesNotHaveDuplicates().hasSize(Pages.FRONT + 3);
    assertThat(page.select(".d > span").eachText()).contains("Wednesday, 11 November 2026");
  }

  @Test
  void theHardestListsFit() {
    for (Language language : List.of(Specimen.EN, Specimen.RU)) {
      List<PublishedCard> list = Specimen.hardest(language, Pages.LIST);
      List<PublishedCard> month = Specimen.hardest(language, Pages.MONTH);
      assertThat(pages.section(language, "news", new ListSlice(0, Pages.LIST, list)).html())
          .isNotEmpty();
      assertThat(pages.home(language, list, Map.of("news", list, "life", list))).isNotEmpty();
      assertThat(pages.month(language, "2026/11", month)).hasSize(1);
    }
  }

  @Test
  void aListThatFitsKeepsItsStandfirsts() {
    var random = new java.util.Random(5);
    String[] nouns = Specimen.words(Specimen.EN, random, 4_000).split(" ");
    List<PublishedCard> usual =
        java.util.stream.IntStream.range(0, Pages.LIST)
            .mapToObj(
                n -> Specimen.card(Specimen.EN, n, line(nouns, random, 9), line(nouns, random, 20)))
            .toList();
    RenderedPage page = pages.section(Specimen.EN, "news", new ListSlice(0, Pages.LIST, usual));
    assertThat(parse(page).select("article > p:not([class])")).hasSize(Pages.LIST);
  }

  private static String line(String[] words, java.util.Random random, int length) {
    var line = new StringBuilder();
    for (int i = 0; i < length; i++) {
      line.append(words[random.nextInt(words.length)]).append(' ');
    }
    return line.toString().strip();
  }

  @Test
  void aMonthGoesOnToFurtherPages() {
    List<RenderedPage> month =
        pages.month(Specimen.EN, "2026/11", Specimen.newestFirst(Pages.MONTH + 1).reversed());
    assertThat(month)
        .extracting(RenderedPage::path)
        .containsExactly("en/2026/11.html", "en/2026/11.2.html");
    assertThat(parse(month.get(0)).select("nav.v a").eachAttr("href")).containsExactly("11.2.html");
    assertThat(parse(month.get(1)).select("main li a").attr("href")).isEqualTo("11/story-41.html");
  }

  @Test
  void whatWasTakenDownSaysWhyAndWhen() {
    Document page = parse(pages.gone(takenDown()));
    assertThat(page.select("main").text()).contains("A court.", "Taken down on 12 November 2026");
    assertThat(page.select("link[rel=canonical]")).isEmpty();
  }

  @Test
  void aLongPageOfThePublicationIsCutToo() {
    var howto =
        new Publication.Page(
            "howto",
            Map.of(Specimen.EN, "How to read us"),
            Map.of(Specimen.EN, Specimen.paragraphs(40, 9)));
    List<RenderedPage> texts = new Pages(Specimen.publication(howto)).texts(Specimen.EN);
    assertThat(texts)
        .extracting(RenderedPage::path)
        .contains("en/about.html", "en/privacy.html", "en/howto.html", "en/howto.2.html");
  }

  @Test
  void aPageThatCannotFitIsNamedWithItsSize() {
    List<PublishedCard> huge =
        Collections.nCopies(
            3,
            Specimen.card(
                Specimen.EN, 1, Specimen.words(Specimen.EN, new java.util.Random(1), 9_000), ""));
    assertThatThrownBy(() -> pages.section(Specimen.EN, "news", new ListSlice(0, 3, huge)))
        .isInstanceOf(PageTooLarge.class)
        .hasMessageMatching("en/news.html is \\d+ bytes as sent.*");
  }

  @Test
  void twoPagesOfOneAddressAreRefused() {
    var page = new Publication.Page("life", Map.of(Specimen.EN, "x"), Map.of(Specimen.EN, "x"));
    assertThatThrownBy(() -> new Pages(Specimen.publication(page)))
        .hasMessageContaining("the page life")
        .hasMessageContaining("the section life");
  }

  @Test
  void whatThePublicationDoesNotHaveIsNamed() {
    var none = new ListSlice(0, 0, List.of());
    assertThatThrownBy(() -> pages.section(Specimen.EN, "sport", none))
        .hasMessageContaining("section sport");
    assertThatThrownBy(() -> pages.missing(new Language("de"))).hasMessageContaining("language de");
  }

  @Test
  void aPageHasOneSmallScriptAndFormsAnotherNamedByTheirContents() {
    var assets = pages.assets();
    assertThat(assets).hasSize(2);
    assets.forEach(
        (path, bytes) -> {
          assertThat(path).isEqualTo("asset/" + Resource.sha256Hex(bytes).substring(0, 16) + ".js");
          assertThat(Budget.sent(bytes)).isLessThanOrEqualTo(2_048);
        });
  }

  @Test
  void theLookHasAHash() {
    assertThat(Pages.digest()).matches("[0-9a-f]{64}").isEqualTo(Pages.digest());
  }
}
