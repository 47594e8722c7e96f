package press.tamizdat.article;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is writing in which article: one open page of one account at a time, as long as it is heard
 * of.
 *
 * <p>Kept in memory. After a restart the first page that is heard of has the lock again; that
 * nothing is written over is seen to by the revisions, not by this.
 */
public final class Locks {
  /** After so long a silence the page counts as closed. */
  public static final Duration SILENCE = Duration.ofSeconds(30);

  private final Clock clock;
  private final Map<String, Desk> desks = new HashMap<>();

  public Locks(Clock clock) {
    this.clock = clock;
  }

  /**
   * An open page.
   *
   * @param name of the account's owner, as colleagues know it
   * @param page random
   */
  public record Seat(String account, String name, String page) {}

  private static final class Desk {
    Optional<Seat> holder = Optional.empty();
    final Map<Seat, Instant> heard = new HashMap<>();
  }

  /**
   * Notes that a page is open. It gets the lock if nobody has it.
   *
   * @return who has the lock
   */
  public synchronized Seat hear(String article, Seat seat) {
    Desk desk = at(article);
    desk.heard.put(seat, clock.instant());
    Seat holder = desk.holder.orElse(seat);
    desk.holder = Optional.of(holder);
    return holder;
  }

  /** A page is opened: it gets the lock unless somebody else has it. An own older page loses it. */
  public synchronized Seat open(String article, Seat seat) {
    Desk desk = at(article);
    boolean own = desk.holder.filter(h -> h.account().equals(seat.account())).isPresent();
    if (own) {
      desk.holder = Optional.empty();
    }
    return hear(article, seat);
  }

  /** Gives the lock to this page, whoever had it. */
  public synchronized void take(String article, Seat seat) {
    Desk desk = at(article);
    desk.heard.put(seat, clock.instant());
    desk.holder = Optional.of(seat);
  }

  /** The page is closed. */
  public synchronized void leave(String article, Seat seat) {
    Desk desk = at(article);
    desk.heard.remove(seat);
    if (desk.holder.equals(Optional.of(seat))) {
      desk.holder = Optional.empty();
    }
    at(article);
  }

  public synchronized Optional<Seat> holder(String article) {
    return at(article).holder;
  }

  /** Names of the others who have the article open, the holder of the lock first. */
  public synchronized List<String> others(String article, String account) {
    Desk desk = at(article);
    var names = new LinkedHashSet<String>();
    List<Seat> seats = new ArrayList<>();
    desk.holder.ifPresent(seats::add);
    seats.addAll(desk.heard.keySet());
    seats.stream().filter(s -> !s.account().equals(account)).map(Seat::name).forEach(names::add);
    return List.copyOf(names);
  }

  /** The article's desk, without those who have fallen silent. */
  private Desk at(String article) {
    Instant since = clock.instant().minus(SILENCE);
    desks.values().forEach(desk -> desk.heard.values().removeIf(at -> at.isBefore(since)));
    desks.values().forEach(desk -> desk.holder = desk.holder.filter(desk.heard::containsKey));
    desks.values().removeIf(desk -> desk.heard.isEmpty());
    return desks.computeIfAbsent(article, a -> new Desk());
  }
}
