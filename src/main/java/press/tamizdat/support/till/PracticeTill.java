package press.tamizdat.support.till;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;
import press.tamizdat.support.till.Fact.What;

/**
 * A till for practice: it shows what paying is like, and moves no money. Every page of it says so;
 * it is called {@code practice} whatever the settings say, and no real till can be open beside it.
 */
public final class PracticeTill implements Till {
  /** The name that it always has. */
  public static final String NAME = "practice";

  private final Clock clock;

  public PracticeTill(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean takes(Currency currency, Frequency frequency) {
    return true;
  }

  @Override
  public Begun begin(Order order) {
    String session = NAME + "-" + order.pledge() + "-" + order.attempt();
    return new Begun.Show(
        "support/practice.html",
        Map.of("pledge", order.pledge()),
        session,
        List.of(fact("begun:" + session, What.OPENED, session, "", order.amount(), Instant.EPOCH)));
  }

  /**
   * Somebody pressed the button that stands for paying, or the one that stands for a card that is
   * declined.
   *
   * @param press tells one press from another: the same one twice is one
   */
  public Event pressed(Held held, boolean paid, String press) {
    Instant now = clock.instant();
    List<Fact> facts = new ArrayList<>();
    if (paid) {
      String id = "payment-" + press;
      facts.add(fact("paid:" + id, What.PAID, id, held.session(), held.amount(), now));
      long fee = held.amount().minor() * 3 / 100;
      if (fee > 0) {
        Money kept = new Money(fee, held.amount().currency());
        facts.add(fact("fee:" + id, What.FEE, "fee-" + press, id, kept, now));
      }
    } else {
      String id = "failed-" + press;
      facts.add(fact(id, What.FAILED, id, held.session(), held.amount(), now));
    }
    return new Event("press-" + press, paid ? "paid" : "declined", now, facts);
  }

  @Override
  public Did change(Held held, Change change) {
    return new Did.Done(List.of());
  }

  @Override
  public Did refund(String payment, Money amount, String key) {
    String id = "refund-" + key;
    return new Did.Done(
        List.of(fact("refund:" + id, What.REFUNDED, id, payment, amount, clock.instant())));
  }

  @Override
  public Heard hear(Hook hook) {
    return new Heard.Forged("the practice till sends no messages");
  }

  @Override
  public Heard recall(Instant since, List<Held> open, Predicate<String> heard) {
    return new Heard.Events(List.of());
  }

  private static Fact fact(
      String key, What what, String id, String belongs, Money amount, Instant at) {
    String session = belongs.isEmpty() ? id : belongs;
    String[] parts = session.split("-", -1);
    String pledge = parts.length == 3 && parts[0].equals(NAME) ? parts[1] : "";
    return new Fact(NAME, key, what, id, belongs, pledge, amount, at);
  }
}
