package press.tamizdat.desk.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.tamizdat.article.published.Publication;
import press.tamizdat.desk.DeskRoom;
import press.tamizdat.desk.Staff;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.edition.PublishEdition;
import press.tamizdat.edition.reading.Catalogue;
import press.tamizdat.edition.reading.Head;
import press.tamizdat.platform.text.Language;
import press.tamizdat.staff.Audit;
import press.tamizdat.staff.Role;

/** The house's pages, as somebody with a browser and no script uses them. */
class HousePagesTest {
  private static final Language EN = PressRoom.ENGLISH;
  private static final Language RU = PressRoom.RUSSIAN;
  private static final Instant SPRING = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;
  private DeskRoom room;
  private Staff chief;
  private String dam;

  @BeforeEach
  void open() {
    room = DeskRoom.open(folder);
    chief = room.signIn("Vera Lindt", Role.CHIEF);
    dam = room.press.article(EN, "the-dam", "news", List.of("river"), SPRING);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private Publication now() {
    return room.settings.current();
  }

  private String based() {
    return String.valueOf(room.settings.number());
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  /** The form of the flash that takes the last change back. */
  private HttpResponse<String> undo(HttpResponse<String> page) {
    Element form = page(page).expectFirst(".flash form");
    List<String> fields =
        form.select("input[type=hidden]").stream()
            .flatMap(i -> java.util.stream.Stream.of(i.attr("name"), i.attr("value")))
            .toList();
    return chief.postAndFollow(form.attr("action"), fields.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void everyPageSpeaksTheEditorsLanguageAndIsSound(String language) {
    Staff editor = room.signIn("Ilya " + language, Role.CHIEF, new Language(language));
    chief.post("/authors", "based", based(), "name.en", "Vera Lindt", "pseudonym", "yes");
    chief.post("/pages", "based", based(), "title.en", "How to read", "body.en", "<p>So.</p>");
    for (String path :
        List.of(
            "/sections",
            "/sections/+",
            "/sections/news",
            "/sections/news/removal",
            "/sections/ideas/removal",
            "/topics",
            "/topics/+",
            "/topics/river",
            "/topics/courts/removal",
            "/authors",
            "/authors/+",
            "/authors/+?slug=a-writer",
            "/authors/vera-lindt",
            "/authors/vera-lindt/removal",
            "/pages",
            "/pages/+",
            "/pages/about",
            "/pages/privacy",
            "/pages/how-to-read",
            "/pages/how-to-read/removal",
            "/appeal",
            "/settings",
            "/settings/versions",
            "/settings/versions/1",
            "/settings/versions/2",
            "/articles/" + dam + "/translations",
            "/articles/" + dam + "/translations?q=x",
            "/staff",
            "/staff/" + chief.account.id() + "/exclusion",
            "/audit",
            "/audit?what=author",
            "/me")) {
      HttpResponse<String> answer = editor.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      Document page = page(answer);
      assertThat(page.text()).as(path).doesNotContainPattern("\\{[0-9]}|house\\.[a-z]");
      assertThat(page.select("h1")).as(path).hasSize(1);
      assertThat(page.select("[style], main script")).as(path).isEmpty();
      for (Element field : page.select("main input, main select, main textarea")) {
        if (!field.attr("type").equals("hidden")) {
          assertThat(isLabelled(page, field)).as(path + " " + field).isTrue();
        }
      }
      assertThat(page.select("[id]").eachAttr("id")).as(path).doesNotHaveDuplicates();
    }
  }

  private static boolean isLabelled(Document page, Element field) {
    return field.hasAttr("aria-label")
        || field.closest("label") != null
        || !page.select("label[for=" + field.id() + "]").isEmpty();
  }

  @Test
  void aSectionIsAddedNamedMovedAndRemoved() {
    chief.post("/sections", "based", based(), "name.en", "Long Reads", "name.ru", "Лонгриды");
    assertThat(now().sections())
        .extracting(s -> s.slug())
        .containsExactly("news", "ideas", "long-reads");

    chief.post("/sections/long-reads", "based", based(), "name.en", "Essays", "name.ru", "Эссе");
    assertThat(now().section("long-reads").orElseThrow().name().get(RU)).isEqualTo("Эссе");

    chief.post("/sections/long-reads/place", "by", "up");
    assertThat(now().sections())
        .extracting(s -> s.slug())
        .containsExactly("news", "long-reads", "ideas");

    chief.post("/sections/long-reads/removal");
    assertThat(now().sections()).extracting(s -> s.slug()).containsExactly("news", "ideas");
  }

  @Test
  void aSectionWithArticlesIsNotRemovedAndTheReasonIsSaid() {
    assertThat(page(chief.get("/sections/news/removal")).select("main form")).isEmpty();

    HttpResponse<String> answer = chief.postAndFollow("/sections/news/removal");

    assertThat(page(answer).select(".flash.bad").text()).contains("news", "1");
    assertThat(now().section("news")).isPresent();
  }

  @Test
  void whatWasSavedIsUndoneWithOneButton() {
    HttpResponse<String> saved =
        chief.postAndFollow(
            "/sections/news", "based", based(), "name.en", "Latest", "name.ru", "Новое");

    HttpResponse<String> undone = undo(saved);

    assertThat(undone.uri().getPath()).isEqualTo("/sections");
    assertThat(now().section("news").orElseThrow().name().get(EN)).isEqualTo("News");
  }

  @Test
  void whatIsWrongIsNamedAndWhatWasTypedStays() {
    HttpResponse<String> answer =
        chief.post("/sections", "based", based(), "name.en", "Archive", "name.ru", "");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page(answer).select(".notice.bad li")).hasSize(2);
    assertThat(page(answer).select("input[name=name.en]").val()).isEqualTo("Archive");
    assertThat(now().sections()).hasSize(2);
  }

  @Test
  void aTopicKeepsTheWordsItIsFoundBy() {
    chief.post(
        "/topics/river",
        "based",
        based(),
        "name.en",
        "River",
        "name.ru",
        "Река",
        "aliases.en",
        "flood\nhigh water, Lower Sound",
        "aliases.ru",
        "паводок",
        "description.en",
        "All that flows.");

    Publication.Topic river = now().topic("river").orElseThrow();
    assertThat(river.aliases().get(EN)).containsExactly("flood", "high water", "Lower Sound");
    assertThat(page(chief.get("/topics/river")).select("textarea[name=aliases.en]").val())
        .isEqualTo("flood\nhigh water\nLower Sound");
    assertThat(chief.postAndFollow("/topics/river/removal").body()).contains("river");
    assertThat(now().topic("river")).isPresent();
  }

  @Test
  void aNameOverArticlesIsOfferedAsAnAuthor() {
    Document authors = page(chief.get("/authors"));
    String add = authors.select(".house-found a").attr("href");
    assertThat(page(chief.get(add)).select("input[name=name.en]").val()).isEqualTo("A. Writer");

    chief.post(
        "/authors",
        "based",
        based(),
        "slug",
        "a-writer",
        "name.en",
        "A. Writer",
        "bio.en",
        "Writes.");

    assertThat(now().author("a-writer").orElseThrow().bio().get(EN)).isEqualTo("Writes.");
    assertThat(page(chief.get("/authors")).select(".house-found a")).isEmpty();
  }

  @Test
  void whatIsTypedIntoAPageIsCleaned() {
    chief.post(
        "/pages/about",
        "based",
        based(),
        "body.en",
        "<p onclick=\"x()\">We <b>print</b>.</p><script>alert(1)</script>");

    assertThat(now().about().get(EN)).isEqualTo("<p>We <strong>print</strong>.</p>");
    assertThat(now().about()).doesNotContainKey(RU);
  }

  @Test
  void twoWhoEditOneTextDoNotOverwriteEachOther() {
    String based = based();
    Staff other = room.signIn("Ilya Marchuk", Role.CHIEF);
    other.post("/pages/about", "based", based, "body.en", "<p>Ilya's.</p>");

    HttpResponse<String> answer =
        chief.post("/pages/about", "based", based, "body.en", "<p>Vera's.</p>");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page(answer).select(".notice.bad").text()).contains("Ilya Marchuk");
    assertThat(page(answer).select("textarea[name=body.en]").val()).contains("Vera's");
    assertThat(now().about().get(EN)).isEqualTo("<p>Ilya's.</p>");
    // What is shown now is based on what is there now: saving it again is meant.
    String again = page(answer).select("input[name=based]").val();
    chief.post("/pages/about", "based", again, "body.en", "<p>Vera's.</p>");
    assertThat(now().about().get(EN)).isEqualTo("<p>Vera's.</p>");
  }

  @Test
  void theAppealHasBothOrNeither() {
    assertThat(chief.post("/appeal", "based", based(), "title.en", "A message").statusCode())
        .isEqualTo(422);

    chief.post(
        "/appeal",
        "based",
        based(),
        "title.en",
        "A message",
        "body.en",
        "Pay us.",
        "banner.ru",
        "Мы.");

    assertThat(now().appeal().get(EN))
        .isEqualTo(new Publication.Appeal("A message", "<p>Pay us.</p>", ""));
    assertThat(now().appeal().get(RU)).isEqualTo(new Publication.Appeal("", "", "Мы."));
  }

  private HttpResponse<String> settings(String... more) {
    List<String> fields =
        new java.util.ArrayList<>(
            List.of("based", based(), "name.en", "The Weir", "name.ru", "Запруда"));
    fields.addAll(List.of(more));
    return chief.post("/settings", fields.toArray(String[]::new));
  }

  @Test
  void aNewLanguageTakesNamesFromTheMainOne() {
    assertThat(
            settings(
                    "languages",
                    "en",
                    "languages",
                    "ru",
                    "languages",
                    "fa",
                    "default",
                    "ru",
                    "address",
                    "https://weir.example/",
                    "zone",
                    "Asia/Tbilisi")
                .statusCode())
        .isEqualTo(303);

    assertThat(now().languages()).extracting(Language::tag).containsExactly("ru", "en", "fa");
    assertThat(now().address().toString()).isEqualTo("https://weir.example");
    assertThat(now().section("news").orElseThrow().name().get(new Language("fa")))
        .isEqualTo("Новости");
  }

  @Test
  void aLanguageWithArticlesAndAnAddressThatIsNoneAreRefused() {
    HttpResponse<String> answer =
        settings("languages", "ru", "address", "weir", "zone", "Middle/Earth");
    assertThat(page(answer).select(".notice.bad li")).hasSize(2);
    assertThat(page(answer).select("input[name=address]").val()).isEqualTo("weir");

    answer = settings("languages", "ru", "address", "https://weir.example", "zone", "Europe/Riga");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page(answer).select(".notice.bad").text()).contains("en");
    assertThat(now().languages()).hasSize(2);
  }

  @Test
  void textsThatWouldMakeAPageTooLargeAreRefusedAtOnce() {
    StringBuilder message = new StringBuilder();
    java.util.Random random = new java.util.Random(3);
    for (int i = 0; i < 1500; i++) {
      message.append(Long.toString(random.nextLong(), 36)).append(' ');
    }

    HttpResponse<String> answer =
        chief.post("/appeal", "based", based(), "banner.en", message.toString());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page(answer).select(".notice.bad").text()).contains("6 KB");
  }

  @Test
  void aVersionShowsWhatItWouldChangeAndIsPutBack() {
    chief.post("/topics/river", "based", based(), "name.en", "The Sound", "name.ru", "Река");
    chief.post("/sections/news", "based", based(), "name.en", "Latest", "name.ru", "Новости");

    assertThat(page(chief.get("/settings/versions/1")).select("del").text())
        .contains("The Sound", "Latest");
    chief.post("/settings/versions/1/restoration");

    assertThat(now()).isEqualTo(room.settings.at(1).orElseThrow());
    assertThat(room.settings.number()).isEqualTo(4);
    assertThat(page(chief.get("/settings/versions")).select("li").text()).contains("Vera Lindt");
  }

  @Test
  void whatWasSavedIsPrintedWithTheNextEdition() {
    PublishEdition edition = room.newsroom.edition().get();
    edition.publish(false);
    chief.post("/pages", "based", based(), "title.en", "How to read", "body.en", "<p>So.</p>");

    edition.publish(false);

    Head head = Head.Current.of(room.editions).orElseThrow().head();
    assertThat(new Catalogue(room.editions, head.catalogue()).find("en/how-to-read.html"))
        .isPresent();
  }

  @Test
  void everyPageThatReadersSeeSomethingOfOffersToPrintNow() {
    for (String path :
        List.of(
            "/sections",
            "/sections/news",
            "/topics",
            "/topics/river",
            "/authors",
            "/pages",
            "/pages/about",
            "/appeal",
            "/settings",
            "/settings/versions")) {
      Element form = page(chief.get(path)).expectFirst("form[action=/press]");

      assertThat(form.text()).as(path).contains("next edition", "Print now");
    }
    assertThat(page(chief.postAndFollow("/press")).select(".flash").text())
        .contains("The press was asked");
  }

  @Test
  void theNavigationMarksThePlaceToWhichAPageBelongs() {
    for (String path :
        List.of("/topics", "/sections/news", "/authors", "/pages/about", "/appeal", "/settings")) {
      assertThat(page(chief.get(path)).select(".masthead [aria-current=page]").text())
          .as(path)
          .isEqualTo("The paper");
    }
    assertThat(page(chief.get("/audit")).select(".masthead [aria-current=page]").text())
        .isEqualTo("Staff");
    assertThat(page(chief.get("/press")).select(".masthead [aria-current=page]").text())
        .isEqualTo("Board");
  }

  @Test
  void aTranslationIsBegunLinkedAndUnlinkedByButtons() {
    String path = "/articles/" + dam + "/translations";
    HttpResponse<String> begun = chief.post(path, "language", "ru");
    String draft = begun.headers().firstValue("Location").orElseThrow().replace("/articles/", "");
    assertThat(room.press.articles.find(draft).orElseThrow().content().headline())
        .startsWith("[перевести]");

    chief.post("/articles/" + draft + "/translations/unlinking", "back", dam);
    assertThat(page(chief.get(path)).select("main ul.list li")).hasSize(1);
    assertThat(page(chief.get(path + "?q=DAM")).select("input[name=other]").eachAttr("value"))
        .containsExactly(draft);
    chief.post(path + "/link", "other", draft);
    assertThat(page(chief.get(path)).select("main ul.list li")).hasSize(2);
    assertThat(chief.postAndFollow(path + "/link", "other", "nothing").body())
        .contains("Choose the article");
  }

  @Test
  void aNewColleagueSignsInWithTheLinkThatWasShownOnce() {
    HttpResponse<String> shown =
        chief.post("/staff", "name", "Daria Kovel", "role", "editor", "language", "ru");
    String link = page(shown).select("#link").val();
    assertThat(link).startsWith(room.address() + "/sign-in/");
    Matcher id =
        Pattern.compile("/staff/([0-9a-f]+)/role")
            .matcher(chief.get("/staff").body().split("Daria Kovel", 2)[1]);
    assertThat(id.find()).isTrue();

    assertThat(room.stranger().post(link.substring(room.address().length())).statusCode())
        .isEqualTo(303);
    Staff daria = room.signIn("Daria Kovel", Role.EDITOR);
    assertThat(daria.get("/me").body()).contains("Редактор");

    chief.post("/staff/" + id.group(1) + "/role", "role", "writer");
    assertThat(daria.get("/me").body()).contains("Автор");
    chief.post("/staff/" + id.group(1) + "/exclusion");
    assertThat(daria.get("/me").statusCode()).isEqualTo(401);
    assertThat(chief.postAndFollow("/staff/" + id.group(1) + "/link").body()).contains("shut out");
    chief.post("/staff/" + id.group(1) + "/return");
    assertThat(chief.post("/staff/" + id.group(1) + "/link").body()).contains("/sign-in/");
  }

  @Test
  void anAddressOrANameThatIsTakenIsNoPenName() {
    assertThat(chief.post("/staff", "name", "daria@example.org").statusCode()).isEqualTo(422);
    HttpResponse<String> taken = chief.post("/staff", "name", "Vera Lindt");
    assertThat(page(taken).select(".fault").text()).contains("already");
    assertThat(page(taken).select("#name").val()).isEqualTo("Vera Lindt");
  }

  @Test
  void theLastChiefEditorCannotShutThemselvesOut() {
    String own = "/staff/" + chief.account.id();

    assertThat(page(chief.postAndFollow(own + "/exclusion")).select(".flash.bad")).isNotEmpty();
    assertThat(page(chief.postAndFollow(own + "/role", "role", "writer")).select(".flash.bad"))
        .isNotEmpty();

    Staff other = room.signIn("Ilya Marchuk", Role.CHIEF);
    assertThat(page(other.postAndFollow(own + "/role", "role", "writer")).select(".flash.good"))
        .isNotEmpty();
    assertThat(chief.get("/staff").statusCode()).isEqualTo(403);
  }

  @Test
  void theBookSaysWhoDidWhatAndCanBeFiltered() {
    chief.post("/sections/news/place", "by", "down");
    Staff other = room.signIn("Ilya Marchuk", Role.CHIEF);
    other.post("/topics", "based", based(), "name.en", "Wood", "name.ru", "Лес");

    assertThat(page(chief.get("/audit")).select("li").text())
        .contains("Section moved: news", "Topic: wood", "Ilya Marchuk", "Vera Lindt");
    assertThat(page(chief.get("/audit?who=" + other.account.id())).select("main li")).hasSize(1);
    assertThat(page(chief.get("/audit?what=section-place")).select("main li")).hasSize(1);
  }

  @Test
  void whatBecameOfAnArticleStandsInTheBookWithItsHeadline() {
    room.press.database.change(
        h ->
            new Audit(room.press.clock)
                .note(h, Optional.of(chief.account.id()), "article.stage.ready", dam));

    Element line =
        page(chief.get("/audit?what=article.stage.ready")).expectFirst("main ul.list li");
    assertThat(line.text()).contains("Marked ready", "About the-dam");
    assertThat(line.expectFirst("a").attr("href")).isEqualTo("/articles/" + dam);
  }

  @Test
  void aLongBookHasPages() {
    for (int i = 0; i < 130; i++) {
      chief.post("/sections/news/place", "by", i % 2 == 0 ? "down" : "up");
    }
    Document first = page(chief.get("/audit?what=section-place"));
    assertThat(first.select("main ul.list li")).hasSize(100);

    Document second = page(chief.get(first.select("main a[href^=/audit?before]").attr("href")));
    assertThat(second.select("main ul.list li")).hasSize(30);
  }

  @Test
  void theDeskSpeaksTheLanguageThatOneChooses() {
    assertThat(chief.postAndFollow("/me/language", "language", "ru").body())
        .contains("lang=\"ru\"");
  }

  @Test
  void signingOutEverywhereEndsEverySession() {
    Staff phone = room.signIn("Vera Lindt", Role.CHIEF);

    chief.post("/me/sign-out-everywhere");

    assertThat(phone.get("/me").statusCode()).isEqualTo(401);
    assertThat(chief.get("/me").statusCode()).isEqualTo(401);
  }

  @Test
  void eachRoleDoesItsOwn() {
    Staff writer = room.signIn("Daria Kovel", Role.WRITER);
    Staff editor = room.signIn("Ilya Marchuk", Role.EDITOR);
    for (String path : List.of("/sections", "/pages", "/appeal", "/settings", "/staff", "/audit")) {
      assertThat(writer.get(path).statusCode()).as(path).isEqualTo(403);
      assertThat(editor.get(path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(writer.get("/topics").statusCode()).isEqualTo(403);
    assertThat(editor.get("/topics").statusCode()).isEqualTo(200);
    assertThat(editor.get("/authors").statusCode()).isEqualTo(200);
    assertThat(writer.get("/articles/" + dam + "/translations").statusCode()).isEqualTo(200);
    editor.post("/settings/versions/1/restoration");
    assertThat(
            writer
                .post("/topics/river", "based", based(), "name.en", "x", "name.ru", "x")
                .statusCode())
        .isEqualTo(403);
    assertThat(room.settings.number()).isEqualTo(1);
  }
}
