package press.tamizdat.support.till;

import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import press.tamizdat.support.Money;

/**
 * Amounts as Stripe counts them: in the smallest unit, but with two places for some currencies that
 * have none, and with a last digit of zero where there are three.
 */
final class StripeAmounts {
  private static final Set<String> TWO_PLACES_ALL_THE_SAME = Set.of("ISK", "UGX");

  private StripeAmounts() {}

  /** Empty when Stripe has no way to say it. */
  static Optional<Long> out(Money money) {
    if (TWO_PLACES_ALL_THE_SAME.contains(money.currency().getCurrencyCode())) {
      return Optional.of(Math.multiplyExact(money.minor(), 100L));
    }
    boolean tooFine = money.currency().getDefaultFractionDigits() == 3 && money.minor() % 10 != 0;
    return tooFine ? Optional.empty() : Optional.of(money.minor());
  }

  /** Empty when it is no amount. */
  static Optional<Money> in(Document document, String amount, String currency) {
    Optional<Currency> known = Money.currency(document.text(currency));
    if (known.isEmpty() || document.whole(amount).isEmpty()) {
      return Optional.empty();
    }
    long minor = document.whole(amount).getAsLong();
    if (TWO_PLACES_ALL_THE_SAME.contains(known.get().getCurrencyCode())) {
      return minor % 100 == 0 ? Optional.of(new Money(minor / 100, known.get())) : Optional.empty();
    }
    return Optional.of(new Money(minor, known.get()));
  }
}
