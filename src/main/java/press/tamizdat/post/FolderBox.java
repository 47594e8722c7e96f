package press.tamizdat.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import press.tamizdat.trust.Ids;

/**
 * A dropbox on this disk: {@code <id>.age} as they came, {@code <id>.answer} for who waits. Both
 * are written under another name first, so that what has its name is whole.
 */
public final class FolderBox implements Box, AutoCloseable {
  private static final String SEALED = ".age";
  private static final int MOST = 500;

  private final Path folder;
  private final WatchService watch;

  /** Makes the folder if it is not there. */
  public FolderBox(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      this.watch = folder.getFileSystem().newWatchService();
      folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
    } catch (IOException e) {
      throw new UncheckedIOException("the dropbox " + folder + " cannot be read", e);
    }
  }

  @Override
  public List<String> waiting() {
    record Waiting(String id, long since) {}
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).endsWith(SEALED))
          .map(file -> new Waiting(idOf(file), file.toFile().lastModified()))
          .filter(w -> Ids.isId(w.id()))
          .sorted(Comparator.comparingLong(Waiting::since).thenComparing(Waiting::id))
          .limit(MOST)
          .map(Waiting::id)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the dropbox " + folder + " cannot be read", e);
    }
  }

  private static String idOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - SEALED.length());
  }

  @Override
  public Optional<byte[]> fetch(String id) {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(id + SEALED)));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("an envelope cannot be read", e);
    }
  }

  @Override
  public void remove(String id) {
    try {
      Files.deleteIfExists(folder.resolve(id + SEALED));
    } catch (IOException e) {
      throw new UncheckedIOException("an envelope cannot be removed", e);
    }
  }

  @Override
  public void answer(String id, byte[] sealed) {
    try {
      Path temporary = folder.resolve(id + ".tmp");
      Files.write(temporary, sealed);
      Files.move(temporary, folder.resolve(id + ".answer"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("an answer cannot be written", e);
    }
  }

  @Override
  public void await(Duration most) {
    try {
      WatchKey key = watch.poll(most.toMillis(), TimeUnit.MILLISECONDS);
      if (key != null) {
        key.pollEvents();
        key.reset();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ClosedWatchServiceException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      watch.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
