package press.tamizdat.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.Support;
import press.tamizdat.article.published.Support.Campaign;
import press.tamizdat.article.published.Support.Country;
import press.tamizdat.article.published.Support.Method;
import press.tamizdat.article.published.Support.Purse;
import press.tamizdat.platform.text.Slugs;

/** Whether readers can be asked for support in this way. */
final class SupportCheck {
  /** As the card networks carry it. */
  private static final int LONGEST_STATEMENT = 70;

  private static final int MOST_AMOUNTS = 5;
  private static final int LONGEST_WARNING = 400;
  private static final int HALF = 5_000;
  private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

  private final Support support;
  private final List<Fault> faults = new ArrayList<>();

  private SupportCheck(Support support) {
    this.support = support;
  }

  static List<Fault> faults(Publication publication) {
    SupportCheck check = new SupportCheck(publication.support());
    check.purses();
    check.methods();
    check.countries();
    check.campaigns();
    if (!Support.FREQUENCIES.contains(check.support.frequency())) {
      check.fault("frequency", check.support.frequency());
    }
    if (check.support.fee() < 0 || check.support.fee() >= HALF) {
      check.fault("fee");
    }
    if (check.support.quietDays() < 0 || check.support.quietDays() > 366) {
      check.fault("quiet");
    }
    return check.faults;
  }

  private void purses() {
    once("currency", support.purses(), Purse::currency);
    for (Purse purse : support.purses()) {
      if (!Support.isCurrency(purse.currency())) {
        fault("currency", purse.currency());
        continue;
      }
      // Two of the currency; the tills may want more.
      long two = Support.minor("2", purse.currency());
      if (purse.least() < two) {
        fault("least", purse.currency(), purse.plain(two));
      }
      if (purse.fee() < 0 || purse.fee() > purse.least()) {
        fault("fee-fixed", purse.currency());
      }
      Support.FREQUENCIES.forEach(f -> amounts(purse, f));
    }
  }

  private void amounts(Purse purse, String frequency) {
    List<Long> amounts = purse.proposed(frequency);
    if (amounts.isEmpty() || amounts.size() > MOST_AMOUNTS) {
      fault("amounts", purse.currency(), MOST_AMOUNTS);
    }
    amounts.stream()
        .filter(a -> a < purse.least())
        .forEach(a -> fault("amount-small", purse.plain(a), purse.currency()));
  }

  private void methods() {
    once("method", support.methods(), Method::till);
    for (Method method : support.methods()) {
      if (!Slugs.isSlug(method.till())) {
        fault("till", method.till());
      }
      if (method.statement().isBlank() || method.statement().length() > LONGEST_STATEMENT) {
        fault("statement", method.till(), LONGEST_STATEMENT);
      }
    }
    boolean practice = support.methods().stream().anyMatch(m -> m.mark() == Support.Mark.PRACTICE);
    if (practice && support.methods().size() > 1) {
      fault("practice");
    }
  }

  private void countries() {
    once("country", support.countries(), Country::code);
    for (Country country : support.countries()) {
      // X and a letter is nobody's, and stays so: a country that is not in the list can have it.
      if (!COUNTRIES.contains(country.code()) && !country.code().matches("X[A-Z]")) {
        fault("country", country.code());
      }
      if (country.warning().length() > LONGEST_WARNING) {
        fault("warning", country.code(), LONGEST_WARNING);
      }
    }
  }

  private void campaigns() {
    once("campaign", support.campaigns(), Campaign::slug);
    for (Campaign campaign : support.campaigns()) {
      if (!Slugs.isSlug(campaign.slug())) {
        fault("slug", campaign.slug());
      }
      if (campaign.to().isBefore(campaign.from())) {
        fault("dates", campaign.slug());
      }
      if (campaign.goal() < 0) {
        fault("goal", campaign.slug());
      }
      if (campaign.goal() > 0 && support.purse(campaign.currency()).isEmpty()) {
        fault("goal-currency", campaign.slug(), campaign.currency());
      }
      if (campaign.texts().values().stream().allMatch(t -> t.banner().isBlank())) {
        fault("banner", campaign.slug());
      }
      support
          .campaigns()
          .subList(0, support.campaigns().indexOf(campaign))
          .forEach(other -> apart(other, campaign));
    }
  }

  private void apart(Campaign one, Campaign other) {
    if (!one.to().isBefore(other.from()) && !one.from().isAfter(other.to())) {
      fault("overlap", one.slug(), other.slug());
    }
  }

  private <T> void once(String what, List<T> all, Function<T, String> name) {
    Set<String> seen = new HashSet<>();
    all.stream().map(name).filter(n -> !seen.add(n)).forEach(n -> fault(what + "-twice", n));
  }

  private void fault(String key, Object... values) {
    faults.add(Fault.of("support.fault." + key, values));
  }
}
