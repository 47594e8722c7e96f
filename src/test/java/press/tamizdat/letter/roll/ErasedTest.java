package press.tamizdat.letter.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;

/** Nothing of a row is in the files once its subscriber has left, not even as it was sealed. */
class ErasedTest {
  private static final int PEOPLE = 3000;
  private static final int LENGTH = 300;

  @TempDir Path folder;

  @Test
  void whatLeftIsInNoFileTwoSecondsLater() throws Exception {
    Random random = new Random(7);
    List<byte[]> sealed = new ArrayList<>();
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      byte[] bytes = new byte[LENGTH];
      random.nextBytes(bytes);
      sealed.add(bytes);
      choices.add(new Choice(Set.of("weekly"), new Language("en")));
    }
    try (Database database = Database.open(folder.resolve("post.db"), "db/post")) {
      Roll roll = new Roll(database, Clock.systemUTC(), new SecureRandom());
      for (int from = 0; from < PEOPLE; from += 100) {
        int at = from;
        database.change(
            h -> roll.add(h, sealed.subList(at, at + 100), choices.subList(at, at + 100)));
      }
      List<Addressee> all =
          new ArrayList<>(new Audience(database).page("weekly", new Language("en"), "", PEOPLE));
      assertThat(all).hasSize(PEOPLE);
      Collections.shuffle(all, random);
      List<Addressee> gone = all.subList(0, PEOPLE / 2);
      List<Addressee> staying = all.subList(PEOPLE / 2, PEOPLE);
      for (int i = 0; i < gone.size(); i++) {
        assertThat(roll.leave(gone.get(i).id())).isTrue();
        if (i % 3 == 0) { // rows are added meanwhile, so that pages are split and joined
          int at = i;
          database.change(h -> roll.add(h, List.of(fresh(random)), choices.subList(at, at + 1)));
        }
      }
      Thread.sleep(2000);

      assertThat(found(staying)).isEqualTo(staying.size());
      assertThat(found(gone)).isZero();
    }
  }

  private static byte[] fresh(Random random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return bytes;
  }

  /** How many have some 8 bytes of theirs in a file of the database. */
  private int found(List<Addressee> people) throws IOException {
    Set<Long> windows = new HashSet<>();
    for (String name : new String[] {"post.db", "post.db-wal"}) {
      byte[] file = Files.readAllBytes(folder.resolve(name));
      for (int i = 0; i + 8 <= file.length; i++) {
        windows.add(java.nio.ByteBuffer.wrap(file, i, 8).getLong());
      }
    }
    return (int)
        people.stream()
            .map(Addressee::sealed)
            .filter(
                s ->
                    java.util.stream.IntStream.iterate(0, i -> i + 8 <= LENGTH, i -> i + 8)
                        .anyMatch(
                            i ->
                                windows.contains(
                                    java.nio.ByteBuffer.wrap(Arrays.copyOfRange(s, i, i + 8))
                                        .getLong())))
            .count();
  }
}
