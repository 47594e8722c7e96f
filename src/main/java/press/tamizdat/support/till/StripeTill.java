package press.tamizdat.support.till;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeObject;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.EventListParams;
import com.stripe.param.InvoiceRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
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
  private static final Duration EVENTS_KEPT = Duration.ofDays(29);

  /** Of the session that the supporter is sent to. */
  private static final Set<String> LOCALES =
      Set.of(
          "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "ja",
          "ko", "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "th",
          "tr", "vi", "zh");

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
    SessionCreateParams params = session(order, amount.get());
    Asked asked =
        ask(() -> stripe.v1().checkout().sessions().create(params, once(order.idempotencyKey())));
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

  private static SessionCreateParams session(Order order, long amount) {
    SessionCreateParams.LineItem.PriceData.Builder price =
        SessionCreateParams.LineItem.PriceData.builder()
            .setCurrency(order.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
            .setUnitAmount(amount)
            .setProductData(
                SessionCreateParams.LineItem.PriceData.ProductData.builder()
                    .setName(order.name())
                    .build());
    SessionCreateParams.Builder params =
        SessionCreateParams.builder()
            .setSuccessUrl(order.back().toString())
            .setCancelUrl(order.away().toString())
            .setClientReferenceId(order.pledge())
            .putMetadata("pledge", order.pledge())
            .setLocale(locale(order));
    if (order.frequency().recurs()) {
      price.setRecurring(
          SessionCreateParams.LineItem.PriceData.Recurring.builder()
              .setInterval(
                  order.frequency() == Frequency.MONTHLY
                      ? SessionCreateParams.LineItem.PriceData.Recurring.Interval.MONTH
                      : SessionCreateParams.LineItem.PriceData.Recurring.Interval.YEAR)
              .build());
      params
          .setMode(SessionCreateParams.Mode.SUBSCRIPTION)
          .setSubscriptionData(
              SessionCreateParams.SubscriptionData.builder()
                  .putMetadata("pledge", order.pledge())
                  .build());
    } else {
      params
          .setMode(SessionCreateParams.Mode.PAYMENT)
          .setSubmitType(SessionCreateParams.SubmitType.DONATE)
          .setPaymentIntentData(
              SessionCreateParams.PaymentIntentData.builder()
                  .putMetadata("pledge", order.pledge())
                  .build());
    }
    return params
        .addLineItem(
            SessionCreateParams.LineItem.builder()
                .setQuantity(1L)
                .setPriceData(price.build())
                .build())
        .build();
  }

  private static SessionCreateParams.Locale locale(Order order) {
    String language = order.language().locale().getLanguage();
    return LOCALES.contains(language)
        ? SessionCreateParams.Locale.valueOf(language.toUpperCase(Locale.ROOT))
        : SessionCreateParams.Locale.AUTO;
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
    return switch (ask(() -> stripe.v1().subscriptions().cancel(held.subscription()))) {
      case Asked.Got _ -> new Did.Done(List.of());
      case Asked.Not(Failure(Failure.Kind kind, String detail))
          when kind == Failure.Kind.DECLINED && detail.contains("404") ->
          new Did.Done(List.of()); // it is gone already, which is what was asked for
      case Asked.Not(Failure failure) -> new Did.Failed(failure);
    };
  }

  private Did update(Held held, SubscriptionUpdateParams params) {
    return switch (ask(() -> stripe.v1().subscriptions().update(held.subscription(), params))) {
      case Asked.Got _ -> new Did.Done(List.of());
      case Asked.Not(Failure failure) -> new Did.Failed(failure);
    };
  }

  private Did amount(Held held, press.tamizdat.support.Money amount) {
    Optional<Long> minor = StripeAmounts.out(amount);
    Asked asked = ask(() -> stripe.v1().subscriptions().retrieve(held.subscription()));
    if (asked instanceof Asked.Not(Failure failure)) {
      return new Did.Failed(failure);
    }
    List<Document> items = ((Asked.Got) asked).document().list("items", "data");
    if (items.isEmpty() || minor.isEmpty()) {
      return new Did.Failed(nonsense("a subscription without an item"));
    }
    return update(
        held,
        SubscriptionUpdateParams.builder()
            .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.NONE)
            .addItem(
                SubscriptionUpdateParams.Item.builder()
                    .setId(items.getFirst().id("id"))
                    .setPriceData(
                        SubscriptionUpdateParams.Item.PriceData.builder()
                            .setCurrency(
                                amount.currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                            .setProduct(items.getFirst().id("price", "product"))
                            .setUnitAmount(minor.get())
                            .setRecurring(
                                SubscriptionUpdateParams.Item.PriceData.Recurring.builder()
                                    .setInterval(
                                        held.frequency() == Frequency.ANNUAL
                                            ? SubscriptionUpdateParams.Item.PriceData.Recurring
                                                .Interval.YEAR
                                            : SubscriptionUpdateParams.Item.PriceData.Recurring
                                                .Interval.MONTH)
                                    .build())
                            .build())
                    .build())
            .build());
  }

  @Override
  public Did refund(String payment, press.tamizdat.support.Money amount, String key) {
    Optional<Long> minor = StripeAmounts.out(amount);
    if (minor.isEmpty()) {
      return new Did.Failed(impossible("Stripe takes no amount as fine as this"));
    }
    RefundCreateParams params =
        RefundCreateParams.builder().setPaymentIntent(payment).setAmount(minor.get()).build();
    return switch (ask(() -> stripe.v1().refunds().create(params, once(key)))) {
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
        yield ask(() -> stripe.v1().invoices().retrieve(object.id("id"), params));
      }
      case REFUNDS_OF_CHARGE -> {
        RefundListParams params =
            RefundListParams.builder().setCharge(object.id("id")).setLimit(100L).build();
        Asked list = ask(() -> stripe.v1().refunds().list(params));
        yield list instanceof Asked.Got(Document refunds)
            ? new Asked.Got(Document.of("refunds", refunds))
            : list;
      }
    };
  }

  @Override
  public Heard recall(Instant since, List<Held> open, Predicate<String> known) {
    List<Event> found = new ArrayList<>();
    String after = "";
    boolean more = true;
    while (more) {
      EventListParams.Builder params =
          EventListParams.builder()
              .addAllType(StripeEvents.TYPES)
              .setLimit(100L)
              .setCreated(EventListParams.Created.builder().setGte(since.getEpochSecond()).build());
      if (!after.isEmpty()) {
        params.setStartingAfter(after);
      }
      Asked page = ask(() -> stripe.v1().events().list(params.build()));
      if (page instanceof Asked.Not(Failure failure)) {
        return new Heard.Later(failure);
      }
      Document list = ((Asked.Got) page).document();
      Heard heard = read(list.list("data").stream().filter(e -> !known.test(e.id("id"))).toList());
      if (!(heard instanceof Heard.Events(List<Event> events))) {
        return heard;
      }
      found.addAll(events);
      more = list.isTrue("has_more") && !list.list("data").isEmpty();
      after = more ? list.list("data").getLast().id("id") : "";
    }
    return also(found, since, open);
  }

  private Heard also(List<Event> found, Instant since, List<Held> open) {
    Heard money = moneyMoved(since);
    if (!(money instanceof Heard.Events(List<Event> moved))) {
      return money;
    }
    found.addAll(moved);
    for (Held held : open) {
      boolean tooOld =
          held.since().isBefore(since) && since.isBefore(clock.instant().minus(EVENTS_KEPT));
      if (tooOld && !held.session().isEmpty()) {
        Asked asked = ask(() -> stripe.v1().checkout().sessions().retrieve(held.session()));
        if (asked instanceof Asked.Not(Failure failure)) {
          return new Heard.Later(failure);
        }
        Document session = ((Asked.Got) asked).document();
        Instant at = Instant.ofEpochSecond(session.whole("created").orElse(0));
        found.add(
            new Event("asked:" + session.id("id"), "session", at, events.session(session, at)));
      }
    }
    return new Heard.Events(found);
  }

  /** Fees are in no message. */
  private Heard moneyMoved(Instant since) {
    List<Event> found = new ArrayList<>();
    String after = "";
    boolean more = true;
    while (more) {
      BalanceTransactionListParams.Builder params =
          BalanceTransactionListParams.builder()
              .setLimit(100L)
              .addExpand("data.source")
              .setCreated(
                  BalanceTransactionListParams.Created.builder()
                      .setGte(since.getEpochSecond())
                      .build());
      if (!after.isEmpty()) {
        params.setStartingAfter(after);
      }
      Asked page = ask(() -> stripe.v1().balanceTransactions().list(params.build()));
      if (page instanceof Asked.Not(Failure failure)) {
        return new Heard.Later(failure);
      }
      Document list = ((Asked.Got) page).document();
      for (Document transaction : list.list("data")) {
        Instant at = Instant.ofEpochSecond(transaction.whole("created").orElse(0));
        found.add(
            new Event(
                transaction.id("id"), "balance_transaction", at, events.transaction(transaction)));
      }
      more = list.isTrue("has_more") && !list.list("data").isEmpty();
      after = more ? list.list("data").getLast().id("id") : "";
    }
    return new Heard.Events(found);
  }

  private interface Call {
    StripeObject run() throws StripeException;
  }

  /** The library's own objects are left aside: they are of one version of the API. */
  private static Asked ask(Call call) {
    try {
      StripeObject object = call.run();
      String body = object.getLastResponse() == null ? "" : object.getLastResponse().body();
      return Document.read(body.getBytes(StandardCharsets.UTF_8))
          .<Asked>map(Asked.Got::new)
          .orElseGet(() -> new Asked.Not(nonsense("no object")));
    } catch (ApiConnectionException e) {
      return new Asked.Not(new Failure(Failure.Kind.DOWN, String.valueOf(e.getMessage())));
    } catch (StripeException e) {
      return new Asked.Not(failure(e));
    } catch (com.google.gson.JsonParseException e) {
      return new Asked.Not(nonsense("no object that the library knows"));
    }
  }

  private static Failure failure(StripeException e) {
    int status = e.getStatusCode() == null ? 0 : e.getStatusCode();
    String detail = "HTTP " + status + (e.getCode() == null ? "" : " " + e.getCode());
    if (status == 429 || status == 408 || status >= 500) {
      return new Failure(Failure.Kind.DOWN, detail);
    }
    return new Failure(status / 100 == 4 ? Failure.Kind.DECLINED : Failure.Kind.NONSENSE, detail);
  }

  private static RequestOptions once(String key) {
    return RequestOptions.builder().setIdempotencyKey(key).build();
  }

  private static Failure impossible(String detail) {
    return new Failure(Failure.Kind.IMPOSSIBLE, detail);
  }

  private static Failure nonsense(String detail) {
    return new Failure(Failure.Kind.NONSENSE, detail);
  }
}
