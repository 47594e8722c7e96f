package press.tamizdat.support.till;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import press.tamizdat.platform.text.Json;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;

/**
 * PayPal: Orders v2 for what is paid once, Subscriptions v1 for what recurs.
 *
 * <p>An order is captured when PayPal says that the supporter approved it. Messages are checked by
 * PayPal itself ({@code verify-webhook-signature}); what no message told is found in PayPal's list
 * of them, which goes back 30 days.
 */
public final class PaypalTill implements Till {
  private static final SecretAccess ACCESS = new SecretAccess("ask PayPal");
  private static final Set<String> WHOLE_ONLY = Set.of("HUF", "JPY", "TWD");
  private static final String APPROVED = "CHECKOUT.ORDER.APPROVED";

  private final String name;
  private final Set<Currency> currencies;
  private final Web web;
  private final Account account;
  private final Notes notes;
  private final Clock clock;
  private final PaypalEvents events;
  private Optional<Token> token = Optional.empty();

  /**
   * The newsroom's app at PayPal.
   *
   * @param webhook the id of the webhook, by which messages are checked
   */
  public record Account(String client, Secret secret, String webhook) {}

  private record Token(String text, Instant until) {}

  public PaypalTill(
      String name, Set<Currency> currencies, Web web, Account account, Notes notes, Clock clock) {
    this.name = name;
    this.currencies = Set.copyOf(currencies);
    this.web = web;
    this.account = account;
    this.notes = notes;
    this.clock = clock;
    this.events = new PaypalEvents(name);
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
    Optional<Map<String, Object>> amount = amount(order.amount());
    if (amount.isEmpty()) {
      return new Begun.Failed(
          new Failure(Failure.Kind.IMPOSSIBLE, "PayPal takes whole units of this currency"));
    }
    return order.frequency().recurs() ? subscribe(order, amount.get()) : order(order, amount.get());
  }

  private Begun order(Order order, Map<String, Object> amount) {
    Map<String, Object> context =
        Map.of(
            "shipping_preference",
            "NO_SHIPPING",
            "user_action",
            "PAY_NOW",
            "return_url",
            order.back().toString(),
            "cancel_url",
            order.away().toString());
    Map<String, Object> body =
        Map.of(
            "intent", "CAPTURE",
            "purchase_units",
                List.of(
                    Map.of(
                        "custom_id", order.pledge(),
                        "description", order.name(),
                        "amount", amount)),
            "payment_source", Map.of("paypal", Map.of("experience_context", context)));
    return begun(
        ask("POST", "/v2/checkout/orders", body, order.idempotencyKey()), "payer-action", order);
  }

  private Begun begun(Asked asked, String relation, Order order) {
    if (asked instanceof Asked.Not(Failure failure)) {
      return new Begun.Failed(failure);
    }
    Document made = ((Asked.Got) asked).document();
    String link = link(made, relation);
    String id = made.id("id");
    if (!link.startsWith("http") || id.isEmpty()) {
      return new Begun.Failed(new Failure(Failure.Kind.NONSENSE, "no address to pay at"));
    }
    Fact opened =
        new Fact(
            name,
            "begun:" + id,
            Fact.What.OPENED,
            id,
            "",
            order.pledge(),
            order.amount(),
            Instant.EPOCH);
    return new Begun.GoTo(URI.create(link), id, List.of(opened));
  }

  private static String link(Document document, String relation) {
    return document.list("links").stream()
        .filter(l -> l.text("rel").equals(relation))
        .map(l -> l.text("href"))
        .findFirst()
        .orElse("");
  }

  private Begun subscribe(Order order, Map<String, Object> amount) {
    return switch (plan(order, amount)) {
      case Planned.Not(Failure failure) -> new Begun.Failed(failure);
      case Planned.Plan(String id) -> {
        Map<String, Object> body =
            Map.of(
                "plan_id", id,
                "custom_id", order.pledge(),
                "plan", price(amount),
                "application_context",
                    Map.of(
                        "shipping_preference",
                        "NO_SHIPPING",
                        "user_action",
                        "SUBSCRIBE_NOW",
                        "return_url",
                        order.back().toString(),
                        "cancel_url",
                        order.away().toString()));
        yield begun(
            ask("POST", "/v1/billing/subscriptions", body, order.idempotencyKey()),
            "approve",
            order);
      }
    };
  }

  /** The plan's one cycle at another price: so one plan serves every amount. */
  private static Map<String, Object> price(Map<String, Object> amount) {
    return Map.of(
        "billing_cycles",
        List.of(Map.of("sequence", 1L, "pricing_scheme", Map.of("fixed_price", amount))));
  }

  private sealed interface Planned {
    record Plan(String id) implements Planned {}

    record Not(Failure failure) implements Planned {}
  }

  private Planned plan(Order order, Map<String, Object> amount) {
    String currency = order.amount().currency().getCurrencyCode();
    String unit = order.frequency() == Frequency.MONTHLY ? "MONTH" : "YEAR";
    Planned product =
        noted(
            "product",
            "/v1/catalogs/products",
            Map.of("name", order.name(), "type", "SERVICE"),
            "tamizdat-product-" + name);
    if (!(product instanceof Planned.Plan(String productId))) {
      return product;
    }
    Map<String, Object> cycle =
        Map.of(
            "frequency",
            Map.of("interval_unit", unit, "interval_count", 1L),
            "tenure_type",
            "REGULAR",
            "sequence",
            1L,
            "total_cycles",
            0L,
            "pricing_scheme",
            Map.of("fixed_price", amount));
    Map<String, Object> body =
        Map.of(
            "product_id",
            productId,
            "name",
            order.name() + ", " + currency + " each " + unit.toLowerCase(java.util.Locale.ROOT),
            "billing_cycles",
            List.of(cycle),
            "payment_preferences",
            Map.of("auto_bill_outstanding", true, "payment_failure_threshold", 3L));
    return noted(
        "plan " + currency + " " + unit,
        "/v1/billing/plans",
        body,
        "tamizdat-plan-" + name + "-" + currency + "-" + unit);
  }

  /** Made once and noted. */
  private Planned noted(String note, String path, Map<String, Object> body, String key) {
    Optional<String> known = notes.get(note);
    if (known.isPresent()) {
      return new Planned.Plan(known.get());
    }
    return switch (ask("POST", path, body, key)) {
      case Asked.Got(Document made) when !made.id("id").isEmpty() -> {
        notes.put(note, made.id("id"));
        yield new Planned.Plan(made.id("id"));
      }
      case Asked.Got _ -> new Planned.Not(new Failure(Failure.Kind.NONSENSE, "made without an id"));
      case Asked.Not(Failure failure) -> new Planned.Not(failure);
    };
  }

  @Override
  public Did change(Held held, Change change) {
    String path = "/v1/billing/subscriptions/" + held.subscription();
    if (!held.frequency().recurs() && change instanceof Change.Cancel) {
      return new Did.Done(List.of());
    }
    if (held.subscription().isEmpty()) {
      return new Did.Failed(new Failure(Failure.Kind.IMPOSSIBLE, "no subscription is known"));
    }
    return switch (change) {
      case Change.Cancel() -> did(path + "/cancel");
      case Change.Pause() -> did(path + "/suspend");
      case Change.Resume() -> did(path + "/activate");
      case Change.Amount(Money amount) -> revise(path, amount);
      case Change.Pay _ ->
          new Did.Failed(
              new Failure(Failure.Kind.IMPOSSIBLE, "PayPal takes what is due by itself"));
    };
  }

  private Did did(String path) {
    Web.Reply reply = send("POST", path, Json.write(Map.of("reason", "as asked")), "");
    boolean gone =
        reply instanceof Web.Reply.Answered answered
            && (answered.status() == 404 || isInThatStateAlready(answered));
    return reply instanceof Web.Reply.Answered answered && (answered.ok() || gone)
        ? new Did.Done(List.of())
        : new Did.Failed(Web.failure(reply));
  }

  private static boolean isInThatStateAlready(Web.Reply.Answered answered) {
    return answered.status() == 422
        && Document.read(answered.body()).stream()
            .flatMap(d -> d.list("details").stream())
            .anyMatch(d -> d.text("issue").equals("SUBSCRIPTION_STATUS_INVALID"));
  }

  private Did revise(String path, Money money) {
    Optional<Map<String, Object>> amount = amount(money);
    if (amount.isEmpty()) {
      return new Did.Failed(
          new Failure(Failure.Kind.IMPOSSIBLE, "PayPal takes whole units of this currency"));
    }
    return switch (ask("POST", path + "/revise", Map.of("plan", price(amount.get())), "")) {
      case Asked.Got(Document revised) when link(revised, "approve").startsWith("http") ->
          new Did.GoTo(URI.create(link(revised, "approve")));
      case Asked.Got _ -> new Did.Done(List.of());
      case Asked.Not(Failure failure) -> new Did.Failed(failure);
    };
  }

  @Override
  public Did refund(String payment, Money money, String key) {
    Optional<Map<String, Object>> amount = amount(money);
    if (amount.isEmpty()) {
      return new Did.Failed(
          new Failure(Failure.Kind.IMPOSSIBLE, "PayPal takes whole units of this currency"));
    }
    String path = "/v2/payments/captures/" + payment + "/refund";
    return switch (ask("POST", path, Map.of("amount", amount.get()), key)) {
      case Asked.Got(Document refund) when refund.has("create_time") ->
          new Did.Done(events.refund(refund, payment));
      case Asked.Got _ -> new Did.Done(List.of()); // the message that follows has it
      case Asked.Not(Failure failure) -> new Did.Failed(failure);
    };
  }

  @Override
  public Heard hear(Hook hook) {
    Optional<Document> event = Document.read(hook.body());
    if (event.isEmpty() || event.get().id("id").isEmpty()) {
      return new Heard.Forged("no event");
    }
    for (String needed : List.of("Auth-Algo", "Cert-Url", "Transmission-Id", "Transmission-Sig")) {
      if (hook.header("PayPal-" + needed).isEmpty()) {
        return new Heard.Forged("not signed");
      }
    }
    Web.Reply reply =
        send("POST", "/v1/notifications/verify-webhook-signature", question(hook), "");
    return switch (Asked.of(reply)) {
      case Asked.Got(Document verdict) when verdict.text("verification_status").equals("SUCCESS") ->
          read(event.get());
      case Asked.Got _ -> new Heard.Forged("PayPal says that it is not from PayPal");
      case Asked.Not(Failure(Failure.Kind kind, String detail))
          when kind == Failure.Kind.DECLINED && detail.contains("400") ->
          new Heard.Forged("PayPal cannot make anything of its signature");
      case Asked.Not(Failure failure) -> new Heard.Later(failure);
    };
  }

  /** The event goes in byte for byte: written anew it might differ from what was signed. */
  private byte[] question(Hook hook) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("auth_algo", hook.header("PayPal-Auth-Algo"));
    fields.put("cert_url", hook.header("PayPal-Cert-Url"));
    fields.put("transmission_id", hook.header("PayPal-Transmission-Id"));
    fields.put("transmission_sig", hook.header("PayPal-Transmission-Sig"));
    fields.put("transmission_time", hook.header("PayPal-Transmission-Time"));
    fields.put("webhook_id", account.webhook());
    String head = Json.text(fields);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(head.substring(0, head.length() - 1).getBytes(StandardCharsets.UTF_8));
    body.writeBytes(",\"webhook_event\":".getBytes(StandardCharsets.UTF_8));
    body.writeBytes(hook.body());
    body.write('}');
    return body.toByteArray();
  }

  private Heard read(Document event) {
    List<Fact> facts = new ArrayList<>(events.read(event));
    if (event.text("event_type").equals(APPROVED)) {
      switch (capture(event.id("resource", "id"))) {
        case Heard.Events(List<Event> captured) -> captured.forEach(e -> facts.addAll(e.facts()));
        case Heard other -> {
          return other;
        }
      }
    }
    return new Heard.Events(
        List.of(
            new Event(
                event.id("id"),
                event.text("event_type"),
                PaypalEvents.time(event.text("create_time")),
                facts)));
  }

  /** Takes the money of an order that the supporter approved. A second time it takes nothing. */
  private Heard capture(String order) {
    Web.Reply reply =
        send(
            "POST",
            "/v2/checkout/orders/" + order + "/capture",
            "{}".getBytes(StandardCharsets.UTF_8),
            "capture-" + order);
    return switch (Asked.of(reply)) {
      case Asked.Got(Document captured) ->
          new Heard.Events(
              List.of(
                  new Event("capture:" + order, "capture", clock.instant(), captures(captured))));
      case Asked.Not(Failure(Failure.Kind kind, String _)) when kind == Failure.Kind.DECLINED ->
          new Heard.Events(List.of()); // captured already, or the supporter's bank said no
      case Asked.Not(Failure failure) -> new Heard.Later(failure);
    };
  }

  private List<Fact> captures(Document order) {
    return order.list("purchase_units").stream()
        .flatMap(unit -> unit.list("payments", "captures").stream())
        .flatMap(c -> events.capture(c, order.id("id")).stream())
        .toList();
  }

  @Override
  public Heard recall(Instant since, List<Held> open, Predicate<String> heard) {
    List<Event> found = new ArrayList<>();
    Instant now = clock.instant();
    Instant oldest = now.minus(29, ChronoUnit.DAYS);
    String next =
        "/v1/notifications/webhooks-events?page_size=100&start_time=%s&end_time=%s"
            .formatted(
                (since.isBefore(oldest) ? oldest : since).truncatedTo(ChronoUnit.SECONDS),
                now.truncatedTo(ChronoUnit.SECONDS));
    while (!next.isEmpty()) {
      Asked page = ask("GET", next, Map.of(), "");
      if (page instanceof Asked.Not(Failure failure)) {
        return new Heard.Later(failure);
      }
      Document list = ((Asked.Got) page).document();
      for (Document event : list.list("events")) {
        if (!heard.test(event.id("id"))) {
          switch (read(event)) {
            case Heard.Events(List<Event> events) -> found.addAll(events);
            case Heard other -> {
              return other;
            }
          }
        }
      }
      String link = link(list, "next");
      next = link.isEmpty() ? "" : link.replaceFirst("https?://[^/]+", "");
    }
    return orders(found, open);
  }

  /** Of orders whose approval nobody told, PayPal is asked one by one. */
  private Heard orders(List<Event> found, List<Held> open) {
    for (Held held : open) {
      if (held.frequency().recurs() || held.session().isEmpty()) {
        continue;
      }
      Asked asked = ask("GET", "/v2/checkout/orders/" + held.session(), Map.of(), "");
      if (asked instanceof Asked.Not(Failure failure)) {
        if (!failure.detail().equals("HTTP 404")) {
          return new Heard.Later(failure);
        }
        String key = "lapsed:" + held.session();
        found.add(
            new Event(
                key,
                "order",
                held.since(),
                List.of(
                    new Fact(
                        name,
                        key,
                        Fact.What.LAPSED,
                        held.session(),
                        "",
                        held.pledge(),
                        held.amount(),
                        held.since()))));
        continue;
      }
      Document order = ((Asked.Got) asked).document();
      switch (order.text("status")) {
        case "APPROVED" -> {
          switch (capture(held.session())) {
            case Heard.Events(List<Event> events) -> found.addAll(events);
            case Heard other -> {
              return other;
            }
          }
        }
        case "COMPLETED" ->
            found.add(new Event("order:" + held.session(), "order", held.since(), captures(order)));
        default -> {
          // still the supporter's turn
        }
      }
    }
    return new Heard.Events(found);
  }

  /** Empty when PayPal has no way to say it. */
  private static Optional<Map<String, Object>> amount(Money money) {
    String code = money.currency().getCurrencyCode();
    String value = money.decimal();
    if (WHOLE_ONLY.contains(code)) {
      if (!value.matches("[0-9]+(\\.0+)?")) {
        return Optional.empty();
      }
      value = value.replaceAll("\\..*", "");
    }
    return Optional.of(Map.of("currency_code", code, "value", value));
  }

  private Asked ask(String method, String path, Map<String, Object> body, String key) {
    return Asked.of(send(method, path, body.isEmpty() ? new byte[0] : Json.write(body), key));
  }

  private Web.Reply send(String method, String path, byte[] body, String key) {
    Authorised authorised = authorise();
    if (authorised instanceof Authorised.Not(Web.Reply reply)) {
      return reply;
    }
    Map<String, String> headers = new TreeMap<>();
    headers.put("Authorization", "Bearer " + ((Authorised.Yes) authorised).token());
    headers.put("Content-Type", "application/json");
    headers.put("Prefer", "return=representation");
    if (!key.isEmpty()) {
      headers.put("PayPal-Request-Id", key);
    }
    Web.Reply reply = web.send(method, path, headers, body);
    if (reply instanceof Web.Reply.Answered answered && answered.status() == 401) {
      forgetToken();
      return new Web.Reply.Silent("PayPal wants to be asked anew");
    }
    return reply;
  }

  private sealed interface Authorised {
    record Yes(String token) implements Authorised {}

    record Not(Web.Reply reply) implements Authorised {}
  }

  private synchronized void forgetToken() {
    token = Optional.empty();
  }

  private synchronized Authorised authorise() {
    Instant now = clock.instant();
    if (token.filter(t -> now.isBefore(t.until())).isPresent()) {
      return new Authorised.Yes(token.orElseThrow().text());
    }
    String pair =
        account.client()
            + ":"
            + new String(account.secret().reveal(ACCESS), StandardCharsets.UTF_8);
    Web.Reply reply =
        web.send(
            "POST",
            "/v1/oauth2/token",
            Map.of(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)),
                "Content-Type",
                "application/x-www-form-urlencoded"),
            "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8));
    if (Asked.of(reply) instanceof Asked.Got(Document answer)
        && !answer.text("access_token").isEmpty()) {
      long seconds = answer.whole("expires_in").orElse(300);
      token =
          Optional.of(
              new Token(answer.text("access_token"), now.plusSeconds(Math.max(0, seconds - 60))));
      return new Authorised.Yes(answer.text("access_token"));
    }
    return new Authorised.Not(reply);
  }
}
