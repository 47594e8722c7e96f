package press.tamizdat.article.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.tamizdat.article.search.Shelves.Draft;

/** The index follows the database, whatever happens to either. */
class FollowingTest {
  @TempDir Path folder;
  private Shelves shelves;

  @BeforeEach
  void open() {
    shelves = new Shelves(folder);
  }

  @AfterEach
  void close() {
    shelves.close();
  }

  private Path index() {
    return folder.resolve("search");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(index())) {
      return files.filter(f -> !f.endsWith("write.lock")).sorted().toList();
    }
  }

  @Test
  void nothingIsOpenedBeforeTheFirstQuestion() {
    assertThat(index()).doesNotExist();
  }

  @Test
  void aSaveIsFoundByTheNextQuestion() {
    String id = shelves.add(Draft.of("en", "Before", "Text."));
    assertThat(shelves.headlines("before")).hasSize(1);

    shelves.revise(id, Draft.of("en", "Afterwards", "Text."));

    assertThat(shelves.headlines("before")).isEmpty();
    assertThat(shelves.headlines("afterwards")).hasSize(1);
    assertThat(shelves.find("").waiting()).isZero();
  }

  @Test
  void anotherStateIsFoundByTheNextQuestion() {
    String id = shelves.add(Draft.of("en", "One", "Text."));
    assertThat(shelves.find("").states()).containsOnlyKeys("draft");

    shelves.database.change(
        h -> h.execute("UPDATE article SET state = 'taken-down' WHERE id = ?", id));

    assertThat(shelves.find("").states()).containsOnlyKeys("taken-down");
  }

  @Test
  void anotherStageIsFoundByTheNextQuestion() {
    String id = shelves.add(Draft.of("en", "One", "Text."));
    String other = shelves.add(Draft.of("en", "Two", "Text."));
    assertThat(shelves.find("").states()).containsOnly(entry("draft", 2));

    shelves.database.change(
        h -> {
          h.execute("UPDATE article SET state = 'published', stage = 'in-review' WHERE id = ?", id);
          h.execute("UPDATE article SET stage = 'ready' WHERE id = ?", other);
        });

    assertThat(shelves.find("").states())
        .containsOnly(entry("published", 1), entry("in-review", 1), entry("ready", 1));
  }

  @Test
  void whatLiesInTheBinIsFoundOnlyThere() {
    String id = shelves.add(Draft.of("en", "One", "Text."));
    shelves.database.change(h -> h.execute("UPDATE article SET binned_at = 1 WHERE id = ?", id));

    assertThat(shelves.find("").total()).isZero();
    assertThat(shelves.find("").states()).containsOnly(entry("binned", 1));
    assertThat(
            shelves
                .find(
                    "one",
                    new Filter(
                        Set.of("binned"),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty()))
                .total())
        .isEqualTo(1);
  }

  @Test
  void whatIsSaidBesideATextIsFoundWithIt() {
    String id = shelves.add(Draft.of("en", "One", "Text."));
    assertThat(shelves.headlines("lawyer")).isEmpty();

    shelves.database.change(
        h ->
            h.execute(
                "INSERT INTO comment (id, article, account, quote, body, at)"
                    + " VALUES ('c', ?, 'a', '', 'Ask the lawyers first', 1)",
                id));
    assertThat(shelves.headlines("lawyer")).containsExactly("One");

    shelves.database.change(h -> h.execute("DELETE FROM comment"));
    assertThat(shelves.headlines("lawyer")).isEmpty();
  }

  @Test
  void anArticleThatIsDeletedIsFoundNoMore() {
    String id = shelves.add(Draft.of("en", "Gone", "Text."));
    assertThat(shelves.find("").total()).isEqualTo(1);

    shelves.database.change(
        h -> {
          h.execute("DELETE FROM revision WHERE article = ?", id);
          h.execute("DELETE FROM article WHERE id = ?", id);
        });

    assertThat(shelves.find("").total()).isZero();
  }

  @Test
  void theIndexFollowsWithoutBeingAsked() throws Exception {
    shelves.add(Draft.of("en", "One", "Text."));
    assertThat(shelves.find("").total()).isEqualTo(1);
    shelves.add(Draft.of("en", "Two", "Text."));

    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (onDisk() < 2 && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }

    assertThat(onDisk()).isEqualTo(2);
  }

  private int onDisk() throws IOException {
    try (FSDirectory directory = FSDirectory.open(index())) {
      if (!DirectoryReader.indexExists(directory)) {
        return 0;
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        return reader.numDocs();
      }
    }
  }

  @Test
  void whatIsOnTheDiskIsUsedAgain() throws Exception {
    shelves.add(Draft.of("en", "One", "Text."));
    assertThat(shelves.find("").total()).isEqualTo(1);
    shelves.search.close();
    List<Path> before = files();
    shelves.search = shelves.open();

    assertThat(shelves.headlines("one")).hasSize(1);

    assertThat(files()).isEqualTo(before);
  }

  @Test
  void whatWasNotOnTheDiskWhenTheProcessDiedIsFoundAgain() throws Exception {
    shelves.add(Draft.of("en", "One", "Text."));
    shelves.find("");
    shelves.reopen();
    shelves.find("");
    Path copy = Files.createDirectory(folder.resolve("as-killed"));
    for (Path file : files()) {
      Files.copy(file, copy.resolve(file.getFileName()));
    }
    shelves.add(Draft.of("en", "Two", "Text."));
    shelves.find("");
    shelves.search.close();
    for (Path file : files()) {
      Files.delete(file);
    }
    try (Stream<Path> killed = Files.list(copy)) {
      for (Path file : killed.toList()) {
        Files.copy(file, index().resolve(file.getFileName()));
      }
    }
    shelves.search = shelves.open();

    assertThat(shelves.find("").total()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "garbled", "emptied", "without a segment", "garbled commit"})
  void aBrokenIndexIsMadeAnew(String how) throws Exception {
    for (int i = 0; i < 30; i++) {
      shelves.add(Draft.of("en", "Story " + i, "Words " + i + " of a text."));
    }
    shelves.find("");
    shelves.search.close();
    spoil(how);
    shelves.search = shelves.open();

    assertThat(shelves.find("").total()).isEqualTo(30);
    assertThat(shelves.headlines("\"story 7\"")).containsExactly("Story 7");
  }

  private void spoil(String how) throws IOException {
    Path commit = named("segments_");
    Path segment = largest();
    byte[] bytes = Files.readAllBytes(segment);
    switch (how) {
      case "cut" -> Files.write(segment, java.util.Arrays.copyOf(bytes, bytes.length / 2));
      case "garbled" -> {
        for (int i = bytes.length / 3; i < bytes.length / 3 + 20; i++) {
          bytes[i] ^= 0x55;
        }
        Files.write(segment, bytes);
      }
      case "emptied" -> Files.write(segment, new byte[0]);
      case "without a segment" -> Files.delete(segment);
      default -> Files.write(commit, new byte[] {1, 2, 3});
    }
  }

  private Path named(String start) throws IOException {
    return files().stream()
        .filter(f -> f.getFileName().toString().startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  private Path largest() throws IOException {
    return files().stream()
        .filter(f -> !f.getFileName().toString().startsWith("segments_"))
        .max(java.util.Comparator.comparingLong(f -> f.toFile().length()))
        .orElseThrow();
  }

  @Test
  void anIndexThatWasDeletedIsMadeAnew() throws Exception {
    shelves.add(Draft.of("en", "One", "Text."));
    shelves.find("");
    shelves.search.close();
    for (Path file : files()) {
      Files.delete(file);
    }
    shelves.search = shelves.open();

    assertThat(shelves.headlines("one")).hasSize(1);
  }

  @Test
  void filesThatAreTakenAwayWhileTheIndexIsOpenAreMadeAnew() throws Exception {
    shelves.add(Draft.of("en", "One", "Text."));
    shelves.find("");
    shelves.reopen();
    shelves.find("");
    for (Path file : files()) {
      Files.delete(file);
    }
    Files.delete(index().resolve("write.lock"));
    shelves.add(Draft.of("en", "Two", "Text."));

    assertThat(shelves.find("").total()).isEqualTo(2);
    shelves.add(Draft.of("en", "Three", "Text."));
    assertThat(shelves.find("").total()).isEqualTo(3);
  }

  @Test
  void anIndexThatIsAheadOfItsDatabaseIsMadeAnew() {
    String first = shelves.add(Draft.of("en", "One", "Text."));
    shelves.add(Draft.of("en", "Two", "Text."));
    shelves.find("");
    shelves.search.close();
    // As after an older copy of the database was put back.
    shelves.database.change(
        h -> {
          h.execute("DELETE FROM revision WHERE article <> ?", first);
          h.execute("DELETE FROM article WHERE id <> ?", first);
          h.execute("DELETE FROM search_change");
          h.execute("DELETE FROM sqlite_sequence WHERE name = 'search_change'");
          h.execute("INSERT INTO search_change (article) VALUES (?)", first);
        });
    shelves.search = shelves.open();

    assertThat(shelves.find("").total()).isEqualTo(1);
  }

  @Test
  void anIndexOfAnotherProcessIsLeftAlone() {
    shelves.add(Draft.of("en", "One", "Text."));
    shelves.find("");

    try (ArticleSearch other = shelves.open()) {
      assertThatThrownBy(() -> other.find(new Ask("", Filter.NONE, Ask.Order.NEWEST, 0, 1)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another process");
    }

    assertThat(shelves.find("").total()).isEqualTo(1);
  }

  @Test
  void articlesFromBeforeTheIndexAreInIt() {
    // The first tables know nothing of a search: V7 finds what they hold.
    shelves.add(Draft.of("en", "One", "Text."));
    shelves.database.change(
        h -> {
          h.execute("DELETE FROM search_change");
          h.execute(
              "INSERT INTO search_change (article) SELECT id FROM article ORDER BY created_at, id");
        });

    assertThat(shelves.find("").total()).isEqualTo(1);
  }
}
