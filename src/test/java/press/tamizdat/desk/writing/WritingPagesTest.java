package press.tamizdat.desk.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.article.Article;
import press.tamizdat.desk.DeskRoom;
import press.tamizdat.desk.Staff;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.platform.text.JsonValues;
import press.tamizdat.platform.text.Language;
import press.tamizdat.staff.Role;

/** The writing page as browsers use it, with and without scripts. */
class WritingPagesTest {
  @TempDir private Path folder;
  private DeskRoom room;
  private Staff vera;
  private Staff ilya;

  @BeforeEach
  void open() {
    room = DeskRoom.open(folder);
    vera = room.signIn("Vera Lindt", Role.EDITOR);
    ilya = room.signIn("Ilya Marchuk", Role.WRITER);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private String begin(Staff staff, String... form) {
    HttpResponse<String> answer = staff.post("/articles", form);
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  /** What a browser without scripts would send from this page, with some fields changed. */
  private static String[] form(HttpResponse<String> page, String... changed) {
    Document document = Jsoup.parse(page.body());
    Element form = document.expectFirst("form#writing");
    List<String> pairs = new ArrayList<>();
    Map<String, String> changes = new java.util.LinkedHashMap<>();
    for (int i = 0; i < changed.length; i += 2) {
      changes.put(changed[i], changed[i + 1]);
    }
    for (Element field : form.select("input[name], textarea[name], select[name]")) {
      String name = field.attr("name");
      boolean off =
          (field.attr("type").equals("checkbox") || field.attr("type").equals("radio"))
              && !field.hasAttr("checked");
      if (!off && !changes.containsKey(name)) {
        String value = field.normalName().equals("textarea") ? field.wholeText() : field.val();
        if (field.normalName().equals("select")) {
          Element chosen = field.selectFirst("option[selected]");
          value = chosen == null ? "" : chosen.val();
        }
        pairs.addAll(List.of(name, value));
      }
    }
    changes.forEach((name, value) -> pairs.addAll(List.of(name, value)));
    return pairs.toArray(String[]::new);
  }

  private Article article(String path) {
    return room.press.articles.find(path.substring("/articles/".length())).orElseThrow();
  }

  private static Map<String, Object> json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return JsonValues.object(answer.body());
  }

  @Test
  void anArticleIsBegunWrittenAndSavedWithoutAScript() {
    String path = begin(vera);
    HttpResponse<String> page = vera.get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("class=\"fault\"");

    HttpResponse<String> saved =
        vera.postAndFollow(
            path,
            form(
                page,
                "headline",
                "The dam  at Perevoz",
                "standfirst",
                "It holds.",
                "body",
                "<p onclick=x>Water <script>x</script>rose.</p>\r\n<div>More</div>",
                "bylines",
                "Vera Lindt",
                "section",
                "news",
                "topics",
                "river"));

    assertThat(saved.body()).contains("Saved as version 2");
    Article article = article(path);
    assertThat(article.revision()).isEqualTo(2);
    assertThat(article.content().headline()).isEqualTo("The dam at Perevoz");
    assertThat(article.content().body()).isEqualTo("<p>Water rose.</p>\n<p>More</p>");
    assertThat(article.content().slug()).isEqualTo("the-dam-at-perevoz");
    assertThat(article.content().section()).isEqualTo("news");
    assertThat(article.content().topics()).containsExactly("river");
    assertThat(article.content().bylines())
        .singleElement()
        .extracting("name")
        .isEqualTo("Vera Lindt");
    assertThat(vera.postAndFollow(path, form(vera.get(path))).body())
        .contains("Nothing has changed since version 2");
  }

  @Test
  void aDraftIsKeptWhateverItLacksAndSaysWhat() {
    String path = begin(vera);

    HttpResponse<String> saved =
        vera.postAndFollow(path, form(vera.get(path), "headline", "Only a headline"));

    assertThat(saved.body()).contains("Saved as version 2", "choose a section", "write the text");
  }

  @Test
  void theAddressFollowsTheHeadlineUntilSomebodyWritesAnother() {
    String path = begin(vera, "language", "ru");
    assertThat(article(path).content().language()).isEqualTo(new Language("ru"));
    vera.post(path, form(vera.get(path), "headline", "Плотина в Перевозе"));
    assertThat(article(path).content().slug()).isEqualTo("plotina-v-perevoze");
    vera.post(path, form(vera.get(path), "headline", "Щит"));
    assertThat(article(path).content().slug()).isEqualTo("shchit");
    vera.post(path, form(vera.get(path), "slug", "My Own"));
    assertThat(article(path).content().slug()).isEqualTo("my-own");
    vera.post(path, form(vera.get(path), "headline", "Плотина"));
    assertThat(article(path).content().slug()).isEqualTo("my-own");
  }

  @Test
  void thePublishedAddressIsFixed() {
    String id =
        room.press.article(
            PressRoom.ENGLISH, "the-dam", "news", List.of(), room.press.clock.instant());
    String path = "/articles/" + id;

    assertThat(vera.get(path).body()).contains("The address never changes");
    vera.post(path, form(vera.get(path), "slug", "another", "headline", "Another"));

    assertThat(article(path).content().slug()).isEqualTo("the-dam");
    assertThat(article(path).content().headline()).isEqualTo("Another");
    assertThat(vera.get(path).body()).contains("Changes not published");
  }

  @Test
  void autosaveKeepsTheTextButMakesNoVersionAndItIsOfferedOnReturn() {
    String path = begin(vera);
    HttpResponse<String> page = vera.get(path);

    for (int i = 0; i < 5; i++) {
      Map<String, Object> heard =
          json(
              vera.post(
                  path + "/working-copy",
                  form(page, "body", "<p>Typed " + i + "</p>", "dirty", "1")));
      assertThat(heard).containsEntry("state", "kept").containsEntry("mine", true);
    }

    assertThat(article(path).revision()).isEqualTo(1);
    Element form = Jsoup.parse(vera.get(path).body()).expectFirst("form#writing");
    assertThat(form.expectFirst("textarea[name=body]").text()).isEmpty();
    Map<String, Object> kept = JsonValues.object(form.attr("data-kept"));
    assertThat(JsonValues.list(kept.get("fields")))
        .contains((Object) List.of("body", "<p>Typed 4</p>"));
    assertThat(vera.get(path).body()).contains("that was not saved", "Compare the two");
    assertThat(vera.get(path + "/working-copy").body())
        .contains("Typed", "is newer than version 1");
    Document mine = Jsoup.parse(vera.get(path + "?text=mine").body());
    assertThat(mine.expectFirst("textarea[name=body]").wholeText()).isEqualTo("<p>Typed 4</p>");
  }

  @Test
  void theFormSaysWhatTheOfferSaysFieldForField() {
    String path = begin(vera);
    HttpResponse<String> page = vera.get(path);
    json(vera.post(path + "/working-copy", form(page, "body", "<p>x</p>", "dirty", "1")));
    Document offered = Jsoup.parse(vera.get(path).body());
    List<String> inOffer =
        JsonValues.list(
                JsonValues.object(offered.expectFirst("form#writing").attr("data-kept"))
                    .get("fields"))
            .stream()
            .map(pair -> String.valueOf(((List<?>) pair).getFirst()))
            .toList();
    offered.select("noscript").remove();
    List<String> inForm =
        offered.select("#writing [name]:not(button):not([type=checkbox])").eachAttr("name").stream()
            .filter(name -> !name.equals("revision") && !name.equals("page"))
            .toList();

    assertThat(inOffer).isEqualTo(inForm);
  }

  @Test
  void whoComesSecondReadsAndMayTakeOver() {
    String path = begin(vera);
    HttpResponse<String> hers = vera.get(path);
    json(vera.post(path + "/working-copy", form(hers, "body", "<p>Half a</p>", "dirty", "1")));

    HttpResponse<String> his = ilya.get(path);
    assertThat(his.body()).contains("Vera Lindt is writing in this article", "Take over");
    assertThat(Jsoup.parse(his.body()).expectFirst("#writing").attr("data-holder"))
        .isEqualTo("Vera Lindt");

    HttpResponse<String> taken = ilya.postAndFollow(path + "/lock", "page", "abc");
    assertThat(taken.body()).contains("Half a").doesNotContain("is writing in this article");
    assertThat(article(path).revision()).isEqualTo(2);

    Map<String, Object> told =
        json(
            vera.post(
                path + "/working-copy", form(hers, "body", "<p>Half a sen</p>", "dirty", "1")));
    assertThat(told)
        .containsEntry("state", "locked")
        .containsEntry("holder", "Ilya Marchuk")
        .containsEntry("mine", false);
    assertThat(vera.get(path + "/working-copy").body()).contains("Half a", "sen");
  }

  @Test
  void aSaveIntoAnArticleThatAnotherHoldsIsKeptApart() {
    String path = begin(vera);
    HttpResponse<String> his = ilya.get(path);
    HttpResponse<String> answer =
        ilya.postAndFollow(path, form(his, "headline", "By Ilya", "body", "<p>I</p>"));
    assertThat(answer.body()).contains("Saved as version 2");

    HttpResponse<String> hers = vera.get(path);
    HttpResponse<String> held =
        vera.postAndFollow(path, form(hers, "headline", "By Vera", "body", "<p>V</p>"));

    assertThat(held.body()).contains("Ilya Marchuk is writing in this article");
    assertThat(article(path).content().headline()).isEqualTo("By Ilya");
    assertThat(vera.get(path + "/working-copy").body()).contains("Vera");
  }

  @Test
  void aSaveOnAnOldVersionShowsBothAndLosesNeither() {
    String path = begin(vera);
    HttpResponse<String> hers = vera.get(path);
    room.press.clock.advance(Duration.ofMinutes(1));
    ilya.post(path, form(ilya.get(path), "headline", "By Ilya"));
    room.press.clock.advance(Duration.ofMinutes(1));

    HttpResponse<String> answer = vera.postAndFollow(path, form(hers, "headline", "By Vera"));

    assertThat(answer.body())
        .contains("Two versions of one text", "<del>Ilya</del>", "<ins>Vera</ins>");
    assertThat(article(path).content().headline()).isEqualTo("By Ilya");

    HttpResponse<String> mine =
        vera.postAndFollow(path + "/working-copy/choice", "choice", "mine", "newest", "2");
    assertThat(mine.body()).contains("Saved as version 3");
    assertThat(article(path).content().headline()).isEqualTo("By Vera");
    assertThat(vera.get(path + "/revisions").body())
        .contains("Version 1", "Version 2", "Version 3");
  }

  @Test
  void keepingTheOtherVersionSetsMineAside() {
    String path = begin(vera);
    HttpResponse<String> hers = vera.get(path);
    room.press.clock.advance(Duration.ofMinutes(1));
    ilya.post(path, form(ilya.get(path), "headline", "By Ilya"));
    room.press.clock.advance(Duration.ofMinutes(1));
    vera.post(path, form(hers, "headline", "By Vera"));

    HttpResponse<String> theirs =
        vera.postAndFollow(path + "/working-copy/choice", "choice", "theirs", "newest", "2");

    assertThat(theirs.body()).contains("It is among the versions");
    assertThat(article(path).content().headline()).isEqualTo("By Ilya");
    assertThat(vera.get(path + "/revisions/3").body()).contains("By Vera", "set aside");
  }

  @Test
  void versionsAreComparedRestoredAndTheRestorationUndone() {
    String path = begin(vera);
    vera.post(path, form(vera.get(path), "headline", "One", "body", "<p>The water rose.</p>"));
    vera.post(path, form(vera.get(path), "headline", "Two", "body", "<p>The water fell.</p>"));

    HttpResponse<String> compared = vera.get(path + "/revisions/3/2");
    assertThat(compared.body())
        .contains("The water <del>rose</del>.", "The water <ins>fell</ins>.")
        .contains("<del>One</del>", "<ins>Two</ins>");
    assertThat(vera.get(path + "/revisions?a=2&b=3").statusCode()).isEqualTo(303);

    HttpResponse<String> restored = vera.postAndFollow(path + "/revisions/2/restoration");
    assertThat(restored.body()).contains("Version 2 is restored as version 4", "Undo");
    assertThat(article(path).content().headline()).isEqualTo("One");
    vera.post(path + "/revisions/3/restoration");
    assertThat(article(path).content().headline()).isEqualTo("Two");
    assertThat(vera.get(path + "/revisions/77").statusCode()).isEqualTo(404);
  }

  @Test
  void relatedArticlesAreFoundByTheirTitles() {
    String other =
        room.press.article(
            PressRoom.RUSSIAN, "plotina", "news", List.of(), room.press.clock.instant());
    String path = begin(vera, "language", "ru");

    HttpResponse<String> found =
        vera.postAndFollow(
            path, form(vera.get(path), "headline", "x", "find", "about PLOT", "then", "find"));

    assertThat(Jsoup.parse(found.body()).select("input[name=related]").eachAttr("value"))
        .containsExactly(other);
    vera.post(path, form(vera.get(path), "related", other));
    assertThat(article(path).content().related()).containsExactly(other);
  }

  @Test
  void theGaugeSaysHowThePagesWouldBeCut() {
    String path = begin(vera);
    String body = "<p>" + "The water rose over the lower meadow at night. ".repeat(9) + "</p>";
    StringBuilder text = new StringBuilder();
    java.util.Random random = new java.util.Random(5);
    for (int i = 0; i < 60; i++) {
      text.append("<p>").append(words(random, 50)).append("</p>");
    }

    Map<String, Object> one =
        json(vera.post(path + "/gauge", form(vera.get(path), "headline", "A", "body", body)));
    Map<String, Object> many =
        json(
            vera.post(
                path + "/gauge", form(vera.get(path), "headline", "A", "body", text.toString())));

    assertThat(one).containsEntry("words", 81L).containsEntry("budget", 6144L);
    assertThat(JsonValues.list(one.get("parts"))).hasSize(1);
    List<Map<String, Object>> parts =
        JsonValues.list(many.get("parts")).stream().map(JsonValues::object).toList();
    assertThat(parts).hasSizeGreaterThan(2);
    assertThat(parts).allMatch(p -> JsonValues.number(p.get("bytes")) <= 6144);
    assertThat(parts.stream().map(p -> JsonValues.number(p.get("firstBlock"))))
        .isSorted()
        .startsWith(0L)
        .doesNotHaveDuplicates();
    assertThat(many).containsEntry("words", 3000L).containsEntry("minutes", 15L);
    assertThat(article(path).revision()).as("nothing is stored").isEqualTo(1);
  }

  private static String words(java.util.Random random, int number) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      StringBuilder word = new StringBuilder();
      for (int j = 2 + random.nextInt(7); j > 0; j--) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      words.add(word.toString());
    }
    return String.join(" ", words);
  }

  @Test
  void anArticleThatIsNotThereIsRefusedInWords() {
    assertThat(vera.get("/articles/nothing").statusCode()).isEqualTo(404);
    HttpResponse<String> answer = vera.post("/articles/nothing/working-copy", "dirty", "1");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("refused", "Copy your text");
  }

  @Test
  void thePageIsThereInRussian() {
    Staff reader = room.signIn("Вера Линдт", Role.EDITOR, new Language("ru"));
    String path = begin(reader);

    assertThat(article(path).content().language()).isEqualTo(new Language("ru"));
    assertThat(reader.get(path).body()).contains("Черновик", "Выберите рубрику");
    assertThat(reader.get(path + "/revisions").body()).contains("Версия 1", "начало");
  }
}
