package press.tamizdat.letter.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.trust.Ids;

class AnswerBookTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("answers");
  }

  private static Outcome outcome(Outcome.State state, String reply) {
    Row row = new Row(Ids.next(new SecureRandom()), Optional.empty(), Optional.empty(), 0, false);
    return Outcome.of(row, state, 1, state == Outcome.State.DEFERRED ? 1234 : 0, reply);
  }

  private static List<Outcome> some(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> outcome(i % 3 == 0 ? Outcome.State.DEFERRED : Outcome.State.ACCEPTED, "é" + i))
        .toList();
  }

  private static List<AnswerBook.Entry> entries(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(
            o ->
                new AnswerBook.Entry(
                    o.row().subscriber(), o.state(), o.attempts(), o.due(), o.reply()))
        .toList();
  }

  @Test
  void whatWasWrittenIsReadAndNothingIsReadWhereNothingWas() {
    assertThat(AnswerBook.read(file)).isEmpty();
    List<Outcome> first = some(3);
    List<Outcome> second = some(5_000); // more than the room that is made at first
    try (AnswerBook book = AnswerBook.open(file)) {
      assertThat(AnswerBook.read(file)).isEmpty();
      book.add(first);
      assertThat(AnswerBook.read(file)).isEqualTo(entries(first));
      book.add(second);
    }
    assertThat(AnswerBook.read(file).subList(0, 3)).isEqualTo(entries(first));
    assertThat(AnswerBook.read(file).subList(3, 5_003)).isEqualTo(entries(second));
  }

  @Test
  void afterItsTurnTheNewEntriesAreReadFirstAndOldOnesMayFollow() {
    List<Outcome> old = some(10);
    List<Outcome> fresh = some(2);
    try (AnswerBook book = AnswerBook.open(file)) {
      book.add(old);
      book.turn();
      book.add(fresh);
    }
    List<AnswerBook.Entry> read = AnswerBook.read(file);
    assertThat(read.subList(0, 2)).isEqualTo(entries(fresh));
    assertThat(entries(old)).containsAll(read.subList(2, read.size()));
  }

  /** Whatever an interrupted writing leaves is a beginning of what was written. */
  @Test
  void aTornEntryEndsTheBook() throws IOException {
    List<Outcome> outcomes = some(4);
    try (AnswerBook book = AnswerBook.open(file)) {
      book.add(outcomes);
    }
    byte[] whole = Files.readAllBytes(file);
    int used = whole.length;
    while (whole[used - 1] == 0) {
      used--;
    }
    for (int cut = 0; cut < used; cut++) {
      byte[] torn = whole.clone();
      Arrays.fill(torn, cut, used, (byte) 0);
      Files.write(file, torn);
      List<AnswerBook.Entry> read = AnswerBook.read(file);
      assertThat(read).hasSizeLessThan(4).isEqualTo(entries(outcomes).subList(0, read.size()));
    }
  }

  /** A second run records what the first had heard, and only that. */
  @Test
  void whatWasHeardIsRecordedOnce() {
    try (Subscribers people = new Subscribers(folder)) {
      String heard = people.add("one@mail.example");
      String deferred = people.add("two@mail.example");
      String recorded = people.add("three@mail.example");
      FrozenIssue issue = Subscribers.issue();
      Recipients rows = new Recipients(issue);
      boolean _ = new Issues(people.database).add(issue, 1);
      people.database.change(
          h -> {
            int _ = rows.prepare(h, 10);
            h.execute("UPDATE recipient SET state = 'leased', attempts = 1");
            h.execute(
                "UPDATE recipient SET state = 'refused', attempts = 2 WHERE subscriber = ?",
                recorded);
          });
      List<AnswerBook.Entry> entries =
          List.of(
              new AnswerBook.Entry(heard, Outcome.State.ACCEPTED, 2, 0, "taken"),
              new AnswerBook.Entry(deferred, Outcome.State.DEFERRED, 2, 99, "later"),
              new AnswerBook.Entry(recorded, Outcome.State.ACCEPTED, 1, 0, "of before"));
      for (int time = 0; time < 2; time++) {
        people.database.change(
            h -> {
              try {
                rows.recover(h, entries);
              } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
              }
            });
        assertThat(people.database.read(rows::count)).isEqualTo(new Counts(3, 0, 1, 1, 1, 0));
      }
    }
  }
}
