package press.tamizdat.support.till;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;
import press.tamizdat.support.till.Fact.What;
import press.tamizdat.trust.Secret;

class PaypalTillTest {
  private static final String PLEDGE = "abcdefghijklmnopqrstuvwxyz";
  private static final Instant NOW = Instant.parse("2026-11-01T09:00:30Z");

  @TempDir private Path folder;
  private Database database;
  private PaypalStandIn paypal;
  private PaypalTill till;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("post.db"), "db/post");
    paypal = new PaypalStandIn();
    till =
        new PaypalTill(
            "paypal",
            Set.of(Currency.getInstance("EUR")),
            new Web(paypal.address(), Duration.ofSeconds(2)),
            new PaypalTill.Account("client", Secret.of("secret"), "WEBHOOK"),
            new Notes(database, "paypal"),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    paypal.close();
    database.close();
  }

  private static Order order(Frequency frequency, Money amount) {
    return new Order(
        PLEDGE,
        1,
        frequency,
        amount,
        new Language("en"),
        URI.create("https://news.example/b"),
        URI.create("https://news.example/a"),
        "Strait");
  }

  private List<Fact> hear(JsonObject event) {
    return facts(till.hear(PaypalStandIn.signed(event, NOW)));
  }

  private static List<Fact> facts(Till.Heard heard) {
    return ((Till.Heard.Events) heard).events().stream().flatMap(e -> e.facts().stream()).toList();
  }

  @Test
  void anOrderIsTakenWhenItIsApprovedAndIsBookedOnce() {
    Order order = order(Frequency.ONCE, Money.of(1250, "EUR"));
    Till.Begun.GoTo begun = (Till.Begun.GoTo) till.begin(order);
    assertThat(till.begin(order)).as("asked twice").isEqualTo(begun);
    List<Fact> taken = hear(paypal.approve(begun.session()));
    assertThat(taken).extracting(Fact::what).containsExactly(What.PAID, What.FEE);
    assertThat(taken.getFirst().amount()).isEqualTo(Money.of(1250, "EUR"));
    assertThat(hear(paypal.captured(begun.session()))).as("told again").isEqualTo(taken);
    assertThat(till.refund(taken.getFirst().id(), Money.of(500, "EUR"), "refund-1"))
        .isInstanceOfSatisfying(
            Till.Did.Done.class,
            done -> assertThat(done.facts()).extracting(Fact::what).containsExactly(What.REFUNDED));
    assertThat(taken.toString()).doesNotContain("rivatova");
    assertThat(paypal.tokens()).isEqualTo(1);
    assertThat(paypal.complaints()).isEmpty();
  }

  @Test
  void anApprovalThatNobodyToldIsFoundByAsking() {
    Till.Begun.GoTo begun =
        (Till.Begun.GoTo) till.begin(order(Frequency.ONCE, Money.of(1250, "EUR")));
    Held held = new Held(PLEDGE, Frequency.ONCE, Money.of(1250, "EUR"), begun.session(), "", NOW);
    assertThat(facts(till.recall(NOW, List.of(held), _ -> false))).isEmpty();
    var _ = paypal.approve(begun.session());
    assertThat(facts(till.recall(NOW, List.of(held), _ -> true)))
        .extracting(Fact::what)
        .containsExactly(What.PAID, What.FEE);
    Held gone = new Held(PLEDGE, Frequency.ONCE, Money.of(1250, "EUR"), "ORDER99", "", NOW);
    assertThat(facts(till.recall(NOW, List.of(gone), _ -> true)))
        .extracting(Fact::what)
        .containsExactly(What.LAPSED);
    assertThat(paypal.complaints()).isEmpty();
  }

  @Test
  void whatRecursHasOnePlanForAllAmounts() {
    Till.Begun.GoTo begun =
        (Till.Begun.GoTo) till.begin(order(Frequency.MONTHLY, Money.of(1250, "EUR")));
    Order other =
        new Order(
            PLEDGE,
            2,
            Frequency.MONTHLY,
            Money.of(900, "EUR"),
            new Language("en"),
            URI.create("https://news.example/b"),
            URI.create("https://news.example/a"),
            "Strait");
    assertThat(till.begin(other)).isInstanceOf(Till.Begun.GoTo.class);
    assertThat(paypal.asked().stream().filter("POST /v1/billing/plans"::equals)).hasSize(1);
    String subscription = begun.session();
    assertThat(hear(paypal.subscription("ACTIVATED", subscription, PLEDGE)))
        .extracting(Fact::what)
        .containsExactly(What.RUNS);
    List<Fact> sale = hear(paypal.sale(subscription, PLEDGE, "12.50"));
    assertThat(sale).extracting(Fact::what).containsExactly(What.PAID, What.FEE);
    assertThat(sale.getFirst().belongs()).isEqualTo(subscription);
    assertThat(hear(paypal.subscription("PAYMENT.FAILED", subscription, PLEDGE)))
        .extracting(Fact::what)
        .containsExactly(What.FAILED);
    JsonObject refund =
        JsonParser.parseString(
                """
                {"id":"R1","sale_id":"%s","create_time":"2026-11-02T09:00:00Z",
                 "amount":{"total":"-2.50","currency":"EUR"}}\
                """
                    .formatted(sale.getFirst().id()))
            .getAsJsonObject();
    assertThat(hear(paypal.event("PAYMENT.SALE.REFUNDED", refund)))
        .extracting(Fact::amount)
        .containsExactly(Money.of(250, "EUR"));
    Held held =
        new Held(PLEDGE, Frequency.MONTHLY, Money.of(1250, "EUR"), subscription, subscription, NOW);
    assertThat(till.change(held, new Till.Change.Pause())).isInstanceOf(Till.Did.Done.class);
    assertThat(till.change(held, new Till.Change.Resume())).isInstanceOf(Till.Did.Done.class);
    assertThat(till.change(held, new Till.Change.Amount(Money.of(2000, "EUR"))))
        .isInstanceOf(Till.Did.GoTo.class);
    assertThat(till.change(held, new Till.Change.Cancel())).isInstanceOf(Till.Did.Done.class);
    assertThat(paypal.complaints()).isEmpty();
  }

  @Test
  void aMessageThatPaypalDoesNotKnowIsNotHeard() {
    JsonObject real = paypal.subscription("ACTIVATED", "I-1", PLEDGE);
    Hook signed = PaypalStandIn.signed(real, NOW);
    byte[] changed =
        real.toString().replace("ACTIVATED", "CANCELLED").getBytes(StandardCharsets.UTF_8);
    assertThat(till.hear(signed)).isInstanceOf(Till.Heard.Events.class);
    assertThat(till.hear(new Hook(NOW, signed.headers(), changed)))
        .isInstanceOf(Till.Heard.Forged.class);
    assertThat(till.hear(new Hook(NOW, Map.of(), signed.body())))
        .isInstanceOf(Till.Heard.Forged.class);
    byte[] nothing = "}{".getBytes(StandardCharsets.UTF_8);
    assertThat(till.hear(new Hook(NOW, signed.headers(), nothing)))
        .isInstanceOf(Till.Heard.Forged.class);
    paypal.mood = StandIn.Mood.DOWN;
    assertThat(till.hear(signed)).isInstanceOf(Till.Heard.Later.class);
    assertThat(till.begin(order(Frequency.ONCE, Money.of(500, "EUR"))))
        .isInstanceOf(Till.Begun.Failed.class);
  }
}
