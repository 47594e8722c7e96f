package press.tamizdat.desk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.article.Comments;
import press.tamizdat.article.Flow;
import press.tamizdat.article.Stage;
import press.tamizdat.article.Standing;
import press.tamizdat.desk.DeskRoom;
import press.tamizdat.desk.Staff;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.edition.reading.Catalogue;
import press.tamizdat.edition.reading.Entry;
import press.tamizdat.edition.reading.Head;
import press.tamizdat.edition.reading.Kind;
import press.tamizdat.staff.Role;

class FlowPagesTest {
  private static final String PATH = "en/2026/11/the-bridge.html";

  @TempDir private Path folder;
  private DeskRoom room;
  private Staff editor;
  private Staff writer;

  @BeforeEach
  void open() {
    room = DeskRoom.open(folder);
    editor = room.signIn("Vera Lindt", Role.EDITOR);
    writer = room.signIn("Daria Kovel", Role.WRITER);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private String draft() {
    return room.draft(PressRoom.ENGLISH, "the-bridge", "the bridge", "It stands in the river.");
  }

  private Standing standing(String id) {
    Comments comments =
        new Comments(room.press.database, room.press.clock, new java.util.Random(1));
    return new Flow(room.press.database, room.press.clock, comments).standing(id).orElseThrow();
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  private static String flash(HttpResponse<String> answer) {
    return page(answer).select(".flash p").text();
  }

  private Entry entry(String path) {
    Head head = Head.Current.of(room.editions).orElseThrow().head();
    return new Catalogue(room.editions, head.catalogue()).find(path).orElseThrow();
  }

  @Test
  void anEmptyBoardSaysWhatToDo() {
    Document board = page(writer.get("/"));

    assertThat(board.select(".flow-welcome h2").text()).contains("Begin with an article");
    assertThat(board.select(".flow-welcome form[action=/articles] button")).isNotEmpty();
  }

  @Test
  void theBoardShowsWhereEachArticleStandsAndMovesItWithAButton() {
    String id = draft();
    Document board = page(writer.get("/"));
    assertThat(board.select(".flow-column").get(0).select("h3").text())
        .isEqualTo("About the bridge");

    HttpResponse<String> moved =
        writer.postAndFollow(
            "/articles/" + id + "/stage", "from", "draft", "to", "in-review", "back", "/");

    assertThat(flash(moved)).contains("Submitted for review");
    assertThat(page(moved).select(".flow-column").get(1).select("h3").text())
        .isEqualTo("About the bridge");
    var undo = page(moved).select(".flash form").get(0);
    writer.post(
        undo.attr("action"),
        "from",
        undo.select("[name=from]").val(),
        "to",
        undo.select("[name=to]").val());
    assertThat(standing(id).stage()).isEqualTo(Stage.DRAFT);
  }

  @Test
  void theBoardIsFilteredAndShownByDay() {
    String id = draft();
    editor.post("/articles/" + id + "/plan", "day", "2026-11-21", "assignee", "", "brief", "Ask.");

    assertThat(page(editor.get("/?section=ideas")).select(".flow-card")).isEmpty();
    assertThat(page(editor.get("/?section=news&language=en")).select(".flow-card")).hasSize(1);
    assertThat(page(editor.get("/?mine=1")).select(".flow-card")).isEmpty();
    Document days = page(editor.get("/?view=days"));
    assertThat(days.select(".flow-column")).hasSize(7);
    assertThat(days.select(".flow-column:has(.flow-card) h2").text())
        .startsWith("Saturday, 21 November");
    assertThat(days.text()).contains("UTC+01:00");
  }

  @Test
  void aWriterSeesNoPublishScreenAndIsToldWhy() {
    String id = draft();

    HttpResponse<String> refused = writer.get("/articles/" + id + "/publication");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("Only editors publish");
    assertThat(writer.post("/articles/" + id + "/removal", "reason", "x", "sure", "1").statusCode())
        .isEqualTo(403);
    assertThat(page(writer.get("/articles/" + id + "/comments")).select(".flow-tabs").text())
        .doesNotContain("Publish");
  }

  @Test
  void oneScreenSaysWhatWillHappenAndOneButtonDoesIt() {
    String id = draft();
    String path = "/articles/" + id + "/publication";

    Document screen = page(editor.get(path));
    assertThat(screen.select(".flow-facts").text())
        .contains("https://gauge.example/" + PATH)
        .contains("English")
        .contains("The paper has no letter in this language");
    assertThat(screen.select(".flow-groups").text())
        .contains("This article", "Front page", "Section", "Feeds", "Sitemaps", "/" + PATH);

    HttpResponse<String> published = editor.postAndFollow(path, "revision", "1", "do", "publish");

    assertThat(flash(published)).isEqualTo("Published. Readers have it.");
    assertThat(page(published).select(".flow-way-out").text()).contains("Edition 1 has it");
    assertThat(entry(PATH).kind()).isEqualTo(Kind.PAGE);
    assertThat(page(editor.get(path)).text()).contains("There is nothing to publish");
  }

  @Test
  void whatNeedsADeliberateYesIsAskedAndWhatStopsIsNamed() {
    String id = draft();
    String path = "/articles/" + id + "/publication";
    editor.post("/articles/" + id + "/comments", "quote", "in the river", "body", "Which?");

    HttpResponse<String> refused = editor.post(path, "revision", "1", "do", "publish");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(page(refused).select("[name=yes]").eachAttr("value")).containsExactly("comments");
    assertThat(standing(id).out()).isEmpty();

    editor.post("/articles/" + id + "/plan", "embargo", "1", "day", "2026-11-21", "time", "10:00");
    HttpResponse<String> embargoed =
        editor.post(path, "revision", "1", "do", "publish", "yes", "comments");
    assertThat(page(embargoed).select(".notice.bad").text())
        .contains("Under embargo until 21 November, 10:00");
    editor.post("/articles/" + id + "/plan", "lift", "1", "sure", "1");
    editor.post(path, "revision", "1", "do", "publish", "yes", "comments");
    assertThat(standing(id).out()).contains(1);
  }

  @Test
  void whatWasSavedMeanwhileIsShownBeforeItIsPublished() {
    String id = draft();
    var content = room.press.articles.find(id).orElseThrow().content();
    room.press.articles.revise(id, content);

    HttpResponse<String> refused =
        editor.post("/articles/" + id + "/publication", "revision", "1", "do", "publish");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(page(refused).text()).contains("saved again since you opened this screen");
    assertThat(page(refused).select("[name=revision]").val()).isEqualTo("2");
  }

  @Test
  void aTimeThatClocksSkipOrShowTwiceIsAsked() {
    String id = draft();
    String path = "/articles/" + id + "/publication";

    Document never =
        page(
            editor.post(
                path, "revision", "1", "do", "schedule", "day", "2027-03-28", "time", "02:30"));
    assertThat(never.select("[role=alert]").text())
        .contains("there is no 02:30", "28 March 2027, 01:59", "28 March 2027, 03:00");
    Document twice =
        page(
            editor.post(
                path, "revision", "1", "do", "schedule", "day", "2027-10-31", "time", "02:30"));
    assertThat(twice.select("[name=moment]").eachAttr("value"))
        .containsExactly("2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z");
    assertThat(standing(id).schedule()).isEmpty();

    HttpResponse<String> scheduled =
        editor.postAndFollow(
            path,
            "revision",
            "1",
            "do",
            "schedule",
            "day",
            "2027-10-31",
            "time",
            "02:30",
            "moment",
            "2027-10-31T01:30:00Z");
    assertThat(flash(scheduled)).contains("31 October 2027, 02:30", "UTC+01:00");
    assertThat(standing(id).schedule().orElseThrow().at())
        .isEqualTo(java.time.Instant.parse("2027-10-31T01:30:00Z"));
  }

  @Test
  void aScheduledArticleComesOutByItselfWithinSeconds() throws InterruptedException {
    String id = draft();
    editor.post(
        "/articles/" + id + "/publication",
        "revision",
        "1",
        "do",
        "schedule",
        "day",
        "2026-11-20",
        "time",
        "10:00");
    assertThat(standing(id).stage()).isEqualTo(Stage.SCHEDULED);

    room.press.clock.advance(Duration.ofHours(1));
    long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (standing(id).out().isEmpty() && System.nanoTime() < until) {
      Thread.sleep(50);
    }

    assertThat(standing(id).out()).contains(1);
  }

  @Test
  void commentsStandBesideTheWordsTheyAreAbout() {
    String id = draft();
    String path = "/articles/" + id + "/comments";
    editor.post(path, "quote", "in the river", "body", "Which <river>?");
    editor.post(path, "quote", "", "body", "Too short.");

    Document page = page(writer.get(path));
    assertThat(page.select(".flow-words mark").text()).isEqualTo("in the river");
    assertThat(page.select(".flow-beside .flow-body").text()).isEqualTo("Which <river>?");
    assertThat(page.select(".columns .flow-body").text()).isEqualTo("Too short.");
    String comment = page.select(".flow-beside .flow-comment").get(0).id().substring("c-".length());
    writer.post(path + "/" + comment + "/replies", "body", "The Amstel.");
    HttpResponse<String> settled = editor.postAndFollow(path + "/" + comment + "/resolution");
    assertThat(page(settled).select(".flow-beside").text())
        .contains("The Amstel.", "Settled by Vera Lindt");
    assertThat(page(editor.get("/")).select(".flow-card").text()).contains("1 open comment");
  }

  @Test
  void whoSendsBackSaysWhy() {
    String id = draft();
    writer.post("/articles/" + id + "/stage", "from", "draft", "to", "in-review");

    editor.post(
        "/articles/" + id + "/stage", "from", "in-review", "to", "draft", "comment", "Ask them.");

    assertThat(standing(id).stage()).isEqualTo(Stage.DRAFT);
    assertThat(page(writer.get("/articles/" + id + "/comments")).text()).contains("Ask them.");
  }

  @Test
  void aCommentThatIsRefusedKeepsWhatWasTyped() {
    String id = draft();
    String path = "/articles/" + id + "/comments";
    String long4001 = "x".repeat(4001);

    HttpResponse<String> refused = writer.post(path, "quote", "in the river", "body", long4001);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(page(refused).select("[role=alert]").text()).contains("at most 4,000 characters");
    assertThat(page(refused).select("#quote").val()).isEqualTo("in the river");
    assertThat(page(refused).select("#body").val()).isEqualTo(long4001);
    HttpResponse<String> blank = writer.post(path, "quote", "in the river", "body", " ");
    assertThat(page(blank).select("[role=alert]").text()).contains("Write what you want to say");
    assertThat(page(blank).select("#quote").val()).isEqualTo("in the river");
  }

  @Test
  void anAnswerOrASendingBackThatIsRefusedStandsWhereItWasTyped() {
    String id = draft();
    String path = "/articles/" + id + "/comments";
    String long4001 = "x".repeat(4001);
    editor.post(path, "quote", "", "body", "Which river?");
    String comment =
        page(writer.get(path)).select(".flow-comment").get(0).id().substring("c-".length());

    HttpResponse<String> answer = writer.post(path + "/" + comment + "/replies", "body", long4001);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page(answer).select("details[open] textarea").val()).isEqualTo(long4001);
    assertThat(page(answer).select("#body").val()).isEmpty();
    writer.post("/articles/" + id + "/stage", "from", "draft", "to", "in-review");
    HttpResponse<String> back =
        editor.post(
            "/articles/" + id + "/stage", "from", "in-review", "to", "draft", "comment", long4001);
    assertThat(back.statusCode()).isEqualTo(422);
    assertThat(page(back).select("#comment").val()).isEqualTo(long4001);
    assertThat(standing(id).stage()).isEqualTo(Stage.IN_REVIEW);
  }

  @Test
  void thePreviewIsTheReadersPageWithTheReadersPolicyInAFrameOfTheDesk() {
    String id = draft();

    HttpResponse<String> first = writer.get("/articles/" + id + "/preview/1");
    String address = first.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> page = writer.get(address);

    assertThat(address).isEqualTo("/articles/" + id + "/preview/1/" + PATH);
    assertThat(page.statusCode()).isEqualTo(200);
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy).contains("frame-ancestors 'self'", "style-src 'sha256-");
    assertThat(page(page).select("h1").text()).isEqualTo("About the bridge");
    assertThat(writer.get("/articles/" + id + "/preview/1/index.html").statusCode()).isEqualTo(404);
    String script = page(page).select("script[src]").attr("src");
    assertThat(writer.get(java.net.URI.create(address).resolve(script).toString()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aCorrectionIsPublishedOverTheSameScreen() {
    String id = draft();
    editor.post("/articles/" + id + "/publication", "revision", "1", "do", "publish");
    room.press.clock.advance(Duration.ofHours(1));

    HttpResponse<String> screen =
        editor.postAndFollow("/articles/" + id + "/corrections", "text", "It is a ford.");
    assertThat(page(screen).select(".flow-act").text()).contains("It is a ford.");
    editor.post("/articles/" + id + "/publication", "revision", "2", "do", "publish");

    byte[] html = room.editions.read(entry(PATH).hash()).orElseThrow();
    assertThat(new String(html, StandardCharsets.UTF_8)).contains("It is a ford.");
  }

  @Test
  void takingDownAsksForAReasonAndADeliberateYes() {
    String id = draft();
    editor.post("/articles/" + id + "/publication", "revision", "1", "do", "publish");
    String path = "/articles/" + id + "/removal";

    assertThat(editor.post(path, "reason", "A court ordered it.").statusCode()).isEqualTo(422);
    assertThat(editor.post(path, "reason", "", "sure", "1").statusCode()).isEqualTo(422);
    HttpResponse<String> gone =
        editor.postAndFollow(path, "reason", "A court ordered it.", "sure", "1");

    assertThat(page(gone).text()).contains("A court ordered it.", "Edition 2 has it");
    assertThat(entry(PATH).kind()).isEqualTo(Kind.GONE);
    HttpResponse<String> copied = editor.post("/articles/" + id + "/copy");
    assertThat(copied.statusCode()).isEqualTo(303);
  }

  @Test
  void aDraftIsThrownAwayAndTakenOutAgain() {
    String id = draft();

    HttpResponse<String> board = writer.postAndFollow("/articles/" + id + "/bin");
    assertThat(flash(board)).isEqualTo("The draft is in the bin.");
    assertThat(page(board).select(".flow-card")).isEmpty();
    assertThat(page(writer.get("/bin")).text()).contains("About the bridge");
    writer.post("/articles/" + id + "/bin", "out", "1");

    assertThat(page(writer.get("/")).select(".flow-card")).hasSize(1);
  }

  @Test
  void thePressSaysWhatItDoesToPeopleAndToScripts() {
    assertThat(page(writer.get("/press")).text()).contains("There is no edition yet");
    assertThat(writer.getJson("/press").body()).contains("\"state\":\"resting\"");
    assertThat(writer.post("/press").statusCode()).isEqualTo(403);
  }

  @Test
  void everyPageIsThereInRussian() {
    Staff russian = room.signIn("Илья Марчук", Role.EDITOR, PressRoom.RUSSIAN);
    String id = draft();

    for (String path :
        new String[] {
          "/",
          "/?view=days",
          "/bin",
          "/press",
          "/articles/" + id + "/comments",
          "/articles/" + id + "/plan",
          "/articles/" + id + "/publication"
        }) {
      HttpResponse<String> answer = russian.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(page(answer).select("html").attr("lang")).isEqualTo("ru");
    }
  }
}
