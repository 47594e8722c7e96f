package press.tamizdat.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import press.tamizdat.platform.config.Section;
import press.tamizdat.support.Money;
import press.tamizdat.support.till.BankTill;
import press.tamizdat.support.till.TillSettings;
import press.tamizdat.support.till.TillSettings.Kind;

/**
 * The part {@code [support]} of {@code tamizdat.toml}.
 *
 * @param tills in the order in which readers see them; none if readers cannot give
 * @param keepMonths after which a pledge that is over is forgotten, all but what it came to
 */
public record SupportSettings(List<TillSettings> tills, int keepMonths) {
  /** Disputes come up to 540 days late. */
  private static final int USUAL_MONTHS = 18;

  static SupportSettings of(Section support) {
    int months = (int) support.number("keep_months", USUAL_MONTHS, 6, 120);
    List<TillSettings> tills = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Section each : support.sections("till")) {
      till(each, names).ifPresent(tills::add);
      each.refuseOthers();
    }
    if (tills.size() > 1 && tills.stream().anyMatch(t -> t.kind() == Kind.PRACTICE)) {
      support.fault(
          "till",
          "has a practice till beside others: it takes no money, so it is open alone or not");
    }
    return new SupportSettings(List.copyOf(tills), months);
  }

  private static Optional<TillSettings> till(Section till, Set<String> names) {
    Optional<Kind> kind =
        till.parsed(
            "kind",
            text ->
                Kind.of(text)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "must be \"stripe\", \"paypal\", \"btcpay\", \"bank\" or"
                                    + " \"practice\"")));
    if (kind.isEmpty()) {
      till.fault("kind", "is missing: say what stands behind the till, such as \"stripe\"");
      return Optional.empty();
    }
    String name = till.text("name", kind.get().word());
    if (!name.matches("[a-z][a-z0-9-]{0,19}") || !names.add(name)) {
      till.fault("name", "must be lower-case Latin letters, digits and hyphens, each till its own");
    }
    if (kind.get() == Kind.PRACTICE && !name.equals(Kind.PRACTICE.word())) {
      till.fault("name", "of the practice till is always \"practice\"");
    }
    List<Currency> currencies = till.list("currencies", SupportSettings::currency);
    if (currencies.isEmpty() && kind.get() != Kind.PRACTICE) {
      till.fault("currencies", "is missing: say which are taken, such as [\"EUR\"]");
    }
    Optional<java.net.URI> address = till.parsed("address", Settings::web);
    if (kind.get() == Kind.BTCPAY && address.isEmpty()) {
      till.fault("address", "is missing: say where the BTCPay Server is");
    }
    return Optional.of(
        new TillSettings(
            name,
            kind.get(),
            Set.copyOf(currencies),
            till.text("statement", ""),
            address,
            till.text("key_file", ""),
            Duration.ofSeconds(
                till.number("patience_seconds", TillSettings.PATIENCE.toSeconds(), 1, 60)),
            till.number("fee_thousandths", 0, 0, 200),
            till.list("fee_fixed", SupportSettings::money),
            till.list("refused_countries", SupportSettings::country),
            options(till, kind.get())));
  }

  private static Map<String, String> options(Section till, Kind kind) {
    Map<String, String> options = new LinkedHashMap<>();
    kind.needs().forEach(option -> options.put(option, till.text(option)));
    kind.takes().forEach(option -> options.put(option, till.text(option, "")));
    if (kind == Kind.BANK) {
      try {
        var _ =
            new BankTill.Account(
                options.getOrDefault("beneficiary", ""),
                options.getOrDefault("iban", "").replace(" ", ""),
                options.getOrDefault("bic", ""));
      } catch (IllegalArgumentException e) {
        till.fault("iban", String.valueOf(e.getMessage()));
      }
    }
    return Map.copyOf(options);
  }

  private static Currency currency(String code) {
    return Money.currency(code)
        .filter(c -> c.getCurrencyCode().equals(code))
        .orElseThrow(
            () ->
                new IllegalArgumentException("has " + code + ", which is no currency (ISO 4217)"));
  }

  private static Money money(String text) {
    String[] parts = text.strip().split(" +");
    return (parts.length == 2 ? Money.currency(parts[1]) : Optional.<Currency>empty())
        .flatMap(c -> Money.decimal(parts[0], c))
        .orElseThrow(() -> new IllegalArgumentException("must be amounts, such as \"0.25 EUR\""));
  }

  private static String country(String code) {
    if (!Set.of(java.util.Locale.getISOCountries()).contains(code)) {
      throw new IllegalArgumentException("must be countries by two letters, such as \"RU\"");
    }
    return code;
  }
}
