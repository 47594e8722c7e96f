package press.tamizdat.edition;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs work on every core, and takes no more of it than a few sheets per core, so that what is
 * rendered never piles up in memory. The first failure stops the rest.
 */
final class Presses implements AutoCloseable {
  private static final int WAITING = 16;

  private final int cores = Runtime.getRuntime().availableProcessors();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(cores, Thread.ofPlatform().name("press-", 0).factory());
  private final Semaphore room = new Semaphore(cores * WAITING);
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  /** Takes work, waiting until there is room. */
  void run(Runnable work) {
    rethrow();
    room.acquireUninterruptibly();
    workers.execute(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
          } finally {
            room.release();
          }
        });
  }

  /** Waits for all work taken so far. */
  void finish() {
    room.acquireUninterruptibly(cores * WAITING);
    room.release(cores * WAITING);
    rethrow();
  }

  private void rethrow() {
    RuntimeException first = failure.get();
    if (first != null) {
      throw first;
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
