package press.tamizdat.support.pledge;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import press.tamizdat.support.Money;
import press.tamizdat.support.till.Fact;
import press.tamizdat.support.till.Till;
import press.tamizdat.support.till.Tills;
import press.tamizdat.trust.Sha256;

/** Gives a payment back, whole or in part, at the wish of the newsroom. */
public final class GiveBack {
  private final Tills tills;
  private final Pledges pledges;
  private final Clock clock;

  public GiveBack(Tills tills, Pledges pledges, Clock clock) {
    this.tills = tills;
    this.pledges = pledges;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Done() implements Outcome {}

    /** The supporter must open this address to have the money; somebody must send it there. */
    record Claim(URI address) implements Outcome {}

    /** There is no such payment, or less of it left than this. */
    record Impossible() implements Outcome {}

    /** The till did not do it; the same again later may do. */
    record Failed(Till.Failure failure) implements Outcome {}
  }

  /**
   * Gives back.
   *
   * @param payment one of {@link Pledges#payments}
   * @param wish tells one wish from another: the same twice is one
   */
  public Outcome give(String pledge, String payment, Money amount, String wish) {
    Optional<Pledges.Payment> known =
        pledges.payments(pledge).stream().filter(p -> p.id().equals(payment)).findFirst();
    Optional<Till> till = known.flatMap(p -> tills.find(p.till())).map(Tills.Open::till);
    if (till.isEmpty() || !fits(known.orElseThrow(), amount)) {
      return new Outcome.Impossible();
    }
    String key =
        "refund-"
            + Sha256.of(
                    (pledge + "\n" + payment + "\n" + wish)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hex()
                .substring(0, 24);
    return switch (till.get().refund(payment, amount, key)) {
      case Till.Did.Done(List<Fact> facts) -> {
        pledges.note(facts);
        yield new Outcome.Done();
      }
      case Till.Did.GoTo(URI address) -> {
        pledges.note(List.of(claimed(till.get().name(), key, payment, amount)));
        yield new Outcome.Claim(address);
      }
      case Till.Did.Failed(Till.Failure(var kind, String _))
          when kind == Till.Failure.Kind.IMPOSSIBLE ->
          new Outcome.Impossible();
      case Till.Did.Failed(Till.Failure failure) -> new Outcome.Failed(failure);
    };
  }

  private static boolean fits(Pledges.Payment payment, Money amount) {
    return amount.currency().equals(payment.amount().currency())
        && amount.minor() > 0
        && amount.minor() <= payment.amount().minor();
  }

  private Fact claimed(String till, String key, String payment, Money amount) {
    return new Fact(
        till, "refund:" + key, Fact.What.REFUNDED, key, payment, "", amount, clock.instant());
  }
}
