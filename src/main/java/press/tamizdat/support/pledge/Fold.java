package press.tamizdat.support.pledge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;
import press.tamizdat.support.ledger.Account;
import press.tamizdat.support.ledger.Entry;
import press.tamizdat.support.till.Fact;
import press.tamizdat.support.till.Fact.What;
import press.tamizdat.trust.Sha256;

/**
 * What follows from the facts about one pledge. Everything here is a function of the set: the same
 * facts in any order, or some of them twice, give the same.
 *
 * <p>Each entry follows from one fact, and from nothing but its being there whether another is: so
 * an entry that was written is never made wrong by what becomes known later.
 */
final class Fold {
  private static final Set<What> OF_STATE =
      Set.of(What.PAID, What.FAILED, What.RUNS, What.PAUSED, What.BEHIND);

  /** At the same second, money that came in says more than a word about the subscription. */
  private static final Comparator<Fact> NEWEST =
      Comparator.comparing(Fact::at)
          .thenComparing(f -> f.what() == What.PAID)
          .thenComparing(f -> f.what() == What.PAUSED)
          .thenComparing(Fact::key);

  private Fold() {}

  /**
   * A time that it was begun at a till.
   *
   * @param session the till's own id of it, or empty
   */
  record Attempt(int number, String till, String session) {}

  private record Place(Attempt attempt, String subscription) {
    boolean isCalled(String id) {
      return !id.isEmpty() && (id.equals(subscription) || id.equals(attempt.session()));
    }
  }

  /**
   * Where a pledge stands.
   *
   * @param till where it is collected
   * @param subscription the till's own id of what recurs; empty while unknown
   * @param paid what came in, in the pledge's currency
   * @param over when it was cancelled or ended
   */
  record Standing(
      PledgeState state,
      String till,
      String subscription,
      Money paid,
      int times,
      Money refunded,
      Money disputed,
      Optional<Instant> over) {}

  /**
   * Where a pledge stands.
   *
   * @param amount of one payment; the currency is the pledge's
   * @param attempts in their order, the first is there
   * @param facts all that are about it, at whatever till
   */
  static Standing standing(
      Frequency frequency, Money amount, List<Attempt> attempts, Collection<Fact> facts) {
    Money none = new Money(0, amount.currency());
    Place place = place(attempts, facts);
    PledgeState state = state(frequency, facts, place);
    return new Standing(
        state,
        place.attempt().till(),
        place.subscription(),
        sum(none, facts, What.PAID, 1),
        (int) facts.stream().filter(f -> f.what() == What.PAID).count(),
        sum(sum(none, facts, What.REFUNDED, 1), facts, What.UNREFUNDED, -1),
        sum(sum(none, facts, What.TAKEN, 1), facts, What.RETURNED, -1),
        state.isOver() ? over(frequency, facts, place) : Optional.empty());
  }

  /** Where it is collected: the newest attempt that somebody took up, or the first. */
  private static Place place(List<Attempt> attempts, Collection<Fact> facts) {
    Attempt current =
        attempts.reversed().stream()
            .filter(a -> facts.stream().anyMatch(f -> takesUp(f, a)))
            .findFirst()
            .orElse(attempts.getFirst());
    String subscription =
        facts.stream()
            .filter(
                f -> f.what() == What.OPENED && hangsOn(f, current) && !f.id().equals(f.belongs()))
            .map(Fact::id)
            .min(Comparator.naturalOrder())
            .orElseGet(
                () -> facts.stream().anyMatch(f -> takesUp(f, current)) ? current.session() : "");
    return new Place(current, subscription);
  }

  private static boolean takesUp(Fact fact, Attempt attempt) {
    return switch (fact.what()) {
      case PAID, RUNS, PAUSED, BEHIND ->
          hangsOn(fact, attempt)
              || (fact.till().equals(attempt.till()) && fact.id().equals(attempt.session()));
      case OPENED -> hangsOn(fact, attempt);
      default -> false;
    };
  }

  private static boolean hangsOn(Fact fact, Attempt attempt) {
    return fact.till().equals(attempt.till())
        && !attempt.session().isEmpty()
        && fact.belongs().equals(attempt.session());
  }

  private static PledgeState state(Frequency frequency, Collection<Fact> facts, Place place) {
    List<Fact> current = facts.stream().filter(f -> isCurrent(f, place)).toList();
    boolean paid = facts.stream().anyMatch(f -> f.what() == What.PAID);
    boolean lapsed = current.stream().anyMatch(f -> f.what() == What.LAPSED);
    boolean cancelled = current.stream().anyMatch(f -> f.what() == What.CANCELLED);
    if (!frequency.recurs() && (paid || lapsed)) {
      return PledgeState.ENDED;
    }
    if (cancelled) {
      return PledgeState.CANCELLED;
    }
    Optional<Fact> newest = current.stream().filter(f -> OF_STATE.contains(f.what())).max(NEWEST);
    if (newest.isEmpty()) {
      return lapsed ? PledgeState.ENDED : PledgeState.BEGUN;
    }
    return switch (newest.get().what()) {
      case FAILED, BEHIND -> PledgeState.FAILING;
      case PAUSED -> PledgeState.PAUSED;
      case RUNS -> paid ? PledgeState.ACTIVE : PledgeState.BEGUN;
      default -> PledgeState.ACTIVE;
    };
  }

  /** A subscription that was left for another till has no say any more. */
  private static boolean isCurrent(Fact fact, Place place) {
    if (!fact.till().equals(place.attempt().till())) {
      return false;
    }
    if (place.subscription().isEmpty()) {
      return true;
    }
    return switch (fact.what()) {
      case RUNS, PAUSED, BEHIND, CANCELLED, LAPSED ->
          place.isCalled(fact.id()) || place.isCalled(fact.belongs());
      case PAID, FAILED -> fact.belongs().isEmpty() || place.isCalled(fact.belongs());
      default -> true;
    };
  }

  private static Optional<Instant> over(Frequency frequency, Collection<Fact> facts, Place place) {
    return facts.stream()
        .filter(
            f ->
                switch (f.what()) {
                  case CANCELLED, LAPSED -> isCurrent(f, place);
                  case PAID -> !frequency.recurs();
                  default -> false;
                })
        .map(Fact::at)
        .min(Comparator.naturalOrder());
  }

  private static Money sum(Money from, Collection<Fact> facts, What what, int sign) {
    return facts.stream()
        .filter(f -> f.what() == what && f.amount().currency().equals(from.currency()))
        .map(f -> sign < 0 ? f.amount().negated() : f.amount())
        .reduce(from, Money::plus);
  }

  /**
   * The entries that follow from the facts about one pledge.
   *
   * @param zone of the newsroom: in which month a moment falls
   */
  static List<Entry> entries(Frequency frequency, Collection<Fact> facts, ZoneId zone) {
    Set<String> keys =
        facts.stream().map(f -> f.till() + " " + f.key()).collect(Collectors.toSet());
    return facts.stream()
        .filter(f -> f.amount().minor() > 0)
        .flatMap(f -> entry(frequency, f, keys, zone).stream())
        .sorted(Comparator.comparing(Entry::month).thenComparing(Entry::key))
        .toList();
  }

  private static Optional<Entry> entry(
      Frequency frequency, Fact fact, Set<String> keys, ZoneId zone) {
    Account till = Account.receivable(fact.till());
    Account refunds = Account.refunds(fact.till());
    Account disputes = Account.disputes(fact.till());
    return switch (fact.what()) {
      case PAID -> Optional.of(entry(fact, till, Account.income(fact.till(), frequency), zone));
      case FEE -> Optional.of(entry(fact, Account.fees(fact.till()), till, zone));
      case REFUNDED -> Optional.of(entry(fact, refunds, till, zone));
      case UNREFUNDED ->
          keys.contains(fact.till() + " refund:" + fact.id())
              ? Optional.of(entry(fact, till, refunds, zone))
              : Optional.empty();
      case TAKEN -> Optional.of(entry(fact, disputes, till, zone));
      case RETURNED -> Optional.of(entry(fact, till, disputes, zone));
      default -> Optional.empty();
    };
  }

  /** The entry that follows from what is of no supporter. */
  static Optional<Entry> ours(Fact fact, ZoneId zone) {
    Account till = Account.receivable(fact.till());
    Account bank = Account.bank(fact.till());
    if (fact.amount().minor() <= 0) {
      return Optional.empty();
    }
    return switch (fact.what()) {
      case PAYOUT -> Optional.of(entry(fact, bank, till, zone));
      case UNPAYOUT -> Optional.of(entry(fact, till, bank, zone));
      case CHARGED -> Optional.of(entry(fact, Account.fees(fact.till()), till, zone));
      default -> Optional.empty();
    };
  }

  private static Entry entry(Fact fact, Account debit, Account credit, ZoneId zone) {
    return Entry.of(
        key(fact), YearMonth.from(fact.at().atZone(zone)), debit, credit, fact.amount());
  }

  /** One way: the ledger stays, and a till's own id of a payment would lead to a person. */
  static String key(Fact fact) {
    String text = fact.till() + "\n" + fact.what() + "\n" + fact.key();
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32);
  }
}
