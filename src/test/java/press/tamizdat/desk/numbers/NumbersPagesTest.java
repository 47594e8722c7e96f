package press.tamizdat.desk.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.desk.DeskRoom;
import press.tamizdat.desk.Staff;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.staff.Role;

class NumbersPagesTest {
  @TempDir private Path folder;
  private DeskRoom room;
  private Staff vera;
  private String dam;

  @BeforeEach
  void open() {
    room = DeskRoom.open(folder);
    vera = room.signIn("Vera Lindt", Role.WRITER);
    dam =
        room.press.article(
            PressRoom.ENGLISH, "dam", "news", List.of(), Instant.parse("2026-03-01T10:00:00Z"));
  }

  @AfterEach
  void close() {
    room.close();
  }

  private void read(long times) {
    LocalDate today = LocalDate.ofInstant(room.press.clock.instant(), ZoneOffset.UTC);
    room.counts.put(
        today, Map.of("/en/2026/03/dam.html", times, "/en/2026/03/dam.2.html", times / 2));
  }

  @Test
  void beforeAnybodyHasReadThePageSaysSoAndWhatWillBeCounted() {
    assertThat(vera.get("/numbers").body())
        .contains("Nothing has been counted yet", "no reader, no address")
        .doesNotContain("<svg");
  }

  @Test
  void theChartHasItsNumbersAsATableToo() {
    read(1234);

    String page = vera.get("/numbers").body();

    assertThat(page).contains("<svg", "role=\"img\"", "<desc", "<table", "1,234", "About dam");
    assertThat(page).doesNotContain("style=");
    assertThat(page.split("class=\"bar\" x=", -1)).hasSizeGreaterThan(30);
  }

  @Test
  void anArticleHasItsDaysAndHowFarItIsRead() {
    read(40);

    assertThat(vera.get("/articles/" + dam + "/numbers").body())
        .contains("About dam", "How far it is read", "Page 2", ">20<");
    assertThat(vera.get("/articles/nothing/numbers").statusCode()).isEqualTo(404);
  }

  @Test
  void numbersAreInTheEditorsLanguage() {
    read(1234);
    String page = room.signIn("Илья", Role.EDITOR, PressRoom.RUSSIAN).get("/numbers").body();

    assertThat(page).contains("По рубрикам", "Новости", "Английский");
  }
}
