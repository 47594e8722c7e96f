package press.tamizdat.platform.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writing files so that a reader sees the old one or the new one and nothing between. */
public final class Disk {
  private static final AtomicLong NEXT = new AtomicLong();

  private static final Pattern UNFINISHED = Pattern.compile("\\.new-([0-9]+)-[0-9]+");

  private static final int FEW = 200;

  private Disk() {}

  /**
   * Waits until these files are on the medium: one by one where they are few, all of the machine's
   * where they are many.
   */
  public static void sync(java.util.Collection<Path> files) {
    if (files.size() > FEW) {
      sync();
      return;
    }
    for (Path file : files) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Puts a file in place under its name in one step. It survives a kill at once, a loss of power
   * after a sync.
   */
  public static void put(Path file, byte[] bytes) {
    Path unfinished =
        file.resolveSibling(".new-" + ProcessHandle.current().pid() + "-" + NEXT.incrementAndGet());
    try {
      Files.write(unfinished, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a name is that of a file that a process has begun to put and died before the end. */
  public static boolean isAbandoned(String name) {
    Matcher unfinished = UNFINISHED.matcher(name);
    return unfinished.matches() && ProcessHandle.of(Long.parseLong(unfinished.group(1))).isEmpty();
  }

  /** Writes a file in place; for a file that nobody reads yet. */
  public static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file's bytes; empty if there is none. */
  public static Optional<byte[]> read(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (java.nio.file.NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until everything written so far is on the medium: {@code sync(2)}, one call for many
   * small files, where asking for each costs a second per thousand.
   */
  public static void sync() {
    try {
      Sync.CALL.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException("sync(2) failed", e);
    }
  }

  private static final class Sync {
    static final MethodHandle CALL =
        Linker.nativeLinker()
            .downcallHandle(
                Linker.nativeLinker().defaultLookup().find("sync").orElseThrow(),
                FunctionDescriptor.ofVoid());
  }

  /** A lock that ends with the process that holds it, however that ends. */
  public static final class Lock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private Lock(FileChannel channel, FileLock lock) {
      this.channel = channel;
      this.lock = lock;
    }

    /** Takes the lock; empty if somebody else has it. */
    public static Optional<Lock> tryTake(Path file) {
      try {
        Files.createDirectories(file.resolveSibling(".").normalize().toAbsolutePath());
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
          channel.close();
          return Optional.empty();
        }
        return Optional.of(new Lock(channel, lock));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel)
        throws IOException {
      try {
        return channel.tryLock();
      } catch (java.nio.channels.OverlappingFileLockException e) {
        return null;
      }
    }

    @Override
    public void close() {
      try {
        lock.release();
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
