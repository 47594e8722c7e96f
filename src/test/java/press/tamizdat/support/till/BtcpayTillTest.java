package press.tamizdat.support.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import press.tamizdat.platform.text.Language;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;
import press.tamizdat.support.till.Fact.What;
import press.tamizdat.trust.Secret;

/** BTCPay's till beside a server that refuses what the Greenfield specification does not allow. */
class BtcpayTillTest {
  private static final String PLEDGE = "abcdefghijklmnopqrstuvwxyz";
  private static final Instant NOW = Instant.parse("2026-11-01T08:00:00Z");

  private static BtcpayStandIn server() {
    Path[] documents =
        Stream.of("", ".invoices", ".subscriptions", ".webhooks", ".stores")
            .map(part -> ProvidersOwn.file("btcpay/swagger.template" + part + ".json"))
            .toArray(Path[]::new);
    return new BtcpayStandIn(Optional.of(Judge.of(documents)));
  }

  private static BtcpayTill till(StandIn server) {
    return new BtcpayTill(
        "bitcoin",
        Set.of(Currency.getInstance("EUR")),
        new Web(server.address(), Duration.ofSeconds(2)),
        Secret.of("apikey"),
        Secret.of(BtcpayStandIn.SECRET),
        new BtcpayTill.Store(BtcpayStandIn.STORE, BtcpayStandIn.OFFERING));
  }

  private static Order order(Frequency frequency) {
    return new Order(
        PLEDGE,
        1,
        frequency,
        Money.of(1250, "EUR"),
        new Language("ru"),
        URI.create("https://news.example/b"),
        URI.create("https://news.example/a"),
        "Strait");
  }

  private static List<Fact> facts(Till.Heard heard) {
    return ((Till.Heard.Events) heard).events().stream().flatMap(e -> e.facts().stream()).toList();
  }

  @Test
  void aPaymentOnTheChainIsBookedAtTheInvoicesRateAndItsPurseIsForgotten() {
    try (BtcpayStandIn server = server()) {
      BtcpayTill till = till(server);
      Till.Begun begun = till.begin(order(Frequency.ONCE));
      assertThat(till.begin(order(Frequency.ONCE))).as("asked twice").isEqualTo(begun);
      String invoice = server.lastInvoice();
      server.pay(invoice, "0.00019412", "Processing");
      Hook early =
          BtcpayStandIn.signed(BtcpayStandIn.told("InvoicePaymentSettled", "D1", invoice), NOW);
      assertThat(facts(till.hear(early))).as("not settled yet").isEmpty();

      server.pay(invoice, "0.00019412", "Settled");
      Hook settled = BtcpayStandIn.signed(BtcpayStandIn.told("InvoiceSettled", "D2", invoice), NOW);
      List<Fact> told = facts(till.hear(settled));
      assertThat(told).extracting(Fact::what).containsExactly(What.PAID);
      assertThat(told.getFirst().amount()).isEqualTo(Money.of(1250, "EUR"));
      assertThat(told.getFirst().pledge()).isEqualTo(PLEDGE);
      assertThat(told.toString()).doesNotContain("purse", "Privatova", "privatova");
      assertThat(facts(till.recall(NOW, List.of(), _ -> false))).containsAll(told);
      assertThat(till.refund(told.getFirst().id(), Money.of(500, "EUR"), "refund-1"))
          .isInstanceOf(Till.Did.GoTo.class);
      assertThat(server.complaints()).isEmpty();
    }
  }

  @Test
  void whatRecursIsASubscriptionWithAnAddressThatReachesNobody() {
    try (BtcpayStandIn server = server()) {
      BtcpayTill till = till(server);
      Till.Begun.GoTo begun = (Till.Begun.GoTo) till.begin(order(Frequency.MONTHLY));
      assertThat(till.begin(order(Frequency.MONTHLY))).isEqualTo(begun);
      assertThat(server.plans()).as("one plan for one amount").isEqualTo(1);
      String invoice = server.invoiceOf(begun.session(), "12.50");
      server.mark(invoice, "Settled", "Marked");
      List<Fact> told =
          facts(
              till.hear(
                  BtcpayStandIn.signed(BtcpayStandIn.told("InvoiceSettled", "D1", invoice), NOW)));
      assertThat(told).extracting(Fact::belongs).containsExactly(begun.session());
      assertThat(
              facts(
                  till.hear(
                      BtcpayStandIn.signed(
                          BtcpayStandIn.phase("D2", begun.session(), "Grace"), NOW))))
          .extracting(Fact::what)
          .containsExactly(What.BEHIND);
      Held held =
          new Held(PLEDGE, Frequency.MONTHLY, Money.of(1250, "EUR"), begun.session(), "", NOW);
      assertThat(till.change(held, new Till.Change.Pause())).isInstanceOf(Till.Did.Done.class);
      assertThat(till.change(held, new Till.Change.Resume())).isInstanceOf(Till.Did.Done.class);
      assertThat(till.change(held, new Till.Change.Pay(order(Frequency.MONTHLY))))
          .isInstanceOf(Till.Did.GoTo.class);
      assertThat(till.change(held, new Till.Change.Cancel())).isInstanceOf(Till.Did.Done.class);
      assertThat(server.complaints()).isEmpty();
    }
  }

  @Test
  void aMessageOfAnotherHandIsNotHeard() {
    try (BtcpayStandIn server = new BtcpayStandIn(Optional.empty())) {
      BtcpayTill till = till(server);
      Hook signed = BtcpayStandIn.signed(BtcpayStandIn.told("InvoiceExpired", "D", "I"), NOW);
      byte[] changed =
          new String(signed.body(), StandardCharsets.UTF_8)
              .replace("InvoiceExpired", "InvoiceSettled")
              .getBytes(StandardCharsets.UTF_8);
      assertThat(till.hear(new Hook(NOW, signed.headers(), changed)))
          .isInstanceOf(Till.Heard.Forged.class);
      assertThat(till.hear(new Hook(NOW, Map.of(), signed.body())))
          .isInstanceOf(Till.Heard.Forged.class);
      server.mood = StandIn.Mood.DOWN;
      assertThat(till.hear(signed)).isInstanceOf(Till.Heard.Later.class);
      assertThat(till.begin(order(Frequency.ONCE))).isInstanceOf(Till.Begun.Failed.class);
    }
  }
}
