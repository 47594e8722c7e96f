package press.tamizdat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import press.tamizdat.edition.PublishEdition;
import press.tamizdat.edition.reading.FolderPlace;
import press.tamizdat.edition.reading.Head;
import press.tamizdat.edition.reading.Inspection;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.Sha256;
import press.tamizdat.trust.tuf.Remembered;
import press.tamizdat.trust.tuf.SignedFile;

/**
 * A publication that is killed at any moment harms nobody: readers keep a sound edition, the next
 * publication ends what was begun, and leaves what a publication from nothing leaves.
 */
class KilledPublishTest {
  private static final int KILLS = 9;
  private static final int ENOUGH = 4;

  /** 128 and the number of SIGKILL. */
  private static final int KILLED = 137;

  /** To see a failure again: {@code -Dkill.seed=…}. */
  private static final long SEED = Long.getLong("kill.seed", System.nanoTime() & 0xffff);

  @TempDir Path folder;

  @Test
  void readersKeepASoundEditionAndTheNextPublicationEndsWhatWasBegun() throws Exception {
    Random random = new Random(SEED);
    SmallNewsroom room = SmallNewsroom.begin(folder.resolve("room")).write(0, 150);
    assertThat(publishQuickly(room)).isZero();
    room.write(150, 155);
    long whole = runOf(room);
    List<String> story = new ArrayList<>();
    int killed = 0;
    int written = 155;
    // On a machine with much else to do, a kill may come after the end; then there are a few more.
    for (int i = 0; i < KILLS || (killed < ENOUGH && i < 3 * KILLS); i++) {
      room.write(written, written + 2);
      written += 2;
      long before = number(room);
      // A third by the clock, from the start of the machine on; two thirds about the moment of
      // publication, which is short.
      long delay = random.nextLong(i % 3 == 0 ? whole : 30);
      boolean signed = i % 3 != 0;

      killed += killedAfter(room, signed, delay) ? 1 : 0;

      String when =
          "seed %d, kill %d, %d ms after its %s; before: %s"
              .formatted(SEED, i, delay, signed ? "targets" : "start", String.join(", ", story));
      Inspection.Report left = inspect(room);
      assertThat(number(room)).as(when).isBetween(before, before + 1);
      assertThat(left.faults()).as(when).allMatch(KilledPublishTest::harmless);
      story.add("edition " + before + " to " + number(room) + ", " + left.faults().size());

      assertThat(publishQuickly(room)).as(when).isZero();
      assertThat(inspect(room).faults()).as(when).isEmpty();
      // What was forgotten once stays forgotten, so it shows at a later look as well.
      if (i % 4 == 3) {
        assertThat(catalogue(room)).as(when).isEqualTo(fromNothing(room));
      }
    }
    assertThat(killed)
        .as("publications that were still running when killed")
        .isGreaterThanOrEqualTo(ENOUGH);
  }

  /** The moments between two steps, which a kill by the clock hardly meets. */
  enum Stopped {
    BEFORE_THE_NOTE,
    BEFORE_THE_TIMESTAMP,
    BEFORE_THE_BUNDLE
  }

  @ParameterizedTest
  @EnumSource
  void whateverStepItWasStoppedBefore(Stopped stopped) throws Exception {
    SmallNewsroom room = SmallNewsroom.begin(folder.resolve("room")).write(0, 6);
    assertThat(publishQuickly(room)).isZero();
    room.write(6, 8);
    Path metadata = room.data().editions().metadata();
    byte[] desk = bytes(room.data().database());
    byte[] timestamp = bytes(metadata.resolve("timestamp.json"));
    byte[] bundle = bytes(metadata.resolve("bundle.json"));
    assertThat(publishQuickly(room)).isZero();

    Disk.put(metadata.resolve("bundle.json"), bundle);
    if (stopped != Stopped.BEFORE_THE_BUNDLE) {
      Disk.put(metadata.resolve("timestamp.json"), timestamp);
    }
    if (stopped == Stopped.BEFORE_THE_NOTE) {
      Disk.put(room.data().database(), desk);
    }
    leaveUnfinished(room);
    assertThat(inspect(room).faults()).isNotEmpty().allMatch(KilledPublishTest::harmless);

    assertThat(publishQuickly(room)).isZero();
    assertThat(inspect(room).faults()).isEmpty();
    assertThat(number(room)).isEqualTo(2);
    assertThat(catalogue(room)).isEqualTo(fromNothing(room));
  }

  private static byte[] bytes(Path file) {
    return Disk.read(file).orElseThrow();
  }

  /** As a dead process leaves it where it was about to put something. */
  private static void leaveUnfinished(SmallNewsroom room) throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    for (String place : List.of("", "tuf", "objects/00")) {
      Files.writeString(
          room.editions().resolve(place).resolve(".new-" + dead.pid() + "-1"), "half a fi");
    }
  }

  @Test
  void whatAnotherProcessIsAboutToPutIsLeftToIt() throws Exception {
    SmallNewsroom room = SmallNewsroom.begin(folder.resolve("room")).write(0, 3);
    assertThat(publishQuickly(room)).isZero();
    Path unfinished = room.editions().resolve("tuf/.new-" + ProcessHandle.current().pid() + "-0");
    Files.writeString(unfinished, "half a fi");

    room.write(3, 4);
    assertThat(publishQuickly(room)).isZero();

    assertThat(unfinished).exists();
  }

  /** What no edition lists, no reader finds. */
  private static boolean harmless(Inspection.Fault fault) {
    return fault instanceof Inspection.Fault.SurplusFile
        // The kill came between the timestamp and the bundle, which is written from it: the bundle
        // is that of the edition before, whose files are all still there.
        || (fault instanceof Inspection.Fault.WrongBundle bundle
            && bundle.what().startsWith("it leads to edition"));
  }

  /** The time, in ms, that a publication takes in a process of its own. */
  private static long runOf(SmallNewsroom room) throws Exception {
    long from = System.nanoTime();
    Process process = start(room);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return (System.nanoTime() - from) / 1_000_000;
  }

  /**
   * SIGKILL, so long after the start or after the new edition's targets are there; false if the
   * publication had ended by then.
   */
  private static boolean killedAfter(SmallNewsroom room, boolean signed, long millis)
      throws Exception {
    Path targets = room.data().editions().metadata().resolve((number(room) + 1) + ".targets.json");
    Process process = start(room);
    while (signed && process.isAlive() && Files.notExists(targets)) {
      Thread.sleep(1);
    }
    if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      assertThat(process.exitValue()).isZero();
    }
    int code = process.destroyForcibly().waitFor();
    assertThat(code).isIn(0, KILLED);
    return code == KILLED;
  }

  private static Process start(SmallNewsroom room) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "press.tamizdat.Tamizdat",
            "publish",
            "--data",
            room.data().path().toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static int publishQuickly(SmallNewsroom room) {
    return SmallNewsroom.run("publish", "--gzip-only", "--data", room.data().path()).code();
  }

  private static Inspection.Report inspect(SmallNewsroom room) {
    SignedFile root = new SignedFile("1.root.json", Disk.read(room.root()).orElseThrow());
    return Inspection.inspect(
        FolderPlace.of(room.editions()), Remembered.only(root), Clock.systemUTC(), n -> {});
  }

  private static long number(SmallNewsroom room) {
    return head(room).number();
  }

  private static Sha256 catalogue(SmallNewsroom room) {
    return head(room).catalogue();
  }

  private static Head head(SmallNewsroom room) {
    return Head.Current.of(room.data().editions()).orElseThrow().head();
  }

  /** The catalogue of an edition that another desk renders from the same articles. */
  private Sha256 fromNothing(SmallNewsroom room) throws IOException {
    DataFolder other = new DataFolder(folder.resolve("other"));
    boolean isNew = !other.exists();
    Files.createDirectories(other.database().getParent());
    try (Stream<Path> files = Files.list(room.data().database().getParent())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(
            file,
            other.database().resolveSibling(String.valueOf(file.getFileName())),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.copy(
        room.data().settingsFile(), other.settingsFile(), StandardCopyOption.REPLACE_EXISTING);
    try (House house = new House(other, Clock.systemUTC())) {
      if (isNew) {
        house.makeKeys(Secret.of(""));
      }
      PublishEdition.Outcome outcome =
          house.publishEdition(house.masthead(Secret.of(""))).publish(true);
      assertThat(outcome).isInstanceOf(PublishEdition.Outcome.Published.class);
    }
    return Head.Current.of(other.editions()).orElseThrow().head().catalogue();
  }
}
