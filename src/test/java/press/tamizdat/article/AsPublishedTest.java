package press.tamizdat.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.article.published.PublishedArticles;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.edition.page.Pages;

class AsPublishedTest {
  private static final Instant SPRING = Instant.parse("2026-03-01T10:00:00Z");
  private static final String NO_PHOTO = "00112233445566778899aabbccddeeff";

  @TempDir Path folder;
  private PressRoom room;

  @BeforeEach
  void open() {
    room = new PressRoom(folder);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private Content content(String slug, String body) {
    return PressRoom.content(
        PressRoom.ENGLISH, slug, "the flood", "news", List.of("river"), SPRING, body);
  }

  private PublishedArticle asPublished(String id, Content content) {
    return room.database.read(
        handle ->
            AsPublished.of(handle, id, content, room.clock.instant(), room.publication.zone()));
  }

  @Test
  void itIsWhatPublishingMakes() {
    room.article(PressRoom.ENGLISH, "older", "news", List.of("river"), SPRING.minusSeconds(900));
    Content content = content("flood", "Water.");
    String id = room.articles.create(content, Optional.empty());

    PublishedArticle before = asPublished(id, content);
    room.publish(id);

    assertThat(before.related()).isNotEmpty();
    assertThat(Optional.of(before))
        .isEqualTo(room.database.read(h -> new PublishedArticles(h).article(id)));
    assertThat(asPublished(id, content)).isEqualTo(before);
  }

  @Test
  void aDraftThatLacksNearlyEverythingCanBePrinted() {
    Content empty =
        new Content(
            PressRoom.RUSSIAN,
            "x",
            "",
            "",
            "",
            "",
            List.of(),
            "",
            Optional.empty(),
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    assertThat(new Pages(room.publication).article(asPublished("none", empty))).hasSize(1);
  }

  @Test
  void aPictureThatIsNotThereIsLeftOutAndNamed() {
    Content content =
        content(
            "flood",
            "Water.</p><figure><img src=\"photo:"
                + NO_PHOTO
                + "\" alt=\"A river\"></figure><p>More.");

    List<String> missing = room.database.read(h -> AsPublished.missingPictures(h, content));
    assertThat(missing).containsExactly("photo:" + NO_PHOTO);
    assertThat(new Pages(room.publication).article(asPublished("none", content))).hasSize(1);
  }
}
