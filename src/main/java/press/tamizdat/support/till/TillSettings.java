package press.tamizdat.support.till;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import press.tamizdat.support.Money;

/**
 * A till as the newsroom wants it.
 *
 * @param name in forms, accounts and the address {@code /hooks/<name>}
 * @param currencies that it is used for
 * @param statement what stands on the payer's bank statement, word for word
 * @param address of the provider's API; empty for the provider's own
 * @param keyFile an age file under the house passphrase with the till's keys; empty if it needs
 *     none
 * @param patience for one answer of the provider
 * @param feeOfThousand what the provider keeps of a payment, in thousandths
 * @param feeFixed and for each payment besides, by currency
 * @param refused countries whose cards are not taken (ISO 3166-1 alpha-2)
 * @param options what this kind of till needs besides: {@code store}, {@code offering}, {@code
 *     client}, {@code webhook}, {@code beneficiary}, {@code iban}, {@code bic}; and {@code payout},
 *     words in the payer's name on the bank's statement when the provider pays out
 */
public record TillSettings(
    String name,
    Kind kind,
    Set<Currency> currencies,
    String statement,
    Optional<URI> address,
    String keyFile,
    Duration patience,
    long feeOfThousand,
    List<Money> feeFixed,
    List<String> refused,
    Map<String, String> options) {
  /** Long enough for a slow provider, short enough for somebody who waits. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What stands behind a till. */
  public enum Kind {
    STRIPE("https://api.stripe.com"),
    PAYPAL("https://api-m.paypal.com"),
    BTCPAY(""),
    BANK(""),
    PRACTICE("");

    private final String home;

    Kind(String home) {
      this.home = home;
    }

    /** The provider's own address; empty if each newsroom has its own, or there is none. */
    public String home() {
      return home;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The headers of its provider's messages that are needed to check them, in lower case. */
    public List<String> headers() {
      return switch (this) {
        case STRIPE -> List.of("stripe-signature");
        case PAYPAL ->
            List.of(
                "paypal-auth-algo",
                "paypal-cert-url",
                "paypal-transmission-id",
                "paypal-transmission-sig",
                "paypal-transmission-time");
        case BTCPAY -> List.of("btcpay-sig");
        case BANK, PRACTICE -> List.of();
      };
    }

    /** The names of what its key file holds. */
    public List<String> keys() {
      return switch (this) {
        case STRIPE, BTCPAY -> List.of("key", "hook");
        case PAYPAL -> List.of("secret");
        case BANK, PRACTICE -> List.of();
      };
    }

    /** The options that it cannot do without. */
    public List<String> needs() {
      return switch (this) {
        case PAYPAL -> List.of("client", "webhook");
        case BTCPAY -> List.of("store");
        case BANK -> List.of("beneficiary", "iban");
        case STRIPE, PRACTICE -> List.of();
      };
    }

    /** Those that it can have besides. */
    public List<String> takes() {
      return switch (this) {
        case BTCPAY -> List.of("offering", "payout");
        case STRIPE, PAYPAL -> List.of("payout");
        case BANK -> List.of("bic");
        case PRACTICE -> List.of();
      };
    }

    /** Whether it tells what it pays out; of others only the bank does. */
    boolean tellsPayouts() {
      return this == STRIPE;
    }

    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
    }
  }

  String option(String option) {
    return options.getOrDefault(option, "");
  }

  /** Its provider as a payer on the bank's statement; empty if it is not known by any words. */
  Optional<Payer> payer() {
    String usual =
        switch (kind) {
          case STRIPE -> "Stripe";
          case PAYPAL -> "PayPal";
          case BTCPAY, BANK, PRACTICE -> "";
        };
    String words = option("payout").isBlank() ? usual : option("payout").strip();
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new Payer(name, words, kind.tellsPayouts()));
  }

  /** The amount with which this much is left after the provider's fee, rounded up. */
  public Money withFees(Money amount) {
    long fixed =
        feeFixed.stream()
            .filter(f -> f.currency().equals(amount.currency()))
            .mapToLong(Money::minor)
            .sum();
    long before = Math.multiplyExact(Math.addExact(amount.minor(), fixed), 1000L);
    return new Money(Math.ceilDiv(before, 1000L - feeOfThousand), amount.currency());
  }
}
