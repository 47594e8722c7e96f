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
   * Where a pledge stands.
   *
   * @param paid what came in, in the pledge's currency
   * @param over when it was cancelled or ended
   */
  record Standing(
      PledgeState state,
      Money paid,
      int times,
      Money refunded,
      Money disputed,
      Optional<Instant> over) {}

  /**
   * Where a pledge stands.
   *
   * @param facts all that are about it, at whatever till
   * @param till where it is collected now
   * @param subscription the till's id of what recurs, or empty
   */
  static Standing standing(
      Frequency frequency, Money amount, Collection<Fact> facts, String till, String subscription) {
    Money none = new Money(0, amount.currency());
    return new Standing(
        state(frequency, facts, till, subscription),
        sum(none, facts, What.PAID),
        (int) facts.stream().filter(f -> f.what() == What.PAID).count(),
        sum(sum(none, facts, What.REFUNDED), facts, What.UNREFUNDED, -1),
        sum(sum(none, facts, What.TAKEN), facts, What.RETURNED, -1),
        over(frequency, facts, till, subscription));
  }

  private static PledgeState state(
      Frequency frequency, Collection<Fact> facts, String till, String subscription) {
    boolean paid = facts.stream().anyMatch(f -> f.what() == What.PAID);
    if (!frequency.recurs()) {
      boolean lapsed = facts.stream().anyMatch(f -> f.what() == What.LAPSED && f.till().equals(till));
      boolean cancelled = facts.stream().anyMatch(f -> f.what() == What.CANCELLED);
      if (paid || lapsed) {
        return PledgeState.ENDED;
      }
      return cancelled ? PledgeState.CANCELLED : PledgeState.BEGUN;
    }
    List<Fact> current = facts.stream().filter(f -> isCurrent(f, till, subscription)).toList();
    if (current.stream().anyMatch(f -> f.what() == What.CANCELLED)) {
      return PledgeState.CANCELLED;
    }
    Optional<Fact> newest =
        current.stream().filter(f -> OF_STATE.contains(f.what())).max(NEWEST);
    if (newest.isEmpty()) {
      return current.stream().anyMatch(f -> f.what() == What.LAPSED)
          ? PledgeState.ENDED
          : PledgeState.BEGUN;
    }
    return switch (newest.get().what()) {
      case FAILED, BEHIND -> PledgeState.FAILING;
      case PAUSED -> PledgeState.PAUSED;
      case RUNS -> paid ? PledgeState.ACTIVE : PledgeState.BEGUN;
      default -> PledgeState.ACTIVE;
    };
  }

  /** A subscription that was left for another till has no say any more. */
  private static boolean isCurrent(Fact fact, String till, String subscription) {
    if (!fact.till().equals(till)) {
      return false;
    }
    boolean named = !subscription.isEmpty();
    return switch (fact.what()) {
      case RUNS, PAUSED, BEHIND, CANCELLED ->
          !named || fact.id().equals(subscription) || fact.belongs().equals(subscription);
      case PAID, FAILED -> !named || fact.belongs().isEmpty() || fact.belongs().equals(subscription);
      default -> true;
    };
  }

  private static Optional<Instant> over(
      Frequency frequency, Collection<Fact> facts, String till, String subscription) {
    PledgeState state = state(frequency, facts, till, subscription);
    if (!state.isOver()) {
      return Optional.empty();
    }
    return facts.stream()
        .filter(
            f ->
                switch (f.what()) {
                  case CANCELLED, LAPSED -> isCurrent(f, till, subscription);
                  case PAID -> !frequency.recurs();
                  default -> false;
                })
        .map(Fact::at)
        .min(Comparator.naturalOrder());
  }

  private static Money sum(Money from, Collection<Fact> facts, What what) {
    return sum(from, facts, what, 1);
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
    Set<String> keys = facts.stream().map(f -> f.till() + " " + f.key()).collect(Collectors.toSet());
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
      case PAID ->
          Optional.of(entry(fact, till, Account.income(fact.till(), frequency), zone));
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

  private static Entry entry(Fact fact, Account debit, Account credit, ZoneId zone) {
    return Entry.of(key(fact), YearMonth.from(fact.at().atZone(zone)), debit, credit, fact.amount());
  }

  /** One way: the ledger stays, and a till's own id of a payment would lead to a person. */
  static String key(Fact fact) {
    String text = fact.till() + "\n" + fact.what() + "\n" + fact.key();
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32);
  }
}
