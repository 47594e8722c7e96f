package press.tamizdat.desk.press;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import press.tamizdat.article.Publishing;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.edition.PublicationPlan;

/**
 * Publishes what is scheduled when its time has come: within a second or two of it, and what is
 * overdue when the program starts, at once.
 *
 * <p>It keeps nothing: each look reads the database, and each article leaves {@code scheduled} in
 * the transaction in which it becomes public. So a killed process neither forgets an article nor
 * publishes one twice.
 */
public final class Timetable implements AutoCloseable {
  private static final Logger LOG = System.getLogger("press.tamizdat.press");
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Newsroom newsroom;
  private final Press press;
  private final ScheduledExecutorService ticking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("timetable").factory());

  public Timetable(Newsroom newsroom, Press press) {
    this.newsroom = newsroom;
    this.press = press;
  }

  /** Begins to look, now and every second. */
  public Timetable start() {
    // What became public just before a process was killed has no edition yet.
    if (newsroom
        .database()
        .<Boolean>read(h -> PublicationPlan.isAnythingWaiting(h, newsroom.publication().get()))) {
      press.ask();
    }
    var _ =
        ticking.scheduleWithFixedDelay(this::lookSafely, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  /** A look that fails, because the disk is full for example, must not be the last. */
  private void lookSafely() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The timetable could not be read; it is tried again in a second", e);
    }
  }

  /**
   * Publishes all that is due, and asks the press if there was anything.
   *
   * @return how many articles became public
   */
  public int look() {
    Publishing publishing = Proofs.publishing(newsroom);
    int out = 0;
    for (String id : publishing.due()) {
      if (publish(publishing, id)) {
        out++;
      }
    }
    if (out > 0) {
      press.ask();
    }
    return out;
  }

  private static boolean publish(Publishing publishing, String id) {
    try {
      Optional<Publishing.Outcome> outcome = publishing.publishDue(id);
      return outcome.filter(Publishing.Outcome.Out.class::isInstance).isPresent();
    } catch (IllegalArgumentException | IllegalStateException e) {
      LOG.log(Level.ERROR, "an article could not be published at its time", e);
      publishing.miss(id, "flow.refused.broken");
      return false;
    }
  }

  @Override
  public void close() {
    ticking.shutdown();
    try {
      if (!ticking.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "The timetable was still publishing");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
