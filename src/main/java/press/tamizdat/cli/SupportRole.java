package press.tamizdat.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.platform.log.Trouble;
import press.tamizdat.post.Handler;
import press.tamizdat.post.PostRoom;
import press.tamizdat.support.pledge.Pledges;
import press.tamizdat.support.pledge.Reconcile;
import press.tamizdat.support.pledge.SupportHandlers;
import press.tamizdat.support.pledge.SupportRoom;
import press.tamizdat.support.remind.Receipts;
import press.tamizdat.support.remind.Reminders;
import press.tamizdat.support.till.Tills;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.sealing.OpeningKey;

/** The tills of one newsroom, wired by hand, and their nightly round. */
final class SupportRole implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("press.tamizdat.support");
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration OFTEN = Duration.ofMinutes(1);
  private static final Duration SECONDS = Duration.ofSeconds(3);
  private static final Duration DAY = Duration.ofDays(1);

  /** So long after it was begun, nothing is expected of a payment any more. */
  private static final Duration UNPAID = Duration.ofDays(100);

  private final SupportRoom room;
  private final Tills tills;
  private final Pledges pledges;
  private final Reconcile reconcile;
  private final int keepMonths;
  private final Optional<Notes> notes;
  private final Clock clock;
  private Optional<Thread> rounds = Optional.empty();
  private Optional<Thread> letters = Optional.empty();

  /**
   * What messages to supporters are made with.
   *
   * @param key that their addresses are sealed to
   * @param often how long it takes until something that is due is seen
   * @param soon after which every reminder is due, in a demonstration
   */
  record Notes(PostRoom room, OpeningKey key, Duration often, Optional<Duration> soon) {
    static Notes usual(PostRoom room, OpeningKey key) {
      return new Notes(room, key, OFTEN, Optional.empty());
    }

    /** Nobody at a demonstration waits for a week. */
    static Notes hastened(PostRoom room, OpeningKey key) {
      return new Notes(room, key, SECONDS, Optional.of(OFTEN));
    }

    Reminders reminders() {
      return new Reminders(room, key, soon);
    }
  }

  private SupportRole(SupportRoom room, Tills tills, int keepMonths, Optional<Notes> notes) {
    this.notes = notes;
    this.room = room;
    this.tills = tills;
    this.pledges = room.pledges();
    this.reconcile = new Reconcile(tills, pledges, room.database(), room.clock());
    this.keepMonths = keepMonths;
    this.clock = room.clock();
  }

  /** Opens the tills with the house passphrase. */
  static SupportRole open(
      DataFolder data,
      SupportSettings settings,
      SupportRoom room,
      Optional<Notes> notes,
      Secret passphrase) {
    TillKeys keys = new TillKeys(data, passphrase);
    Tills tills = new Tills(settings.tills(), keys::key, room.database(), room.clock());
    return new SupportRole(room, tills, settings.keepMonths(), notes);
  }

  Tills tills() {
    return tills;
  }

  Pledges pledges() {
    return pledges;
  }

  Reconcile reconcile() {
    return reconcile;
  }

  Map<String, Handler> handlers() {
    Map<String, Handler> handlers = new HashMap<>(SupportHandlers.of(room, tills, pledges));
    notes
        .map(Notes::reminders)
        .ifPresent(
            reminders -> {
              handlers.put("support.remind", reminders::ask);
              handlers.put("support.forget", reminders::forget);
            });
    return handlers;
  }

  /** Asks the providers a minute from now, and then once a day. */
  synchronized void start() {
    if (!tills.all().isEmpty() && rounds.isEmpty()) {
      rounds = Optional.of(Thread.ofVirtual().name("support-reconcile").start(this::rounds));
    }
    if (!tills.all().isEmpty() && letters.isEmpty()) {
      letters = notes.map(n -> Thread.ofVirtual().name("support-notes").start(() -> write(n)));
    }
  }

  /** Sends reminders and receipts when they are due. */
  private void write(Notes n) {
    Reminders reminders = n.reminders();
    Receipts receipts = new Receipts(n.room(), pledges, n.key());
    try {
      while (true) {
        try {
          var _ = reminders.send();
          var _ = receipts.send();
        } catch (RuntimeException e) {
          Trouble.log(LOG, "reminders and receipts could not be sent", e);
        }
        Thread.sleep(n.often());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the program ends
    }
  }

  private void rounds() {
    try {
      Thread.sleep(FIRST);
      while (true) {
        round();
        Thread.sleep(DAY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the program ends
    }
  }

  private void round() {
    try {
      var _ = reconcile.run(room.publication().get().support().refusedCountries());
      YearMonth now = YearMonth.from(clock.instant().atZone(room.publication().get().zone()));
      var _ = pledges.forget(now.minusMonths(keepMonths));
      var _ = pledges.forgetAddresses(clock.instant().minus(UNPAID));
    } catch (RuntimeException e) {
      Trouble.log(LOG, "the tills could not be reconciled", e);
    }
  }

  @Override
  public synchronized void close() {
    rounds.ifPresent(Thread::interrupt);
    letters.ifPresent(Thread::interrupt);
    tills.close();
  }
}
