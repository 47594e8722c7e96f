package press.tamizdat.support.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import press.tamizdat.platform.text.Language;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;
import press.tamizdat.support.till.Fact.What;
import press.tamizdat.trust.Secret;

/**
 * Stripe's till beside a Stripe that refuses whatever Stripe's own specification does not allow.
 */
class StripeTillTest {
  private static final String PLEDGE = "abcdefghijklmnopqrstuvwxyz";
  private static final Instant NOW = Instant.parse("2026-10-25T08:00:00Z");

  private static StripeStandIn stripe(boolean modern) {
    return new StripeStandIn(
        Optional.of(Judge.of(ProvidersOwn.file("stripe/spec3-2022-04-12.json"))),
        Optional.of(ProvidersOwn.file("stripe/fixtures3.json")),
        modern);
  }

  private static StripeTill till(StandIn stripe) {
    return till(stripe.address());
  }

  private static StripeTill till(URI address) {
    return new StripeTill(
        "card",
        Set.of(Currency.getInstance("EUR"), Currency.getInstance("JPY")),
        new Web(address, Duration.ofSeconds(2)),
        Secret.of("sk_test_practice"),
        Secret.of(StripeStandIn.SECRET),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Order order(Frequency frequency, String language) {
    return new Order(
        PLEDGE,
        1,
        frequency,
        Money.of(1250, "EUR"),
        new Language(language),
        URI.create("https://news.example/en/support/thanks.html?link=abc"),
        URI.create("https://news.example/en/support/index.html"),
        "The Strait");
  }

  private static Held held(Till.Begun begun, String subscription) {
    String session = ((Till.Begun.GoTo) begun).session();
    return new Held(PLEDGE, Frequency.MONTHLY, Money.of(1250, "EUR"), session, subscription, NOW);
  }

  @Test
  void everyRequestIsWithinTheSpecificationAndEveryEventIsRead() {
    for (boolean modern : List.of(false, true)) {
      try (StripeStandIn stripe = stripe(modern)) {
        StripeTill till = till(stripe);
        Till.Begun once = till.begin(order(Frequency.ONCE, "ru"));
        assertThat(once).isInstanceOf(Till.Begun.GoTo.class);
        assertThat(till.begin(order(Frequency.ONCE, "ru"))).as("asked twice").isEqualTo(once);
        stripe.pay(((Till.Begun.GoTo) once).session());

        Order monthly =
            new Order(
                PLEDGE,
                2,
                Frequency.MONTHLY,
                Money.of(1250, "EUR"),
                new Language("fa"),
                URI.create("https://news.example/b"),
                URI.create("https://news.example/a"),
                "N");
        Till.Begun begun = till.begin(monthly);
        stripe.pay(((Till.Begun.GoTo) begun).session());
        String subscription = stripe.subscription(PLEDGE).orElseThrow();
        Held held = held(begun, subscription);
        assertThat(till.change(held, new Till.Change.Pause())).isInstanceOf(Till.Did.Done.class);
        assertThat(till.change(held, new Till.Change.Resume())).isInstanceOf(Till.Did.Done.class);
        assertThat(till.change(held, new Till.Change.Amount(Money.of(2000, "EUR"))))
            .isInstanceOf(Till.Did.Done.class);
        stripe.renew(subscription);
        stripe.fail(subscription);
        List<String> payments = stripe.payments(PLEDGE);
        assertThat(till.refund(payments.getFirst(), Money.of(250, "EUR"), "refund-1"))
            .isInstanceOf(Till.Did.Done.class);
        stripe.win(stripe.dispute(payments.get(1)));
        assertThat(till.change(held, new Till.Change.Cancel())).isInstanceOf(Till.Did.Done.class);
        assertThat(till.change(held, new Till.Change.Cancel()))
            .as("gone already")
            .isInstanceOf(Till.Did.Done.class);

        List<Fact> told =
            stripe.events().stream()
                .map(e -> till.hear(StripeStandIn.signed(e, NOW)))
                .flatMap(h -> ((Till.Heard.Events) h).events().stream())
                .flatMap(e -> e.facts().stream())
                .distinct()
                .toList();
        Till.Heard recalled = till.recall(NOW.minusSeconds(60), List.of(), _ -> false);
        List<Fact> asked =
            ((Till.Heard.Events) recalled)
                .events().stream().flatMap(e -> e.facts().stream()).distinct().toList();

        assertThat(stripe.complaints()).isEmpty();
        assertThat(told.stream().filter(f -> f.what() == What.PAID).map(f -> f.amount().minor()))
            .containsExactly(1250L, 1250L, 2000L);
        assertThat(told.stream().map(Fact::what))
            .contains(
                What.OPENED,
                What.FAILED,
                What.BEHIND,
                What.PAUSED,
                What.RUNS,
                What.REFUNDED,
                What.TAKEN,
                What.RETURNED,
                What.CANCELLED);
        assertThat(asked).as("what was asked for has all that was told").containsAll(told);
        assertThat(asked.stream().map(Fact::what)).as("and the fees").contains(What.FEE);
        assertThat(asked.toString()).doesNotContain(StripeStandIn.PERSON);
      }
    }
  }

  @Test
  void aMessageWithoutItsSignatureIsNotHeard() {
    try (StripeStandIn stripe = stripe(false)) {
      StripeTill till = till(stripe);
      Till.Begun begun = till.begin(order(Frequency.ONCE, "en"));
      stripe.pay(((Till.Begun.GoTo) begun).session());
      byte[] event = stripe.events().getFirst();
      Hook signed = StripeStandIn.signed(event, NOW);
      byte[] changed =
          new String(event, StandardCharsets.UTF_8)
              .replace("1250", "9250")
              .getBytes(StandardCharsets.UTF_8);

      assertThat(till.hear(signed)).isInstanceOf(Till.Heard.Events.class);
      assertThat(till.hear(new Hook(NOW, Map.of(), event))).isInstanceOf(Till.Heard.Forged.class);
      assertThat(till.hear(new Hook(NOW, signed.headers(), changed)))
          .isInstanceOf(Till.Heard.Forged.class);
      assertThat(till.hear(new Hook(NOW.plusSeconds(3600), signed.headers(), event)))
          .as("sent again an hour later")
          .isInstanceOf(Till.Heard.Forged.class);
      byte[] none = "[]".getBytes(StandardCharsets.UTF_8);
      assertThat(till.hear(StripeStandIn.signed(none, NOW))).isInstanceOf(Till.Heard.Forged.class);
    }
  }

  @Test
  void aProviderThatIsDownSlowOrTalksNonsenseIsAValue() {
    try (StripeStandIn stripe = new StripeStandIn(Optional.empty(), Optional.empty(), false)) {
      StripeTill till = till(stripe);
      for (StandIn.Mood mood :
          List.of(StandIn.Mood.DOWN, StandIn.Mood.SLOW, StandIn.Mood.NONSENSE)) {
        stripe.mood = mood;
        Till.Begun begun = till.begin(order(Frequency.ONCE, "en"));
        assertThat(begun).isInstanceOf(Till.Begun.Failed.class);
        Till.Failure.Kind kind = ((Till.Begun.Failed) begun).failure().kind();
        assertThat(kind)
            .isEqualTo(
                mood == StandIn.Mood.NONSENSE
                    ? Till.Failure.Kind.NONSENSE
                    : Till.Failure.Kind.DOWN);
        assertThat(till.recall(NOW, List.of(), _ -> false)).isInstanceOf(Till.Heard.Later.class);
      }
    }
    StripeTill nobody = till(URI.create("http://127.0.0.1:9"));
    assertThat(nobody.begin(order(Frequency.ONCE, "en"))).isInstanceOf(Till.Begun.Failed.class);
  }

  @Test
  void theCountriesWhoseCardsAreRefusedAreKeptAtStripe() {
    try (StripeStandIn stripe = stripe(true)) {
      StripeTill till = till(stripe);
      assertThat(till.refuse(List.of("RU", "BY"))).isEmpty();
      assertThat(till.refuse(List.of("RU", "BY"))).as("again").isEmpty();
      assertThat(stripe.refusedCountries()).containsExactlyInAnyOrder("RU", "BY");
      assertThat(till.refuse(List.of("RU", "IR"))).isEmpty();
      assertThat(stripe.refusedCountries()).containsExactlyInAnyOrder("RU", "IR");
      assertThat(stripe.complaints()).isEmpty();
    }
  }

  @Test
  void amountsGoOutAsStripeCountsThem() {
    assertThat(StripeAmounts.out(Money.of(500, "JPY"))).contains(500L);
    assertThat(StripeAmounts.out(Money.of(500, "ISK"))).contains(50_000L);
    assertThat(StripeAmounts.out(Money.of(2_500, "KWD"))).contains(2_500L);
    assertThat(StripeAmounts.out(Money.of(2_505, "KWD"))).isEmpty();
  }

  /** Stripe's own examples of a payout and of what it moves, in the shapes of its specification. */
  @Test
  void aPayoutIsTheSameByMessageAndByTheList() {
    try (StripeStandIn stripe = stripe(true)) {
      StripeTill till = till(stripe);
      String arrives = stripe.payout(9_000, 25);
      String fails = stripe.payout(500, 0);
      stripe.comesBack(fails);
      stripe.bill(120);
      List<Fact> told =
          stripe.events().stream()
              .map(e -> till.hear(StripeStandIn.signed(e, NOW)))
              .flatMap(h -> ((Till.Heard.Events) h).events().stream())
              .flatMap(e -> e.facts().stream())
              .distinct()
              .toList();
      List<Fact> asked =
          ((Till.Heard.Events) till.recall(NOW.minusSeconds(60), List.of(), _ -> false))
              .events().stream().flatMap(e -> e.facts().stream()).distinct().toList();
      assertThat(stripe.complaints()).isEmpty();
      assertThat(told).extracting(Fact::id).containsExactlyInAnyOrder(arrives, fails);
      assertThat(asked).containsAll(told);
      assertThat(asked)
          .extracting(f -> f.what() + " " + f.amount().minor())
          .containsExactlyInAnyOrder(
              "PAYOUT 9000", "CHARGED 25", "PAYOUT 500", "UNPAYOUT 500", "CHARGED 120");
    }
  }
}
