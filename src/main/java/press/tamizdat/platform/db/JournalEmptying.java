package press.tamizdat.platform.db;

import java.lang.System.Logger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import press.tamizdat.platform.log.Trouble;

/**
 * Empties a journal a moment after it was asked to: once for all that was asked for meanwhile, and
 * again until it could. Its thread ends when there is nothing to do.
 */
final class JournalEmptying implements AutoCloseable {
  private static final Logger LOG = System.getLogger(JournalEmptying.class.getName());
  private static final long PAUSE_NANOS = 700_000_000;

  private final BooleanSupplier emptied;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition closing = lock.newCondition();
  private boolean wanted;
  private boolean closed;
  private @Nullable Thread running;

  /**
   * @param emptied tries to, and says whether it is done
   */
  JournalEmptying(BooleanSupplier emptied) {
    this.emptied = emptied;
  }

  void soon() {
    lock.lock();
    try {
      wanted = true;
      if (running == null && !closed) {
        running = Thread.ofPlatform().daemon().name("journal").start(this::run);
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (hasWork()) {
      boolean done = false;
      try {
        done = emptied.getAsBoolean();
      } catch (RuntimeException e) {
        Trouble.log(LOG, "the journal stays for now", e);
      }
      if (!done) {
        again();
      }
    }
  }

  /** Waits a little; whether there is something to do then. */
  private boolean hasWork() {
    lock.lock();
    try {
      for (long left = PAUSE_NANOS; left > 0 && !closed; ) {
        left = closing.awaitNanos(left);
      }
      boolean work = wanted && !closed;
      wanted = false;
      if (!work) {
        running = null;
        closing.signalAll();
      }
      return work;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = null;
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void again() {
    lock.lock();
    try {
      wanted = true;
    } finally {
      lock.unlock();
    }
  }

  /** Closing the last connection empties the journal, so what is wanted then needs no thread. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      closing.signalAll();
      while (running != null) {
        closing.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }
}
