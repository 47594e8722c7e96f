package press.tamizdat.letter.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Photo;
import press.tamizdat.article.published.PlacedPhoto;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.article.published.Rendition;
import press.tamizdat.platform.text.Language;

/** Issues as mail programs and people get them. */
class PrintIssueTest {
  private static final Language ENGLISH = new Language("en");
  private static final Language PERSIAN = new Language("fa");
  private static final Instant FRIDAY = Instant.parse("2026-11-20T09:00:00Z");

  @Test
  void everyElementOfALetterCarriesItsLookAndEveryBoxIsATable() {
    Document letter = letter(copy(ENGLISH, false, article("one", "news", 3)));

    assertThat(letter.select("section, article, main, header, footer, aside, div")).isEmpty();
    assertThat(letter.select("h1, h2, h3, p, td.row")).allMatch(e -> e.hasAttr("style"));
    assertThat(letter.select("table:not(.figures)"))
        .allMatch(e -> e.attr("role").equals("presentation"));
    assertThat(letter.select("style").html()).contains("prefers-color-scheme:dark", "!important");
    assertThat(letter.html()).contains("<!--[if mso]><table").doesNotContain("<script", "<link");
  }

  @Test
  void allLinksAreAbsoluteAndLeadWhereTheySay() {
    Document letter = letter(copy(ENGLISH, true, article("one", "news", 3)));

    assertThat(letter.select("a[href]").eachAttr("href"))
        .allMatch(
            href ->
                href.startsWith("https://gauge.example/")
                    || href.startsWith("https://mirror.example"))
        .contains(
            "https://gauge.example/en/2026/11/one.html", "https://gauge.example/en/about.html")
        .contains("https://gauge.example/en/letters/leave.html?link={{link}}&letter=friday");
    assertThat(letter.text()).contains("Edition 57 of The Gauge", "mirror.example");
  }

  @Test
  void theOnlyThingThatIsLoadedIsThePhotoOfTheFirstArticleWithItsWords() {
    Document with =
        letter(copy(ENGLISH, false, article("one", "news", 3), article("two", "news", 3)));
    Copy without = copy(ENGLISH, false, article("one", "news", 3));

    assertThat(with.select("[src]")).hasSize(1);
    Element photo = with.select("img").getFirst();
    assertThat(photo.attr("src")).isEqualTo("https://gauge.example/photo/00112233aabbccdd.webp");
    assertThat(photo.attr("alt")).isEqualTo("A dam, seen from below");
    assertThat(photo.attr("width")).isEqualTo("552");
    assertThat(letter(bare(without)).select("[src]")).isEmpty();
  }

  @Test
  void aLetterReadsFromRightToLeftWhereItsLanguageDoes() {
    Document letter = letter(copy(PERSIAN, true, article("one", "news", 3)));

    assertThat(letter.select("html").attr("dir")).isEqualTo("rtl");
    assertThat(letter.select("td.row")).allMatch(e -> e.attr("style").contains("text-align:right"));
    assertThat(letter.select("td.row")).allMatch(e -> e.attr("dir").equals("rtl"));
    assertThat(letter.select("ul").attr("style")).doesNotContain("padding-left:24px");
  }

  @Test
  void wholeArticlesAreCutFromTheEndUntilTheLetterFits() {
    Copy copy =
        copy(
            ENGLISH,
            true,
            article("one", "news", 120),
            article("two", "news", 120),
            article("three", "ideas", 120));
    PrintedIssue printed = PrintIssue.print(copy);

    assertThat(printed.fits()).isTrue();
    assertThat(printed.bytes()).isGreaterThan(80_000);
    assertThat(printed.articles().stream().map(PrintedIssue.Weight::cut))
        .startsWith(false)
        .endsWith(true);
    assertThat(printed.html()).contains("This is not all of it");
    assertThat(
            printed
                .html()
                .replace("{{link}}", "a".repeat(Links.TOKEN))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .hasSize(printed.bytes());
  }

  @Test
  void whatDoesNotFitEvenAsSummariesIsSaidAndNotSent() {
    PublishedArticle[] many = new PublishedArticle[400];
    java.util.Arrays.setAll(many, i -> article("number-" + i, "news", 1));

    assertThat(PrintIssue.print(copy(ENGLISH, false, many)).fits()).isFalse();
  }

  @Test
  void plainTextIsWrappedAndListsItsLinks() {
    String text = PrintIssue.print(copy(ENGLISH, true, article("one", "news", 3))).text();

    assertThat(text.lines().filter(l -> !l.contains("https://")))
        .allMatch(l -> l.length() <= PlainText.WIDE);
    assertThat(text)
        .startsWith("THE GAUGE\nThe Friday Letter\nNo. 12 · Friday, 20 November 2026\n====")
        .contains("NEWS\n====", "says [1]", "Links:\n[1] https://gauge.example/en/about.html")
        .contains("> Quoted.", "- First", "About one\n---------")
        .endsWith("https://gauge.example/en/letters/manage.html?link={{link}}\n");
  }

  @Test
  void aPlanFindsItsNextTimeInItsOwnZone() {
    Plan plan = Plan.usual(ZoneId.of("Europe/Amsterdam"));
    Instant friday = Instant.parse("2026-11-20T09:00:00Z");

    assertThat(plan.next(friday.minusSeconds(1))).contains(friday);
    assertThat(plan.next(friday)).contains(Instant.parse("2026-11-27T09:00:00Z"));
    // Summer time begins between.
    assertThat(plan.next(Instant.parse("2027-03-27T12:00:00Z")))
        .contains(Instant.parse("2027-04-02T08:00:00Z"));
    assertThat(Plan.read(plan.toJson())).isEqualTo(plan);
  }

  private static Document letter(Copy copy) {
    return Jsoup.parse(PrintIssue.print(copy).html());
  }

  private static Copy bare(Copy c) {
    return new Copy(
        c.publication(),
        c.letter(),
        c.name(),
        c.number(),
        c.language(),
        c.at(),
        c.edition(),
        c.addresses(),
        c.subject(),
        c.opening(),
        false,
        c.parts());
  }

  private static Copy copy(Language language, boolean whole, PublishedArticle... articles) {
    List<Copy.Part> parts = new ArrayList<>();
    for (PublishedArticle article : articles) {
      parts.add(new Copy.Part(article, whole));
    }
    return new Copy(
        publication(),
        "friday",
        "The Friday Letter",
        12,
        language,
        FRIDAY,
        57,
        List.of(URI.create("https://mirror.example")),
        "The dam",
        "<p>Dear readers, the ministry <a href=\"/en/about.html\">says</a> it held.</p>",
        true,
        parts);
  }

  private static Publication publication() {
    return new Publication(
        Map.of(ENGLISH, "The Gauge"),
        Map.of(),
        URI.create("https://gauge.example"),
        ZoneId.of("Europe/Amsterdam"),
        List.of(ENGLISH, PERSIAN),
        List.of(
            new Publication.Section("news", Map.of(ENGLISH, "News", PERSIAN, "خبر")),
            new Publication.Section("ideas", Map.of(ENGLISH, "Ideas", PERSIAN, "اندیشه"))),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of());
  }

  private static PublishedArticle article(String slug, String section, int paragraphs) {
    Rendition rendition = new Rendition("00112233aabbccdd.webp", 960, 640, 40_000);
    PublishedCard card =
        new PublishedCard(
            slug,
            slug,
            ENGLISH,
            "2026/11",
            slug,
            section,
            "",
            "About " + slug,
            "What is known of "
                + slug
                + ", and what is not: the ministry would rather that nobody asked about it.",
            List.of(new Byline("a-writer", "A. Writer")),
            FRIDAY,
            FRIDAY,
            Optional.of(
                new PlacedPhoto(
                    new Photo("p", rendition, rendition, rendition),
                    "The dam",
                    "A. Photographer",
                    "",
                    "A dam, seen from below")));
    StringBuilder body =
        new StringBuilder("<h2>Yesterday</h2><blockquote><p>Quoted.</p></blockquote>");
    body.append(
        "<figure><img src=\"photo:0123\" alt=\"x\"></figure><ul><li>First</li><li>Second</li></ul>");
    for (int i = 0; i < paragraphs; i++) {
      body.append("<p>Paragraph ")
          .append(i)
          .append(' ')
          .append("of a long report on water and money. ".repeat(9))
          .append("</p>");
    }
    body.append("<aside><p>In a box.</p></aside>");
    return new PublishedArticle(
        card, "", body.toString(), Map.of(), List.of(), List.of(), List.of(), List.of());
  }
}
