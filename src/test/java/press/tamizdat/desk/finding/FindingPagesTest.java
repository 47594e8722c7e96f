package press.tamizdat.desk.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.desk.DeskRoom;
import press.tamizdat.desk.Staff;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.platform.text.JsonValues;
import press.tamizdat.staff.Role;

/** Finding as a page without scripts. */
class FindingPagesTest {
  @TempDir private Path folder;
  private DeskRoom room;
  private Staff vera;

  @BeforeEach
  void open() {
    room = DeskRoom.open(folder);
    vera = room.signIn("Vera Lindt", Role.EDITOR);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private Document page(String path) {
    HttpResponse<String> answer = vera.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body(), room.address());
  }

  private static List<String> headlines(Document page) {
    return page.select(".found h2").eachText().stream()
        .map(h -> h.replaceFirst("^About ", "")) // the room writes so over every article
        .toList();
  }

  @Test
  void everyArticleIsInTheListTheNewestFirst() {
    room.draft(PressRoom.ENGLISH, "one", "One", "Text.");
    room.press.clock.advance(Duration.ofHours(1));
    room.press.article(
        PressRoom.RUSSIAN, "dva", "news", List.of("river"), room.press.clock.instant());

    Document page = page("/articles");

    assertThat(page.select(".found li")).hasSize(2);
    assertThat(headlines(page).getLast()).isEqualTo("One");
    assertThat(page.select(".tabs a").eachText()).containsExactly("All", "Draft 1", "Published 1");
    assertThat(page.select(".found .state").eachText()).containsExactly("Published", "Draft");
    assertThat(page.expectFirst(".found time").attr("datetime")).endsWith("Z");
  }

  @Test
  void aSearchMarksWhatItFoundAndShowsMarkupAsText() {
    room.draft(
        PressRoom.ENGLISH, "one", "<b>Bridges</b> & boats", "A bridge &lt;script&gt; stands.");
    room.draft(PressRoom.ENGLISH, "two", "Other", "Nothing.");

    Document page = page("/articles?q=bridge");

    assertThat(headlines(page)).containsExactly("<b>Bridges</b> & boats");
    assertThat(page.select(".found mark").eachText()).contains("Bridges");
    assertThat(page.select(".found script, .found b")).isEmpty();
    assertThat(page.expectFirst("input[name=q]").attr("value")).isEqualTo("bridge");
  }

  @Test
  void whatIsTypedIsShownAsText() {
    Document page =
        page("/articles?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&section=%22%3E%3Cimg%3E");

    assertThat(page.select("main script, main img")).isEmpty();
    assertThat(page.expectFirst("input[name=q]").attr("value"))
        .isEqualTo("\"><script>alert(1)</script>");
    assertThat(page.expectFirst("#section option[selected]").text()).isEqualTo("\"><img>");
  }

  @Test
  void filtersStandInTheAddressAndStayWhenTheStateIsChosen() {
    room.draft(PressRoom.ENGLISH, "one", "Bridge one", "Text.");
    room.draft(PressRoom.RUSSIAN, "dva", "Мост два", "Bridge.");

    Document page = page("/articles?q=bridge&language=ru&section=news&sort=newest");

    assertThat(headlines(page)).containsExactly("Мост два");
    assertThat(page.expectFirst("#language option[selected]").attr("value")).isEqualTo("ru");
    Element draft = page.select(".tabs a").get(1);
    assertThat(draft.attr("href"))
        .isEqualTo("/articles?q=bridge&state=draft&section=news&language=ru&sort=newest");
    assertThat(headlines(page(draft.attr("href")))).containsExactly("Мост два");
    assertThat(headlines(page("/articles?language=ru&topic=river"))).hasSize(1);
    assertThat(headlines(page("/articles?topic=bread"))).isEmpty();
    assertThat(page("/articles?topic=bread").text()).contains("Nothing here");
  }

  @Test
  void daysAreThoseOfThePublicationAndAWrongOneIsSaidToBe() {
    room.draft(PressRoom.ENGLISH, "one", "One", "Text.");
    String today =
        room.press.clock.instant().atZone(room.press.publication.zone()).toLocalDate().toString();

    assertThat(headlines(page("/articles?from=" + today + "&to=" + today))).containsExactly("One");
    assertThat(headlines(page("/articles?to=2020-01-01"))).isEmpty();
    Document wrong = page("/articles?from=yesterday");
    assertThat(headlines(wrong)).containsExactly("One");
    assertThat(wrong.expectFirst(".fault").text()).contains("2026-11-22");
  }

  @Test
  void aLongListHasPagesAndAPageBeyondLeadsToTheLast() {
    for (int i = 1; i <= 31; i++) {
      room.draft(PressRoom.ENGLISH, "story-" + i, "Story " + i, "Text.");
    }

    Document first = page("/articles?q=story");

    assertThat(first.select(".found li")).hasSize(30);
    String next = first.expectFirst("a[rel=next]").attr("href");
    assertThat(next).isEqualTo("/articles?q=story&page=2");
    Document second = page(next);
    assertThat(second.select(".found li")).hasSize(1);
    assertThat(second.expectFirst("a[rel=prev]").attr("href")).isEqualTo("/articles?q=story");
    assertThat(second.text()).contains("31 articles", "Page 2 of 2");
    HttpResponse<String> beyond = vera.get("/articles?q=story&page=99");
    assertThat(beyond.headers().firstValue("Location")).hasValue("/articles?q=story&page=2");
  }

  @Test
  void thePaletteKnowsPlacesActionsAndArticles() {
    String id = room.draft(PressRoom.RUSSIAN, "most", "Мосты сводят", "Текст.");

    Map<String, Object> palette =
        JsonValues.object(vera.getJson("/palette?q=%D0%BC%D0%BE%D1%81%D1%82&article=" + id).body());

    assertThat(labels(palette, "places")).contains("Board", "Articles", "Photos");
    assertThat(labels(palette, "actions")).contains("New article", "Publish this article");
    assertThat(labels(palette, "articles")).containsExactly("About Мосты сводят");
    assertThat(String.valueOf(palette.get("articles")))
        .contains("path=/articles/" + id, "language=ru");
  }

  @Test
  void thePaletteOffersOnlyWhatOneMayDo() {
    String id = room.draft(PressRoom.ENGLISH, "one", "One", "Text.");
    Staff writer = room.signIn("Daria Kovel", Role.WRITER);

    Map<String, Object> palette =
        JsonValues.object(writer.getJson("/palette?article=" + id).body());

    assertThat(labels(palette, "actions"))
        .contains("New article")
        .doesNotContain("Publish this article");
    assertThat(labels(palette, "places"))
        .contains("The press", "Bin")
        .doesNotContain("Staff", "What was done", "Sections", "Topics");
    Staff chief = room.signIn("Anna Rehm", Role.CHIEF);
    assertThat(labels(JsonValues.object(chief.getJson("/palette").body()), "places"))
        .contains("Topics", "Authors", "Sections", "Pages", "Settings", "Versions");
  }

  private static List<String> labels(Map<String, Object> palette, String group) {
    return JsonValues.list(palette.get(group)).stream()
        .map(JsonValues::object)
        .map(e -> JsonValues.string(e.get("label")))
        .toList();
  }

  @Test
  void thePaletteIsAPageToo() {
    Document page = page("/palette");

    assertThat(page.select("main a[href=/articles]")).hasSize(1);
    assertThat(page.select("main form[method=post][action=/articles] button").text())
        .isEqualTo("New article");
    assertThat(page.select("main form[action=/articles] input[name=q]")).hasSize(1);
  }

  @Test
  void aStrangerFindsNothing() {
    room.draft(PressRoom.ENGLISH, "one", "Secret", "Text.");

    for (String path : new String[] {"/articles", "/articles?q=secret", "/palette?q=secret"}) {
      assertThat(room.stranger().get(path).statusCode()).isEqualTo(401);
      assertThat(room.stranger().get(path).body()).doesNotContain("Secret");
    }
    assertThat(room.stranger().getJson("/palette?q=secret").statusCode()).isEqualTo(401);
  }

  @Test
  void anEditorReadsItInRussian() {
    room.draft(PressRoom.RUSSIAN, "most", "Мосты", "Текст.");
    vera = room.signIn("Вера Линдт", Role.EDITOR, PressRoom.RUSSIAN);

    assertThat(page("/articles").text()).contains("Материалы", "Черновик", "1 материал");
    assertThat(Optional.ofNullable(page("/articles").expectFirst("time")).orElseThrow().text())
        .contains("2026");
  }
}
