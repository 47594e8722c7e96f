package press.tamizdat.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedLetter;
import press.tamizdat.article.published.PublishedLetters;
import press.tamizdat.edition.reading.Catalogue;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.edition.reading.Head;

/** Letters that went out stand in the edition. */
class LettersInTheEditionTest {
  private static final Instant SPRING = Instant.parse("2026-03-01T10:00:00Z");
  @TempDir private Path folder;

  @Test
  void anIssueHasAPageAndAListLeadsToIt() {
    try (PressRoom room = room()) {
      String dam = room.article(PressRoom.ENGLISH, "the-dam", "news", List.of(), SPRING);
      String ford = room.article(PressRoom.ENGLISH, "the-ford", "ideas", List.of(), SPRING);
      EditionFolder editions = room.editions("editions");
      publish(room, editions);
      sent(room, 1, dam, ford);

      publish(room, editions);

      assertThat(page(editions, "en/letters/friday/1.html"))
          .contains("<h1>The dam, again</h1>", "The Friday Letter, no. 1", "About the-dam")
          .contains("../../2026/03/the-dam.html", "issues.html", "../friday.html");
      assertThat(page(editions, "en/letters/friday/issues.html")).contains("The dam, again");
      assertThat(page(editions, "ru/letters/friday/issues.html")).isEmpty();
    }
  }

  @Test
  void anEditionWithoutNewsOfALetterPrintsNoneOfItsPages() {
    try (PressRoom room = room()) {
      String dam = room.article(PressRoom.ENGLISH, "the-dam", "news", List.of(), SPRING);
      EditionFolder editions = room.editions("editions");
      sent(room, 1, dam);
      publish(room, editions);

      assertThat(publish(room, editions)).isInstanceOf(PublishEdition.Outcome.Unchanged.class);
      sent(room, 2, dam);
      PublishEdition.Outcome second = publish(room, editions);

      assertThat(second).isInstanceOf(PublishEdition.Outcome.Published.class);
      // The second issue, the list, and the sitemap that names it.
      assertThat(((PublishEdition.Outcome.Published) second).changed()).isEqualTo(3);
      assertThat(page(editions, "sitemap/pages.xml"))
          .contains("/en/letters/friday/issues.html<", "/en/letters/friday/2.html<")
          .doesNotContain("/en/letters/friday.html<", "confirm", "manage");
    }
  }

  @Test
  void anArticleThatIsTakenDownLeavesTheArchiveOfLetters() {
    try (PressRoom room = room()) {
      String dam = room.article(PressRoom.ENGLISH, "the-dam", "news", List.of(), SPRING);
      EditionFolder editions = room.editions("editions");
      sent(room, 1, dam);
      publish(room, editions);

      room.takeDown.takeDown(dam, "At the request of its source.");
      publish(room, editions);

      assertThat(page(editions, "en/letters/friday/1.html"))
          .doesNotContain("About the-dam")
          .contains("taken down");
    }
  }

  private PressRoom room() {
    PressRoom room = new PressRoom(folder);
    room.publication =
        room.publication.withLetters(
            List.of(
                new Publication.Letter(
                    "friday", Map.of(PressRoom.ENGLISH, "The Friday Letter"), Map.of(), Map.of())));
    return room;
  }

  private static void sent(PressRoom room, int number, String... articles) {
    List<PublishedLetter.Entry> entries =
        room.database.read(
            handle ->
                java.util.Arrays.stream(articles)
                    .map(
                        id ->
                            new press.tamizdat.article.published.PublishedArticles(handle)
                                .card(id)
                                .orElseThrow())
                    .map(
                        c ->
                            new PublishedLetter.Entry(
                                c.id(), c.section(), c.headline(), c.standfirst(), Optional.of(c)))
                    .toList());
    room.database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO letter_issue
                      (id, letter, number, language, state, content, version, changed_at, sent_at, edition, printed)
                    VALUES (:id, 'friday', :number, 'en', 'sent', '{}', 1, 0, :at, 1, :printed)
                    """)
                .bind("id", "issue" + number)
                .bind("number", number)
                .bind("at", room.clock.instant().plus(Duration.ofMinutes(number)).toEpochMilli())
                .bind(
                    "printed",
                    PublishedLetters.printed("The dam, again", "<p>Dear readers.</p>", entries))
                .execute());
  }

  private static PublishEdition.Outcome publish(PressRoom room, EditionFolder editions) {
    return room.edition(editions).publish(false);
  }

  private static String page(EditionFolder editions, String path) {
    Head head = Head.Current.of(editions).orElseThrow().head();
    return new Catalogue(editions, head.catalogue())
        .find(path)
        .flatMap(e -> editions.read(e.hash()))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElse("");
  }
}
