package press.tamizdat.desk.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.article.Article;
import press.tamizdat.article.Flow;
import press.tamizdat.article.Stage;
import press.tamizdat.staff.Audit;

class TimetableTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;

  private static void schedule(PrintShop shop, String id) {
    Instant at = shop.room.clock.instant().plus(HOUR);
    assertThat(shop.flow.schedule(shop.editor, id, shop.standing(id).revision(), at))
        .isInstanceOf(Flow.Outcome.Moved.class);
  }

  private static int look(PrintShop shop) {
    try (Press press =
            new Press(shop.newsroom.edition(), shop.editions, shop.room.clock, List::of);
        Timetable timetable = new Timetable(shop.newsroom, press)) {
      int out = timetable.look();
      assertThat(press.await(press.ask(), Duration.ofSeconds(30))).isTrue();
      return out;
    }
  }

  private static long published(PrintShop shop, String id) {
    List<Audit.Line> lines = shop.room.database.read(h -> Audit.newest(h, Long.MAX_VALUE, 1_000));
    return lines.stream()
        .filter(l -> l.object().equals(id) && l.action().equals("article.publish"))
        .count();
  }

  @Test
  void anArticleIsPublishedAtItsTimeAndNotBefore() {
    try (PrintShop shop = new PrintShop(folder)) {
      String id = shop.draft("the-dam");
      schedule(shop, id);

      shop.room.clock.advance(HOUR.minusSeconds(1));
      assertThat(look(shop)).isZero();
      assertThat(shop.state(id)).isEqualTo(Article.State.DRAFT);

      shop.room.clock.advance(Duration.ofSeconds(1));
      assertThat(look(shop)).isEqualTo(1);
      assertThat(shop.state(id)).isEqualTo(Article.State.PUBLISHED);
      assertThat(shop.standing(id).stage()).isEqualTo(Stage.DRAFT);
      assertThat(shop.page("en/2026/11/the-dam.html")).contains("About the-dam");
    }
  }

  @Test
  void anArticleIsPublishedOnceThoughTheDatabaseIsOpenedAnewBeforeAndAfter() {
    String id;
    try (PrintShop shop = new PrintShop(folder)) {
      id = shop.draft("the-dam");
      schedule(shop, id);
    }
    try (PrintShop shop = new PrintShop(folder)) {
      shop.room.clock.advance(HOUR.multipliedBy(5));
      assertThat(look(shop)).as("overdue").isEqualTo(1);
      assertThat(look(shop)).isZero();
    }
    try (PrintShop shop = new PrintShop(folder)) {
      shop.room.clock.advance(HOUR.multipliedBy(6));
      assertThat(look(shop)).isZero();
      assertThat(published(shop, id)).isEqualTo(1);
      assertThat(shop.number()).isEqualTo(1);
    }
  }

  /** As after a kill between the transaction and the press. */
  @Test
  void whatBecamePublicBeforeAKillIsPrintedAtTheNextStart() {
    try (PrintShop shop = new PrintShop(folder)) {
      String id = shop.draft("the-dam");
      schedule(shop, id);
      shop.room.clock.advance(HOUR);
      assertThat(shop.publishing().publishDue(id)).isPresent();
      assertThat(shop.number()).isZero();
    }
    try (PrintShop shop = new PrintShop(folder);
        Press press = new Press(shop.newsroom.edition(), shop.editions, shop.room.clock, List::of);
        Timetable timetable = new Timetable(shop.newsroom, press)) {
      assertThat(timetable.start()).isSameAs(timetable);
      assertThat(press.await(1, Duration.ofSeconds(30))).isTrue();
      assertThat(shop.number()).isEqualTo(1);
    }
  }

  @Test
  void ofManyWhoLookAtOnceOnePublishes() throws Exception {
    try (PrintShop shop = new PrintShop(folder);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      String id = shop.draft("the-dam");
      schedule(shop, id);
      shop.room.clock.advance(HOUR);
      Callable<Boolean> one = () -> shop.publishing().publishDue(id).isPresent();
      int done = 0;
      for (Future<Boolean> future : threads.invokeAll(List.of(one, one, one, one, one, one))) {
        done += future.get() ? 1 : 0;
      }

      assertThat(done).isEqualTo(1);
      assertThat(published(shop, id)).isEqualTo(1);
    }
  }

  @Test
  void whatWasMovedOutOfTheScheduleIsNotPublished() {
    try (PrintShop shop = new PrintShop(folder)) {
      String id = shop.draft("the-dam");
      schedule(shop, id);
      shop.flow.move(shop.editor, id, Stage.SCHEDULED, Stage.READY);
      shop.room.clock.advance(HOUR);

      assertThat(look(shop)).isZero();
      assertThat(shop.state(id)).isEqualTo(Article.State.DRAFT);
    }
  }

  @Test
  void whatIsWrittenAfterSchedulingWaitsAtTheDesk() {
    try (PrintShop shop = new PrintShop(folder)) {
      String id = shop.draft("the-dam");
      schedule(shop, id);
      shop.room.articles.revise(id, PrintShop.content("the-dam", "Nobody has read this."));
      shop.room.clock.advance(HOUR);

      assertThat(look(shop)).isEqualTo(1);
      assertThat(shop.page("en/2026/11/the-dam.html")).doesNotContain("Nobody has read this.");
      assertThat(shop.standing(id).unpublishedChanges()).isTrue();
    }
  }

  @Test
  void anArticleThatFailsIsNamedAndStopsNoOther() {
    try (PrintShop shop = new PrintShop(folder)) {
      String broken =
          shop.room.articles.create(
              PrintShop.with(PrintShop.content("broken", ""), "<p>Text.</p>", ""),
              java.util.Optional.empty());
      String picture =
          shop.room.articles.create(
              PrintShop.with(
                  PrintShop.content("picture", ""),
                  "<figure><img src=\"photo:00000000000000000000000000000000\" alt=\"\"></figure>",
                  "news"),
              java.util.Optional.empty());
      String sound = shop.draft("sound");
      schedule(shop, broken);
      schedule(shop, picture);
      schedule(shop, sound);
      shop.room.clock.advance(HOUR);

      assertThat(look(shop)).isEqualTo(1);

      assertThat(shop.state(sound)).isEqualTo(Article.State.PUBLISHED);
      assertThat(shop.standing(broken).missed()).isEqualTo("flow.refused.lacks-section");
      assertThat(shop.standing(broken).stage()).isEqualTo(Stage.READY);
      assertThat(shop.standing(picture).missed()).isEqualTo("flow.refused.picture");
      assertThat(look(shop)).as("it is not tried for ever").isZero();
    }
  }
}
