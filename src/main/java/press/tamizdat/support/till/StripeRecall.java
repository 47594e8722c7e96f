package press.tamizdat.support.till;

import com.stripe.StripeClient;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.EventListParams;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import press.tamizdat.support.till.Till.Event;
import press.tamizdat.support.till.Till.Failure;
import press.tamizdat.support.till.Till.Heard;

/** Finds at Stripe what no message told: events, and fees, which are in no message at all. */
final class StripeRecall {
  private static final Duration EVENTS_KEPT = Duration.ofDays(29);

  private final StripeClient stripe;
  private final StripeEvents events;
  private final Clock clock;
  private final Function<List<Document>, Heard> reader;

  /**
   * @param reader reads events as messages are read
   */
  StripeRecall(
      StripeClient stripe,
      StripeEvents events,
      Clock clock,
      Function<List<Document>, Heard> reader) {
    this.stripe = stripe;
    this.events = events;
    this.clock = clock;
    this.reader = reader;
  }

  /** Everything since a time, and sessions of which Stripe's list says nothing any more. */
  Heard since(Instant since, List<Held> open, Predicate<String> known) {
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
      Asked page = StripeCalls.ask(() -> stripe.v1().events().list(params.build()));
      if (page instanceof Asked.Not(Failure failure)) {
        return new Heard.Later(failure);
      }
      Document list = ((Asked.Got) page).document();
      Heard heard =
          reader.apply(list.list("data").stream().filter(e -> !known.test(e.id("id"))).toList());
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
        Asked asked =
            StripeCalls.ask(() -> stripe.v1().checkout().sessions().retrieve(held.session()));
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
      Asked page = StripeCalls.ask(() -> stripe.v1().balanceTransactions().list(params.build()));
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
}
