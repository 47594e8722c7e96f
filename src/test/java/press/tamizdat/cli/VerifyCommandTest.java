package press.tamizdat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.platform.http.Config;
import press.tamizdat.platform.http.Door;
import press.tamizdat.site.Site;

/** The command as a person or a script meets it: its words and its exit code. */
class VerifyCommandTest {
  @TempDir static Path made;

  @TempDir Path folder;

  @BeforeAll
  static void publish() {
    SmallNewsroom room = SmallNewsroom.begin(made.resolve("room")).write(0, 5);
    assertThat(publish(made.resolve("room")).code()).isZero();
    copy(room.editions(), made.resolve("old"));
    room.write(5, 8);
    assertThat(
            SmallNewsroom.run(
                    "publish", "--data", made.resolve("room"), "--into", made.resolve("plain"))
                .code())
        .isZero();
    SmallNewsroom.begin(made.resolve("other"));
  }

  private static SmallNewsroom.Said publish(Path data) {
    return SmallNewsroom.run("publish", "--data", data);
  }

  private static SmallNewsroom.Said verify(Object... words) {
    Object[] all = Stream.concat(Stream.of("verify"), Stream.of(words)).toArray();
    return SmallNewsroom.run(all);
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Path root(String room) {
    return made.resolve(room).resolve("editions/tuf/1.root.json");
  }

  @Test
  void aSoundEditionIsWellInEveryKindOfFolder() {
    for (String name : List.of("room", "room/editions", "plain")) {
      SmallNewsroom.Said said = verify(made.resolve(name));

      assertThat(said.code()).as(name).isZero();
      assertThat(said.out())
          .contains("Edition    2 of ", "Languages  [en]", "All is as it was signed.")
          .contains("The root was taken from the place itself.")
          .doesNotContain("WRONG");
    }
  }

  @Test
  void withARootThatIsTrustedNothingIsTakenOnFaith() {
    SmallNewsroom.Said said = verify(made.resolve("plain"), "--root", root("room"));

    assertThat(said.code()).isZero();
    assertThat(said.out()).doesNotContain("taken from the place itself");
  }

  @Test
  void aSoundEditionIsWellOnTheRealSite() {
    Door door = new Door(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false);
    try (Site site =
        Site.start(
                new DataFolder(made.resolve("room")).editions(),
                Config.of(door),
                folder.resolve("counts"),
                Clock.systemUTC())
            .orElseThrow()) {
      SmallNewsroom.Said said =
          verify("http://127.0.0.1:" + site.ports().getFirst(), "--root", root("room"));

      assertThat(said.out()).contains("Edition    2 of ", "All is as it was signed.");
      assertThat(said.code()).isZero();
    }
  }

  @Test
  void whatIsWrongIsSaidLineByLineWithExitCodeOne() throws IOException {
    Path copy = folder.resolve("copy");
    copy(made.resolve("plain"), copy);
    Files.writeString(copy.resolve("en.html"), "changed");
    Files.delete(copy.resolve("en/about.html"));

    SmallNewsroom.Said said = verify(copy);

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out().lines().filter(l -> l.startsWith("WRONG")))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).startsWith("WRONG      en.html has changed"),
            line -> assertThat(line).isEqualTo("WRONG      en/about.html is missing"));
    assertThat(said.out()).endsWith("2 things are wrong.\n");
  }

  @Test
  void oneThingWrongIsSaidInTheSingular() throws IOException {
    Path copy = folder.resolve("copy");
    copy(made.resolve("plain"), copy);
    Files.delete(copy.resolve("en/about.html"));

    assertThat(verify(copy).out()).endsWith("1 thing is wrong.\n");
  }

  @Test
  void theRootOfAnotherNewsroomDoesNotFit() {
    SmallNewsroom.Said said = verify(made.resolve("plain"), "--root", root("other"));

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out())
        .contains("WRONG      timestamp.json is signed by ", "which is not a key of the role");
  }

  @Test
  void whatWasSeenOnceIsRememberedAndNothingOlderIsTaken() throws IOException {
    Path remembered = folder.resolve("seen.json");
    assertThat(verify(made.resolve("plain"), "--remember", remembered).code()).isZero();
    byte[] seen = Files.readAllBytes(remembered);

    SmallNewsroom.Said said = verify(made.resolve("old"), "--remember", remembered);

    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).contains("WRONG      timestamp.json goes back to version");
    assertThat(Files.readAllBytes(remembered)).isEqualTo(seen);
    assertThat(verify(made.resolve("room"), "--remember", remembered).code()).isZero();
    assertThat(verify(made.resolve("old")).code()).as("by itself it is genuine").isZero();
  }

  @Test
  void whatCannotBeLookedAtIsExitCodeTwoAndSaysWhatToDo() throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "Dear reader");
    assertThat(verify(folder.resolve("nowhere")))
        .extracting(SmallNewsroom.Said::code, SmallNewsroom.Said::err)
        .containsExactly(2, "tamizdat: there is no folder " + folder.resolve("nowhere") + "\n");
    assertThat(verify(folder).code()).isEqualTo(2);
    assertThat(verify(folder).err()).contains("there is no edition at", "1.root.json is missing");
    for (String option : List.of("--root", "--remember")) {
      SmallNewsroom.Said said = verify(made.resolve("plain"), option, folder.resolve("letter.txt"));
      assertThat(said.code()).as(option + ": " + said.err()).isEqualTo(2);
      assertThat(said.err()).contains("letter.txt").doesNotContain("should not have happened");
    }
    assertThat(verify(made.resolve("plain"), "--root", folder.resolve("none.json")).code())
        .isEqualTo(2);
    assertThat(verify().code()).isEqualTo(2);
  }

  @Test
  void anAddressWhereNobodyAnswersIsExitCodeTwo() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    SmallNewsroom.Said said = verify("http://127.0.0.1:" + free);

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("cannot be fetched").doesNotContain("\tat ");
  }

  @Test
  void anAddressThatIsNoneIsExitCodeTwo() {
    for (String address : Set.of("http://", "http://a b/", "https://?")) {
      SmallNewsroom.Said said = verify(address);
      assertThat(said.code()).as(address + ": " + said.err()).isEqualTo(2);
      assertThat(said.err()).doesNotContain("should not have happened");
    }
  }

  @Test
  void anInspectionChangesNothing() {
    Path copy = folder.resolve("copy");
    copy(made.resolve("plain"), copy);
    Set<String> before = listing(copy);

    assertThat(verify(copy).code()).isZero();

    assertThat(listing(copy)).isEqualTo(before);
  }

  private static Set<String> listing(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(f -> f + " " + (Files.isDirectory(f) ? 0 : Disk.read(f).orElseThrow().length))
          .collect(java.util.stream.Collectors.toSet());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
