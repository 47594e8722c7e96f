package press.tamizdat.letter.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;

class RollTest {
  private static final Language EN = new Language("en");
  private static final Language RU = new Language("ru");

  @TempDir Path folder;
  private final Hands hands = new Hands(Instant.parse("2026-11-20T10:00:00Z"));
  private Database database;
  private Roll roll;
  private RollCounts counts;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("post.db"), "db/post");
    roll = new Roll(database, hands, new SecureRandom());
    counts = new RollCounts(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private String joined(String envelope, Language language, String... letters) {
    String id = roll.signUp(envelope, sealed(envelope), new Choice(Set.of(letters), language));
    assertThat(roll.confirm(id)).isTrue();
    return id;
  }

  private static byte[] sealed(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whoHasNotConfirmedGetsNothing() {
    String id = roll.signUp("e1", sealed("one"), new Choice(Set.of("weekly"), EN));

    assertThat(new Audience(database).page("weekly", EN, "", 10)).isEmpty();
    assertThat(counts.everybody()).isZero();
    assertThat(counts.unconfirmed()).isOne();

    assertThat(roll.confirm(id)).isTrue();

    assertThat(new Audience(database).page("weekly", EN, "", 10))
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.id()).isEqualTo(id);
              assertThat(a.sealed()).isEqualTo(sealed("one"));
              assertThat(a.sealedKey()).isEmpty();
            });
    assertThat(counts.everybody()).isOne();
    assertThat(counts.unconfirmed()).isZero();
  }

  @Test
  void theSameEnvelopeAgainIsTheSameSubscriber() {
    Choice choice = new Choice(Set.of("weekly"), EN);

    assertThat(roll.signUp("e1", sealed("one"), choice))
        .isEqualTo(roll.signUp("e1", sealed("one again"), choice));
    assertThat(counts.unconfirmed()).isOne();
  }

  @Test
  void confirmingTwiceCountsOnce() {
    String id = joined("e1", EN, "weekly");

    assertThat(roll.confirm(id)).isTrue();

    assertThat(counts.everybody()).isOne();
    assertThat(roll.confirm("aaaaaaaaaaaaaaaaaaaaaaaaaa")).isFalse();
  }

  @Test
  void whoDoesNotConfirmWithinThreeDaysIsErased() {
    String id = roll.signUp("e1", sealed("one"), new Choice(Set.of("weekly"), EN));
    joined("e2", EN, "weekly");

    hands.move(Duration.ofDays(3).minusMillis(1));
    assertThat(roll.forgetUnconfirmed()).isZero();
    hands.move(Duration.ofMillis(1));
    assertThat(roll.forgetUnconfirmed()).isOne();

    assertThat(roll.confirm(id)).isFalse();
    assertThat(counts.everybody()).isOne();
    assertThat(counts.months()).allSatisfy(m -> assertThat(m.left()).isZero());
  }

  @Test
  void leavingTheLastLetterErases() {
    String id = joined("e1", EN, "weekly", "breaking");

    assertThat(roll.leave(id, "breaking")).isTrue();
    assertThat(roll.leave(id, "breaking")).isFalse();
    assertThat(counts.now("weekly", EN)).isOne();
    assertThat(counts.now("breaking", EN)).isZero();
    assertThat(counts.everybody()).isOne();

    assertThat(roll.leave(id, "weekly")).isTrue();
    assertThat(counts.everybody()).isZero();
    assertThat(roll.leave(id)).isFalse();
    assertThat(rows("subscriber")).isZero();
    assertThat(rows("subscription")).isZero();
  }

  private long rows(String table) {
    return database.read(
        h -> h.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
  }

  @Test
  void anotherLanguageMovesTheCountsWithTheSubscriber() {
    String id = joined("e1", EN, "weekly", "breaking");

    assertThat(roll.choose(id, b -> new Choice(Set.of("weekly", "digest"), RU))).isTrue();

    assertThat(counts.now())
        .filteredOn(n -> n.people() != 0)
        .containsExactly(
            new RollCounts.Now("", RU, 1),
            new RollCounts.Now("digest", RU, 1),
            new RollCounts.Now("weekly", RU, 1));
    assertThat(new Audience(database).page("weekly", EN, "", 10)).isEmpty();
    assertThat(new Audience(database).page("digest", RU, "", 10)).hasSize(1);
  }

  @Test
  void choosingNothingIsLeaving() {
    String id = joined("e1", EN, "weekly");

    assertThat(roll.choose(id, b -> new Choice(Set.of(), EN))).isTrue();

    assertThat(rows("subscriber")).isZero();
  }

  @Test
  void bouncesAndComplaintsAreCountedApart() {
    assertThat(roll.remove(joined("e1", EN, "weekly"), Removal.BOUNCED)).isTrue();
    assertThat(roll.remove(joined("e2", EN, "weekly"), Removal.COMPLAINED)).isTrue();
    assertThat(roll.leave(joined("e3", EN, "weekly"))).isTrue();
    joined("e4", EN, "weekly");

    assertThat(counts.months())
        .filteredOn(m -> m.letter().equals("weekly"))
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.joined()).isEqualTo(4);
              assertThat(m.bounced()).isOne();
              assertThat(m.complained()).isOne();
              assertThat(m.left()).isOne();
              assertThat(m.growth()).isOne();
            });
  }

  @Test
  void aKeyIsKeptAndDropped() {
    String id = joined("e1", EN, "weekly");

    assertThat(roll.encryptTo(id, Optional.of(sealed("key")))).isTrue();
    assertThat(new Audience(database).page("weekly", EN, "", 10).getFirst().sealedKey())
        .hasValueSatisfying(k -> assertThat(k).isEqualTo(sealed("key")));
    assertThat(roll.encryptTo(id, Optional.empty())).isTrue();
    assertThat(new Audience(database).page("weekly", EN, "", 10).getFirst().sealedKey()).isEmpty();
  }

  @Test
  void rowsWithOneAddressBecomeOneAndTheLinksOfBothWork() {
    String kept = joined("e1", EN, "weekly");
    String other = joined("e2", RU, "breaking");

    assertThat(roll.merge(kept, other)).isTrue();
    assertThat(roll.merge(kept, other)).isFalse();

    assertThat(counts.everybody()).isOne();
    assertThat(counts.now("breaking", EN)).isOne();
    assertThat(counts.now("breaking", RU)).isZero();
    assertThat(roll.leave(other, "breaking")).isTrue();
    assertThat(roll.leave(other)).isTrue();
    assertThat(counts.everybody()).isZero();
    assertThat(rows("subscriber_former")).isZero();
  }

  @Test
  void theAudienceComesInPagesAndNobodyTwice() {
    for (int i = 0; i < 25; i++) {
      joined("e" + i, i % 5 == 0 ? RU : EN, "weekly");
    }
    Audience audience = new Audience(database);

    List<Addressee> first = audience.page("weekly", EN, "", 12);
    List<Addressee> rest = audience.page("weekly", EN, first.getLast().id(), 12);

    assertThat(first).hasSize(12);
    assertThat(rest).hasSize(8);
    assertThat(first).extracting(Addressee::id).doesNotContainAnyElementsOf(ids(rest));
  }

  private static List<String> ids(List<Addressee> of) {
    return of.stream().map(Addressee::id).toList();
  }

  @Test
  void theListShowsNoWholeId() {
    for (int i = 0; i < 5; i++) {
      joined("e" + i, i == 0 ? RU : EN, "weekly", "breaking");
    }
    roll.signUp("pending", sealed("p"), new Choice(Set.of("weekly"), EN));
    RollPages pages = new RollPages(database);

    RollPages.Page first = pages.page(RollPages.Filter.ALL, "", 4);
    RollPages.Page second = pages.page(RollPages.Filter.ALL, first.next().orElseThrow(), 4);

    assertThat(first.rows()).hasSize(4);
    assertThat(second.rows()).hasSize(2);
    assertThat(second.next()).isEmpty();
    assertThat(first.rows()).allSatisfy(r -> assertThat(r.beginning()).hasSize(6));
    assertThat(
            pages
                .page(
                    new RollPages.Filter(
                        Optional.of("breaking"), Optional.of(RU), Optional.of(true)),
                    "",
                    10)
                .rows())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.language()).isEqualTo(RU);
              assertThat(r.month()).isEqualTo("2026-11");
              assertThat(r.letters()).containsExactly("breaking", "weekly");
            });
    assertThat(
            pages
                .page(
                    new RollPages.Filter(Optional.empty(), Optional.empty(), Optional.of(false)),
                    "",
                    10)
                .rows())
        .hasSize(1);
  }
}
