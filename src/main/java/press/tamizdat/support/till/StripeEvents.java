package press.tamizdat.support.till;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import press.tamizdat.support.Money;
import press.tamizdat.support.till.Fact.What;

/**
 * Reads what Stripe tells, in the shapes of 2020 and of today, and takes from it ids, amounts and
 * times. Nothing about a person is even looked at, but for the country of a card where some are to
 * be turned away.
 */
final class StripeEvents {
  /** What is asked for; anything else that Stripe sends is heard and left. */
  static final List<String> TYPES =
      List.of(
          "checkout.session.completed",
          "checkout.session.async_payment_succeeded",
          "checkout.session.async_payment_failed",
          "checkout.session.expired",
          "invoice.paid",
          "invoice.payment_failed",
          "customer.subscription.updated",
          "customer.subscription.paused",
          "customer.subscription.resumed",
          "customer.subscription.deleted",
          "charge.refunded",
          "charge.refund.updated",
          "charge.dispute.created",
          "charge.dispute.updated",
          "charge.dispute.funds_withdrawn",
          "charge.dispute.funds_reinstated",
          "charge.dispute.closed",
          "charge.succeeded",
          "payout.paid");

  /** Each refund by itself, where the account's version of the API has these. */
  private static final Set<String> REFUNDS =
      Set.of("charge.refund.updated", "refund.created", "refund.updated", "refund.failed");

  /** What Stripe takes for itself, of no payment: for its services, for changing money, as tax. */
  private static final Set<String> OWN_FEES = Set.of("stripe_fee", "stripe_fx_fee", "tax_fee");

  private static final Money NOTHING = Money.of(0, "EUR");

  private final String till;
  private volatile Set<String> refused = Set.of();

  StripeEvents(String till) {
    this.till = till;
  }

  /** From now on, a payment by a card that was issued in one of these countries is noted. */
  void refuse(Collection<String> countries) {
    refused = Set.copyOf(countries);
  }

  /** What must be asked for before an event can be read. */
  enum Lack {
    NOTHING,
    INVOICE_WITH_PAYMENTS,
    REFUNDS_OF_CHARGE
  }

  /** Whether the event says enough by itself. Newer versions of the API leave these out. */
  static Lack lack(Document event) {
    Document object = event.at("data", "object");
    String type = event.text("type");
    if (type.equals("invoice.paid") && payment(object).isEmpty() && paid(object)) {
      return Lack.INVOICE_WITH_PAYMENTS;
    }
    if (type.equals("charge.refunded") && object.list("refunds", "data").isEmpty()) {
      return Lack.REFUNDS_OF_CHARGE;
    }
    return Lack.NOTHING;
  }

  private static boolean paid(Document invoice) {
    return invoice.whole("amount_paid").orElse(0) > 0;
  }

  /**
   * Reads an event.
   *
   * @param object in place of the event's own, where that lacked something
   */
  List<Fact> read(Document event, Document object) {
    Instant at = Instant.ofEpochSecond(event.whole("created").orElse(0));
    String type = event.text("type");
    if (REFUNDS.contains(type)) {
      return refund(object);
    }
    if (type.startsWith("charge.dispute.")) {
      return dispute(object);
    }
    return switch (type) {
      case "checkout.session.completed", "checkout.session.async_payment_succeeded" ->
          session(object, at);
      case "checkout.session.expired", "checkout.session.async_payment_failed" ->
          lapsed(object, at);
      case "invoice.paid" -> invoice(object, at);
      case "invoice.payment_failed" -> List.of(failed(object, at));
      case "charge.succeeded" -> listed(object, at);
      case "payout.paid" -> payout(object);
      case "charge.refunded" ->
          object.list("refunds", "data").stream().flatMap(r -> refund(r).stream()).toList();
      case "customer.subscription.updated",
          "customer.subscription.paused",
          "customer.subscription.resumed",
          "customer.subscription.deleted" ->
          subscription(object, event.id("id"), at);
      default -> List.of();
    };
  }

  /** A session that is complete. */
  List<Fact> session(Document session, Instant at) {
    String pledge = session.id("client_reference_id");
    String id = session.id("id");
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("opened:" + id, What.OPENED, id, "", pledge, NOTHING, at));
    String subscription = session.id("subscription");
    if (!subscription.isEmpty()) {
      facts.add(fact("opened:" + subscription, What.OPENED, subscription, id, pledge, NOTHING, at));
    }
    String payment = session.id("payment_intent");
    boolean paid =
        session.text("mode").equals("payment") && session.text("payment_status").equals("paid");
    if (paid && !payment.isEmpty()) {
      StripeAmounts.in(session, "amount_total", "currency")
          .ifPresent(
              a -> facts.add(fact("paid:" + payment, What.PAID, payment, id, pledge, a, at)));
    }
    return facts;
  }

  /** Of a card, its country is looked at and not kept: only that it is one of the list. */
  private List<Fact> listed(Document charge, Instant at) {
    String payment = charge.id("payment_intent");
    String country = charge.text("payment_method_details", "card", "country");
    return refused.contains(country) && !payment.isEmpty()
        ? List.of(fact("listed:" + payment, What.LISTED, payment, "", "", NOTHING, at))
        : List.of();
  }

  private List<Fact> lapsed(Document session, Instant at) {
    String id = session.id("id");
    String pledge = session.id("client_reference_id");
    return List.of(fact("lapsed:" + id, What.LAPSED, id, "", pledge, NOTHING, at));
  }

  private List<Fact> invoice(Document invoice, Instant at) {
    if (!paid(invoice)) {
      return List.of();
    }
    String payment = payment(invoice).orElse(invoice.id("id"));
    Instant paidAt =
        Instant.ofEpochSecond(
            invoice.whole("status_transitions", "paid_at").orElse(at.getEpochSecond()));
    return StripeAmounts.in(invoice, "amount_paid", "currency").stream()
        .map(
            amount ->
                fact(
                    "paid:" + payment,
                    What.PAID,
                    payment,
                    subscriptionOf(invoice),
                    pledgeOf(invoice),
                    amount,
                    paidAt))
        .toList();
  }

  private static Optional<String> payment(Document invoice) {
    String direct = invoice.id("payment_intent");
    if (!direct.isEmpty()) {
      return Optional.of(direct);
    }
    return invoice.list("payments", "data").stream()
        .filter(p -> p.text("status").equals("paid"))
        .map(p -> p.id("payment", "payment_intent"))
        .filter(id -> !id.isEmpty())
        .findFirst();
  }

  private Fact failed(Document invoice, Instant at) {
    String id = invoice.id("id");
    String key = "failed:" + id + ":" + invoice.whole("attempt_count").orElse(0);
    return fact(key, What.FAILED, id, subscriptionOf(invoice), pledgeOf(invoice), NOTHING, at);
  }

  private static String subscriptionOf(Document invoice) {
    String direct = invoice.id("subscription");
    return direct.isEmpty() ? invoice.id("parent", "subscription_details", "subscription") : direct;
  }

  private static String pledgeOf(Document invoice) {
    List<String> places = new ArrayList<>();
    places.add(invoice.id("subscription_details", "metadata", "pledge"));
    places.add(invoice.id("parent", "subscription_details", "metadata", "pledge"));
    invoice.list("lines", "data").forEach(l -> places.add(l.id("metadata", "pledge")));
    return places.stream().filter(p -> !p.isEmpty()).findFirst().orElse("");
  }

  private List<Fact> subscription(Document subscription, String event, Instant at) {
    String id = subscription.id("id");
    String pledge = subscription.id("metadata", "pledge");
    boolean paused = subscription.has("pause_collection", "behavior");
    Optional<What> what =
        switch (subscription.text("status")) {
          case "active", "trialing" -> Optional.of(paused ? What.PAUSED : What.RUNS);
          case "paused" -> Optional.of(What.PAUSED);
          case "past_due", "unpaid" -> Optional.of(What.BEHIND);
          case "canceled" -> Optional.of(What.CANCELLED);
          case "incomplete_expired" -> Optional.of(What.LAPSED);
          default -> Optional.empty();
        };
    return what.stream()
        .map(
            w ->
                fact(
                    w == What.CANCELLED ? "cancelled:" + id : "status:" + event,
                    w,
                    id,
                    "",
                    pledge,
                    NOTHING,
                    w == What.CANCELLED
                        ? Instant.ofEpochSecond(
                            subscription.whole("canceled_at").orElse(at.getEpochSecond()))
                        : at))
        .toList();
  }

  /** A refund as an object of its own. */
  List<Fact> refund(Document refund) {
    String id = refund.id("id");
    String of = refund.id("payment_intent");
    String payment = of.isEmpty() ? refund.id("charge") : of;
    Instant at = Instant.ofEpochSecond(refund.whole("created").orElse(0));
    Optional<Money> amount = StripeAmounts.in(refund, "amount", "currency");
    String status = refund.text("status");
    if (amount.isEmpty() || status.equals("requires_action")) {
      return List.of();
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("refund:" + id, What.REFUNDED, id, payment, "", amount.get(), at));
    if (status.equals("failed") || status.equals("canceled")) {
      facts.add(fact("unrefund:" + id, What.UNREFUNDED, id, payment, "", amount.get(), at));
    }
    return facts;
  }

  private List<Fact> dispute(Document dispute) {
    String of = dispute.id("payment_intent");
    String payment = of.isEmpty() ? dispute.id("charge") : of;
    List<Fact> facts = new ArrayList<>();
    for (Document moved : dispute.list("balance_transactions")) {
      facts.addAll(moved(moved, payment));
    }
    return facts;
  }

  /** Money that moved because of a dispute. */
  private List<Fact> moved(Document transaction, String payment) {
    String id = transaction.id("id");
    Instant at = Instant.ofEpochSecond(transaction.whole("created").orElse(0));
    List<Fact> facts = new ArrayList<>(fee(transaction, payment));
    StripeAmounts.in(transaction, "amount", "currency")
        .filter(a -> !a.isZero())
        .map(
            a ->
                a.minor() < 0
                    ? fact("taken:" + id, What.TAKEN, id, payment, "", a.negated(), at)
                    : fact("returned:" + id, What.RETURNED, id, payment, "", a, at))
        .ifPresent(facts::add);
    return facts;
  }

  private List<Fact> fee(Document transaction, String payment) {
    String id = transaction.id("id");
    Instant at = Instant.ofEpochSecond(transaction.whole("created").orElse(0));
    return StripeAmounts.in(transaction, "fee", "currency").stream()
        .filter(f -> !f.isZero())
        .map(f -> fact("fee:" + id, What.FEE, id, payment, "", f, at))
        .toList();
  }

  /** A line of the account's own list of money that moved, its source written out in it. */
  List<Fact> transaction(Document transaction) {
    Document source = transaction.at("source");
    if (source.text("object").equals("payout")) {
      return payout(transaction, source);
    }
    if (OWN_FEES.contains(transaction.text("type"))) {
      return charged(transaction, "amount", -1);
    }
    String of = source.id("payment_intent");
    String charge = source.text("object").equals("charge") ? source.id("id") : source.id("charge");
    String payment = of.isEmpty() ? charge : of;
    Instant at = Instant.ofEpochSecond(transaction.whole("created").orElse(0));
    List<Fact> facts = new ArrayList<>();
    if (!charge.isEmpty() && !of.isEmpty()) {
      facts.add(fact("known:" + charge, What.OPENED, charge, of, "", NOTHING, at));
    }
    switch (source.text("object")) {
      case "charge" -> facts.addAll(fee(transaction, payment));
      case "dispute" -> facts.addAll(moved(transaction, payment));
      case "refund" -> facts.addAll(refund(source));
      default -> facts.clear(); // what an account is lent or tops up is nobody's affair here
    }
    return facts;
  }

  /** What a payout took along, or brought back, and what it cost. */
  private List<Fact> payout(Document transaction, Document payout) {
    List<Fact> facts = new ArrayList<>(payout(payout));
    facts.addAll(charged(transaction, "fee", 1));
    if (transaction.whole("amount").orElse(0) > 0) {
      Instant at = Instant.ofEpochSecond(transaction.whole("created").orElse(0));
      String id = payout.id("id");
      StripeAmounts.in(payout, "amount", "currency")
          .ifPresent(a -> facts.add(fact("unpayout:" + id, What.UNPAYOUT, id, "", "", a, at)));
    }
    return facts;
  }

  /** A payout counts from the day on which the bank should have it. */
  private List<Fact> payout(Document payout) {
    String id = payout.id("id");
    Instant at =
        Instant.ofEpochSecond(
            payout.whole("arrival_date").orElse(payout.whole("created").orElse(0)));
    return StripeAmounts.in(payout, "amount", "currency").stream()
        .filter(a -> !id.isEmpty() && a.minor() > 0)
        .map(a -> fact("payout:" + id, What.PAYOUT, id, "", "", a, at))
        .toList();
  }

  private List<Fact> charged(Document transaction, String field, int sign) {
    String id = transaction.id("id");
    Instant at = Instant.ofEpochSecond(transaction.whole("created").orElse(0));
    return StripeAmounts.in(transaction, field, "currency").stream()
        .map(a -> sign < 0 ? a.negated() : a)
        .filter(a -> a.minor() > 0)
        .map(a -> fact("charged:" + id, What.CHARGED, id, "", "", a, at))
        .toList();
  }

  private Fact fact(
      String key, What what, String id, String belongs, String pledge, Money amount, Instant at) {
    return new Fact(till, key, what, id, belongs, pledge, amount, at);
  }
}
