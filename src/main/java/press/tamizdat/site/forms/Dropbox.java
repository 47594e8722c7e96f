package press.tamizdat.site.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.keys.PrivateFile;

/**
 * Sealed envelopes that nobody has collected yet, {@code <id>.age}, and answers for those who wait,
 * {@code <id>.answer}. What has its name is whole, and is on the disk before anybody is told so.
 */
final class Dropbox {
  static final int MOST = 20_000;
  static final long MOST_BYTES = 256L << 20;

  private static final String SEALED = ".age";
  private static final String ANSWER = ".answer";
  private static final int LISTED = 500;
  private static final long LOOK = TimeUnit.SECONDS.toNanos(1);

  /** Nobody waits so long for an answer; a temporary file so old is of a process that died. */
  private static final Duration STALE = Duration.ofHours(1);

  private final Path folder;
  private final int most;
  private final long mostBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private long lookedAt;
  private boolean looked;
  private int count;
  private long arrivals;
  private long bytes;

  Dropbox(Path folder, int most, long mostBytes) {
    this.folder = folder;
    this.most = most;
    this.mostBytes = mostBytes;
  }

  /** Puts an envelope in; false if there is no room until some are collected. */
  boolean put(String id, byte[] sealed) {
    if (!hasRoom(sealed.length)) {
      return false;
    }
    PrivateFile.write(folder.resolve(id + SEALED), sealed);
    lock.lock();
    try {
      arrivals++;
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
    return true;
  }

  private boolean hasRoom(int more) {
    lock.lock();
    try {
      long now = System.nanoTime();
      if (!looked || now - lookedAt > LOOK) {
        look();
        looked = true;
        lookedAt = now;
      }
      boolean room = count < most && bytes + more <= mostBytes;
      count += room ? 1 : 0;
      bytes += room ? more : 0;
      return room;
    } finally {
      lock.unlock();
    }
  }

  /** Counts what is there, which others take away, and removes what nobody will ask for. */
  private void look() {
    count = 0;
    bytes = 0;
    long stale = System.currentTimeMillis() - STALE.toMillis();
    for (Path file : files()) {
      if (isSealed(file)) {
        count++;
        bytes += file.toFile().length();
      } else if (file.toFile().lastModified() < stale) {
        delete(file);
      }
    }
  }

  private static boolean isSealed(Path file) {
    return String.valueOf(file.getFileName()).endsWith(SEALED);
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (NoSuchFileException nothingYet) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("the dropbox " + folder + " cannot be read", e);
    }
  }

  /** Ids of what waits, the oldest first, some hundreds at most. */
  List<String> waiting() {
    record Waiting(String id, long since) {}
    return files().stream()
        .filter(Dropbox::isSealed)
        .map(file -> new Waiting(id(file), file.toFile().lastModified()))
        .filter(w -> Ids.isId(w.id()))
        .sorted(Comparator.comparingLong(Waiting::since).thenComparing(Waiting::id))
        .limit(LISTED)
        .map(Waiting::id)
        .toList();
  }

  private static String id(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - SEALED.length());
  }

  /** How many were put in so far. */
  long arrivals() {
    lock.lock();
    try {
      return arrivals;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until more were put in than these, at most so long. */
  void await(long arrivalsSeen, Duration most) {
    lock.lock();
    try {
      long left = most.toNanos();
      while (arrivals == arrivalsSeen && left > 0) {
        left = arrived.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  Optional<byte[]> fetch(String id) {
    return Disk.read(folder.resolve(id + SEALED));
  }

  void remove(String id) {
    delete(folder.resolve(id + SEALED));
  }

  /** Leaves an answer for who waits. */
  void answer(String id, byte[] sealed) {
    PrivateFile.write(folder.resolve(id + ANSWER), sealed);
  }

  Optional<byte[]> answer(String id) {
    return Disk.read(folder.resolve(id + ANSWER));
  }

  void removeAnswer(String id) {
    delete(folder.resolve(id + ANSWER));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("what was collected cannot be removed", e);
    }
  }
}
