package press.tamizdat.desk.press;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import press.tamizdat.desk.press.PressState.Doing;
import press.tamizdat.edition.PublishEdition;
import press.tamizdat.edition.Steps;
import press.tamizdat.edition.page.PageTooLarge;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.edition.reading.Head;

/**
 * Prints editions, one at a time, in the background. Whoever asks while one is printed is served by
 * the next, together with all others who ask meanwhile.
 */
public final class Press implements AutoCloseable {
  private static final Logger LOG = System.getLogger("press.tamizdat.press");
  private static final Duration WHILE_BUSY = Duration.ofMillis(300);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final Duration LAST_RETRY = Duration.ofMinutes(1);
  private static final Duration LAST_WORDS = Duration.ofSeconds(20);

  private final Supplier<PublishEdition> edition;
  private final EditionFolder folder;
  private final Clock clock;
  private final Delivery delivery;
  private final Thread worker;
  private final ExecutorService lightening =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("brotli").factory());
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long asked;
  private long done;
  private boolean closed;
  private PressState state;

  /**
   * Starts it; it rests until it is asked.
   *
   * @param site where this process serves readers; empty where the site is elsewhere
   */
  public Press(
      Supplier<PublishEdition> edition,
      EditionFolder folder,
      Clock clock,
      Supplier<List<URI>> site) {
    this.edition = edition;
    this.folder = folder;
    this.clock = clock;
    this.delivery = new Delivery(site, folder);
    this.state = new PressState(Doing.RESTING, clock.instant(), newest(0), Optional.empty());
    this.worker = Thread.ofPlatform().daemon().name("press").start(this::work);
  }

  /**
   * Asks for an edition with all that is public now.
   *
   * @return a number for {@link #await}
   */
  public long ask() {
    lock.lock();
    try {
      asked++;
      if (state.doing() == Doing.RESTING) {
        become(Doing.WAITING, Optional.empty());
      }
      changed.signalAll();
      return asked;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until what was asked for is with readers; false if it is not within this time. */
  public boolean await(long ask, Duration most) {
    long left = most.toNanos();
    lock.lock();
    try {
      while (done < ask && left > 0 && !closed) {
        left = changed.awaitNanos(left);
      }
      return done >= ask;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  public PressState state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whether readers get a file of the newest edition.
   *
   * @param path of the file, without a leading slash
   */
  public Delivered delivered(String path) {
    return delivery.of(path);
  }

  private void work() {
    Duration retry = FIRST_RETRY;
    while (true) {
      long upTo = next();
      if (upTo < 0) {
        return;
      }
      switch (print(upTo)) {
        case DONE -> retry = FIRST_RETRY;
        case BUSY -> pause(WHILE_BUSY);
        case FAILED -> {
          pause(retry);
          Duration twice = retry.multipliedBy(2);
          retry = twice.compareTo(LAST_RETRY) > 0 ? LAST_RETRY : twice;
        }
      }
    }
  }

  private enum Run {
    DONE,
    BUSY,
    FAILED
  }

  /** Waits for work; the newest wish, or -1 when it is closed. */
  private long next() {
    lock.lock();
    try {
      while (asked == done && !closed) {
        changed.awaitUninterruptibly();
      }
      return closed ? -1 : asked;
    } finally {
      lock.unlock();
    }
  }

  private Run print(long upTo) {
    try {
      PublishEdition printer = edition.get();
      return switch (printer.publish(false, this::step)) {
        case PublishEdition.Outcome.Busy b -> {
          tell(Doing.WAITING, Optional.of("flow.press.busy"));
          yield Run.BUSY;
        }
        case PublishEdition.Outcome.Unchanged u -> finished(upTo, 0, printer);
        case PublishEdition.Outcome.Published p -> finished(upTo, p.rendered(), printer);
      };
    } catch (PageTooLarge e) {
      return failed("flow.press.failed.large", e);
    } catch (RuntimeException e) {
      return failed("flow.press.failed", e);
    }
  }

  private Run finished(long upTo, long rendered, PublishEdition printer) {
    lock.lock();
    try {
      done = upTo;
      state =
          new PressState(
              asked == done ? Doing.RESTING : Doing.WAITING,
              clock.instant(),
              newest(rendered),
              Optional.empty());
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    // Readers have the edition already, with gzip; what is smaller still may take its time, and the
    // next edition does not wait for it.
    lightening.execute(() -> lighten(printer));
    return Run.DONE;
  }

  private static void lighten(PublishEdition printer) {
    try {
      printer.addBrotli((some, all) -> {});
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "files were not compressed with brotli; readers get gzip", e);
    }
  }

  private Run failed(String key, RuntimeException e) {
    LOG.log(Level.ERROR, "The edition was not printed", e);
    tell(Doing.FAILED, Optional.of(key));
    return Run.FAILED;
  }

  private void step(Steps.Step step) {
    switch (step) {
      case RENDER -> tell(Doing.RENDERING, Optional.empty());
      case SYNC -> tell(Doing.STORING, Optional.empty());
      case SIGN -> tell(Doing.SIGNING, Optional.empty());
      default -> {}
    }
  }

  private void tell(Doing doing, Optional<String> trouble) {
    lock.lock();
    try {
      become(doing, trouble);
    } finally {
      lock.unlock();
    }
  }

  private void become(Doing doing, Optional<String> trouble) {
    state = new PressState(doing, clock.instant(), state.edition(), trouble);
  }

  private Optional<PressState.Edition> newest(long rendered) {
    return Head.Current.of(folder)
        .map(Head.Current::head)
        .map(h -> new PressState.Edition(h.number(), h.time(), rendered));
  }

  /** Waits, or until somebody asks again: they may have put right what was wrong. */
  private void pause(Duration time) {
    lock.lock();
    try {
      long before = asked;
      long left = time.toNanos();
      while (left > 0 && asked == before && !closed) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Stops it after the edition that it is printing. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    delivery.close();
    try {
      boolean rests = worker.join(LAST_WORDS);
      lightening.shutdown();
      if (!rests || !lightening.awaitTermination(LAST_WORDS.toSeconds(), SECONDS)) {
        LOG.log(Level.WARNING, "the press was still working");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
