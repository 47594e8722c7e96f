package press.tamizdat.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.platform.log.Trouble;
import press.tamizdat.post.Handler;
import press.tamizdat.support.pledge.Pledges;
import press.tamizdat.support.pledge.Reconcile;
import press.tamizdat.support.pledge.SupportHandlers;
import press.tamizdat.support.pledge.SupportRoom;
import press.tamizdat.support.till.Tills;
import press.tamizdat.trust.Secret;

/** The tills of one newsroom, wired by hand, and their nightly round. */
final class SupportRole implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("press.tamizdat.support");
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final SupportRoom room;
  private final Tills tills;
  private final Pledges pledges;
  private final Reconcile reconcile;
  private final int keepMonths;
  private final Clock clock;
  private Optional<Thread> rounds = Optional.empty();

  private SupportRole(SupportRoom room, Tills tills, int keepMonths) {
    this.room = room;
    this.tills = tills;
    this.pledges = room.pledges();
    this.reconcile = new Reconcile(tills, pledges, room.database(), room.clock());
    this.keepMonths = keepMonths;
    this.clock = room.clock();
  }

  /** Opens the tills with the house passphrase. */
  static SupportRole open(
      DataFolder data, SupportSettings settings, SupportRoom room, Secret passphrase) {
    TillKeys keys = new TillKeys(data, passphrase);
    Tills tills = new Tills(settings.tills(), keys::key, room.database(), room.clock());
    return new SupportRole(room, tills, settings.keepMonths());
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
    return SupportHandlers.of(room, tills, pledges);
  }

  /** Asks the providers a minute from now, and then once a day. */
  synchronized void start() {
    if (!tills.all().isEmpty() && rounds.isEmpty()) {
      rounds = Optional.of(Thread.ofVirtual().name("support-reconcile").start(this::rounds));
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
      var _ = reconcile.run();
      YearMonth now = YearMonth.from(clock.instant().atZone(room.publication().get().zone()));
      var _ = pledges.forget(now.minusMonths(keepMonths));
    } catch (RuntimeException e) {
      Trouble.log(LOG, "the tills could not be reconciled", e);
    }
  }

  @Override
  public synchronized void close() {
    rounds.ifPresent(Thread::interrupt);
    tills.close();
  }
}
