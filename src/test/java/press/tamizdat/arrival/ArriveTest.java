package press.tamizdat.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.article.Article;
import press.tamizdat.article.Content;
import press.tamizdat.article.Photos;
import press.tamizdat.article.PublishArticle;
import press.tamizdat.edition.PressRoom;

/** Pages that were saved elsewhere become drafts of the desk. */
class ArriveTest {
  @TempDir Path folder;
  private PressRoom room;
  private BringIn bringIn;

  @BeforeEach
  void open() {
    room = new PressRoom(folder);
    bringIn =
        new BringIn(
            room.publication,
            room.articles,
            new Photos(room.database, folder.resolve("photos"), room.clock));
  }

  @AfterEach
  void close() {
    room.close();
  }

  private BringIn.Result bring(String name) {
    return bringIn.bring(Sample.FOLDER.resolve(name));
  }

  private BringIn.Result.In in(String name) {
    return came(bring(name));
  }

  private static BringIn.Result.In came(BringIn.Result result) {
    return assertThat(result).asInstanceOf(type(BringIn.Result.In.class)).actual();
  }

  private long count(String table) {
    return room.database.read(
        handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one());
  }

  @Test
  void aSavedPageIsADraftWithEverythingThatItSaid() {
    BringIn.Result.In in = in("01-semantic.html");

    Article article = room.articles.find(in.id()).orElseThrow();
    Content content = article.content();
    assertThat(article.state()).isEqualTo(Article.State.DRAFT);
    assertThat(content.headline())
        .startsWith("Forty-one miners stay below")
        .isEqualTo(in.headline());
    assertThat(content.slug()).startsWith("forty-one-miners-stay-below");
    assertThat(content.standfirst()).startsWith("The copper combine owes");
    assertThat(content.bylines())
        .singleElement()
        .satisfies(
            b -> {
              assertThat(b.name()).isEqualTo("The Ferryman");
              assertThat(b.slug()).isEqualTo("the-ferryman");
            });
    assertThat(content.published().orElseThrow()).isEqualTo("2026-07-14T11:00:00Z");
    assertThat(content.body()).contains("<p>They stayed 52 hours.</p>");
  }

  @Test
  void theSamePageTwiceChangesNothing() {
    BringIn.Result.In in = in("01-semantic.html");

    assertThat(bring("01-semantic.html"))
        .isEqualTo(new BringIn.Result.AlreadyThere(in.id(), in.headline()));

    assertThat(count("article")).isEqualTo(1);
    assertThat(count("revision")).isEqualTo(1);
  }

  /** The desk has rewritten it since: what comes in again must not undo that. */
  @Test
  void whatTheDeskHasChangedSinceIsKept() {
    BringIn.Result.In in = in("01-semantic.html");
    Content content = room.articles.find(in.id()).orElseThrow().content();
    room.articles.revise(in.id(), content.withRelated(List.of("x")));

    var _ = bring("01-semantic.html");

    assertThat(room.articles.find(in.id()).orElseThrow().revision()).isEqualTo(2);
  }

  /** A page as a browser saves it: the picture lies in a folder beside it. */
  private Path saved(byte[] picture) throws IOException {
    Path page = folder.resolve("16-saved.html");
    Files.copy(Sample.FOLDER.resolve("16-saved.html"), page);
    Files.createDirectories(folder.resolve("16-saved_files"));
    Files.write(folder.resolve("16-saved_files/list-1600.jpg"), picture);
    return page;
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "jpeg", out);
    return out.toByteArray();
  }

  @Test
  void aPhotoThatWasSavedWithThePageComesAlong() throws IOException {
    BringIn.Result.In in = came(bringIn.bring(saved(picture())));

    Content.LeadPhoto lead =
        room.articles.find(in.id()).orElseThrow().content().lead().orElseThrow();
    assertThat(lead.credit()).contains("The Ferry");
    assertThat(lead.caption()).startsWith("The signal does not vanish");
    assertThat(lead.alternative()).startsWith("A lattice radio mast");
    assertThat(count("photo")).isEqualTo(1);
    try (Stream<Path> files = Files.list(folder.resolve("photos"))) {
      assertThat(files).isNotEmpty().allMatch(f -> f.toString().endsWith(".webp"));
    }
  }

  @Test
  void aBrokenPhotoIsLeftOutAndTheArticleComesInAllTheSame() throws IOException {
    byte[] half = Arrays.copyOf(picture(), 1000);

    BringIn.Result.In in = came(bringIn.bring(saved(half)));

    assertThat(room.articles.find(in.id()).orElseThrow().content().lead()).isEmpty();
    assertThat(in.remarks()).anyMatch(r -> r.startsWith("the photo list-1600.jpg was left out"));
    assertThat(count("photo")).isZero();
  }

  @Test
  void aPhotoThatWasNotSavedIsLeftOutAndSaidSo() {
    BringIn.Result.In in = in("01-semantic.html");

    assertThat(room.articles.find(in.id()).orElseThrow().content().lead()).isEmpty();
    assertThat(in.remarks()).anyMatch(r -> r.startsWith("a photo was left out"));
    assertThat(count("photo")).isZero();
  }

  @Test
  void aLanguageThatThePublicationHasNotIsRefused() {
    assertThat(bring("29-german.html"))
        .isEqualTo(
            new BringIn.Result.NotIn(
                "It is in the language \"de\", which this publication does not appear in."));
    assertThat(count("article")).isZero();
  }

  @Test
  void aPageThatIsNoArticleIsRefusedWithTheReason() {
    assertThat(bring("not/login.html"))
        .isEqualTo(new BringIn.Result.NotIn(Reason.LOGIN.sentence()));
    assertThat(bring("not/nowhere.html"))
        .isEqualTo(new BringIn.Result.NotIn(Reason.UNREADABLE.sentence()));
    assertThat(count("article")).isZero();
  }

  /** Every sample in a language of the publication: all come in, and all can be published. */
  @Test
  void whateverCameInCanBePublished() {
    List<String> failed = new ArrayList<>();
    int published = 0;
    for (Sample sample : Sample.all()) {
      switch (bringIn.bring(sample.page())) {
        case BringIn.Result.In(String id, String headline, List<String> remarks) -> {
          PublishArticle.Outcome outcome = room.publish.publish(id);
          if (outcome.equals(new PublishArticle.Outcome.Published(id))) {
            published++;
          } else {
            failed.add(sample.page() + ": " + outcome);
          }
        }
        case BringIn.Result.NotIn(String reason) when reason.contains("does not appear in") -> {}
        case BringIn.Result.NotIn(String reason) -> failed.add(sample.page() + ": " + reason);
        case BringIn.Result.AlreadyThere there -> failed.add(sample.page() + ": there already");
      }
    }
    assertThat(failed).isEmpty();
    assertThat(published).isGreaterThan(20);
    assertThat(room.edition(room.editions("editions")).publish(false))
        .isInstanceOf(press.tamizdat.edition.PublishEdition.Outcome.Published.class);
  }
}
