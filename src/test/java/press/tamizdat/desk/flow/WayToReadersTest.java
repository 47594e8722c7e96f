package press.tamizdat.desk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.desk.DeskRoom;
import press.tamizdat.desk.Staff;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.platform.http.Config;
import press.tamizdat.platform.http.Door;
import press.tamizdat.site.ReadCounts;
import press.tamizdat.site.Site;
import press.tamizdat.staff.Role;

/** What the publish screen says of the site. */
class WayToReadersTest {
  @TempDir private Path folder;
  private DeskRoom room;
  private Staff editor;

  @BeforeEach
  void open() {
    room = DeskRoom.open(folder);
    editor = room.signIn("Vera Lindt", Role.EDITOR);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private String published(String slug) {
    String id = room.draft(PressRoom.ENGLISH, slug, slug, "It stands in the river.");
    editor.post("/articles/" + id + "/publication", "revision", "1", "do", "publish");
    return id;
  }

  private Site site() {
    Site site =
        Site.start(
                room.editions,
                Config.of(
                    new Door(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false)),
                folder.resolve("reads"),
                room.press.clock)
            .orElseThrow();
    room.site = List.of(URI.create("http://127.0.0.1:" + site.ports().getFirst() + "/"));
    return site;
  }

  private Element way(String path) {
    return Jsoup.parse(editor.get(path).body()).select(".flow-way-out").get(0);
  }

  /** What the screen says once the site is no longer being asked. */
  private Element answered(String path) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      Element way = way(path);
      if (!way.attr("data-flow-way").equals("asking")) {
        return way;
      }
      Thread.sleep(100);
    }
    return way(path);
  }

  @Test
  void whereTheSiteIsElsewhereItSaysWhatIsToBeDone() {
    String id = published("the-dam");

    assertThat(way("/articles/" + id + "/publication").text())
        .contains("In the edition folder", "once the folder editions/ is copied there");
  }

  @Test
  void theSiteIsAskedAndThePageIsALinkAndTheAskingIsNotCounted() throws Exception {
    published("the-dam");
    try (Site site = site()) {
      String id = published("the-bridge");

      Element way = answered("/articles/" + id + "/publication");

      assertThat(way.text()).contains("Readers get it; the site answered in");
      assertThat(way.select("a[href=" + room.site.getFirst() + "en/2026/11/the-bridge.html]"))
          .hasSize(1);
      assertThat(site.ports()).hasSize(1);
    }
    assertThat(
            ReadCounts.of(
                folder.resolve("reads"),
                LocalDate.ofInstant(room.press.clock.instant(), ZoneOffset.UTC)))
        .isEmpty();
  }

  @Test
  void whatWasTakenDownIsAskedForToo() throws Exception {
    String id = published("the-dam");
    try (Site site = site()) {
      String path = "/articles/" + id + "/removal";
      editor.post(path, "reason", "A court ordered it.", "sure", "1");

      assertThat(answered(path).text()).contains("Readers get it");
      assertThat(site.ports()).hasSize(1);
    }
  }

  @Test
  void aSiteThatDoesNotAnswerIsNamed() throws Exception {
    String id = published("the-dam");
    site().close();

    assertThat(answered("/articles/" + id + "/publication").text())
        .contains("The site does not give it yet", "see the log");
  }
}
