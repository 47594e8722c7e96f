package press.tamizdat.platform.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A relay as it stands: sessions in use and waiting, its pace, and whether it rests because it
 * failed. Not safe for threads: {@link Relays} has a lock.
 */
final class Station {
  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofMinutes(5);

  /** So many refusals in a row, and nothing taken: it is the relay, not the recipients. */
  private static final int STREAK = 20;

  final Relay relay;
  private final Optional<Bucket> bucket;
  private final DayCount today;
  private final Deque<Session> waiting = new ArrayDeque<>();
  private int inUse;
  private int failures;
  private int refusals;
  private long restsUntil;
  private Optional<String> trouble = Optional.empty();

  Station(Relay relay, DayCount today, long now) {
    this.relay = relay;
    this.bucket = relay.limits().rate().map(r -> new Bucket(r, now));
    this.today = today;
    this.restsUntil = now;
  }

  /** Nanoseconds until there is sense in asking for a session; 0 for now. */
  long waits(long now, Clock clock) {
    long day = relay.limits().warmUp().map(w -> untilTomorrow(w, clock)).orElse(0L);
    long paced = bucket.map(b -> b.waits(now)).orElse(0L);
    return Math.max(Math.max(day, paced), restsUntil - now);
  }

  private long untilTomorrow(WarmUp warmUp, Clock clock) {
    if (today.left(warmUp) > 0) {
      return 0;
    }
    long passed = Math.floorMod(clock.millis(), Duration.ofDays(1).toMillis());
    return Duration.ofDays(1).minusMillis(passed).toNanos();
  }

  /** A relay that has just failed is tried with one session first. */
  boolean hasSeat() {
    return inUse < (failures > 0 ? 1 : relay.limits().sessions());
  }

  double load() {
    return (double) inUse / relay.limits().sessions();
  }

  /** Takes a seat, and a session that waits if there is one. */
  Optional<Session> sit(long now) {
    inUse++;
    bucket.ifPresent(b -> b.take(now));
    today.add();
    return Optional.ofNullable(waiting.pollLast());
  }

  void leave(Optional<Session> session) {
    inUse--;
    session.ifPresent(waiting::addLast);
  }

  void took() {
    failures = 0;
    refusals = 0;
    trouble = Optional.empty();
  }

  /** It has said no to one recipient; true if it says so to everybody. */
  boolean refused(String why, long now) {
    refusals++;
    if (refusals < STREAK) {
      failures = 0;
      return false;
    }
    failed("it refused " + refusals + " recipients in a row, the last with " + why, now);
    return true;
  }

  void failed(String why, long now) {
    today.takeBack();
    long rest = FIRST_REST.toNanos() << Math.min(failures, 20);
    restsUntil = now + Math.min(rest, LONGEST_REST.toNanos());
    failures++;
    trouble = Optional.of(relay.name() + ": " + why);
  }

  Optional<String> trouble() {
    return trouble;
  }

  /** Sessions that nobody has used for so long. */
  Deque<Session> idle(Duration time, long now) {
    Deque<Session> old = new ArrayDeque<>();
    waiting.removeIf(s -> s.isIdleFor(time, now) && old.add(s));
    return old;
  }

  void keep() {
    if (relay.limits().warmUp().isPresent()) {
      today.keep();
    }
  }
}
