package press.tamizdat.support.till;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import press.tamizdat.platform.text.Json;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;
import press.tamizdat.support.till.Fact.What;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;
import press.tamizdat.trust.Sha256;

/**
 * The newsroom's own BTCPay Server by its Greenfield API: on-chain and Lightning.
 *
 * <p>A message, signed by {@code BTCPay-Sig}, only says which invoice to ask for: what is true is
 * read from the invoice and its payments. Nothing of the chain is kept, neither address nor
 * transaction: they would lead to a purse. Crypto-money cannot be drawn, so what recurs is a
 * subscription that the supporter pays each time; it is made with an address that reaches nobody.
 */
public final class BtcpayTill implements Till {
  private static final SecretAccess ACCESS = new SecretAccess("ask the BTCPay Server");
  private static final SecretAccess CHECK =
      new SecretAccess("check that a message is the BTCPay Server's");
  private static final Pattern ORDER = Pattern.compile("([a-z2-7]{26})-([0-9]{1,4})");
  private static final int PAGE = 100;

  /** Payments may come a while after an invoice was made. */
  private static final Duration LATE = Duration.ofDays(8);

  private final String name;
  private final Set<Currency> currencies;
  private final Web web;
  private final Secret key;
  private final Secret hookSecret;
  private final Store store;

  /**
   * Where invoices are made.
   *
   * @param id of the store
   * @param offering of the store's subscriptions; empty if what recurs is not taken
   */
  public record Store(String id, String offering) {}

  /**
   * @param key with {@code canviewinvoices}, {@code cancreateinvoice}, {@code
   *     cancreatenonapprovedpullpayments} and, for what recurs, {@code canmanagesubscribers} and
   *     {@code canmodifyofferings}
   */
  public BtcpayTill(
      String name, Set<Currency> currencies, Web web, Secret key, Secret hookSecret, Store store) {
    this.name = name;
    this.currencies = Set.copyOf(currencies);
    this.web = web;
    this.key = key;
    this.hookSecret = hookSecret;
    this.store = store;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean takes(Currency currency, Frequency frequency) {
    return currencies.contains(currency) && (!frequency.recurs() || !store.offering().isEmpty());
  }

  @Override
  public Begun begin(Order order) {
    return order.frequency().recurs() ? subscribe(order) : invoice(order);
  }

  private static String number(Order order) {
    return order.pledge() + "-" + order.attempt();
  }

  private Begun invoice(Order order) {
    String number = number(order);
    Web.Reply known = get("/stores/" + store.id() + "/invoices?orderId=" + number);
    if (!(known instanceof Web.Reply.Answered answered) || !answered.ok()) {
      return new Begun.Failed(Web.failure(known));
    }
    Optional<Document> made =
        Document.readList(answered.body()).flatMap(list -> list.stream().findFirst());
    if (made.isPresent()) {
      return goTo(made.get().text("checkoutLink"), order);
    }
    Map<String, Object> body =
        Map.of(
            "amount", order.amount().decimal(),
            "currency", order.amount().currency().getCurrencyCode(),
            "metadata", Map.of("orderId", number),
            "checkout",
                Map.of(
                    "redirectURL", order.back().toString(),
                    "redirectAutomatically", true,
                    "defaultLanguage", order.language().tag()));
    return switch (Asked.of(post("/stores/" + store.id() + "/invoices", body))) {
      case Asked.Got(Document invoice) -> goTo(invoice.text("checkoutLink"), order);
      case Asked.Not(Failure failure) -> new Begun.Failed(failure);
    };
  }

  private Begun goTo(String link, Order order) {
    if (!link.startsWith("http")) {
      return new Begun.Failed(new Failure(Failure.Kind.NONSENSE, "no address to pay at"));
    }
    String number = number(order);
    Fact opened = fact("begun:" + number, What.OPENED, number, "", order.amount(), Instant.EPOCH);
    return new Begun.GoTo(URI.create(link), number, List.of(opened));
  }

  private Begun subscribe(Order order) {
    String number = number(order);
    return switch (plan(order)) {
      case Asked.Not(Failure failure) -> new Begun.Failed(failure);
      case Asked.Got(Document plan) -> {
        Map<String, Object> body = new LinkedHashMap<>(checkout(order, plan.text("id"), number));
        body.put("newSubscriberEmail", address(number));
        body.put("newSubscriberMetadata", Map.of("orderId", number));
        yield switch (Asked.of(post("/plan-checkout", body))) {
          case Asked.Got(Document checkout) -> goTo(checkout.text("url"), order);
          case Asked.Not(Failure failure) -> new Begun.Failed(failure);
        };
      }
    };
  }

  private Map<String, Object> checkout(Order order, String plan, String number) {
    return Map.of(
        "storeId", store.id(),
        "offeringId", store.offering(),
        "planId", plan,
        "invoiceMetadata", Map.of("orderId", number),
        "metadata", Map.of("orderId", number),
        "successRedirectLink", order.back().toString());
  }

  /** A name that no mail reaches (RFC 2606, section 2): the server wants one for a subscriber. */
  private static String address(String number) {
    return number + "@pledge.invalid";
  }

  /** One plan for each amount; the first supporter of an amount makes it. */
  private Asked plan(Order order) {
    String path = "/stores/" + store.id() + "/offerings/" + store.offering();
    Asked offering = Asked.of(get(path));
    if (!(offering instanceof Asked.Got(Document known))) {
      return offering;
    }
    String price = order.amount().decimal();
    String currency = order.amount().currency().getCurrencyCode();
    String interval = order.frequency() == Frequency.MONTHLY ? "Monthly" : "Yearly";
    Optional<Document> plan =
        known.list("plans").stream()
            .filter(p -> p.text("status").equals("Active") && p.text("currency").equals(currency))
            .filter(p -> p.text("recurringType").equals(interval))
            .filter(p -> samePrice(p.text("price"), order.amount()))
            .findFirst();
    if (plan.isPresent()) {
      return new Asked.Got(plan.get());
    }
    Map<String, Object> body =
        Map.of(
            "name",
            order.name() + ", " + price + " " + currency,
            "currency",
            currency,
            "price",
            price,
            "recurringType",
            interval,
            "renewable",
            true,
            "gracePeriodDays",
            14L);
    return Asked.of(post(path + "/plans", body));
  }

  private static boolean samePrice(String price, Money amount) {
    return Money.decimal(price, amount.currency()).filter(amount::equals).isPresent();
  }

  @Override
  public Did change(Held held, Change change) {
    String number = held.subscription().isEmpty() ? held.session() : held.subscription();
    String subscriber =
        "/stores/"
            + store.id()
            + "/offerings/"
            + store.offering()
            + "/subscribers/"
            + URLEncoder.encode("Email:" + address(number), StandardCharsets.UTF_8);
    return switch (change) {
      case Change.Cancel() when held.frequency() == Frequency.ONCE -> new Did.Done(List.of());
      case Change.Cancel() -> did(post(subscriber + "/suspend", Map.of("reason", "cancelled")));
      case Change.Pause() -> did(post(subscriber + "/suspend", Map.of("reason", "paused")));
      case Change.Resume() -> did(post(subscriber + "/unsuspend", Map.of()));
      case Change.Amount _ ->
          new Did.Failed(new Failure(Failure.Kind.IMPOSSIBLE, "an amount has a plan of its own"));
      case Change.Pay(Order order) -> pay(held, order);
    };
  }

  private Did pay(Held held, Order order) {
    return switch (plan(order)) {
      case Asked.Not(Failure failure) -> new Did.Failed(failure);
      case Asked.Got(Document plan) -> {
        Map<String, Object> body =
            new LinkedHashMap<>(checkout(order, plan.text("id"), held.session()));
        body.put("customerSelector", "Email:" + address(held.session()));
        yield switch (Asked.of(post("/plan-checkout", body))) {
          case Asked.Got(Document checkout) when checkout.text("url").startsWith("http") ->
              new Did.GoTo(URI.create(checkout.text("url")));
          case Asked.Got _ ->
              new Did.Failed(new Failure(Failure.Kind.NONSENSE, "no address to pay at"));
          case Asked.Not(Failure failure) -> new Did.Failed(failure);
        };
      }
    };
  }

  private static Did did(Web.Reply reply) {
    if (reply instanceof Web.Reply.Answered answered
        && (answered.ok() || answered.status() == 404)) {
      return new Did.Done(List.of()); // nobody there: nobody ever paid
    }
    return new Did.Failed(Web.failure(reply));
  }

  /** Gives a link by which the supporter claims the money; it counts as given back from then on. */
  @Override
  public Did refund(String payment, Money amount, String key) {
    String invoice = payment.replaceAll(":.*", "");
    Map<String, Object> body =
        Map.of(
            "refundVariant",
            "Custom",
            "customAmount",
            amount.decimal(),
            "customCurrency",
            amount.currency().getCurrencyCode(),
            "name",
            key);
    return switch (Asked.of(post("/invoices/" + invoice + "/refund", body))) {
      case Asked.Got(Document pull) when pull.text("viewLink").startsWith("http") ->
          new Did.GoTo(URI.create(pull.text("viewLink")));
      case Asked.Got _ -> new Did.Failed(new Failure(Failure.Kind.NONSENSE, "no link to claim it"));
      case Asked.Not(Failure failure) -> new Did.Failed(failure);
    };
  }

  @Override
  public Heard hear(Hook hook) {
    if (!isSigned(hook)) {
      return new Heard.Forged("no signature of the server's, or another");
    }
    Optional<Document> read = Document.read(hook.body());
    if (read.isEmpty() || read.get().text("type").isEmpty()) {
      return new Heard.Forged("signed, but no event");
    }
    Document event = read.get();
    if (event.has("storeId") && !event.text("storeId").equals(store.id())) {
      return new Heard.Forged("signed, but of another store");
    }
    String original = event.id("originalDeliveryId");
    String id = original.isEmpty() ? event.id("deliveryId") : original;
    Instant at = Instant.ofEpochSecond(event.whole("timestamp").orElse(0));
    String type = event.text("type");
    return switch (type) {
      case "InvoiceSettled", "InvoicePaymentSettled", "InvoiceExpired", "InvoiceInvalid" -> {
        Heard asked = invoice(event.id("invoiceId"));
        yield asked instanceof Heard.Events(List<Event> events)
            ? new Heard.Events(
                List.of(
                    new Event(
                        id, type, at, events.stream().flatMap(e -> e.facts().stream()).toList())))
            : asked;
      }
      default -> new Heard.Events(List.of(new Event(id, type, at, subscriber(event, id, at))));
    };
  }

  private boolean isSigned(Hook hook) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(hookSecret.reveal(CHECK), "HmacSHA256"));
      String expected = "sha256=" + HexFormat.of().formatHex(mac.doFinal(hook.body()));
      return MessageDigest.isEqual(
          expected.getBytes(StandardCharsets.UTF_8),
          hook.header("BTCPay-Sig").getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", e);
    }
  }

  private List<Fact> subscriber(Document event, String id, Instant at) {
    String number = event.id("subscriber", "metadata", "orderId");
    if (!ORDER.matcher(number).matches()) {
      return List.of();
    }
    Optional<What> what =
        switch (event.text("type")) {
          case "PlanStarted", "SubscriberActivated" -> Optional.of(What.RUNS);
          case "SubscriberDisabled" -> Optional.of(What.PAUSED);
          case "SubscriberPhaseChanged" ->
              switch (event.text("currentPhase")) {
                case "Normal", "Trial" -> Optional.of(What.RUNS);
                case "Grace", "Expired" -> Optional.of(What.BEHIND);
                default -> Optional.empty();
              };
          default -> Optional.empty();
        };
    Money nothing = Money.of(0, "EUR");
    return what.stream().map(w -> fact("status:" + id, w, number, "", nothing, at)).toList();
  }

  /** What an invoice of ours says. */
  private Heard invoice(String id) {
    if (id.isEmpty()) {
      return new Heard.Forged("signed, but names no invoice");
    }
    return switch (Asked.of(get("/invoices/" + id))) {
      case Asked.Got(Document invoice) -> read(invoice);
      case Asked.Not(Failure failure) -> new Heard.Later(failure);
    };
  }

  private Heard read(Document invoice) {
    String id = invoice.id("id");
    String number = invoice.id("metadata", "orderId");
    String status = invoice.text("status");
    Optional<Currency> currency = Money.currency(invoice.text("currency"));
    Instant at = Instant.ofEpochSecond(invoice.whole("createdTime").orElse(0));
    String event = "invoice:" + id + ":" + status + ":" + invoice.id("additionalStatus");
    if (id.isEmpty() || currency.isEmpty() || !ORDER.matcher(number).matches()) {
      return new Heard.Events(List.of(new Event(event, "invoice", at, List.of())));
    }
    List<Fact> facts = new ArrayList<>();
    boolean marked = invoice.text("additionalStatus").equals("Marked");
    if (marked && status.equals("Settled")) {
      Money.decimal(invoice.text("amount"), currency.get())
          .ifPresent(a -> facts.add(fact("paid:" + id, What.PAID, id, number, a, at)));
    } else {
      Web.Reply reply = get("/invoices/" + id + "/payment-methods");
      Optional<List<Document>> methods =
          reply instanceof Web.Reply.Answered answered && answered.ok()
              ? Document.readList(answered.body())
              : Optional.empty();
      if (methods.isEmpty()) {
        return new Heard.Later(Web.failure(reply));
      }
      methods.get().forEach(m -> facts.addAll(payments(m, id, number, currency.get())));
    }
    if (facts.isEmpty() && (status.equals("Expired") || status.equals("Invalid"))) {
      facts.add(fact("lapsed:" + id, What.LAPSED, id, number, Money.of(0, "EUR"), at));
    }
    return new Heard.Events(List.of(new Event(event, "invoice", at, facts)));
  }

  private List<Fact> payments(Document method, String invoice, String number, Currency currency) {
    List<Fact> facts = new ArrayList<>();
    for (Document payment : method.list("payments")) {
      Optional<Money> amount = value(payment.text("value"), method.text("rate"), currency);
      if (payment.text("status").equals("Settled") && amount.isPresent()) {
        String digest =
            Sha256.of(payment.text("id").getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
        String id = invoice + ":" + digest;
        Instant at = Instant.ofEpochSecond(payment.whole("receivedDate").orElse(0));
        facts.add(fact("paid:" + id, What.PAID, id, number, amount.get(), at));
      }
    }
    return facts;
  }

  /** What came, at the rate that the invoice was made with, to the nearest unit. */
  private static Optional<Money> value(String value, String rate, Currency currency) {
    try {
      BigDecimal worth = new BigDecimal(value).multiply(new BigDecimal(rate));
      BigDecimal minor =
          worth
              .movePointRight(currency.getDefaultFractionDigits())
              .setScale(0, RoundingMode.HALF_EVEN);
      return Optional.of(new Money(minor.longValueExact(), currency)).filter(m -> m.minor() > 0);
    } catch (NumberFormatException e) {
      return Optional.empty();
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  @Override
  public Heard recall(Instant since, List<Held> open, Predicate<String> heard) {
    List<Event> found = new ArrayList<>();
    long from = Math.max(0, since.minus(LATE).getEpochSecond());
    for (int skip = 0; ; skip += PAGE) {
      Web.Reply reply =
          get(
              "/stores/%s/invoices?startDate=%d&skip=%d&take=%d"
                  .formatted(store.id(), from, skip, PAGE));
      Optional<List<Document>> page =
          reply instanceof Web.Reply.Answered answered && answered.ok()
              ? Document.readList(answered.body())
              : Optional.empty();
      if (page.isEmpty()) {
        return new Heard.Later(Web.failure(reply));
      }
      for (Document invoice : page.get()) {
        if (invoice.text("status").equals("New")) {
          continue;
        }
        Heard read = read(invoice);
        if (!(read instanceof Heard.Events(List<Event> events))) {
          return read;
        }
        found.addAll(events);
      }
      if (page.get().size() < PAGE) {
        return new Heard.Events(found);
      }
    }
  }

  private Fact fact(String key, What what, String id, String belongs, Money amount, Instant at) {
    Matcher number = ORDER.matcher(belongs.isEmpty() ? id : belongs);
    String pledge = number.matches() ? number.group(1) : "";
    return new Fact(name, key, what, id, belongs, pledge, amount, at);
  }

  private Web.Reply get(String path) {
    return web.send("GET", "/api/v1" + path, headers(), new byte[0]);
  }

  private Web.Reply post(String path, Map<String, Object> body) {
    return web.send(
        "POST", "/api/v1" + path, headers(), body.isEmpty() ? new byte[0] : Json.write(body));
  }

  private Map<String, String> headers() {
    return Map.of(
        "Authorization",
        "token " + new String(key.reveal(ACCESS), StandardCharsets.UTF_8),
        "Content-Type",
        "application/json",
        "Accept",
        "application/json");
  }
}
