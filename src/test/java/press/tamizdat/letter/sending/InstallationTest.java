package press.tamizdat.letter.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.letter.sending.Installation.Doubt;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.mail.MailFolder;

class InstallationTest {
  @TempDir Path root;
  private Path post;
  private Path machine;

  @BeforeEach
  void machine() throws IOException {
    post = root.resolve("post");
    machine = Files.writeString(root.resolve("machine-id"), "0123\n");
  }

  private Set<Doubt> doubts(Path folder) {
    try (Database database = Database.open(folder.resolve("post.db"), "db/post")) {
      return new Installation(database, folder, machine, new SecureRandom()).doubts();
    }
  }

  private void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectories(to);
      for (Path file : files.toList()) {
        Files.copy(
            file,
            to.resolve(file.getFileName()),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @Test
  void theOneThatWasAlwaysHereSendsAfterEveryStart() {
    for (int start = 0; start < 3; start++) {
      assertThat(doubts(post)).isEmpty();
    }
  }

  @Test
  void aCopyOfTheFolderIsDoubtedAndTheOneItWasMadeOfIsNot() throws IOException {
    assertThat(doubts(post)).isEmpty();
    copy(post, root.resolve("clone/post"));
    assertThat(doubts(root.resolve("clone/post"))).contains(Doubt.FOLDER, Doubt.COPY);
    assertThat(doubts(post)).isEmpty();
  }

  @Test
  void aFolderThatWasPutBackIsDoubted() throws IOException {
    assertThat(doubts(post)).isEmpty();
    copy(post, root.resolve("backup"));
    try (Stream<Path> files = Files.list(post)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    copy(root.resolve("backup"), post);
    assertThat(doubts(post)).containsExactly(Doubt.COPY);
  }

  @Test
  void aDatabaseThatWasPutBackIsDoubted() throws IOException {
    assertThat(doubts(post)).isEmpty();
    Path backup = root.resolve("post.db.backup");
    Files.copy(post.resolve("post.db"), backup);
    assertThat(doubts(post)).isEmpty();
    Files.copy(backup, post.resolve("post.db"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(doubts(post)).containsExactly(Doubt.OLDER);
  }

  @Test
  void anotherMachineIsDoubted() throws IOException {
    assertThat(doubts(post)).isEmpty();
    Files.writeString(machine, "4567\n");
    assertThat(doubts(post)).containsExactly(Doubt.MACHINE);
  }

  @Test
  void aCopySendsOnlyWhenAPersonHasSaidThatItIsTheOne() throws IOException {
    Path clone = root.resolve("clone");
    try (Subscribers people = new Subscribers(post);
        MailFolder mails = new MailFolder(root.resolve("mails"), java.time.Clock.systemUTC());
        Sendings sendings = people.sendings(mails)) {
      people.add("reader@mail.example");
      assertThat(sendings.locked()).isEmpty();
    }
    copy(post, clone);
    copy(post.resolve("keys"), clone.resolve("keys"));
    try (Subscribers people = new Subscribers(clone);
        MailFolder mails = new MailFolder(root.resolve("mails"), java.time.Clock.systemUTC());
        Sendings sendings = people.sendings(mails)) {
      assertThat(sendings.arm(Subscribers.issue(), Subscribers.PASSPHRASE))
          .isEqualTo(new Armed.Doubtful(Set.of(Doubt.FOLDER, Doubt.COPY)));
      new Installation(people.database, clone, new SecureRandom()).confirm();
      assertThat(sendings.arm(Subscribers.issue(), Subscribers.PASSPHRASE))
          .isEqualTo(new Armed.Sending());
      assertThat(Subscribers.await(sendings, Progress.State.DONE).accepted()).isEqualTo(1);
    }
    try (Stream<Path> files = Files.list(root.resolve("mails"))) {
      assertThat(files.toList())
          .singleElement()
          .satisfies(
              f ->
                  assertThat(Files.readString(f))
                      .startsWith("Return-Path: <b-")
                      .contains("Delivered-To: reader@mail.example\r\n"));
    }
  }
}
