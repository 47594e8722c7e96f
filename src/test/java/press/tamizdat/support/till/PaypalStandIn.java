package press.tamizdat.support.till;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * PayPal, as its published reference describes it: no specification in PayPal's own file is at
 * hand, so what it takes is written down in {@code paypal-requests.json}.
 */
final class PaypalStandIn extends StandIn {
  private static final String SIGNATURE = "its-own-signature";

  private final Map<String, JsonObject> orders = new HashMap<>();
  private final Map<String, String> byKey = new HashMap<>();
  private final List<JsonObject> events = new ArrayList<>();
  private int number;
  private int tokens;

  PaypalStandIn() {
    super(Optional.of(Judge.of(specification())));
  }

  private static Path specification() {
    try {
      return Path.of(
          Objects.requireNonNull(PaypalStandIn.class.getResource("paypal-requests.json")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  synchronized int tokens() {
    return tokens;
  }

  static Hook signed(JsonObject event, Instant at) {
    return new Hook(
        at,
        Map.of(
            "paypal-auth-algo", "SHA256withRSA",
            "paypal-cert-url", "https://api.paypal.com/v1/notifications/certs/CERT",
            "paypal-transmission-id", "t-1",
            "paypal-transmission-sig", SIGNATURE,
            "paypal-transmission-time", at.toString()),
        event.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The supporter says yes on PayPal's page. */
  synchronized JsonObject approve(String order) {
    Objects.requireNonNull(orders.get(order)).addProperty("status", "APPROVED");
    return event("CHECKOUT.ORDER.APPROVED", Objects.requireNonNull(orders.get(order)));
  }

  synchronized JsonObject event(String type, JsonObject resource) {
    JsonObject event = new JsonObject();
    event.addProperty("id", "WH-" + ++number);
    event.addProperty("event_type", type);
    event.addProperty("create_time", "2026-11-01T09:00:00Z");
    event.add("resource", resource.deepCopy());
    events.add(event);
    return event;
  }

  synchronized JsonObject captured(String order) {
    JsonObject capture = capture(Objects.requireNonNull(orders.get(order)));
    capture.add(
        "supplementary_data",
        JsonParser.parseString("{\"related_ids\":{\"order_id\":\"" + order + "\"}}"));
    return event("PAYMENT.CAPTURE.COMPLETED", capture);
  }

  synchronized JsonObject sale(String subscription, String pledge, String total) {
    JsonObject sale =
        JsonParser.parseString(
                """
                {"id":"SALE%d","state":"completed","create_time":"2026-11-01T09:00:00Z",
                 "amount":{"total":"%s","currency":"EUR"},"transaction_fee":{"value":"0.64","currency":"EUR"},
                 "billing_agreement_id":"%s","custom":"%s",
                 "payer":{"name":"Ekaterina Privatova","email":"ekaterina.privatova@donor.example"}}\
                """
                    .formatted(++number, total, subscription, pledge))
            .getAsJsonObject();
    return event("PAYMENT.SALE.COMPLETED", sale);
  }

  synchronized JsonObject subscription(String type, String id, String pledge) {
    JsonObject subscription = new JsonObject();
    subscription.addProperty("id", id);
    subscription.addProperty("custom_id", pledge);
    subscription.add(
        "subscriber",
        JsonParser.parseString("{\"email_address\":\"ekaterina.privatova@donor.example\"}"));
    return event("BILLING.SUBSCRIPTION." + type, subscription);
  }

  @Override
  synchronized Response answer(Request request) {
    if (request.path().equals("/v1/oauth2/token")) {
      tokens++;
      return new Response(200, "{\"access_token\":\"A21\",\"expires_in\":32400}");
    }
    if (!request.authorization().equals("Bearer A21")) {
      return new Response(401, "{}");
    }
    if (byKey.containsKey(request.key())) {
      return new Response(200, Objects.requireNonNull(byKey.get(request.key())));
    }
    Response response = route(request);
    if (!request.key().isEmpty() && response.status() < 300) {
      byKey.put(request.key(), response.json());
    }
    return response;
  }

  private Response route(Request request) {
    String[] path = request.path().split("/");
    JsonObject body =
        request.body().isEmpty()
            ? new JsonObject()
            : JsonParser.parseString(request.body()).getAsJsonObject();
    String what = request.method() + " " + path[2] + "/" + path[3] + "/" + (path.length - 4);
    return switch (what) {
      case "POST checkout/orders/0" -> order(body);
      case "GET checkout/orders/1" ->
          orders.containsKey(path[4])
              ? new Response(200, Objects.requireNonNull(orders.get(path[4])).toString())
              : new Response(404, "{}");
      case "POST checkout/orders/2" -> capture(path[4]);
      case "POST payments/captures/2" ->
          new Response(
              201,
              "{\"id\":\"REFUND1\",\"status\":\"COMPLETED\",\"create_time\":\"2026-11-02T09:00:00Z\",\"amount\":"
                  + body.get("amount")
                  + "}");
      case "POST catalogs/products/0" -> new Response(201, "{\"id\":\"PROD-" + ++number + "\"}");
      case "POST billing/plans/0" -> new Response(201, "{\"id\":\"P-" + ++number + "\"}");
      case "POST billing/subscriptions/0" -> new Response(201, linked("I-" + ++number, "approve"));
      case "POST billing/subscriptions/2" ->
          path[5].equals("revise")
              ? new Response(200, linked(path[4], "approve"))
              : new Response(204, "");
      case "POST notifications/verify-webhook-signature/0" ->
          new Response(
              200,
              "{\"verification_status\":\"%s\"}"
                  .formatted(
                      body.get("transmission_sig").getAsString().equals(SIGNATURE)
                              && events.contains(body.get("webhook_event"))
                          ? "SUCCESS"
                          : "FAILURE"));
      case "GET notifications/webhooks-events/0" -> {
        JsonObject list = new JsonObject();
        JsonArray all = new JsonArray();
        events.forEach(all::add);
        list.add("events", all);
        list.add("links", new JsonArray());
        yield new Response(200, list.toString());
      }
      default -> new Response(404, "{}");
    };
  }

  private String linked(String id, String relation) {
    return "{\"id\":\"%s\",\"links\":[{\"rel\":\"self\",\"href\":\"x\"},{\"rel\":\"%s\",\"href\":\"%s/approve/%s\"}]}"
        .formatted(id, relation, address(), id);
  }

  private Response order(JsonObject body) {
    JsonObject order =
        JsonParser.parseString(linked("ORDER" + ++number, "payer-action")).getAsJsonObject();
    order.addProperty("status", "PAYER_ACTION_REQUIRED");
    order.add("purchase_units", body.get("purchase_units"));
    order.add(
        "payer",
        JsonParser.parseString("{\"email_address\":\"ekaterina.privatova@donor.example\"}"));
    orders.put(order.get("id").getAsString(), order);
    return new Response(200, order.toString());
  }

  private Response capture(String id) {
    JsonObject order = Objects.requireNonNull(orders.get(id));
    if (!order.get("status").getAsString().equals("APPROVED")) {
      return new Response(422, "{\"details\":[{\"issue\":\"ORDER_NOT_APPROVED\"}]}");
    }
    order.addProperty("status", "COMPLETED");
    JsonArray captures = new JsonArray();
    captures.add(capture(order));
    JsonObject payments = new JsonObject();
    payments.add("captures", captures);
    order.getAsJsonArray("purchase_units").get(0).getAsJsonObject().add("payments", payments);
    return new Response(201, order.toString());
  }

  private static JsonObject capture(JsonObject order) {
    JsonObject unit = order.getAsJsonArray("purchase_units").get(0).getAsJsonObject();
    JsonObject capture = new JsonObject();
    capture.addProperty("id", "CAPTURE-" + order.get("id").getAsString());
    capture.addProperty("status", "COMPLETED");
    capture.addProperty("create_time", "2026-11-01T09:00:01Z");
    capture.add("amount", unit.get("amount"));
    capture.add("custom_id", unit.get("custom_id"));
    capture.add(
        "seller_receivable_breakdown",
        JsonParser.parseString("{\"paypal_fee\":{\"currency_code\":\"EUR\",\"value\":\"0.71\"}}"));
    return capture;
  }
}
