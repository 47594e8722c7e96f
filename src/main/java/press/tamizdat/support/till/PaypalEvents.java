package press.tamizdat.support.till;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import press.tamizdat.support.Money;
import press.tamizdat.support.till.Fact.What;

/**
 * Reads what PayPal tells and takes ids, amounts and times from it. PayPal sends the payer's name
 * and addresses unasked; they are not looked at.
 */
final class PaypalEvents {
  private static final Money NOTHING = Money.of(0, "EUR");

  private final String till;

  PaypalEvents(String till) {
    this.till = till;
  }

  List<Fact> read(Document event) {
    Document resource = event.at("resource");
    Instant at = time(event.text("create_time"));
    return switch (event.text("event_type")) {
      case "PAYMENT.CAPTURE.COMPLETED" ->
          capture(resource, resource.id("supplementary_data", "related_ids", "order_id"));
      case "PAYMENT.CAPTURE.REFUNDED" -> refund(resource, above(resource));
      case "PAYMENT.CAPTURE.REVERSED" -> taken(resource, above(resource));
      case "PAYMENT.SALE.COMPLETED" -> sale(resource);
      case "PAYMENT.SALE.REFUNDED" -> refund(resource, resource.id("sale_id"));
      case "PAYMENT.SALE.REVERSED" ->
          taken(
              resource,
              resource.id("sale_id").isEmpty() ? resource.id("id") : resource.id("sale_id"));
      case "BILLING.SUBSCRIPTION.ACTIVATED", "BILLING.SUBSCRIPTION.RE-ACTIVATED" ->
          status(event, What.RUNS, at);
      case "BILLING.SUBSCRIPTION.SUSPENDED" -> status(event, What.PAUSED, at);
      case "BILLING.SUBSCRIPTION.CANCELLED", "BILLING.SUBSCRIPTION.EXPIRED" ->
          status(event, What.CANCELLED, at);
      case "BILLING.SUBSCRIPTION.PAYMENT.FAILED" -> {
        String id = resource.id("id");
        String key = "failed:" + event.id("id");
        yield List.of(fact(key, What.FAILED, key, id, resource.id("custom_id"), NOTHING, at));
      }
      default -> List.of();
    };
  }

  /**
   * A capture of an order.
   *
   * @param order that it is of
   */
  List<Fact> capture(Document capture, String order) {
    if (!capture.text("status").equals("COMPLETED")
        && !capture.text("status").equals("PARTIALLY_REFUNDED")
        && !capture.text("status").equals("REFUNDED")) {
      return List.of();
    }
    String id = capture.id("id");
    String pledge = capture.id("custom_id");
    Instant at = time(capture.text("create_time"));
    List<Fact> facts = new ArrayList<>();
    amount(capture.at("amount"))
        .ifPresent(a -> facts.add(fact("paid:" + id, What.PAID, id, order, pledge, a, at)));
    amount(capture.at("seller_receivable_breakdown", "paypal_fee"))
        .filter(f -> f.minor() > 0)
        .ifPresent(f -> facts.add(fact("fee:" + id, What.FEE, "fee:" + id, id, "", f, at)));
    return facts;
  }

  private List<Fact> sale(Document sale) {
    String id = sale.id("id");
    String subscription = sale.id("billing_agreement_id");
    Instant at = time(sale.text("create_time"));
    List<Fact> facts = new ArrayList<>();
    if (subscription.isEmpty()) {
      return List.of(); // no payment for a subscription: not one of ours
    }
    amount(sale.at("amount"))
        .ifPresent(
            a ->
                facts.add(
                    fact("paid:" + id, What.PAID, id, subscription, sale.id("custom"), a, at)));
    amount(sale.at("transaction_fee"))
        .filter(f -> f.minor() > 0)
        .ifPresent(f -> facts.add(fact("fee:" + id, What.FEE, "fee:" + id, id, "", f, at)));
    return facts;
  }

  /** A refund of a capture or a sale. */
  List<Fact> refund(Document refund, String payment) {
    String id = refund.id("id");
    Instant at = time(refund.text("create_time"));
    return amount(refund.at("amount")).stream()
        .map(a -> fact("refund:" + id, What.REFUNDED, id, payment, "", a, at))
        .toList();
  }

  private List<Fact> taken(Document reversal, String payment) {
    String id = reversal.id("id");
    Instant at = time(reversal.text("create_time"));
    return amount(reversal.at("amount")).stream()
        .map(a -> fact("taken:" + id, What.TAKEN, "taken:" + id, payment, "", a, at))
        .toList();
  }

  private List<Fact> status(Document event, What what, Instant at) {
    String id = event.id("resource", "id");
    String key = what == What.CANCELLED ? "cancelled:" + id : "status:" + event.id("id");
    return List.of(fact(key, what, id, "", event.id("resource", "custom_id"), NOTHING, at));
  }

  /** The payment that a refund is of, from the link {@code up}. */
  private static String above(Document refund) {
    return refund.list("links").stream()
        .filter(l -> l.text("rel").equals("up"))
        .map(l -> l.text("href").replaceAll("[?#].*", "").replaceAll(".*/", ""))
        .filter(Fact::isOpaque)
        .findFirst()
        .orElse("");
  }

  /** In the words of version 1 or 2; without its sign, which differs between events. */
  private static Optional<Money> amount(Document amount) {
    String value = amount.has("value") ? amount.text("value") : amount.text("total");
    String code =
        amount.has("currency_code") ? amount.text("currency_code") : amount.text("currency");
    try {
      String size = new BigDecimal(value).abs().toPlainString();
      return Money.currency(code).flatMap(c -> Money.decimal(size, c));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  private Fact fact(
      String key, What what, String id, String belongs, String pledge, Money amount, Instant at) {
    return new Fact(till, key, what, id, belongs, pledge, amount, at);
  }
}
