package press.tamizdat.support.till;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A BTCPay Server with one store. */
final class BtcpayStandIn extends StandIn {
  static final String SECRET = "hook-secret";
  static final String STORE = "9CiNzKoANXxmk5ayZngSXrHTiVvvgCrwrpFQd4m2K776";
  static final String OFFERING = "offering_1";
  static final String RATE = "64392.23";

  private final Map<String, JsonObject> invoices = new LinkedHashMap<>();
  private final Map<String, JsonArray> payments = new LinkedHashMap<>();
  private final JsonArray plans = new JsonArray();
  private int number;

  BtcpayStandIn(Optional<Judge> judge) {
    super(judge);
  }

  static Hook signed(String event, Instant at) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] body = event.getBytes(StandardCharsets.UTF_8);
      String signature = "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
      return new Hook(at, Map.of("btcpay-sig", signature), body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The message about an invoice, in the shape of the specification. */
  static String told(String type, String delivery, String invoice) {
    return """
    {"deliveryId":"%s","webhookId":"W","originalDeliveryId":"%s","isRedelivery":false,
     "type":"%s","timestamp":1761980000,"storeId":"%s","invoiceId":"%s",
     "manuallyMarked":false,"overPaid":false,
     "metadata":{"buyerEmail":"ekaterina.privatova@donor.example"}}\
    """
        .formatted(delivery, delivery, type, STORE, invoice);
  }

  static String phase(String delivery, String order, String phase) {
    return """
    {"deliveryId":"%s","webhookId":"W","originalDeliveryId":"%s","isRedelivery":false,
     "type":"SubscriberPhaseChanged","timestamp":1761990000,"storeId":"%s",
     "previousPhase":"Trial","currentPhase":"%s","subscriber":{"metadata":{"orderId":"%s"},
     "customer":{"id":"cust_1","identities":{"Email":"ekaterina.privatova@donor.example"}}}}\
    """
        .formatted(delivery, delivery, STORE, phase, order);
  }

  synchronized String lastInvoice() {
    return invoices.keySet().stream().reduce((_, b) -> b).orElseThrow();
  }

  /** The chain has a payment; the value is in bitcoin. */
  synchronized void pay(String invoice, String value, String status) {
    JsonObject payment = new JsonObject();
    payment.addProperty(
        "id", "bc1-transaction-of-a-purse-" + Objects.requireNonNull(payments.get(invoice)).size());
    payment.addProperty(
        "receivedDate", 1_761_980_000L + Objects.requireNonNull(payments.get(invoice)).size());
    payment.addProperty("value", value);
    payment.addProperty("fee", "0");
    payment.addProperty("status", status);
    payment.addProperty("destination", "bc1qpurse");
    Objects.requireNonNull(payments.get(invoice)).add(payment);
    if (status.equals("Settled")) {
      Objects.requireNonNull(invoices.get(invoice)).addProperty("status", "Settled");
    }
  }

  synchronized void mark(String invoice, String status, String additional) {
    Objects.requireNonNull(invoices.get(invoice)).addProperty("status", status);
    Objects.requireNonNull(invoices.get(invoice)).addProperty("additionalStatus", additional);
  }

  /** An invoice of a subscription's checkout, which the server makes itself. */
  synchronized String invoiceOf(String order, String amount) {
    return make(amount, "EUR", order).get("id").getAsString();
  }

  private JsonObject make(String amount, String currency, String order) {
    JsonObject invoice = new JsonObject();
    String id = "Invoice" + ++number;
    invoice.addProperty("id", id);
    invoice.addProperty("storeId", STORE);
    invoice.addProperty("amount", amount);
    invoice.addProperty("currency", currency);
    invoice.addProperty("status", "New");
    invoice.addProperty("additionalStatus", "None");
    invoice.addProperty("createdTime", 1_761_979_000L);
    invoice.addProperty("checkoutLink", address() + "/i/" + id);
    JsonObject metadata = new JsonObject();
    metadata.addProperty("orderId", order);
    metadata.addProperty("buyerName", "Ekaterina Privatova");
    invoice.add("metadata", metadata);
    invoices.put(id, invoice);
    payments.put(id, new JsonArray());
    return invoice;
  }

  @Override
  synchronized Response answer(Request request) {
    if (!request.authorization().startsWith("token ")) {
      return new Response(401, "{}");
    }
    String path = request.path().replace("/api/v1", "").replace("/stores/" + STORE, "");
    JsonObject body =
        request.body().isEmpty()
            ? new JsonObject()
            : JsonParser.parseString(request.body()).getAsJsonObject();
    String what = request.method() + " " + path.replaceAll("Invoice[0-9]+", "ID");
    return switch (what) {
      case "GET /invoices" -> list(Judge.form(request.query()));
      case "POST /invoices" ->
          ok(
              make(
                  body.get("amount").getAsString(),
                  body.get("currency").getAsString(),
                  body.getAsJsonObject("metadata").get("orderId").getAsString()));
      case "GET /invoices/ID" -> ok(Objects.requireNonNull(invoices.get(path.substring(10))));
      case "GET /invoices/ID/payment-methods" -> methods(path.split("/")[2]);
      case "POST /invoices/ID/refund" ->
          new Response(200, "{\"id\":\"pull1\",\"viewLink\":\"" + address() + "/pull/1\"}");
      case "GET /offerings/offering_1" -> {
        JsonObject offering = new JsonObject();
        offering.add("plans", plans);
        yield ok(offering);
      }
      case "POST /offerings/offering_1/plans" -> {
        body.addProperty("id", "plan_" + plans.size());
        body.addProperty("status", "Active");
        plans.add(body);
        yield ok(body);
      }
      case "POST /plan-checkout" ->
          new Response(
              200, "{\"id\":\"plancheckout_1\",\"url\":\"" + address() + "/plan-checkout/1\"}");
      default -> path.contains("/subscribers/") ? new Response(200, "{}") : new Response(404, "{}");
    };
  }

  synchronized int plans() {
    return plans.size();
  }

  private Response list(JsonObject query) {
    JsonArray list = new JsonArray();
    String order = query.has("orderId") ? query.get("orderId").getAsString() : "";
    int skip = query.has("skip") ? query.get("skip").getAsInt() : 0;
    invoices.values().stream()
        .filter(
            i ->
                order.isEmpty()
                    || i.getAsJsonObject("metadata").get("orderId").getAsString().equals(order))
        .skip(skip)
        .forEach(list::add);
    return new Response(200, list.toString());
  }

  private Response methods(String invoice) {
    JsonObject method = new JsonObject();
    method.addProperty("paymentMethodId", "BTC-CHAIN");
    method.addProperty("rate", RATE);
    method.add("payments", Objects.requireNonNull(payments.get(invoice)));
    JsonArray methods = new JsonArray();
    methods.add(method);
    return new Response(200, methods.toString());
  }

  private static Response ok(JsonObject object) {
    return new Response(200, object.toString());
  }
}
