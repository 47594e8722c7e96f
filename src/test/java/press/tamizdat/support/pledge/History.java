package press.tamizdat.support.pledge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import press.tamizdat.platform.text.Language;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;
import press.tamizdat.support.till.Order;
import press.tamizdat.support.till.StripeStandIn;
import press.tamizdat.support.till.Till;
import press.tamizdat.trust.Ids;

/** What supporters, banks and Stripe do with a few pledges, by chance. */
public final class History {
  private final StripeStandIn stripe;
  private final Till till;
  private final Random random;

  public History(StripeStandIn stripe, Till till, Random random) {
    this.stripe = stripe;
    this.till = till;
    this.random = random;
  }

  /** A pledge as it was begun, and the till's session. */
  public record Begun(Pledge pledge, String session) {}

  /**
   * Begins a few pledges in several books at once, which must give the same ids, and lets things
   * happen to them.
   *
   * @param late whether a book notes only later what the till called it
   */
  public List<Begun> live(List<Pledges> books, boolean late) {
    List<Begun> begun = new ArrayList<>();
    int pledges = 1 + random.nextInt(3);
    for (int i = 0; i < pledges; i++) {
      Frequency frequency = Frequency.values()[random.nextInt(3)];
      Money amount = Money.of(200 + random.nextInt(20_000), "EUR");
      String envelope = Ids.next(random);
      List<Pledge> same =
          books.stream()
              .map(
                  each ->
                      each.begin(
                          envelope,
                          frequency,
                          amount,
                          till.name(),
                          new Language("en"),
                          Optional.empty()))
              .toList();
      Pledge first = same.getFirst();
      if (!same.stream().allMatch(p -> p.id().equals(first.id()))) {
        throw new IllegalStateException("the books gave different ids");
      }
      Till.Begun.GoTo gone = (Till.Begun.GoTo) till.begin(order(first));
      int noting = late ? 1 : books.size();
      for (Pledges each : books.subList(0, noting)) {
        each.opened(first, till.name(), gone.session(), gone.facts());
      }
      begun.add(new Begun(first, gone.session()));
      happen(first, gone.session());
    }
    settle();
    return begun;
  }

  /** Now and then Stripe pays out, bills, and a bank sends a payout back. */
  private void settle() {
    pass();
    if (random.nextInt(3) == 0) {
      String payout = stripe.payout(1 + random.nextInt(5_000), random.nextInt(2) * 25L);
      pass();
      if (random.nextInt(4) == 0) {
        stripe.comesBack(payout);
      }
    }
    if (random.nextInt(6) == 0) {
      stripe.bill(1 + random.nextInt(300));
    }
  }

  private static Order order(Pledge pledge) {
    return new Order(
        pledge.id(),
        pledge.attempt(),
        pledge.frequency(),
        pledge.amount(),
        pledge.language(),
        java.net.URI.create("https://news.example/back"),
        java.net.URI.create("https://news.example/away"),
        "The Strait");
  }

  private void happen(Pledge pledge, String session) {
    pass();
    if (random.nextInt(8) == 0) {
      stripe.expire(session);
      return;
    }
    stripe.pay(session);
    if (pledge.frequency().recurs()) {
      String subscription = stripe.subscription(pledge.id()).orElseThrow();
      for (int month = random.nextInt(4); month > 0; month--) {
        pass();
        if (random.nextInt(4) == 0) {
          stripe.fail(subscription);
          pass();
        }
        if (random.nextInt(5) > 0) {
          stripe.renew(subscription);
        }
      }
      if (random.nextInt(3) == 0) {
        pass();
        stripe.cancel(subscription);
      }
    }
    for (String payment : stripe.payments(pledge.id())) {
      regret(payment, pledge.amount().minor());
    }
  }

  private void regret(String payment, long amount) {
    pass();
    switch (random.nextInt(10)) {
      case 0 -> stripe.refund(payment, amount);
      case 1 -> {
        stripe.refund(payment, amount / 3);
        pass();
        stripe.refund(payment, amount / 2);
      }
      case 2 -> {
        String dispute = stripe.dispute(payment);
        pass();
        if (random.nextBoolean()) {
          stripe.win(dispute);
        }
      }
      default -> {
        // most payments stay
      }
    }
  }

  /** Sometimes nothing: then two things happen in one second. */
  private void pass() {
    stripe.later(random.nextInt(3) == 0 ? 0 : random.nextInt(4_000));
  }

  /** As the network brings it: in any order, some twice or three times, some never. */
  public static List<byte[]> mangled(List<byte[]> events, Random random) {
    List<byte[]> brought = new ArrayList<>();
    for (byte[] event : events) {
      int times = random.nextInt(10) == 0 ? 0 : random.nextInt(6) == 0 ? 2 + random.nextInt(2) : 1;
      for (int i = 0; i < times; i++) {
        brought.add(event);
      }
    }
    Collections.shuffle(brought, random);
    return brought;
  }
}
