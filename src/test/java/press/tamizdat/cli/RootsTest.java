package press.tamizdat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.keys.Keyring;
import press.tamizdat.trust.tuf.RootCeremony;
import press.tamizdat.trust.tuf.SignedFile;

class RootsTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final Secret NONE = Secret.of("");

  @TempDir Path folder;

  private Roots roots(Duration later) {
    return new Roots(
        new Keyring(folder.resolve("keys")),
        new EditionFolder(folder.resolve("editions")),
        Duration.ofDays(365),
        Clock.fixed(START.plus(later), ZoneOffset.UTC));
  }

  private SignedFile file(String name) throws Exception {
    return new SignedFile(name, Files.readAllBytes(folder.resolve("editions/tuf").resolve(name)));
  }

  @Test
  void theFirstStartMakesKeysAndARoot() throws Exception {
    assertThat(roots(Duration.ZERO).areThere()).isFalse();

    roots(Duration.ZERO).begin(NONE);

    assertThat(roots(Duration.ZERO).areThere()).isTrue();
    assertThat(RootCeremony.examineFirst(file("1.root.json"))).isEmpty();
  }

  @Test
  void aFirstStartThatWasCutOffIsFinishedByTheNext() throws Exception {
    roots(Duration.ZERO).begin(NONE);
    Files.delete(folder.resolve("editions/tuf/1.root.json"));
    Files.delete(folder.resolve("keys/freshness.unsealed.pem"));
    Files.delete(folder.resolve("keys/freshness.pub.pem"));
    Files.delete(folder.resolve("keys/edition.pub.pem"));

    roots(Duration.ZERO).begin(NONE);

    assertThat(RootCeremony.examineFirst(file("1.root.json"))).isEmpty();
  }

  @Test
  void aRootIsReplacedInItsLastNinetyDays() throws Exception {
    roots(Duration.ZERO).begin(NONE);

    assertThat(roots(Duration.ofDays(200)).renew(NONE)).isEmpty();
    assertThat(folder.resolve("editions/tuf/2.root.json")).doesNotExist();
    assertThat(roots(Duration.ofDays(300)).renew(NONE)).isEmpty();

    assertThat(RootCeremony.examineNext(file("1.root.json"), file("2.root.json"))).isEmpty();
    assertThat(RootCeremony.read(file("2.root.json")).expires())
        .isEqualTo(START.plus(Duration.ofDays(665)));
  }

  @Test
  void withTheRootKeyAwayItSaysWhatToDo() throws Exception {
    roots(Duration.ZERO).begin(NONE);
    Files.delete(folder.resolve("keys/root-1.unsealed.pem"));

    assertThat(roots(Duration.ofDays(300)).renew(NONE)).get().asString().contains("root-1.age");
    assertThat(folder.resolve("editions/tuf/2.root.json")).doesNotExist();
  }
}
