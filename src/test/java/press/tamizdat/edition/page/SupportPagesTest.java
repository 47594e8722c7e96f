package press.tamizdat.edition.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.Support;
import press.tamizdat.platform.text.Language;

/** Where readers give, in every language. */
class SupportPagesTest {
  private static final Map<String, byte[]> PAGES = new TreeMap<>();
  private static Publication publication = Giving.of(Demo.read().publication);

  @BeforeAll
  static void print() throws Exception {
    Pages pages = new Pages(publication);
    for (Language language : publication.languages()) {
      pages.support(language).forEach(p -> PAGES.put(p.path(), p.html()));
    }
    for (var page : PAGES.entrySet()) {
      var file = Preview.FOLDER.resolve(page.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, page.getValue());
    }
  }

  private static Document page(String path) {
    byte[] html = PAGES.get(path);
    assertThat(html).as(path).isNotNull();
    return Jsoup.parse(new String(html, StandardCharsets.UTF_8));
  }

  @Test
  void everyPageFitsWithAllMethodsAndWarnings() {
    PAGES.forEach(
        (path, html) -> {
          System.out.println(path + " " + Budget.sent(html));
          assertThat(Budget.sent(html)).as(path).isLessThanOrEqualTo(Budget.PAGE);
        });
  }

  @Test
  void theFormAsksForNothingThatTellsWhoSomebodyIs() {
    assertThat(page("en/support.html").select("form [name]").eachAttr("name"))
        .containsOnly(
            "currency",
            "language",
            "frequency",
            "once",
            "monthly",
            "annual",
            "own",
            "fees",
            "address",
            "till");
    assertThat(page("en/support.html").select("[required]")).isEmpty();
  }

  @Test
  void oneClickOnAMethodIsEnough() {
    Document form = page("en/support.html");
    assertThat(form.select("input[name=frequency][checked]").attr("value")).isEqualTo("monthly");
    assertThat(form.select("input[name=monthly][checked]").attr("value")).isEqualTo("7");
    assertThat(form.select("button[name=till]").eachAttr("value"))
        .containsExactly("card", "paypal", "coin", "bank");
  }

  @Test
  void eachCurrencyHasAPageInItsOwnMinorUnits() {
    assertThat(page("en/support/jpy.html").select("input[name=once]").eachAttr("value"))
        .containsExactly("1500", "3000");
    assertThat(page("en/support/kwd.html").select("input[name=monthly]").eachAttr("value"))
        .containsExactly("2.500", "3");
    assertThat(page("fa/support/kwd.html").select("label[for=own]").text()).contains("۲");
  }

  @Test
  void warningsAreInTheirOwnLanguageWhateverThePageIsIn() {
    assertThat(page("en/support.html").select("p.w[lang=ru]").eachText())
        .anyMatch(text -> text.startsWith("Россия:") && text.contains("не принимаются"));
    assertThat(page("ru/support.html").select("p.w[lang=fa]").attr("dir")).isEqualTo("rtl");
  }

  @Test
  void everyLinkLeadsToAPageOfTheseOrOfEveryPublication() {
    for (String path : PAGES.keySet()) {
      for (String href : page(path).select("main a[href]").eachAttr("href")) {
        String to =
            URI.create("https://x/" + path).resolve(href.replace("{{link}}", "x")).getPath();
        assertThat(PAGES.containsKey(to.substring(1)) || to.endsWith(".ics")).as(to).isTrue();
      }
      for (String action : page(path).select("form").eachAttr("action")) {
        assertThat(URI.create("https://x/" + path).resolve(action).getPath())
            .startsWith("/forms/support.");
      }
    }
  }

  @Test
  void theMeterStandsInTheBannerOfACampaign() {
    String about =
        new Pages(publication)
            .texts(Demo.EN).stream()
                .filter(p -> p.path().equals("en/about.html"))
                .map(p -> new String(p.html(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    assertThat(Jsoup.parse(about).select(".b").text())
        .isEqualTo("Help us keep four reporters in Ust-Ilma this winter. €4,000 of €10,000 raised");
    assertThat(page("en/support.html").select(".b")).as("where one gives already").isEmpty();
    assertThat(page("en/support.html").select(".meter")).hasSize(1);
  }

  @Test
  void nothingIsPrintedWhereNoMoneyIsTaken() {
    Pages pages = new Pages(publication.withSupport(Support.NONE));
    assertThat(pages.support(Demo.EN)).isEmpty();
    assertThat(pages.calendars(Demo.EN)).isEmpty();
  }

  @Test
  void aCalendarEntryDoesNotSayWhoseItIs() {
    Map<String, byte[]> files = new Pages(publication).calendars(Demo.EN);
    assertThat(files).containsOnlyKeys("en/support/first.ics", "en/support/payday.ics");
    files.values().stream()
        .map(f -> new String(f, StandardCharsets.UTF_8))
        .forEach(f -> assertThat(f).doesNotContainIgnoringCase("ferry").contains("FREQ=MONTHLY"));
  }
}
