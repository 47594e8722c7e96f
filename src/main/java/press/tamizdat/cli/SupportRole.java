package press.tamizdat.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import press.tamizdat.article.published.Support;
import press.tamizdat.desk.support.Funds;
import press.tamizdat.post.Handler;
import press.tamizdat.post.PostRoom;
import press.tamizdat.support.pledge.Pledges;
import press.tamizdat.support.pledge.Reconcile;
import press.tamizdat.support.pledge.SupportHandlers;
import press.tamizdat.support.remind.Receipts;
import press.tamizdat.support.remind.Reminders;
import press.tamizdat.support.till.Tills;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.sealing.OpeningKey;

/** What takes readers' money, wired by hand: tills, pledges, reminders, receipts. */
final class SupportRole implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("press.tamizdat.support");
  private static final Duration OFTEN = Duration.ofMinutes(1);
  private static final Duration NIGHTLY = Duration.ofDays(1);

  /** How long after its end the traces of a pledge at its provider are kept, for refunds. */
  private static final int MONTHS_KEPT = 13;

  private final Tills tills;
  private final Pledges pledges;
  private final PostRoom room;
  private final boolean mails;
  private final Reminders reminders;
  private final Receipts receipts;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("support").factory());

  private SupportRole(Tills tills, PostRoom room, OpeningKey key, boolean mails) {
    this.tills = tills;
    this.room = room;
    this.mails = mails;
    this.pledges =
        new Pledges(
            room.database(), room.clock(), room.random(), () -> room.publication().get().zone());
    this.reminders = new Reminders(room, key);
    this.receipts = new Receipts(room, pledges, key);
  }

  /**
   * Opens the tills.
   *
   * @param room whose addresses are sealed to the key
   * @param key of the dropbox
   * @return nothing where the settings have no till
   */
  static Optional<SupportRole> open(
      DataFolder data, Settings settings, PostRoom room, OpeningKey key, Secret passphrase) {
    if (settings.tills().isEmpty()) {
      return Optional.empty();
    }
    Support support = room.publication().get().support();
    TillKeys keys = new TillKeys(data.keys().folder());
    Tills tills =
        new Tills(
            settings.tills().stream().map(t -> t.with(support)).toList(),
            (till, name) -> keys.get(till.name(), name, passphrase),
            room.database(),
            room.clock());
    return Optional.of(new SupportRole(tills, room, key, settings.mail().isOpen()));
  }

  Map<String, Handler> handlers() {
    Map<String, Handler> handlers = new HashMap<>(SupportHandlers.of(room, tills, pledges));
    if (mails) {
      handlers.put("support.remind", reminders::ask);
      handlers.put("support.forget", reminders::forget);
    }
    return handlers;
  }

  /** For the desk. */
  Funds funds() {
    return new Funds(room.database(), pledges, tills);
  }

  /** Does what has its time, until it is closed. */
  void start() {
    if (mails) {
      every(OFTEN, "reminders", reminders::send);
      every(OFTEN, "receipts", receipts::send);
    }
    Reconcile reconcile = new Reconcile(tills, pledges, room.database(), room.clock());
    every(NIGHTLY, "the providers", () -> reconcile.run().found());
    every(NIGHTLY, "what is to be forgotten", () -> pledges.forget(kept()));
  }

  private YearMonth kept() {
    LocalDate today = LocalDate.ofInstant(room.clock().instant(), room.publication().get().zone());
    return YearMonth.from(today).minusMonths(MONTHS_KEPT);
  }

  private interface Work {
    int run();
  }

  private void every(Duration period, String what, Work work) {
    var _ =
        clock.scheduleWithFixedDelay(
            () -> {
              try {
                int _ = work.run();
              } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, what + " could not be seen to", e);
              }
            },
            OFTEN.toSeconds(),
            period.toSeconds(),
            TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    List<Runnable> _ = clock.shutdownNow();
    tills.close();
  }
}
