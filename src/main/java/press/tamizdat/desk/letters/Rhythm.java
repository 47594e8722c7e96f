package press.tamizdat.desk.letters;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import press.tamizdat.platform.log.Trouble;

/** Looks every second whether a letter is due. */
final class Rhythm implements AutoCloseable {
  private static final Logger LOG = System.getLogger("press.tamizdat.letters");
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Outgoing outgoing;
  private final ScheduledExecutorService ticking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("letters").factory());

  Rhythm(Outgoing outgoing) {
    this.outgoing = outgoing;
  }

  void start() {
    var _ =
        ticking.scheduleWithFixedDelay(
            this::lookSafely, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A look that fails, because the disk is full for example, must not be the last. */
  private void lookSafely() {
    try {
      outgoing.look();
    } catch (RuntimeException e) {
      Trouble.log(LOG, "the letters could not be looked at; it is tried again", e);
    }
  }

  @Override
  public void close() {
    ticking.shutdown();
    try {
      if (!ticking.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "A letter was still being handed over");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
