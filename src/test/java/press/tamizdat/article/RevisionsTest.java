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
import press.tamizdat.article.published.Correction;
import press.tamizdat.edition.PressRoom;

class RevisionsTest {
  private static final Instant SPRING = Instant.parse("2026-03-01T10:00:00Z");
  private static final String VERA = "vera";
  private static final String ILYA = "ilya";

  @TempDir Path folder;
  private PressRoom room;
  private Revisions revisions;
  private WorkingCopies copies;
  private String article;

  @BeforeEach
  void open() {
    room = new PressRoom(folder);
    revisions = new Revisions(room.database, room.clock);
    copies = new WorkingCopies(room.database, room.clock);
    article = room.articles.begin(saying("first"), VERA);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private static Content saying(String text) {
    return PressRoom.content(
        PressRoom.ENGLISH, "flood", "the flood", "news", List.of("river"), SPRING, text);
  }

  private Manuscript typed(String account, String page, int base, String text) {
    return new Manuscript(article, account, page, base, saying(text));
  }

  private String newest() {
    return room.articles.find(article).orElseThrow().content().body();
  }

  private List<String> kinds() {
    return revisions.newestFirst(article, Integer.MAX_VALUE, 100).reversed().stream()
        .map(r -> r.kind().word() + " " + r.content().body().replaceAll("</?p>", ""))
        .toList();
  }

  @Test
  void aSaveIsARevisionWithAnAuthor() {
    assertThat(revisions.save(typed(VERA, "p", 1, "second"))).isEqualTo(new Saving.Saved(2));

    Revision second = revisions.find(article, 2).orElseThrow();
    assertThat(second.author()).contains(VERA);
    assertThat(second.kind()).isEqualTo(Revision.Kind.SAVED);
    assertThat(second.at()).isEqualTo(room.clock.instant());
    assertThat(newest()).isEqualTo("<p>second</p>");
  }

  @Test
  void savingTheSameAgainIsNoRevision() {
    assertThat(revisions.save(typed(VERA, "p", 1, "first"))).isEqualTo(new Saving.Unchanged(1));
  }

  @Test
  void aHundredAutosavesAreNoRevision() {
    for (int i = 0; i < 100; i++) {
      assertThat(copies.keep(typed(VERA, "p", 1, "word " + i)).newer()).isFalse();
    }

    assertThat(kinds()).containsExactly("begun first");
    assertThat(copies.find(article, VERA).orElseThrow().content().body())
        .isEqualTo("<p>word 99</p>");
  }

  @Test
  void whatWasTypedOutlivesAKill() {
    assertThat(copies.keep(typed(VERA, "p", 1, "not saved")).base()).isEqualTo(1);
    room.close();
    room = new PressRoom(folder);

    WorkingCopy kept =
        new WorkingCopies(room.database, room.clock).find(article, VERA).orElseThrow();
    assertThat(kept.content().body()).isEqualTo("<p>not saved</p>");
    assertThat(kept.newer()).isFalse();
    assertThat(kept.manuscript().base()).isEqualTo(1);
  }

  @Test
  void aSaveEndsTheWorkingCopyOfItsOwnPage() {
    assertThat(copies.keep(typed(VERA, "p", 1, "typed")).base()).isEqualTo(1);
    assertThat(revisions.save(typed(VERA, "p", 1, "typed more"))).isEqualTo(new Saving.Saved(2));

    assertThat(copies.find(article, VERA)).isEmpty();
  }

  @Test
  void aNewerRevisionIsNeverWrittenOver() {
    assertThat(revisions.save(typed(ILYA, "q", 1, "by Ilya"))).isEqualTo(new Saving.Saved(2));

    assertThat(revisions.save(typed(VERA, "p", 1, "by Vera"))).isEqualTo(new Saving.Newer(2));

    assertThat(newest()).isEqualTo("<p>by Ilya</p>");
    WorkingCopy kept = copies.find(article, VERA).orElseThrow();
    assertThat(kept.content().body()).isEqualTo("<p>by Vera</p>");
    assertThat(kept.newer()).isTrue();
  }

  @Test
  void afterComparingMineGoesOnTop() {
    assertThat(revisions.save(typed(ILYA, "q", 1, "by Ilya"))).isEqualTo(new Saving.Saved(2));
    assertThat(revisions.save(typed(VERA, "p", 1, "by Vera"))).isEqualTo(new Saving.Newer(2));

    assertThat(revisions.save(typed(VERA, "p", 2, "by Vera"))).isEqualTo(new Saving.Saved(3));

    assertThat(kinds()).containsExactly("begun first", "saved by Ilya", "saved by Vera");
    assertThat(copies.find(article, VERA)).isEmpty();
  }

  @Test
  void afterComparingTheirsStaysAndMineIsStillThere() {
    assertThat(revisions.save(typed(ILYA, "q", 1, "by Ilya"))).isEqualTo(new Saving.Saved(2));
    assertThat(revisions.save(typed(VERA, "p", 1, "by Vera"))).isEqualTo(new Saving.Newer(2));

    copies.setAside(article, VERA);

    assertThat(kinds())
        .containsExactly("begun first", "saved by Ilya", "set-aside by Vera", "stays by Ilya");
    assertThat(copies.find(article, VERA)).isEmpty();
    assertThat(revisions.save(typed(ILYA, "q", 2, "more by Ilya")))
        .as("Ilya, who has the second open, is not disturbed")
        .isEqualTo(new Saving.Saved(5));
  }

  @Test
  void aCorrectionMadeMeanwhileIsNoOtherVersionAndStays() {
    Content first = saying("first");
    Correction correction = new Correction(SPRING, "It was Tuesday.");
    room.articles.revise(article, withCorrection(first, correction));

    assertThat(revisions.save(typed(VERA, "p", 1, "second"))).isEqualTo(new Saving.Saved(3));

    assertThat(room.articles.find(article).orElseThrow().content().corrections())
        .containsExactly(correction);
  }

  private static Content withCorrection(Content c, Correction correction) {
    return new Content(
        c.language(),
        c.story(),
        c.slug(),
        c.kicker(),
        c.headline(),
        c.standfirst(),
        c.bylines(),
        c.dateline(),
        c.lead(),
        c.body(),
        c.section(),
        c.topics(),
        List.of(correction),
        c.related(),
        c.published(),
        c.updated());
  }

  @Test
  void whoIsTakenOverHasATextAmongTheRevisions() {
    assertThat(copies.keep(typed(ILYA, "q", 1, "half a sen")).newer()).isFalse();

    revisions.settleOthers(article, VERA, Revision.Kind.TAKEN_OVER);

    assertThat(kinds()).containsExactly("begun first", "taken-over half a sen");
    assertThat(revisions.find(article, 2).orElseThrow().author()).contains(ILYA);
    WorkingCopies.Kept late = copies.keep(typed(ILYA, "q", 1, "half a sentence"));
    assertThat(late.newer()).as("the revision is Ilya's own text").isFalse();
    assertThat(revisions.save(typed(VERA, "p", 2, "by Vera"))).isEqualTo(new Saving.Saved(3));
    assertThat(copies.find(article, ILYA).orElseThrow().content().body())
        .isEqualTo("<p>half a sentence</p>");
    assertThat(copies.find(article, ILYA).orElseThrow().newer()).isTrue();
  }

  @Test
  void aTextThatIsBehindStaysItsWriters() {
    assertThat(copies.keep(typed(ILYA, "q", 1, "by Ilya")).newer()).isFalse();
    assertThat(revisions.save(typed(VERA, "p", 1, "by Vera"))).isEqualTo(new Saving.Saved(2));

    revisions.settleOthers(article, VERA, Revision.Kind.LEFT);

    assertThat(kinds()).containsExactly("begun first", "saved by Vera");
    assertThat(copies.find(article, ILYA)).isPresent();
    assertThat(revisions.settle(article, ILYA)).isEqualTo(new Revisions.Settled.Newer(2));
  }

  @Test
  void anotherWindowOfMineWritesOverNothing() {
    assertThat(copies.keep(typed(VERA, "first window", 1, "one")).newer()).isFalse();

    WorkingCopies.Kept kept = copies.keep(typed(VERA, "second window", 1, "two"));

    assertThat(kept).isEqualTo(new WorkingCopies.Kept(3, 3, false, room.clock.instant()));
    assertThat(kinds()).containsExactly("begun first", "set-aside one", "stays first");
    assertThat(copies.keep(typed(VERA, "second window", 3, "two and")).newer()).isFalse();
    assertThat(kinds()).hasSize(3);
  }

  @Test
  void theLastWordsOfAnOlderWindowAreSetAsideOnce() {
    copies.setAside(typed(VERA, "old", 1, "last words"));
    copies.setAside(typed(VERA, "old", 1, "last words"));

    assertThat(kinds()).containsExactly("begun first", "set-aside last words", "stays first");
  }

  @Test
  void submittingTakesWhatIsTyped() {
    assertThat(revisions.settle(article, VERA)).isEqualTo(new Revisions.Settled.Nothing());
    assertThat(copies.keep(typed(VERA, "p", 1, "typed")).newer()).isFalse();

    assertThat(revisions.settle(article, VERA)).isEqualTo(new Revisions.Settled.Kept(2));
    assertThat(newest()).isEqualTo("<p>typed</p>");
  }

  @Test
  void aRestorationIsANewRevisionAndCanBeUndone() {
    assertThat(revisions.save(typed(VERA, "p", 1, "second"))).isEqualTo(new Saving.Saved(2));

    assertThat(revisions.restore(article, 1, ILYA))
        .isEqualTo(new Revisions.Restoration.Restored(3, 2));
    assertThat(newest()).isEqualTo("<p>first</p>");
    assertThat(revisions.restore(article, 2, ILYA))
        .isEqualTo(new Revisions.Restoration.Restored(4, 3));
    assertThat(newest()).isEqualTo("<p>second</p>");
    assertThat(revisions.restore(article, 2, ILYA))
        .isEqualTo(new Revisions.Restoration.Unchanged());
    assertThat(revisions.restore(article, 99, ILYA))
        .isEqualTo(new Revisions.Restoration.NoSuchRevision());
    assertThat(revisions.find(article, 3).orElseThrow().of()).isEqualTo(Optional.of(1));
  }

  @Test
  void aRevisionKnowsWhenReadersGotIt() {
    room.publish(article);

    assertThat(revisions.find(article, 1).orElseThrow().published()).contains(room.clock.instant());
  }
}
