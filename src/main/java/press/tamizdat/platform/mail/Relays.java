package press.tamizdat.platform.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocketFactory;

/**
 * One relay or several. A message goes to the one that has most room; a relay that is down, or
 * refuses whatever it is asked, rests for a second at first and for five minutes at last, and its
 * messages go to the others, in the middle of whatever is being sent. What a relay says about one
 * recipient is no failure of the relay, unless it says no to twenty in a row.
 *
 * <p>A message of which something has gone out is not sent again by this class: the relay may have
 * it.
 */
public final class Relays implements MailRoute {
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration WATCH = Duration.ofMillis(500);
  private static final Delivery NOT_NOW =
      new Delivery.Deferred(0, "4.4.1", "no relay could be reached");
  private static final Delivery PACED =
      new Delivery.Deferred(0, "4.4.5", "held back by the rate for its domain");
  private static final Delivery UNKNOWN =
      new Delivery.Deferred(0, "4.4.2", "the connection broke before the answer");
  private static final Delivery NO_ADDRESS = new Delivery.Refused(501, "5.1.3", "not an address");

  private final List<Station> stations;
  private final Map<Relay, SSLSocketFactory> trusted = new HashMap<>();
  private final DomainPace.Meter domains;
  private final Clock clock;
  private final Set<Session> open = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition seat = lock.newCondition();
  private final Thread watch;
  private volatile boolean closed;

  /**
   * @param counts a folder that keeps what each relay has had today, for its warm-up
   */
  public Relays(List<Relay> relays, DomainPace pace, Optional<Path> counts, Clock clock) {
    if (relays.isEmpty()) {
      throw new IllegalArgumentException("no relay");
    }
    this.clock = clock;
    this.domains = pace.meter();
    this.stations = relays.stream().map(r -> station(r, counts)).toList();
    relays.forEach(r -> trusted.put(r, Trusting.sockets(r.authorities())));
    this.watch = Thread.ofVirtual().name("mail-watch").start(this::watch);
  }

  private Station station(Relay relay, Optional<Path> counts) {
    Optional<Path> file =
        relay.limits().warmUp().isPresent()
            ? counts.map(f -> f.resolve("relay-" + relay.name() + ".count"))
            : Optional.empty();
    return new Station(relay, new DayCount(file, clock), System.nanoTime());
  }

  @Override
  public Delivery send(Mail mail) {
    return send(mail, () -> {});
  }

  @Override
  public Delivery send(Mail mail, Runnable pointOfNoReturn) {
    Optional<Mailboxes> to = Mailboxes.of(mail);
    if (to.isEmpty()) {
      return NO_ADDRESS;
    }
    if (!domains.tryTake(to.get().recipient(), System.nanoTime())) {
      return PACED;
    }
    Set<Station> failed = new HashSet<>();
    Delivery last = NOT_NOW;
    while (failed.size() < stations.size()) {
      Optional<Seat> seat = sit(failed);
      if (seat.isEmpty()) {
        return last;
      }
      Attempt attempt = attempt(seat.get(), mail, to.get(), pointOfNoReturn);
      if (attempt.isFinal) {
        return attempt.delivery;
      }
      last = attempt.delivery;
      failed.add(seat.get().station);
    }
    return last;
  }

  private record Seat(Station station, Optional<Session> session) {}

  private record Attempt(Delivery delivery, boolean isFinal) {}

  /** Waits for room at a relay that has not failed; nothing if all of those rest. */
  private Optional<Seat> sit(Set<Station> failed) {
    lock.lock();
    try {
      while (!closed) {
        long now = System.nanoTime();
        Optional<Station> free =
            stations.stream()
                .filter(s -> !failed.contains(s) && s.hasSeat() && s.waits(now, clock) <= 0)
                .min(Comparator.comparingDouble(Station::load));
        if (free.isPresent()) {
          return Optional.of(new Seat(free.get(), free.get().sit(now)));
        }
        long waits =
            stations.stream()
                .filter(s -> !failed.contains(s))
                .mapToLong(s -> Math.max(0, s.waits(now, clock)))
                .min()
                .orElse(Long.MAX_VALUE);
        if (waits > Duration.ofSeconds(2).toNanos() || !await(waits)) {
          return Optional.empty();
        }
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** False if somebody wants this thread to end. */
  @SuppressWarnings("WaitNotInLoop") // who calls it looks again in a loop
  private boolean await(long waits) {
    try {
      if (waits == 0) {
        seat.await();
        return true;
      }
      return seat.awaitNanos(waits) <= waits;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Attempt attempt(Seat at, Mail mail, Mailboxes to, Runnable pointOfNoReturn) {
    Optional<Session> session = at.session;
    boolean done = false;
    try {
      while (true) {
        boolean waited = session.isPresent();
        if (!waited) {
          Opening opening = open(at.station.relay);
          if (opening.session.isEmpty()) {
            done = true;
            return stood(
                at, opening.session, false, s -> s.failed(opening.refusal, now()), NOT_NOW);
          }
          session = opening.session;
        }
        Session.Outcome outcome = session.orElseThrow().send(mail, to, pointOfNoReturn);
        if (outcome instanceof Session.Outcome.Unsent && waited) {
          drop(session.orElseThrow()); // the relay hung up while it waited; that is its right
          session = Optional.empty();
          continue;
        }
        done = true;
        return settle(at, session.orElseThrow(), outcome);
      }
    } finally {
      if (!done) {
        session.ifPresent(this::drop);
        stand(at.station, Optional.empty());
      }
    }
  }

  private Attempt settle(Seat at, Session session, Session.Outcome outcome) {
    Optional<Session> kept = Optional.of(session);
    return switch (outcome) {
      case Session.Outcome.Said(Delivery.Accepted accepted) ->
          stood(at, kept, true, Station::took, accepted);
      case Session.Outcome.Said(Delivery.Deferred later) -> stood(at, kept, true, s -> {}, later);
      case Session.Outcome.Said(Delivery.Refused no) -> refused(at, kept, no);
      case Session.Outcome.Unwilling(String why, Delivery delivery) ->
          stood(at, kept, false, s -> s.failed(why, now()), notNow(delivery));
      case Session.Outcome.Unsent(String why) ->
          stood(at, kept, false, s -> s.failed(why, now()), NOT_NOW);
      case Session.Outcome.Unknown() ->
          stood(at, kept, true, s -> s.failed("the connection broke", now()), UNKNOWN);
    };
  }

  /** A relay's refusal of us is none of the recipient. */
  private static Delivery notNow(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Refused(int code, String status, String reply) ->
          new Delivery.Deferred(0, "4.4.1", "the relay refuses: " + code + " " + status);
      case Delivery.Deferred(int code, String status, String reply) ->
          new Delivery.Deferred(0, "4.4.1", "the relay is not ready: " + code + " " + status);
      case Delivery.Accepted accepted -> accepted;
    };
  }

  private Attempt refused(Seat at, Optional<Session> session, Delivery.Refused no) {
    lock.lock();
    try {
      boolean everybody = at.station.refused(no.code() + " " + no.status(), now());
      return stood(at, session, !everybody, s -> {}, everybody ? notNow(no) : no);
    } finally {
      lock.unlock();
    }
  }

  private Attempt stood(
      Seat at,
      Optional<Session> session,
      boolean isFinal,
      java.util.function.Consumer<Station> then,
      Delivery delivery) {
    lock.lock();
    try {
      then.accept(at.station);
    } finally {
      lock.unlock();
    }
    boolean goesOn = session.isPresent() && session.get().isUsable() && !closed;
    if (!goesOn) {
      session.ifPresent(this::end);
    }
    stand(at.station, goesOn ? session : Optional.empty());
    return new Attempt(delivery, isFinal);
  }

  private void stand(Station station, Optional<Session> session) {
    lock.lock();
    try {
      station.leave(session);
      seat.signal();
    } finally {
      lock.unlock();
    }
  }

  private record Opening(Optional<Session> session, String refusal) {}

  private Opening open(Relay relay) {
    Session session = null;
    try {
      session = Session.to(relay);
      open.add(session);
      Optional<String> refusal = session.open(java.util.Objects.requireNonNull(trusted.get(relay)));
      if (refusal.isEmpty()) {
        return new Opening(Optional.of(session), "");
      }
      end(session);
      return new Opening(Optional.empty(), refusal.get());
    } catch (IOException e) {
      if (session != null) {
        drop(session);
      }
      return new Opening(
          Optional.empty(), "it cannot be reached (" + e.getClass().getSimpleName() + ")");
    }
  }

  private void end(Session session) {
    open.remove(session);
    session.leave();
  }

  private void drop(Session session) {
    open.remove(session);
    session.close();
  }

  private static long now() {
    return System.nanoTime();
  }

  /** Cuts what takes too long, and ends what nobody needs. */
  private void watch() {
    try {
      while (!closed) {
        Thread.sleep(WATCH);
        long now = now();
        open.stream().filter(s -> s.isOverdue(now)).forEach(Session::close);
        idle(IDLE, now).forEach(this::end);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private List<Session> idle(Duration time, long now) {
    lock.lock();
    try {
      return stations.stream().flatMap(s -> s.idle(time, now).stream()).toList();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int sessions() {
    return stations.stream().mapToInt(s -> s.relay.limits().sessions()).sum();
  }

  @Override
  public Duration rest() {
    lock.lock();
    try {
      long now = now();
      return Duration.ofNanos(
          stations.stream().mapToLong(s -> Math.max(0, s.waits(now, clock))).min().orElse(0));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<String> troubles() {
    lock.lock();
    try {
      return stations.stream().flatMap(s -> s.trouble().stream()).toList();
    } finally {
      lock.unlock();
    }
  }

  /** Takes leave of the relays; messages on their way are answered first. */
  @Override
  public void close() {
    closed = true;
    watch.interrupt();
    idle(Duration.ZERO.minusSeconds(1), now()).forEach(this::end);
    lock.lock();
    try {
      stations.forEach(Station::keep);
      seat.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
