package press.tamizdat.support.till;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.stripe.net.Webhook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Stripe with its memory: sessions, subscriptions, invoices, charges, refunds, disputes, the list
 * of events and the list of money that moved. Objects are Stripe's own fixtures where those are
 * here, filled with what Stripe knows about a person.
 */
public final class StripeStandIn extends StandIn {
  public static final String SECRET = "whsec_practice";

  /** What Stripe knows about a person; none of it may be found anywhere on our disk. */
  public static final List<String> PERSON =
      List.of(
          "ekaterina.privatova@donor.example",
          "Ekaterina Privatova",
          "Tayny pereulok 13",
          "203.0.113.77");

  private final boolean modern;
  private final JsonObject fixtures;
  private final Map<String, JsonObject> objects = new LinkedHashMap<>();
  private final Map<String, String> byKey = new HashMap<>();
  private final List<JsonObject> events = new ArrayList<>();
  private final List<JsonObject> moved = new ArrayList<>();
  private String cardCountry = "DE";
  private final Map<String, Integer> numbers = new HashMap<>();
  private Instant now = Instant.parse("2026-10-25T08:00:00Z");

  /**
   * @param modern in the shape of the newest API, which leaves payments out of invoices and refunds
   *     out of charges
   */
  public StripeStandIn(Optional<Judge> judge, Optional<Path> fixtures, boolean modern) {
    super(judge);
    this.modern = modern;
    this.fixtures = fixtures.map(StripeStandIn::read).orElseGet(JsonObject::new);
  }

  private static JsonObject read(Path file) {
    try {
      return JsonParser.parseString(Files.readString(file))
          .getAsJsonObject()
          .getAsJsonObject("resources");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the next cards are from. */
  public synchronized void cardsFrom(String country) {
    cardCountry = country;
  }

  public synchronized void later(long seconds) {
    now = now.plusSeconds(seconds);
  }

  public synchronized Instant now() {
    return now;
  }

  /** Events so far, the oldest first, each as its bytes. */
  public synchronized List<byte[]> events() {
    return events.stream().map(e -> e.toString().getBytes(StandardCharsets.UTF_8)).toList();
  }

  private JsonObject known(String id) {
    return Objects.requireNonNull(objects.get(id), id);
  }

  /** What the account holds, in minor units: the sum of all that moved. */
  public synchronized long balance(String currency) {
    return moved.stream()
        .filter(m -> m.get("currency").getAsString().equals(currency))
        .mapToLong(m -> m.get("net").getAsLong())
        .sum();
  }

  public static Hook signed(byte[] event, Instant at) {
    try {
      String header =
          Webhook.Signature.generateSignatureHeader(
              new String(event, StandardCharsets.UTF_8), SECRET, at.getEpochSecond());
      return new Hook(at, Map.of("stripe-signature", header), event);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  // What supporters and banks do

  public synchronized void pay(String sessionId) {
    JsonObject session = known(sessionId);
    session.addProperty("status", "complete");
    session.addProperty("payment_status", "paid");
    if (session.get("mode").getAsString().equals("subscription")) {
      JsonObject subscription = make("subscription", "sub");
      subscription.addProperty("status", "active");
      subscription.add(
          "items",
          JsonParser.parseString(
              "{\"data\":[{\"id\":\"si_1\",\"price\":{\"product\":\"prod_1\"}}]}"));
      subscription.remove("pause_collection");
      subscription.remove("canceled_at");
      subscription.add("metadata", session.get("metadata").deepCopy());
      subscription.addProperty("amount", session.get("amount_total").getAsLong());
      subscription.addProperty("currency", session.get("currency").getAsString());
      session.addProperty("subscription", id(subscription));
      event("checkout.session.completed", session);
      renew(id(subscription));
    } else {
      String payment = charge(session.get("amount_total").getAsLong(), session);
      session.addProperty("payment_intent", payment);
      event("checkout.session.completed", session);
    }
  }

  public synchronized void expire(String sessionId) {
    JsonObject session = known(sessionId);
    session.addProperty("status", "expired");
    event("checkout.session.expired", session);
  }

  /** Takes the next payment of a subscription. */
  public synchronized void renew(String subscriptionId) {
    JsonObject subscription = known(subscriptionId);
    long amount = subscription.get("amount").getAsLong();
    JsonObject invoice = invoice(subscription);
    String payment = charge(amount, subscription);
    invoice.addProperty("amount_paid", amount);
    invoice.addProperty("status", "paid");
    JsonObject times = new JsonObject();
    times.addProperty("paid_at", now.getEpochSecond());
    invoice.add("status_transitions", times);
    JsonObject payments = new JsonObject();
    JsonArray list = new JsonArray();
    JsonObject one = new JsonObject();
    JsonObject which = new JsonObject();
    which.addProperty("type", "payment_intent");
    which.addProperty("payment_intent", payment);
    one.addProperty("status", "paid");
    one.add("payment", which);
    list.add(one);
    payments.add("data", list);
    invoice.add("payments", payments);
    invoice.addProperty("payment_intent", payment);
    event("invoice.paid", shaped(invoice));
    subscription.addProperty("status", "active");
    event("customer.subscription.updated", subscription);
  }

  public synchronized void fail(String subscriptionId) {
    JsonObject subscription = known(subscriptionId);
    JsonObject invoice = invoice(subscription);
    invoice.addProperty("amount_paid", 0);
    invoice.addProperty("attempt_count", 1);
    event("invoice.payment_failed", shaped(invoice));
    subscription.addProperty("status", "past_due");
    event("customer.subscription.updated", subscription);
  }

  public synchronized void cancel(String subscriptionId) {
    JsonObject subscription = known(subscriptionId);
    if (!subscription.get("status").getAsString().equals("canceled")) {
      subscription.addProperty("status", "canceled");
      subscription.addProperty("canceled_at", now.getEpochSecond());
      event("customer.subscription.deleted", subscription);
    }
  }

  public synchronized String refund(String payment, long amount) {
    JsonObject charge = chargeOf(payment);
    JsonObject refund = make("refund", "re");
    refund.addProperty("amount", amount);
    refund.addProperty("charge", id(charge));
    refund.addProperty("payment_intent", payment);
    refund.addProperty("currency", charge.get("currency").getAsString());
    refund.addProperty("status", "succeeded");
    move(-amount, 0, "refund", refund);
    charge.getAsJsonObject("refunds").getAsJsonArray("data").add(refund);
    charge.addProperty("amount_refunded", charge.get("amount_refunded").getAsLong() + amount);
    JsonObject seen = charge.deepCopy();
    if (modern) {
      seen.remove("refunds");
    }
    event("charge.refunded", seen);
    return id(refund);
  }

  public synchronized String dispute(String payment) {
    JsonObject charge = chargeOf(payment);
    JsonObject dispute = make("dispute", "dp");
    long amount = charge.get("amount").getAsLong();
    dispute.addProperty("amount", amount);
    dispute.addProperty("charge", id(charge));
    dispute.addProperty("payment_intent", payment);
    dispute.addProperty("currency", charge.get("currency").getAsString());
    dispute.addProperty("status", "needs_response");
    dispute.add("balance_transactions", new JsonArray());
    dispute.getAsJsonObject("evidence").addProperty("customer_purchase_ip", PERSON.get(3));
    event("charge.dispute.created", dispute);
    dispute.getAsJsonArray("balance_transactions").add(move(-amount, 1500, "dispute", dispute));
    event("charge.dispute.funds_withdrawn", dispute);
    return id(dispute);
  }

  public synchronized void win(String disputeId) {
    JsonObject dispute = known(disputeId);
    dispute.addProperty("status", "won");
    long amount = dispute.get("amount").getAsLong();
    dispute
        .getAsJsonArray("balance_transactions")
        .add(move(amount, 0, "dispute_reversal", dispute));
    event("charge.dispute.funds_reinstated", dispute);
    event("charge.dispute.closed", dispute);
  }

  /** Sends an amount to the newsroom's bank, to be there two days later. */
  public synchronized String payout(long amount, long fee) {
    JsonObject payout = make("payout", "po");
    payout.addProperty("amount", amount);
    payout.addProperty("currency", "eur");
    payout.addProperty("status", "in_transit");
    payout.addProperty("arrival_date", now.getEpochSecond() + 2 * 86_400);
    move(-amount, fee, "payout", payout);
    payout.addProperty("status", "paid");
    event("payout.paid", payout);
    return id(payout);
  }

  /** The bank sends a payout back. */
  public synchronized void comesBack(String payoutId) {
    JsonObject payout = known(payoutId);
    payout.addProperty("status", "failed");
    event("payout.failed", payout);
    move(payout.get("amount").getAsLong(), 0, "payout_reversal", payout);
  }

  /** Takes something for itself, as for its own services. */
  public synchronized void bill(long amount) {
    JsonObject transaction = make("balance_transaction", "txn");
    transaction.addProperty("amount", -amount);
    transaction.addProperty("fee", 0);
    transaction.addProperty("net", -amount);
    transaction.addProperty("currency", "eur");
    transaction.addProperty("type", "stripe_fee");
    transaction.remove("source");
    moved.add(transaction);
  }

  /** Where Stripe sends the browser back to. */
  public synchronized String successUrl(String sessionId) {
    return text(known(sessionId), "success_url");
  }

  /** Payments of a pledge so far. */
  public synchronized List<String> payments(String pledge) {
    return objects.values().stream()
        .filter(o -> kind(o).equals("charge"))
        .filter(o -> text(o.getAsJsonObject("metadata"), "pledge").equals(pledge))
        .map(o -> text(o, "payment_intent"))
        .toList();
  }

  public synchronized Optional<String> subscription(String pledge) {
    return objects.values().stream()
        .filter(o -> kind(o).equals("subscription"))
        .filter(o -> text(o.getAsJsonObject("metadata"), "pledge").equals(pledge))
        .map(StripeStandIn::id)
        .findFirst();
  }

  private JsonObject invoice(JsonObject subscription) {
    JsonObject invoice = make("invoice", "in");
    invoice.addProperty("currency", subscription.get("currency").getAsString());
    invoice.addProperty("subscription", id(subscription));
    invoice.addProperty("customer_email", PERSON.get(0));
    invoice.addProperty("customer_name", PERSON.get(1));
    JsonObject details = new JsonObject();
    details.addProperty("subscription", id(subscription));
    details.add("metadata", subscription.get("metadata").deepCopy());
    JsonObject parent = new JsonObject();
    parent.add("subscription_details", details);
    invoice.add("parent", parent);
    JsonObject line = new JsonObject();
    line.add("metadata", subscription.get("metadata").deepCopy());
    JsonArray data = new JsonArray();
    data.add(line);
    JsonObject lines = new JsonObject();
    lines.add("data", data);
    invoice.add("lines", lines);
    return invoice;
  }

  /** An invoice as an event shows it. */
  private JsonObject shaped(JsonObject invoice) {
    JsonObject seen = invoice.deepCopy();
    seen.remove("payments");
    if (modern) {
      seen.remove("payment_intent");
      seen.remove("charge");
      seen.remove("subscription");
    } else {
      seen.remove("parent");
    }
    return seen;
  }

  private String charge(long amount, JsonObject of) {
    JsonObject charge = make("charge", "ch");
    String payment = next("pi");
    charge.addProperty("amount", amount);
    charge.addProperty("amount_refunded", 0);
    charge.addProperty("currency", of.get("currency").getAsString());
    charge.addProperty("payment_intent", payment);
    charge.add("metadata", of.get("metadata").deepCopy());
    JsonObject billing = new JsonObject();
    billing.addProperty("email", PERSON.get(0));
    billing.addProperty("name", PERSON.get(1));
    billing.addProperty("line1", PERSON.get(2));
    charge.add("billing_details", billing);
    JsonObject refunds = new JsonObject();
    refunds.add("data", new JsonArray());
    charge.add("refunds", refunds);
    JsonObject card = new JsonObject();
    card.addProperty("country", cardCountry);
    JsonObject method = new JsonObject();
    method.add("card", card);
    charge.add("payment_method_details", method);
    move(amount, amount * 29 / 1000 + 30, "charge", charge);
    event("charge.succeeded", charge);
    return payment;
  }

  private JsonObject chargeOf(String payment) {
    return objects.values().stream()
        .filter(o -> kind(o).equals("charge") && text(o, "payment_intent").equals(payment))
        .findFirst()
        .orElseThrow();
  }

  private JsonObject move(long amount, long fee, String category, JsonObject source) {
    JsonObject transaction = make("balance_transaction", "txn");
    transaction.addProperty("amount", amount);
    transaction.addProperty("fee", fee);
    transaction.addProperty("net", amount - fee);
    transaction.addProperty("currency", source.get("currency").getAsString());
    transaction.addProperty("reporting_category", category);
    transaction.addProperty("type", category);
    transaction.addProperty("source", id(source));
    moved.add(transaction);
    return transaction;
  }

  private JsonObject make(String kind, String prefix) {
    JsonObject object =
        fixtures.has(kind) ? fixtures.getAsJsonObject(kind).deepCopy() : new JsonObject();
    object.addProperty("object", kind);
    object.addProperty("id", next(prefix));
    object.addProperty("created", now.getEpochSecond());
    object.add("metadata", new JsonObject());
    if (!object.has("evidence")) {
      object.add("evidence", new JsonObject());
    }
    objects.put(id(object), object);
    return object;
  }

  private String next(String prefix) {
    return prefix + "_" + numbers.merge(prefix, 1, Integer::sum) + "Practice";
  }

  private void event(String type, JsonObject object) {
    JsonObject event = new JsonObject();
    event.addProperty("object", "event");
    event.addProperty("id", next("evt"));
    event.addProperty("type", type);
    event.addProperty("created", now.getEpochSecond());
    JsonObject data = new JsonObject();
    data.add("object", object.deepCopy());
    event.add("data", data);
    events.add(event);
  }

  // What the API answers

  @Override
  synchronized Response answer(Request request) {
    if (!request.authorization().startsWith("Bearer sk_")) {
      return new Response(401, "{\"error\":{\"type\":\"invalid_request_error\"}}");
    }
    if (!request.key().isEmpty() && byKey.containsKey(request.key())) {
      return new Response(200, Objects.requireNonNull(byKey.get(request.key())));
    }
    Response response = route(request);
    if (!request.key().isEmpty() && response.status() == 200) {
      byKey.put(request.key(), response.json());
    }
    return response;
  }

  private Response route(Request request) {
    String[] path = request.path().split("/");
    String what =
        request.method()
            + " "
            + path[2]
            + (path.length > 3 && path[2].equals("checkout") ? "/" : "");
    JsonObject form = Judge.form(request.method().equals("GET") ? request.query() : request.body());
    return switch (what) {
      case "POST checkout/" -> ok(session(form));
      case "GET checkout/", "GET subscriptions" -> found(path[path.length - 1]);
      case "GET invoices" -> found(path[3]);
      case "GET events" -> list(events, form, request.query());
      case "GET balance_transactions" -> list(moved, form, request.query());
      case "GET refunds" -> refunds(text(form, "charge"));
      case "POST refunds" -> {
        String id = refund(text(form, "payment_intent"), form.get("amount").getAsLong());
        yield ok(known(id));
      }
      case "POST subscriptions" -> update(path[3], form);
      case "DELETE subscriptions" -> {
        if (!objects.containsKey(path[3])) {
          yield new Response(404, "{\"error\":{\"code\":\"resource_missing\"}}");
        }
        cancel(path[3]);
        yield ok(known(path[3]));
      }
      case "GET radar" -> radar(request.path());
      case "POST radar" -> {
        JsonObject made = make(path[3], path[3].equals("value_lists") ? "rsl" : "rsli");
        form.entrySet().forEach(e -> made.add(e.getKey(), e.getValue()));
        yield ok(made);
      }
      case "DELETE radar" -> ok(Objects.requireNonNull(objects.remove(path[4])));
      default -> new Response(404, "{\"error\":{}}");
    };
  }

  private Response radar(String path) {
    JsonArray data = new JsonArray();
    objects.values().stream().filter(o -> kind(o).equals(path.split("/")[3])).forEach(data::add);
    JsonObject list = new JsonObject();
    list.addProperty("object", "list");
    list.add("data", data);
    return ok(list);
  }

  /** The countries that Radar's list has. */
  public synchronized List<String> refusedCountries() {
    return objects.values().stream()
        .filter(o -> kind(o).equals("value_list_items"))
        .map(o -> text(o, "value"))
        .toList();
  }

  private JsonObject session(JsonObject form) {
    JsonObject session = make("checkout.session", "cs_test");
    JsonObject item = form.getAsJsonArray("line_items").get(0).getAsJsonObject();
    JsonObject price = item.getAsJsonObject("price_data");
    session.addProperty("mode", text(form, "mode"));
    session.addProperty("payment_status", "unpaid");
    session.addProperty("status", "open");
    session.addProperty("amount_total", price.get("unit_amount").getAsLong());
    session.addProperty("currency", price.get("currency").getAsString());
    session.addProperty("client_reference_id", text(form, "client_reference_id"));
    session.add("metadata", form.get("metadata"));
    session.remove("payment_intent");
    session.remove("subscription");
    session.addProperty("url", address() + "/pay/" + id(session));
    session.addProperty("success_url", text(form, "success_url"));
    JsonObject customer = new JsonObject();
    customer.addProperty("email", PERSON.get(0));
    customer.addProperty("name", PERSON.get(1));
    session.add("customer_details", customer);
    return session;
  }

  private Response update(String id, JsonObject form) {
    JsonObject subscription = known(id);
    if (form.has("pause_collection")) {
      subscription.add("pause_collection", form.get("pause_collection"));
      if (!form.get("pause_collection").isJsonObject()) {
        subscription.remove("pause_collection");
      }
    }
    if (form.has("items")) {
      subscription.addProperty(
          "amount",
          form.getAsJsonArray("items")
              .get(0)
              .getAsJsonObject()
              .getAsJsonObject("price_data")
              .get("unit_amount")
              .getAsLong());
    }
    event("customer.subscription.updated", subscription);
    return ok(subscription);
  }

  private Response refunds(String charge) {
    JsonObject list = known(charge).getAsJsonObject("refunds").deepCopy();
    list.addProperty("object", "list");
    list.addProperty("has_more", false);
    return ok(list);
  }

  private Response list(List<JsonObject> all, JsonObject form, String query) {
    long since =
        form.has("created") && form.get("created").isJsonObject()
            ? form.getAsJsonObject("created").get("gte").getAsLong()
            : 0;
    List<JsonObject> fitting = new ArrayList<>();
    for (JsonObject each : all.reversed()) {
      if (each.get("created").getAsLong() >= since) {
        fitting.add(each);
      }
    }
    String after = text(form, "starting_after");
    if (!after.isEmpty()) {
      while (!fitting.isEmpty() && !id(fitting.removeFirst()).equals(after)) {
        // up to the last of the page before
      }
    }
    boolean whole = query.contains("data.source") || query.contains("data%2Esource");
    JsonArray data = new JsonArray();
    fitting.stream()
        .limit(100)
        .map(JsonObject::deepCopy)
        .forEach(
            each -> {
              if (whole && each.has("source")) {
                each.add("source", known(text(each, "source")).deepCopy());
              }
              data.add(each);
            });
    JsonObject list = new JsonObject();
    list.addProperty("object", "list");
    list.addProperty("has_more", fitting.size() > 100);
    list.add("data", data);
    return ok(list);
  }

  private Response found(String id) {
    return objects.containsKey(id)
        ? ok(known(id))
        : new Response(404, "{\"error\":{\"code\":\"resource_missing\"}}");
  }

  private static Response ok(JsonObject object) {
    return new Response(200, object.toString());
  }

  private static String id(JsonObject object) {
    return object.get("id").getAsString();
  }

  private static String kind(JsonObject object) {
    return text(object, "object");
  }

  private static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }
}
