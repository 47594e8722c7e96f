package press.tamizdat.desk.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.desk.RecordedMailroom;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.letter.issue.Draft;
import press.tamizdat.letter.issue.Issue;
import press.tamizdat.letter.issue.Plan;
import press.tamizdat.letter.sending.Progress;
import press.tamizdat.staff.Audit;

/** Letters at the desk, over HTTP. */
class LettersPagesTest {
  @TempDir private Path folder;

  @Test
  void thePlanMakesTheNextIssueOnceWithTheWeeksArticles() {
    try (LettersRoom room = new LettersRoom(folder)) {
      Issue issue = room.issue();
      String page = room.editor.get("/letters").body();

      assertThat(page).contains("The Friday Letter", "Due 20 November, 10:00", "1,200");
      // Of each section the most read, in the order of sections.
      assertThat(issue.draft().items().stream().map(Draft.Item::article))
          .containsExactly(
              room.articles.get(2),
              room.articles.get(0),
              room.articles.get(3),
              room.articles.get(1));
      assertThat(room.issue().id()).isEqualTo(issue.id());
    }
  }

  @Test
  void anIssueIsPutTogetherByButtonsAlone() {
    try (LettersRoom room = new LettersRoom(folder)) {
      Issue issue = room.issue();
      String weir = room.articles.get(2);
      String dam = room.articles.get(0);

      String page =
          room.writer
              .postAndFollow(
                  LettersRoom.PATH,
                  "based",
                  "1",
                  "subject",
                  "The week of the dam",
                  "opening",
                  "Dear readers,\n\nit held <again>.",
                  "length",
                  "summary",
                  "item",
                  weir,
                  "item",
                  dam,
                  "do",
                  "up:" + dam)
              .body();

      Draft draft = room.issue(PressRoom.ENGLISH).draft();
      assertThat(draft.subject()).isEqualTo("The week of the dam");
      assertThat(draft.opening()).startsWith("<p>Dear readers,</p>").doesNotContain("<again>");
      assertThat(draft.items().stream().map(Draft.Item::article)).containsExactly(dam, weir);
      assertThat(page).contains("Proposed", "About the-bridge");
      assertThat(issue.version()).isEqualTo(1);
    }
  }

  @Test
  void whatTwoChangeAtOnceIsNotOverwrittenUnseen() {
    try (LettersRoom room = new LettersRoom(folder)) {
      room.issue();
      room.writer.post(LettersRoom.PATH, "based", "1", "subject", "Hers", "do", "save");

      var refused =
          room.editor.post(LettersRoom.PATH, "based", "1", "subject", "Mine", "do", "save");

      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("Daria Kovel has changed this issue", "value=\"Mine\"");
      assertThat(room.issue(PressRoom.ENGLISH).draft().subject()).isEqualTo("Hers");
    }
  }

  @Test
  void thePreviewsAreTheLetterAsItIsSentAndLoadNothingFromElsewhere() {
    try (LettersRoom room = new LettersRoom(folder)) {
      room.issue();
      var light = room.writer.get(LettersRoom.PATH + "/preview/light");
      String dark = room.writer.get(LettersRoom.PATH + "/preview/dark").body();
      String text = room.writer.get(LettersRoom.PATH + "/preview/text").body();

      assertThat(light.body())
          .contains("https://gauge.example/en/2026/11/the-weir.html", "link={{link}}")
          .contains("role=\"presentation\"", "@media not all");
      assertThat(dark).contains("@media all");
      assertThat(text).contains("THE GAUGE", "* About the-weir");
      assertThat(light.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "sandbox");
    }
  }

  @Test
  void armingTakesThePassphraseAndHandsTheIssueOver() {
    try (LettersRoom room = new LettersRoom(folder)) {
      Issue issue = room.issue();
      String sending = LettersRoom.PATH + "/sending";
      assertThat(room.editor.get(sending).body()).contains("1,200 subscribers get it");

      var wrong = room.editor.post(sending, "do", "arm", "when", "now", "passphrase", "guess");
      String going =
          room.editor
              .postAndFollow(
                  sending, "do", "arm", "when", "now", "passphrase", RecordedMailroom.PASSPHRASE)
              .body();

      assertThat(wrong.statusCode()).isEqualTo(422);
      assertThat(wrong.body()).contains("not the passphrase").doesNotContain("guess");
      assertThat(room.desk.mailroom.sent).singleElement().matches(i -> i.id().equals(issue.id()));
      assertThat(going).contains("Together 100 of 100", "data-letter-sending=\"sending\"");
      assertThat(going).doesNotContain(RecordedMailroom.PASSPHRASE);
      assertThat(actions(room)).contains("letter.arm", "letter.send");
      room.desk.mailroom.at(issue.id(), Progress.State.DONE, 95);
      assertThat(room.editor.getJson(sending).body()).contains("\"done\"");
    }
  }

  @Test
  void anIssueThatWaitsForItsTimeGoesThenAndAfterARestartOnlyWithThePassphrase() throws Exception {
    try (LettersRoom room = new LettersRoom(folder)) {
      room.issue();
      String sending = LettersRoom.PATH + "/sending";
      String page =
          room.editor
              .postAndFollow(
                  sending, "do", "arm", "when", "plan", "passphrase", RecordedMailroom.PASSPHRASE)
              .body();
      assertThat(page).contains("Goes out 20 November, 10:00", "Take it back");
      assertThat(room.editor.post(LettersRoom.PATH, "based", "1", "do", "save").statusCode())
          .isEqualTo(422);
    }
    try (LettersRoom room = again()) {
      String sending = LettersRoom.PATH + "/sending";
      assertThat(room.editor.get(sending).body()).contains("needs the passphrase again");
      room.desk.press.clock.advance(Duration.ofHours(2));
      assertThat(
              room.editor
                  .postAndFollow(sending, "do", "unlock", "passphrase", RecordedMailroom.PASSPHRASE)
                  .body())
          .contains("Unlocked");
      for (int i = 0; i < 80 && room.desk.mailroom.sent.isEmpty(); i++) {
        Thread.sleep(100);
      }
      assertThat(room.desk.mailroom.sent).hasSize(1);
    }
  }

  private LettersRoom again() {
    return new LettersRoom(folder);
  }

  @Test
  void whatNobodyArmsIsRedOnEveryPageOfEditors() {
    try (LettersRoom room = new LettersRoom(folder)) {
      room.issue();
      assertThat(room.editor.get("/articles").body()).contains("is due 20 November, 10:00");
      assertThat(room.writer.get("/articles").body()).doesNotContain("is due");
      room.desk.press.clock.advance(Duration.ofHours(3));

      assertThat(room.editor.get("/articles").body()).contains("nobody armed it");
      assertThat(room.editor.get("/letters").body()).contains("letters-state bad");
      String moved = room.editor.postAndFollow(LettersRoom.PATH, "do", "postpone").body();
      assertThat(moved).contains("Due 27 November");
    }
  }

  @Test
  void aCopyOfAnInstallationSaysWhyItDoesNotSend() {
    try (LettersRoom room = new LettersRoom(folder)) {
      room.issue();
      room.desk.mailroom.elsewhere = java.util.Optional.of("letters.elsewhere.ask");
      String sending = LettersRoom.PATH + "/sending";

      assertThat(room.editor.get(sending).body()).contains("does not send letters");
      assertThat(
              room.editor
                  .post(
                      sending,
                      "do",
                      "arm",
                      "when",
                      "now",
                      "passphrase",
                      RecordedMailroom.PASSPHRASE)
                  .statusCode())
          .isEqualTo(422);
      assertThat(room.editor.post("/letters/installation").statusCode()).isEqualTo(403);
      room.chief.post("/letters/installation");
      assertThat(room.editor.get(sending).body()).doesNotContain("does not send letters");
    }
  }

  @Test
  void settingsAreForChiefsAndSayWhatUnattendedLettersCost() {
    try (LettersRoom room = new LettersRoom(folder)) {
      assertThat(room.editor.get("/letters/friday/settings").statusCode()).isEqualTo(403);
      assertThat(room.chief.get("/letters/friday/settings").body())
          .contains("memory for as long as the program runs");

      room.chief.post(
          "/letters/new",
          "name.en",
          "Breaking",
          "name.ru",
          "Срочно",
          "time",
          "09:00",
          "zone",
          "Europe/Amsterdam",
          "most",
          "5",
          "remind",
          "12",
          "length",
          "sos");

      assertThat(room.desk.settings.current().letter("breaking")).isPresent();
      assertThat(room.writer.get("/letters").body()).contains("When there is something to say");
      assertThat(room.writer.postAndFollow("/letters/breaking/issues", "language", "ru").body())
          .contains("Срочно");
    }
  }

  @Test
  void anUnattendedLetterGoesWithoutAnybodyOnceItsPassphraseIsThere() throws Exception {
    try (LettersRoom room = new LettersRoom(folder)) {
      Plan usual = Plan.usual(ZoneId.of("Europe/Amsterdam"));
      room.plan(
          new Plan(
              usual.days(),
              usual.time(),
              usual.zone(),
              List.of(),
              usual.length(),
              8,
              true,
              true,
              24));
      room.issue();
      room.desk.press.clock.advance(Duration.ofHours(3));
      assertThat(room.editor.get("/letters").body()).contains("cannot: the passphrase");
      assertThat(room.desk.mailroom.sent).isEmpty();

      room.chief.post("/letters/unattended", "passphrase", RecordedMailroom.PASSPHRASE);
      for (int i = 0; i < 80 && room.desk.mailroom.sent.isEmpty(); i++) {
        Thread.sleep(100);
      }

      assertThat(room.desk.mailroom.sent).hasSize(1);
    }
  }

  @Test
  void aTestGoesToOneAddressThatIsNowhereAfterwards() {
    try (LettersRoom room = new LettersRoom(folder)) {
      room.issue();
      String said =
          room.editor
              .postAndFollow(LettersRoom.PATH + "/test", "address", "me@here.example")
              .body();

      assertThat(said).contains("The test is on its way").doesNotContain("me@here.example");
      assertThat(room.desk.mailroom.tested).containsExactly("me@here.example");
      assertThat(
              room.writer.post(LettersRoom.PATH + "/test", "address", "x@y.example").statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void theNumbersAreDrawnAndTheRollShowsNoAddress() {
    try (LettersRoom room = new LettersRoom(folder)) {
      assertThat(room.writer.get("/letters/numbers").body()).doesNotContain("What came back");
      room.desk.mailroom.returned =
          List.of(
              new Mailroom.Returned(YearMonth.of(2026, 10), 0, 0, 0),
              new Mailroom.Returned(YearMonth.of(2026, 11), 6, 3, 1));
      assertThat(room.writer.get("/letters/numbers").body())
          .contains("What came back", "<rect class=\"permanent\" x=\"168.0\" y=\"40.0\"")
          .contains("<rect class=\"temporary\" x=\"168.0\" y=\"10.0\"")
          .contains("<rect class=\"complaint\" x=\"168.0\" y=\"0.0\"")
          .contains("<polyline", "1,234", "November 2026", "no tracking");
      assertThat(room.editor.get("/letters/roll").statusCode()).isEqualTo(403);
      assertThat(room.chief.get("/letters/roll").body()).contains("a2b3c4", "encrypted (PGP)");
      assertThat(
              room.chief
                  .post("/letters/roll/export", "passphrase", RecordedMailroom.PASSPHRASE)
                  .body())
          .startsWith("age-encryption.org");
      assertThat(actions(room)).contains("letter.export");
    }
  }

  private static List<String> actions(LettersRoom room) {
    return room.desk.press.database.read(Audit::actions);
  }
}
