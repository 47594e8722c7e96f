package press.tamizdat.letter.roll;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.log.Trouble;
import press.tamizdat.platform.mail.MailRoute;
import press.tamizdat.platform.mail.MailThrottle;
import press.tamizdat.post.Handler;
import press.tamizdat.post.PostRoom;
import press.tamizdat.trust.sealing.OpeningKey;

/**
 * Keeps the roll: takes what readers ask for, sends the mails that ask them back, and forgets what
 * was never confirmed.
 */
public final class Registrar implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Registrar.class.getName());
  private static final Duration ROUND = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final int AT_A_TIME = 100;

  private final Roll roll;
  private final Waiting waiting;
  private final SignUp signUp;
  private final Map<String, Handler> handlers;
  private final MailRoute route;
  private final OpeningKey dropbox;
  private final Supplier<Publication> publication;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("registrar").factory());

  public Registrar(PostRoom room, OpeningKey dropbox) {
    this(room, dropbox, MailThrottle.Limits.USUAL);
  }

  /**
   * @param dropbox opens what waits; it stays open until this is closed
   */
  public Registrar(PostRoom room, OpeningKey dropbox, MailThrottle.Limits limits) {
    Clock clock = room.clock();
    SubscriberLinks links = new SubscriberLinks(room.links());
    this.roll = new Roll(room.database(), clock, room.random());
    this.waiting = new Waiting(room.database(), clock);
    this.route = room.mail();
    this.dropbox = dropbox;
    this.publication = room.publication();
    this.signUp =
        new SignUp(
            roll,
            waiting,
            new MailThrottle(clock, room.random(), limits),
            new ConfirmationMail(room.sender(), links),
            room.mail(),
            room.roll(),
            dropbox.sealing(),
            publication,
            clock);
    this.handlers =
        Map.of(
            Asked.SIGN_UP,
            signUp,
            "letter.confirm",
            new Confirm(roll, links),
            "letter.leave",
            new Leave(roll, links),
            "letter.manage",
            new Manage(roll, links, room.roll(), publication, clock));
  }

  /** By the kinds of envelopes that they take. */
  public Map<String, Handler> handlers() {
    return handlers;
  }

  /** Does from now on what time brings. */
  public void start() {
    var _ =
        timer.scheduleWithFixedDelay(
            this::roundOrTrouble, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void roundOrTrouble() {
    try {
      round();
    } catch (RuntimeException e) {
      Trouble.log(LOG, "the roll could not be tended", e);
    }
  }

  /** What time has brought: sign-ups that waited, and those that waited in vain. */
  public void round() {
    int _ = roll.forgetUnconfirmed();
    int _ = waiting.forgetOld();
    if (!route.rest().isZero()) {
      return;
    }
    List<Asked> due = waiting.due(AT_A_TIME, dropbox, publication.get());
    for (Asked asked : due) {
      if (signUp.ask(asked) == SignUp.Outcome.HELD) {
        waiting.putOff(asked.envelope(), PAUSE);
      } else {
        waiting.settle(asked.envelope());
      }
    }
  }

  /** How many sign-ups wait for a limit to pass or a relay to come back. */
  public long waiting() {
    return waiting.size();
  }

  @Override
  public void close() {
    timer.close();
  }
}
