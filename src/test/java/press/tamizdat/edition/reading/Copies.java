package press.tamizdat.edition.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import press.tamizdat.edition.PlainFolder;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.edition.PublishEdition;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.trust.tuf.Remembered;
import press.tamizdat.trust.tuf.SignedFile;

/** Two editions of a small newsroom, in both kinds of folder, to be copied and damaged. */
final class Copies {
  static final Instant SPRING = Instant.parse("2026-03-01T10:00:00Z");

  /** How an edition lies in a folder. */
  enum Shape {
    BY_HASH,
    PLAIN
  }

  private Copies() {}

  /**
   * Fills a folder with {@code by_hash} and {@code plain}, and the edition before in {@code old}.
   */
  static void make(PressRoom room, Path folder) {
    for (int i = 0; i < 40; i++) {
      room.article(
          i % 3 == 0 ? PressRoom.RUSSIAN : PressRoom.ENGLISH,
          "story-" + i,
          i % 2 == 0 ? "news" : "ideas",
          List.of("river"),
          SPRING.plus(Duration.ofDays(i)));
    }
    EditionFolder editions = room.editions("made");
    PublishEdition edition = room.edition(editions);
    edition.publish(false);
    edition.addBrotli((done, all) -> {});
    copy(editions.path(), folder.resolve("old"));
    room.clock.advance(Duration.ofMinutes(5));
    String id =
        room.article(
            PressRoom.ENGLISH, "the-dam", "news", List.of("courts"), SPRING.plusSeconds(9));
    room.takeDown.takeDown(id, "A court ordered it.");
    edition.publish(false);
    edition.addBrotli((done, all) -> {});
    copy(editions.path(), folder.resolve("by_hash"));
    PlainFolder.layOut(editions, folder.resolve("plain"));
  }

  static String name(Shape shape) {
    return shape == Shape.BY_HASH ? "by_hash" : "plain";
  }

  static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a file of the edition lies. */
  static Path file(Shape shape, Path folder, Entry entry, Encoding encoding) {
    return shape == Shape.BY_HASH
        ? new EditionFolder(folder).object(entry.hash(), encoding)
        : folder.resolve(entry.path() + encoding.suffix());
  }

  /** Trust that begins with the root that lies there. */
  static Remembered rootOf(Path folder) {
    return Remembered.only(
        new SignedFile("1.root.json", Disk.read(folder.resolve("tuf/1.root.json")).orElseThrow()));
  }

  /** Changes one bit. */
  static void damage(Path file, int at) {
    byte[] bytes = Disk.read(file).orElseThrow();
    bytes[at] ^= 1;
    Disk.put(file, bytes);
  }

  static void cut(Path file, int length) {
    Disk.put(file, java.util.Arrays.copyOf(Disk.read(file).orElseThrow(), length));
  }
}
