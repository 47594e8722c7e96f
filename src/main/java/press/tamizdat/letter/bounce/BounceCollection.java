package press.tamizdat.letter.bounce;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import press.tamizdat.platform.log.Trouble;
import press.tamizdat.platform.mail.box.LmtpDoor;
import press.tamizdat.platform.mail.box.Mailbox;
import press.tamizdat.platform.mail.box.MailboxRound;

/**
 * Fetches what came back: from mailboxes, every so often, and from the mail server on this machine,
 * whenever it comes.
 *
 * <p>Everything in these mailboxes is removed, notices or not: they are for nothing else.
 */
public final class BounceCollection implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("bounces");

  private final List<Mailbox> mailboxes;
  private final Bounces bounces;
  private final Duration every;
  private final Optional<LmtpDoor> door;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile List<String> troubles = List.of();

  /**
   * @param local where the mail server of this machine hands over, if it does
   * @param also addresses that complaints come to, beside the return paths
   */
  public BounceCollection(
      List<Mailbox> mailboxes,
      Optional<SocketAddress> local,
      List<String> also,
      Bounces bounces,
      Duration every) {
    this.mailboxes = List.copyOf(mailboxes);
    this.bounces = bounces;
    this.every = every;
    List<String> others = List.copyOf(also);
    this.door =
        local.map(
            address ->
                LmtpDoor.open(
                    address,
                    to -> About.returnPath(to).isPresent() || others.contains(to),
                    this::take));
  }

  private void take(byte[] message, List<String> recipients) {
    Finding _ = bounces.take(message, recipients);
  }

  /** Goes on in a thread of its own until it is closed. */
  public void start() {
    Thread _ = Thread.ofVirtual().name("bounces").start(this::run);
  }

  private void run() {
    try {
      do {
        int _ = collect();
      } while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One round; how many messages were taken. */
  public int collect() {
    int taken = 0;
    List<String> found = new ArrayList<>();
    for (Mailbox mailbox : mailboxes) {
      MailboxRound.Outcome outcome = MailboxRound.empty(mailbox, this::take);
      taken += outcome.taken();
      outcome.trouble().ifPresent(found::add);
    }
    troubles = List.copyOf(found);
    tidy();
    return taken;
  }

  private void tidy() {
    try {
      bounces.forgetOld();
    } catch (RuntimeException e) {
      Trouble.log(LOG, "old bounces were not dropped", e);
    }
  }

  /** Where notices are handed over on this machine, if they are. */
  public Optional<SocketAddress> local() {
    return door.map(LmtpDoor::address);
  }

  /** What was wrong with mailboxes the last time, for the people here. */
  public List<String> troubles() {
    return troubles;
  }

  @Override
  public void close() {
    closed.countDown();
    door.ifPresent(LmtpDoor::close);
  }
}
