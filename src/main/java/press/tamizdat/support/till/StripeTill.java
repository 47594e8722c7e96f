package press.tamizdat.support.till;

import com.stripe.StripeClient;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import com.stripe.param.InvoiceRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import press.tamizdat.support.Frequency;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;

/**
 * Stripe: Checkout in its modes {@code payment} and {@code subscription}. The browser goes to
 * Stripe's own page; the card never comes near this program.
 *
 * <p>Messages are checked by {@code Stripe-Signature} (five minutes of age at most when they came
 * in at the site). What no message told is found by {@code GET /v1/events}, which Stripe keeps for
 * 30 days, and fees by {@code GET /v1/balance_transactions}.
 */
public final class StripeTill implements Till {
  private static final SecretAccess ACCESS = new SecretAccess("ask Stripe");
  private static final SecretAccess CHECK = new SecretAccess("check that a message is Stripe's");
  private static final long TOLERANCE_SECONDS = 300;

  private final String name;
  private final Set<Currency> currencies;
  private final StripeClient stripe;
  private final Secret hookSecret;
  private final Clock clock;
  private final StripeEvents events;

  /**
   * @param currencies that it is used for
   * @param key a restricted key will do: Checkout Sessions, Subscriptions, Refunds write; Events,
   *     Invoices, Balance read
   * @param hookSecret of the webhook endpoint, {@code whsec_...}
   */
  public StripeTill(
      String name, Set<Currency> currencies, Web web, Secret key, Secret hookSecret, Clock clock) {
    this.name = name;
    this.clock = clock;
    this.currencies = Set.copyOf(currencies);
    this.hookSecret = hookSecret;
    this.events = new StripeEvents(name);
    this.stripe =
        StripeClient.builder()
            .setApiKey(new String(key.reveal(ACCESS), StandardCharsets.UTF_8))
            .setApiBase(web.base().toString())
            .setHttpClient(new StripeWire(web))
            .setMaxNetworkRetries(0)
            .build();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean takes(Currency currency, Frequency frequency) {
    return currencies.contains(currency);
  }

  @Override
  public Begun begin(Order order) {
    Optional<Long> amount = StripeAmounts.out(order.amount());
    if (amount.isEmpty()) {
      return new Begun.Failed(impossible("Stripe takes no amount as fine as this"));
    }
    SessionCreateParams params = StripeOrders.session(order, amount.get());
    Asked asked =
        StripeCalls.ask(
            () ->
                stripe
                    .v1()
                    .checkout()
                    .sessions()
                    .create(params, StripeCalls.once(order.idempotencyKey())));
    return switch (asked) {
      case Asked.Got(Document session)
          when session.text("url").startsWith("http") && !session.id("id").isEmpty() ->
          new Begun.GoTo(
              URI.create(session.text("url")),
              session.id("id"),
              List.of(opened(session.id("id"), order)));
      case Asked.Got _ -> new Begun.Failed(nonsense("a session without an address"));
      case Asked.Not(Failure failure) -> new Begun.Failed(failure);
    };
  }

  private Fact opened(String session, Order order) {
    return new Fact(
        name,
        "begun:" + session,
        Fact.What.OPENED,
        session,
        "",
        order.pledge(),
        order.amount(),
        Instant.EPOCH);
  }

  @Override
  public Did change(Held held, Change change) {
    if (held.subscription().isEmpty()) {
      return new Did.Failed(impossible("no subscription is known"));
    }
    return switch (change) {
      case Change.Cancel() -> cancel(held);
      case Change.Pause() ->
          update(
              held,
              SubscriptionUpdateParams.builder()
                  .setPauseCollection(
                      SubscriptionUpdateParams.PauseCollection.builder()
                          .setBehavior(SubscriptionUpdateParams.PauseCollection.Behavior.VOID)
                          .build())
                  .build());
      case Change.Resume() ->
          update(
              held,
              SubscriptionUpdateParams.builder()
                  .setPauseCollection(com.stripe.param.common.EmptyParam.EMPTY)
                  .build());
      case Change.Amount(var amount) -> amount(held, amount);
      case Change.Pay _ -> new Did.Failed(impossible("Stripe takes what is due by itself"));
    };
  }

  private Did cancel(Held held) {
    return switch (StripeCalls.ask(() -> stripe.v1().subscriptions().cancel(held.subscription()))) {
      case Asked.Got _ -> new Did.Done(List.of());
      case Asked.Not(Failure(Failure.Kind kind, String detail))
          when kind == Failure.Kind.DECLINED && detail.contains("404") ->
          new Did.Done(List.of()); // it is gone already, which is what was asked for
      case Asked.Not(Failure failure) -> new Did.Failed(failure);
    };
  }

  private Did update(Held held, SubscriptionUpdateParams params) {
    return switch (StripeCalls.ask(
        () -> stripe.v1().subscriptions().update(held.subscription(), params))) {
      case Asked.Got _ -> new Did.Done(List.of());
      case Asked.Not(Failure failure) -> new Did.Failed(failure);
    };
  }

  private Did amount(Held held, press.tamizdat.support.Money amount) {
    Optional<Long> minor = StripeAmounts.out(amount);
    Asked asked = StripeCalls.ask(() -> stripe.v1().subscriptions().retrieve(held.subscription()));
    if (asked instanceof Asked.Not(Failure failure)) {
      return new Did.Failed(failure);
    }
    List<Document> items = ((Asked.Got) asked).document().list("items", "data");
    if (items.isEmpty() || minor.isEmpty()) {
      return new Did.Failed(nonsense("a subscription without an item"));
    }
    return update(held, StripeOrders.amount(held, items.getFirst(), amount, minor.get()));
  }

  @Override
  public Did refund(String payment, press.tamizdat.support.Money amount, String key) {
    Optional<Long> minor = StripeAmounts.out(amount);
    if (minor.isEmpty()) {
      return new Did.Failed(impossible("Stripe takes no amount as fine as this"));
    }
    RefundCreateParams params =
        RefundCreateParams.builder().setPaymentIntent(payment).setAmount(minor.get()).build();
    return switch (StripeCalls.ask(
        () -> stripe.v1().refunds().create(params, StripeCalls.once(key)))) {
      case Asked.Got(Document refund) -> new Did.Done(events.refund(refund));
      case Asked.Not(Failure failure) -> new Did.Failed(failure);
    };
  }

  @Override
  public Heard hear(Hook hook) {
    String payload = new String(hook.body(), StandardCharsets.UTF_8);
    try {
      boolean signed =
          Webhook.Signature.verifyHeader(
              payload,
              hook.header("Stripe-Signature"),
              new String(hookSecret.reveal(CHECK), StandardCharsets.UTF_8),
              TOLERANCE_SECONDS,
              Clock.fixed(hook.at(), ZoneOffset.UTC));
      if (!signed) {
        return new Heard.Forged("another signature");
      }
    } catch (SignatureVerificationException e) {
      return new Heard.Forged(String.valueOf(e.getMessage()).replaceAll(";.*", ""));
    }
    Optional<Document> event = Document.read(hook.body());
    if (event.isEmpty() || event.get().id("id").isEmpty() || event.get().text("type").isEmpty()) {
      return new Heard.Forged("signed, but no event");
    }
    return read(List.of(event.get()));
  }

  private Heard read(List<Document> documents) {
    List<Event> read = new ArrayList<>();
    for (Document event : documents) {
      Asked object = complete(event);
      if (object instanceof Asked.Not(Failure failure)) {
        return new Heard.Later(failure);
      }
      read.add(
          new Event(
              event.id("id"),
              event.text("type"),
              Instant.ofEpochSecond(event.whole("created").orElse(0)),
              events.read(event, ((Asked.Got) object).document())));
    }
    return new Heard.Events(read);
  }

  /** The event's object, or the same asked for with what the event left out. */
  private Asked complete(Document event) {
    Document object = event.at("data", "object");
    return switch (StripeEvents.lack(event)) {
      case NOTHING -> new Asked.Got(object);
      case INVOICE_WITH_PAYMENTS -> {
        InvoiceRetrieveParams params =
            InvoiceRetrieveParams.builder().addExpand("payments").build();
        yield StripeCalls.ask(() -> stripe.v1().invoices().retrieve(object.id("id"), params));
      }
      case REFUNDS_OF_CHARGE -> {
        RefundListParams params =
            RefundListParams.builder().setCharge(object.id("id")).setLimit(100L).build();
        Asked list = StripeCalls.ask(() -> stripe.v1().refunds().list(params));
        yield list instanceof Asked.Got(Document refunds)
            ? new Asked.Got(Document.of("refunds", refunds))
            : list;
      }
    };
  }

  @Override
  public Heard recall(Instant since, List<Held> open, Predicate<String> known) {
    return new StripeRecall(stripe, events, clock, this::read).since(since, open, known);
  }

  @Override
  public Optional<Failure> refuse(List<String> countries) {
    events.refuse(countries);
    return new StripeRefusals(stripe).refuse(countries);
  }

  private static Failure impossible(String detail) {
    return new Failure(Failure.Kind.IMPOSSIBLE, detail);
  }

  private static Failure nonsense(String detail) {
    return new Failure(Failure.Kind.NONSENSE, detail);
  }
}
