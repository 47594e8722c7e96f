package press.tamizdat.desk.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.article.Article;
import press.tamizdat.article.Publishing.Outcome;
import press.tamizdat.article.Stage;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.edition.PublicationPlan;
import press.tamizdat.edition.reading.Entry;
import press.tamizdat.edition.reading.Kind;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.staff.Account;
import press.tamizdat.staff.Role;

class PublishingTest {
  private static final String PATH = "en/2026/11/the-dam.html";

  @TempDir private Path folder;
  private PrintShop shop;

  @BeforeEach
  void open() {
    shop = new PrintShop(folder);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Outcome publish(String id) {
    return shop.publishing().publish(shop.editor, id, shop.standing(id).revision());
  }

  private static String key(Outcome outcome) {
    return outcome instanceof Outcome.Refused refused ? refused.key() : outcome.toString();
  }

  private void print() {
    assertThat(shop.printer.publish(false)).isNotNull();
  }

  @Test
  void anEditorPublishesAndAWriterDoesNot() {
    String id = shop.draft("the-dam");
    Account writer = new Account(shop.editor.id(), "", Role.WRITER, shop.editor.language(), false);

    assertThat(key(shop.publishing().publish(writer, id, 1))).isEqualTo("flow.refused.right");
    assertThat(publish(id)).isEqualTo(new Outcome.Out(id, true));
    print();
    assertThat(shop.page(PATH)).contains("About the-dam");
  }

  @Test
  void underEmbargoNothingIsPublishedUntilItsEnd() {
    String id = shop.draft("the-dam");
    Instant until = shop.room.clock.instant().plus(Duration.ofHours(2));
    shop.flow.embargo(shop.editor, id, Optional.of(until));

    assertThat(publish(id))
        .isEqualTo(new Outcome.Refused("flow.refused.embargo", Optional.of(until)));
    shop.room.clock.advance(Duration.ofHours(2));
    assertThat(publish(id)).isInstanceOf(Outcome.Out.class);
  }

  @Test
  void whatCannotBePrintedIsNotPublished() {
    String noise =
        new Random(4)
            .ints(8_000, 0x4e00, 0x9fa5)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String id =
        shop.room.articles.create(
            PressRoom.content(
                PressRoom.ENGLISH,
                "the-dam",
                noise,
                "news",
                List.of(),
                shop.room.clock.instant(),
                "Text."),
            Optional.empty());

    assertThat(key(publish(id))).isEqualTo("flow.refused.large");
    assertThat(shop.state(id)).isEqualTo(Article.State.DRAFT);
    assertThat(Proofs.rehearse(shop.newsroom, id, 1).refusal()).contains("flow.refused.large");
  }

  @Test
  void whatThePlanSaysIsWhatTheEditionChanges() {
    for (int i = 0; i < 20; i++) {
      shop.room.article(
          PressRoom.ENGLISH,
          "story-" + i,
          i % 2 == 0 ? "news" : "ideas",
          List.of("river"),
          Instant.parse("2026-10-01T08:00:00Z").plus(Duration.ofDays(i)));
    }
    print();
    String id = shop.draft("the-dam");
    Map<String, Entry> before = shop.files();

    PublicationPlan plan = Proofs.rehearse(shop.newsroom, id, 1).plan().orElseThrow();

    assertThat(shop.state(id)).as("nothing has happened").isEqualTo(Article.State.DRAFT);
    assertThat(shop.files()).isEqualTo(before);
    assertThat(publish(id)).isInstanceOf(Outcome.Out.class);
    print();
    assertThat(plan.path()).isEqualTo(PATH);
    assertThat(plan.everything()).isFalse();
    assertThat(plan.parts()).singleElement().extracting(PublicationPlan.Part::path).isEqualTo(PATH);
    assertThat(plan.lines().stream().map(PublicationPlan.Line::path).collect(Collectors.toSet()))
        .isEqualTo(differing(before, shop.files()));
    assertThat(plan.lines())
        .extracting(PublicationPlan.Line::place)
        .contains(
            PublicationPlan.Place.ARTICLE,
            PublicationPlan.Place.FRONT,
            PublicationPlan.Place.SECTION,
            PublicationPlan.Place.TOPIC,
            PublicationPlan.Place.AUTHOR,
            PublicationPlan.Place.MONTH,
            PublicationPlan.Place.ARCHIVE,
            PublicationPlan.Place.FEED,
            PublicationPlan.Place.SITEMAP)
        .doesNotContain(PublicationPlan.Place.OTHER);
  }

  private static Set<String> differing(Map<String, Entry> before, Map<String, Entry> after) {
    Set<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    Map<String, Entry> a = new TreeMap<>(before);
    paths.removeIf(p -> Optional.ofNullable(a.get(p)).equals(Optional.ofNullable(after.get(p))));
    return paths;
  }

  @Test
  void aCorrectionStandsUnderTheArticleAndOnThePageOfCorrections() {
    String id = shop.draft("the-dam");
    publish(id);
    print();
    shop.room.clock.advance(Duration.ofDays(1));

    Outcome saved =
        shop.publishing().correct(shop.editor, id, "The dam is 40 metres high, not 4.", true);
    assertThat(saved).isEqualTo(new Outcome.Saved(id, 2));
    print();
    assertThat(shop.page(PATH)).as("not public yet").doesNotContain("40 metres");

    publish(id);
    print();
    assertThat(shop.page(PATH)).contains("The dam is 40 metres high, not 4.", "Updated");
    assertThat(shop.page("en/corrections.html")).contains("The dam is 40 metres high, not 4.");
  }

  @Test
  void aCorrectionCanGoOutWithoutTheChangesAtTheDesk() {
    String id = shop.draft("the-dam");
    publish(id);
    shop.room.articles.revise(id, PrintShop.content("the-dam", "A new beginning."));

    Outcome saved = shop.publishing().correct(shop.editor, id, "It was Tuesday.", false);
    assertThat(saved).isEqualTo(new Outcome.Saved(id, 3));
    assertThat(shop.publishing().publish(shop.editor, id, 3)).isInstanceOf(Outcome.Out.class);
    print();

    assertThat(shop.page(PATH)).contains("It was Tuesday.").doesNotContain("A new beginning.");
    assertThat(shop.standing(id).unpublishedChanges()).isTrue();
    publish(id);
    print();
    assertThat(shop.page(PATH)).contains("It was Tuesday.", "A new beginning.");
  }

  @Test
  void aCorrectionIsTakenBackUntilReadersHaveIt() {
    String id = shop.draft("the-dam");
    publish(id);
    Instant at = shop.room.clock.instant();
    shop.publishing().correct(shop.editor, id, "It was Tuesday.", true);

    assertThat(shop.publishing().uncorrect(shop.editor, id, at))
        .isEqualTo(new Outcome.Saved(id, 3));
    shop.publishing().correct(shop.editor, id, "It was Wednesday.", true);
    publish(id);
    assertThat(key(shop.publishing().uncorrect(shop.editor, id, at)))
        .isEqualTo("flow.refused.correction-out");
  }

  @Test
  void whatIsTakenDownLeavesItsReasonAndCanOnlyBeCopied() {
    String id = shop.draft("the-dam");
    publish(id);
    print();

    assertThat(key(shop.publishing().takeDown(shop.editor, id, " ")))
        .isEqualTo("flow.refused.reason");
    PublicationPlan plan = Proofs.rehearseTakeDown(shop.newsroom, id);
    assertThat(shop.state(id)).isEqualTo(Article.State.PUBLISHED);
    assertThat(shop.publishing().takeDown(shop.editor, id, "A court ordered it."))
        .isEqualTo(new Outcome.Gone(id));
    print();

    assertThat(plan.lines()).extracting(PublicationPlan.Line::path).contains(PATH);
    assertThat(shop.files().get(PATH)).extracting(Entry::kind).isEqualTo(Kind.GONE);
    assertThat(shop.page(PATH)).contains("A court ordered it.");
    assertThat(key(publish(id))).isEqualTo("flow.refused.taken-down");
    Outcome.Saved copy = (Outcome.Saved) shop.publishing().copy(shop.editor, id);
    assertThat(shop.standing(copy.id()).stage()).isEqualTo(Stage.DRAFT);
    assertThat(publish(copy.id())).isInstanceOf(Outcome.Out.class);
    print();
    assertThat(shop.files()).containsKey("en/2026/11/the-dam-2.html");
  }

  @Test
  void requestsWhileThePressPrintsAreServedByTheNextEdition() {
    try (Press press =
        new Press(shop.newsroom.edition(), shop.editions, shop.room.clock, List::of)) {
      publish(shop.draft("one"));
      press.ask();
      publish(shop.draft("two"));
      press.ask();
      publish(shop.draft("three"));
      long last = press.ask();

      assertThat(press.await(last, Duration.ofSeconds(30))).isTrue();
      assertThat(shop.files())
          .containsKeys("en/2026/11/one.html", "en/2026/11/two.html", "en/2026/11/three.html");
      assertThat(shop.number()).isLessThanOrEqualTo(3);
      assertThat(press.state().doing()).isEqualTo(PressState.Doing.RESTING);
      assertThat(press.state().edition().orElseThrow().number()).isEqualTo(shop.number());
    }
  }

  @Test
  void thePressWaitsForWhoElsePrintsAndGoesOn() {
    publish(shop.draft("one"));
    try (Press press =
        new Press(shop.newsroom.edition(), shop.editions, shop.room.clock, List::of)) {
      long ask;
      try (var lock = Disk.Lock.tryTake(shop.editions.publishLock()).orElseThrow()) {
        assertThat(lock).isNotNull();
        ask = press.ask();
        assertThat(press.await(ask, Duration.ofMillis(700))).isFalse();
        assertThat(press.state().doing()).isEqualTo(PressState.Doing.WAITING);
        assertThat(press.state().trouble()).contains("flow.press.busy");
      }
      assertThat(press.await(ask, Duration.ofSeconds(30))).isTrue();
      assertThat(shop.number()).isEqualTo(1);
    }
  }

  @Test
  void aPressThatFailsSaysSoAndTriesAgain() {
    publish(shop.draft("one"));
    var broken = new java.util.concurrent.atomic.AtomicBoolean(true);
    try (Press press =
        new Press(
            () -> {
              if (broken.get()) {
                throw new IllegalStateException("the disk is full");
              }
              return shop.printer;
            },
            shop.editions,
            shop.room.clock,
            List::of)) {
      assertThat(press.await(press.ask(), Duration.ofMillis(500))).isFalse();
      assertThat(press.state().trouble()).contains("flow.press.failed");
      broken.set(false);

      assertThat(press.await(1, Duration.ofSeconds(30))).isTrue();
      assertThat(press.state().trouble()).isEmpty();
      assertThat(shop.number()).isEqualTo(1);
    }
  }
}
