package press.tamizdat.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.tamizdat.article.published.Publication;
import press.tamizdat.edition.PublishEdition.Outcome.Published;
import press.tamizdat.edition.PublishEdition.Outcome.Unchanged;
import press.tamizdat.edition.reading.Catalogue;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.edition.reading.Head;
import press.tamizdat.edition.reading.Kind;
import press.tamizdat.platform.text.Language;

class PublishEditionTest {
  private static final Instant SPRING = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;

  @Test
  void anArticleBecomesAPageOfASignedEdition() {
    try (PressRoom room = new PressRoom(folder)) {
      room.article(PressRoom.ENGLISH, "the-dam", "news", List.of("river"), SPRING);
      EditionFolder editions = room.editions("editions");

      PublishEdition.Outcome outcome = room.edition(editions).publish(false);

      assertThat(outcome).isInstanceOf(Published.class);
      Head head = Head.Current.of(editions).orElseThrow().head();
      assertThat(head.number()).isEqualTo(1);
      assertThat(new Catalogue(editions, head.catalogue()).find("en/2026/03/the-dam.html"))
          .get()
          .extracting(e -> e.kind())
          .isEqualTo(Kind.PAGE);
    }
  }

  @Test
  void nothingNewIsNoNewEdition() {
    try (PressRoom room = new PressRoom(folder)) {
      room.article(PressRoom.ENGLISH, "the-dam", "news", List.of("river"), SPRING);
      PublishEdition edition = room.edition(room.editions("editions"));
      edition.publish(false);

      assertThat(edition.publish(false)).isInstanceOf(Unchanged.class);
      assertThat(edition.publish(true)).isInstanceOf(Unchanged.class);
    }
  }

  private static Published published(PublishEdition.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Published.class);
    return (Published) outcome;
  }

  private static void isWhatAFreshPressWouldPrint(PressRoom room, EditionFolder editions) {
    Head after = Head.Current.of(editions).orElseThrow().head();
    assertThat(room.edition(editions).publish(true)).isInstanceOf(Unchanged.class);
    assertThat(Head.Current.of(editions).orElseThrow().head().catalogue())
        .isEqualTo(after.catalogue());
  }

  @Test
  void aNewBiographyPrintsThePagesOfItsAuthorAndNoOthers() {
    try (PressRoom room = new PressRoom(folder)) {
      for (int i = 0; i < 40; i++) {
        room.article(
            PressRoom.ENGLISH, "story-" + i, "news", List.of(), SPRING.plus(Duration.ofDays(i)));
      }
      EditionFolder editions = room.editions("editions");
      PublishEdition edition = room.edition(editions);
      edition.publish(false);

      room.publication =
          room.publication.withAuthors(
              List.of(
                  new Publication.Author(
                      "a-writer",
                      Map.of(PressRoom.ENGLISH, "A. Writer"),
                      Map.of(PressRoom.ENGLISH, "Writes of water."),
                      false)));
      Published outcome = published(edition.publish(false));

      assertThat(outcome.rendered()).isLessThan(20);
      assertThat(outcome.changed()).isBetween(1, 10);
      isWhatAFreshPressWouldPrint(room, editions);
      room.publication = room.publication.withAuthors(List.of());
      published(edition.publish(false));
      isWhatAFreshPressWouldPrint(room, editions);
    }
  }

  @Test
  void aNewNameOfATopicPrintsTheArticlesThatCarryIt() {
    try (PressRoom room = new PressRoom(folder)) {
      for (int i = 0; i < 30; i++) {
        room.article(
            PressRoom.ENGLISH,
            "story-" + i,
            "news",
            i % 3 == 0 ? List.of("river") : List.of("prices"),
            SPRING.plus(Duration.ofDays(i)));
      }
      EditionFolder editions = room.editions("editions");
      PublishEdition edition = room.edition(editions);
      edition.publish(false);

      Publication.Topic river = room.publication.topic("river").orElseThrow();
      List<Publication.Topic> topics = new ArrayList<>(room.publication.topics());
      topics.set(
          topics.indexOf(river),
          new Publication.Topic(
              "river",
              Map.of(PressRoom.ENGLISH, "The Sound", PressRoom.RUSSIAN, "Река"),
              Map.of(PressRoom.ENGLISH, "All that flows.")));
      topics.add(
          new Publication.Topic(
              "wood", Map.of(PressRoom.ENGLISH, "Wood", PressRoom.RUSSIAN, "Лес"), Map.of()));
      room.publication = room.publication.withTopics(topics);
      Published outcome = published(edition.publish(false));

      assertThat(outcome.changed()).isGreaterThan(10).isLessThan(40);
      isWhatAFreshPressWouldPrint(room, editions);
    }
  }

  @Test
  void aTextThatBecomesShorterLosesItsFurtherParts() {
    try (PressRoom room = new PressRoom(folder)) {
      room.article(PressRoom.ENGLISH, "the-dam", "news", List.of("river"), SPRING);
      EditionFolder editions = room.editions("editions");
      PublishEdition edition = room.edition(editions);
      StringBuilder text = new StringBuilder();
      Random random = new Random(4);
      for (int i = 0; i < 1500; i++) {
        text.append("<p>").append(Long.toString(random.nextLong(), 36).repeat(2)).append("</p>\n");
      }
      room.publication = room.publication.withAbout(Map.of(PressRoom.ENGLISH, text.toString()));
      edition.publish(false);
      room.publication = room.publication.withAbout(Map.of(PressRoom.ENGLISH, "<p>Short.</p>"));

      Published outcome = published(edition.publish(false));

      assertThat(outcome.removed()).isPositive();
      isWhatAFreshPressWouldPrint(room, editions);
    }
  }

  @Test
  void aNewNameOfThePaperPrintsEverything() {
    try (PressRoom room = new PressRoom(folder)) {
      room.article(PressRoom.ENGLISH, "the-dam", "news", List.of("river"), SPRING);
      EditionFolder editions = room.editions("editions");
      PublishEdition edition = room.edition(editions);
      Published first = published(edition.publish(false));
      Publication p = room.publication;
      room.publication =
          p.withMasthead(
              Map.of(PressRoom.ENGLISH, "The Weir", PressRoom.RUSSIAN, "Запруда"),
              p.tagline(),
              p.address(),
              p.zone(),
              p.languages());

      assertThat(published(edition.publish(false)).rendered()).isEqualTo(first.rendered());
    }
  }

  @Test
  void otherWordsForATopicPrintNothing() {
    try (PressRoom room = new PressRoom(folder)) {
      room.article(PressRoom.ENGLISH, "the-dam", "news", List.of("river"), SPRING);
      EditionFolder editions = room.editions("editions");
      PublishEdition edition = room.edition(editions);
      edition.publish(false);
      room.publication =
          room.publication.withTopics(
              room.publication.topics().stream()
                  .map(
                      t ->
                          new Publication.Topic(
                              t.slug(),
                              t.name(),
                              t.description(),
                              Map.of(PressRoom.ENGLISH, List.of("water"))))
                  .toList());

      assertThat(edition.publish(false)).isInstanceOf(Unchanged.class);
    }
  }

  @Test
  void freshnessIsRenewedAndAnOldEditionSignedAgain() {
    try (PressRoom room = new PressRoom(folder)) {
      room.article(PressRoom.ENGLISH, "the-dam", "news", List.of("river"), SPRING);
      EditionFolder editions = room.editions("editions");
      PublishEdition edition = room.edition(editions);
      edition.publish(false);
      Head.Current first = Head.Current.of(editions).orElseThrow();

      room.clock.advance(Duration.ofHours(6));
      edition.keepFresh();
      Head.Current renewed = Head.Current.of(editions).orElseThrow();
      room.clock.advance(Duration.ofDays(20));
      edition.keepFresh();
      Head.Current again = Head.Current.of(editions).orElseThrow();

      assertThat(renewed.timestamp()).isEqualTo(first.timestamp() + 1);
      assertThat(renewed.head()).isEqualTo(first.head());
      assertThat(again.head().number()).isEqualTo(2);
      assertThat(again.head().previous()).contains(first.targets());
      assertThat(again.head().catalogue()).isEqualTo(first.head().catalogue());
    }
  }

  @Test
  void oneMoreArticleChangesOnlyWhatItTouches() {
    try (PressRoom room = new PressRoom(folder)) {
      for (int i = 0; i < 200; i++) {
        room.article(
            PressRoom.ENGLISH,
            "story-" + i,
            i % 2 == 0 ? "news" : "ideas",
            List.of("river"),
            SPRING.plus(Duration.ofDays(i)));
      }
      PublishEdition edition = room.edition(room.editions("editions"));
      edition.publish(false);
      room.article(
          PressRoom.ENGLISH,
          "one-more",
          "news",
          List.of("courts"),
          SPRING.plus(Duration.ofDays(201)));

      Published more = (Published) edition.publish(false);

      // Its page; the front page under two names; section, topic, author, month; the archive;
      // two feeds in three formats; sitemaps.
      assertThat(more.changed()).isLessThanOrEqualTo(24);
      assertThat(more.rendered()).isLessThanOrEqualTo(40);
      assertThat(more.removed()).isZero();
    }
  }

  @Test
  void whatIsTakenDownSaysSoAndIsNowhereElse() {
    try (PressRoom room = new PressRoom(folder)) {
      String id = room.article(PressRoom.ENGLISH, "the-dam", "news", List.of("river"), SPRING);
      room.article(PressRoom.ENGLISH, "the-dyke", "news", List.of("river"), SPRING.plusSeconds(60));
      EditionFolder editions = room.editions("editions");
      PublishEdition edition = room.edition(editions);
      edition.publish(false);
      room.takeDown.takeDown(id, "A court in Amsterdam ordered it.");

      edition.publish(false);

      Catalogue catalogue =
          new Catalogue(editions, Head.Current.of(editions).orElseThrow().head().catalogue());
      assertThat(catalogue.find("en/2026/03/the-dam.html").orElseThrow().kind())
          .isEqualTo(Kind.GONE);
      String section =
          new String(
              editions.read(catalogue.find("en/news.html").orElseThrow().hash()).orElseThrow(),
              java.nio.charset.StandardCharsets.UTF_8);
      assertThat(section).contains("the-dyke").doesNotContain("the-dam");
    }
  }

  /**
   * The heart of it: whatever happens at the desk, in small steps, the edition is the one that is
   * rendered from nothing.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void inSmallStepsOrFromNothingTheEditionIsTheSame(long seed) {
    Random random = new Random(seed);
    try (PressRoom room = new PressRoom(folder)) {
      PublishEdition edition = room.edition(room.editions("editions"));
      List<String> ids = new ArrayList<>();
      for (int step = 0; step < 8; step++) {
        int changes = 1 + random.nextInt(step == 0 ? 60 : 6);
        for (int i = 0; i < changes; i++) {
          change(room, random, ids);
        }
        room.clock.advance(Duration.ofHours(1));
        edition.publish(false);
      }
      Head small = Head.Current.of(room.editions("editions")).orElseThrow().head();

      room.edition(room.editions("again")).publish(true);

      Head whole = Head.Current.of(room.editions("again")).orElseThrow().head();
      assertThat(listed(room.editions("editions"), small))
          .containsExactlyElementsOf(listed(room.editions("again"), whole));
      assertThat(small.catalogue()).isEqualTo(whole.catalogue());
    }
  }

  private static List<String> listed(EditionFolder editions, Head head) {
    List<String> lines = new ArrayList<>();
    new Catalogue(editions, head.catalogue())
        .forEach(e -> lines.add(e.path() + " " + e.hash().hex()));
    return lines;
  }

  private static void change(PressRoom room, Random random, List<String> ids) {
    int what = ids.isEmpty() ? 0 : random.nextInt(10);
    if (what < 6) {
      Language language = random.nextInt(3) == 0 ? PressRoom.RUSSIAN : PressRoom.ENGLISH;
      Instant at = SPRING.plus(Duration.ofHours(random.nextInt(24 * 120)));
      ids.add(
          room.article(
              language,
              // few slugs, so that translations and clashes of address happen
              "story-" + random.nextInt(80),
              random.nextBoolean() ? "news" : "ideas",
              random.nextBoolean() ? List.of("river") : List.of("courts", "prices"),
              at));
    } else if (what < 9) {
      String id = ids.get(random.nextInt(ids.size()));
      var now = room.articles.find(id).orElseThrow();
      if (now.state() == press.tamizdat.article.Article.State.PUBLISHED) {
        room.articles.revise(
            id,
            PressRoom.content(
                now.content().language(),
                now.content().slug(),
                "story " + random.nextInt(1000),
                random.nextBoolean() ? "news" : "ideas",
                random.nextBoolean() ? List.of("prices") : List.of(),
                now.content().published().orElseThrow(),
                "Long text. ".repeat(random.nextInt(3) == 0 ? 4000 : 10)));
        room.publish(id);
      }
    } else {
      String id = ids.remove(random.nextInt(ids.size()));
      room.takeDown.takeDown(id, "It was wrong.");
    }
  }
}
