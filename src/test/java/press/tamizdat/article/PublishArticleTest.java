package press.tamizdat.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.article.published.PublishedArticles;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.article.published.TakenDown;
import press.tamizdat.edition.PressRoom;

class PublishArticleTest {
  private static final Instant SPRING = Instant.parse("2026-03-01T10:00:00Z");

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

  private Optional<PublishedArticle> published(String id) {
    return room.database.read(handle -> new PublishedArticles(handle).article(id));
  }

  private Optional<TakenDown> takenDown(String id) {
    return room.database.read(handle -> new PublishedArticles(handle).takenDown(id));
  }

  private String address(String id) {
    PublishedCard card = published(id).orElseThrow().card();
    return card.language() + "/" + card.month() + "/" + card.slug();
  }

  private List<String> related(String id) {
    return published(id).orElseThrow().related().stream().map(PublishedCard::slug).toList();
  }

  private String story(String slug, List<String> topics, Instant at) {
    return room.article(PressRoom.ENGLISH, slug, "news", topics, at);
  }

  private Content content(String slug, String headline, Instant at) {
    return PressRoom.content(
        PressRoom.ENGLISH, slug, headline, "news", List.of("river"), at, "Text.");
  }

  @Test
  void twoArticlesOfOneNameAndMonthGetTwoAddresses() {
    String first = story("flood", List.of(), SPRING);
    String second = story("flood", List.of(), SPRING.plusSeconds(60));
    String nextMonth = story("flood", List.of(), SPRING.plus(Duration.ofDays(40)));
    String russian = room.article(PressRoom.RUSSIAN, "flood", "news", List.of(), SPRING);

    assertThat(address(first)).isEqualTo("en/2026/03/flood");
    assertThat(address(second)).isEqualTo("en/2026/03/flood-2");
    assertThat(address(nextMonth)).isEqualTo("en/2026/04/flood");
    assertThat(address(russian)).isEqualTo("ru/2026/03/flood");
  }

  @Test
  void anAddressThatWasGivenOnceIsNeverGivenToAnother() {
    String first = story("flood", List.of(), SPRING);
    room.takeDown.takeDown(first, "It was wrong.");

    assertThat(address(story("flood", List.of(), SPRING))).isEqualTo("en/2026/03/flood-2");
  }

  @Test
  void theAddressStaysWhateverIsChanged() {
    String id = story("flood", List.of(), SPRING);
    room.articles.revise(
        id, content("another-slug", "Another headline", SPRING.plus(Duration.ofDays(90))));

    assertThat(room.publish.publish(id)).isEqualTo(new PublishArticle.Outcome.Published(id));

    assertThat(address(id)).isEqualTo("en/2026/03/flood");
    PublishedCard card = published(id).orElseThrow().card();
    assertThat(card.headline()).isEqualTo("About Another headline");
    assertThat(card.published()).isEqualTo(SPRING);
  }

  /** A month begins when it begins for the newsroom, whatever the clock says in London. */
  @Test
  void theMonthOfAnAddressIsTheNewsrooms() {
    String id = story("midnight", List.of(), Instant.parse("2026-03-31T22:30:00Z"));

    assertThat(address(id)).isEqualTo("en/2026/04/midnight");
  }

  @Test
  void whatTheDeskWritesIsNotPublishedByItself() {
    String id = story("flood", List.of(), SPRING);
    room.articles.revise(id, content("flood", "not yet", SPRING));

    assertThat(published(id).orElseThrow().card().headline()).isEqualTo("About flood");
    assertThat(room.articles.find(id).orElseThrow().revision()).isEqualTo(2);
  }

  @Test
  void publishingTheSameAgainChangesNothing() {
    String id = story("flood", List.of(), SPRING);
    room.clock.advance(Duration.ofHours(1));

    assertThat(room.publish.publish(id)).isEqualTo(new PublishArticle.Outcome.Unchanged(id));
    room.articles.revise(id, content("flood", "flood", SPRING).withRelated(List.of()));
    room.publish(id);
    assertThat(room.publish.publish(id)).isEqualTo(new PublishArticle.Outcome.Unchanged(id));
  }

  @Test
  void readMoreIsChosenByTopicThenByAgeAndIsKept() {
    story("old-river", List.of("river"), SPRING);
    story("courts", List.of("courts"), SPRING.plus(Duration.ofDays(1)));
    story("nothing", List.of(), SPRING.plus(Duration.ofDays(2)));
    story("new-river", List.of("river"), SPRING.plus(Duration.ofDays(3)));
    story("later", List.of("river"), SPRING.plus(Duration.ofDays(30)));
    String id = story("the-dam", List.of("river"), SPRING.plus(Duration.ofDays(5)));

    assertThat(related(id)).containsExactly("new-river", "old-river", "nothing");

    story("newest-river", List.of("river"), SPRING.plus(Duration.ofDays(4)));
    room.articles.revise(id, content("the-dam", "changed", SPRING));
    room.publish(id);
    assertThat(related(id)).containsExactly("new-river", "old-river", "nothing");
  }

  @Test
  void readMoreThatIsChosenByHandComesFirst() {
    String chosen = story("courts", List.of("courts"), SPRING);
    story("river", List.of("river"), SPRING.plusSeconds(1));
    String id =
        room.articles.create(
            content("dam", "dam", SPRING.plusSeconds(2)).withRelated(List.of(chosen)),
            Optional.empty());
    room.publish(id);

    assertThat(related(id)).startsWith("courts").contains("river");
  }

  @Test
  void whatIsTakenDownIsGoneWithItsReasonAndStaysGone() {
    String id = story("flood", List.of("river"), SPRING);
    String other = story("dam", List.of("river"), SPRING.plusSeconds(5));
    assertThat(related(other)).containsExactly("flood");

    room.takeDown.takeDown(id, "A court ordered it.");

    assertThat(published(id)).isEmpty();
    assertThat(related(other)).isEmpty();
    assertThat(takenDown(id))
        .contains(
            new TakenDown(
                id,
                PressRoom.ENGLISH,
                "2026/03",
                "flood",
                room.clock.instant(),
                "A court ordered it."));
    assertThat(room.publish.publish(id)).isEqualTo(new PublishArticle.Outcome.TakenDown());
    assertThat(room.articles.find(id).orElseThrow().content().headline())
        .as("the desk keeps it")
        .isEqualTo("About flood");
    assertThatThrownBy(() -> room.takeDown.takeDown(id, "again"))
        .hasMessageContaining("not published");
  }

  @Test
  void anArticleThatCannotBeReadIsNotPublished() {
    Content whole = content("flood", "flood", SPRING);
    assertThat(publish(whole, " ", whole.body(), "news")).isEqualTo(lacking("headline"));
    assertThat(publish(whole, "Flood", "", "news")).isEqualTo(lacking("body"));
    assertThat(publish(whole, "Flood", whole.body(), "")).isEqualTo(lacking("section"));
  }

  private static PublishArticle.Outcome lacking(String what) {
    return new PublishArticle.Outcome.Lacking(what);
  }

  private PublishArticle.Outcome publish(
      Content like, String headline, String body, String section) {
    Content content =
        new Content(
            like.language(),
            like.story(),
            like.slug(),
            like.kicker(),
            headline,
            like.standfirst(),
            like.bylines(),
            like.dateline(),
            like.lead(),
            body,
            section,
            like.topics(),
            like.corrections(),
            like.related(),
            like.published(),
            like.updated());
    return room.publish.publish(room.articles.create(content, Optional.empty()));
  }
}
