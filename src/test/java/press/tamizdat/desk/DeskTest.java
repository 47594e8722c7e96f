package press.tamizdat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.platform.text.Language;
import press.tamizdat.staff.Role;

/** The door of the desk: who comes in, and from where. */
class DeskTest {
  @TempDir private Path folder;
  private DeskRoom room;

  @BeforeEach
  void open() {
    room = DeskRoom.open(folder);
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void somebodyWhoIsNotSignedInSeesNothingButTheDoor() {
    for (String path : new String[] {"/", "/nothing", "/sign-out"}) {
      HttpResponse<String> answer = room.stranger().get(path);
      assertThat(answer.statusCode()).as(path).isIn(401, 405);
      assertThat(answer.body()).doesNotContain("Sign out");
    }
  }

  @Test
  void aLinkWorksOnceAndOnlyByItsButton() {
    String link = room.link("Vera Lindt", Role.CHIEF);
    Staff stranger = room.stranger();

    assertThat(stranger.get(link).body()).contains("Vera Lindt");
    assertThat(stranger.get(link).statusCode()).isEqualTo(200);
    HttpResponse<String> entered = stranger.post(link);

    assertThat(entered.statusCode()).isEqualTo(303);
    assertThat(entered.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Strict", "Path=/");
    assertThat(stranger.post(link).statusCode()).isEqualTo(410);
    assertThat(stranger.get(link).statusCode()).isEqualTo(410);
  }

  @Test
  void aLinkThatIsAnHourOldWorksNoMore() {
    String link = room.link("Vera Lindt", Role.CHIEF);
    room.press.clock.advance(Duration.ofMinutes(61));

    assertThat(room.stranger().post(link).statusCode()).isEqualTo(410);
  }

  @Test
  void aSessionEndsByLeavingAndByTwoWeeksOfSilence() {
    Staff vera = room.signIn("Vera Lindt", Role.CHIEF);
    Staff again = room.signIn("Vera Lindt", Role.CHIEF);
    assertThat(vera.get("/nothing").statusCode()).isEqualTo(404);

    assertThat(vera.post("/sign-out").statusCode()).isEqualTo(303);
    assertThat(vera.get("/nothing").statusCode()).isEqualTo(401);

    room.press.clock.advance(Duration.ofDays(13));
    assertThat(again.get("/nothing").statusCode()).isEqualTo(404);
    room.press.clock.advance(Duration.ofDays(13));
    assertThat(again.get("/nothing").statusCode()).isEqualTo(404);
    room.press.clock.advance(Duration.ofDays(15));
    assertThat(again.get("/nothing").statusCode()).isEqualTo(401);
  }

  @Test
  void whatAnotherSiteSendsIsNotDone() {
    Staff vera = room.signIn("Vera Lindt", Role.CHIEF);
    for (String[] headers :
        new String[][] {
          {"Origin", "https://evil.example"},
          {"Origin", "null"},
          {"X-Nothing", "none"},
          {"Origin", room.address(), "Sec-Fetch-Site", "same-site"}
        }) {
      HttpResponse<String> answer =
          Staff.send(
              HttpRequest.newBuilder(URI.create(room.address() + "/sign-out"))
                  .header("Cookie", SignIn.COOKIE + "=" + vera.cookie)
                  .headers(headers)
                  .POST(HttpRequest.BodyPublishers.noBody())
                  .build());
      assertThat(answer.statusCode()).as(String.join(" ", headers)).isEqualTo(403);
    }
    assertThat(vera.get("/nothing").statusCode()).as("still signed in").isEqualTo(404);
  }

  @Test
  void everyAnswerIsGuardedAndKeptByNobody() {
    for (String path : new String[] {"/", "/nothing", "/sign-in/x"}) {
      HttpResponse<String> answer = room.signIn("Vera Lindt", Role.CHIEF).get(path);
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
  }

  @Test
  void theDeskSpeaksTheLanguageOfWhoeverIsThere() {
    Staff vera = room.signIn("Вера Линдт", Role.EDITOR, new Language("ru"));

    assertThat(vera.get("/nothing").body()).contains("lang=\"ru\"", "Выйти");
    assertThat(room.signIn("Ilya", Role.WRITER, PressRoom.ENGLISH).get("/nothing").body())
        .contains("lang=\"en\"", "Sign out");
  }
}
