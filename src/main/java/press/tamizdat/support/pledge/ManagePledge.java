package press.tamizdat.support.pledge;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.platform.text.Language;
import press.tamizdat.post.Handled;
import press.tamizdat.post.Handler;
import press.tamizdat.support.Money;
import press.tamizdat.support.Typed;
import press.tamizdat.support.till.Fact;
import press.tamizdat.support.till.Till;
import press.tamizdat.support.till.Tills;
import press.tamizdat.trust.envelope.Answer;
import press.tamizdat.trust.envelope.Envelope;

/**
 * {@code support.manage}: whoever has the private link looks at a pledge or changes it, at once and
 * without a question.
 *
 * <p>{@code act} is {@code show}, {@code cancel}, {@code change} with {@code amount}, {@code
 * pause}, {@code resume}, {@code receipt}; also {@code move} with {@code till}, and {@code pay} at
 * a till that cannot take what is due by itself.
 */
public final class ManagePledge implements Handler {
  /** What the private link is for. */
  public static final String MANAGE = "pledge";

  /** So soon after it was begun, the till is asked whether it was paid. */
  private static final Duration FRESH = Duration.ofHours(2);

  private final SupportRoom room;
  private final Tills tills;
  private final Pledges pledges;
  private final TakePledge take;
  private final Clock clock;

  public ManagePledge(SupportRoom room, Tills tills, Pledges pledges) {
    this.room = room;
    this.tills = tills;
    this.pledges = pledges;
    this.take = new TakePledge(room, tills, pledges);
    this.clock = room.clock();
  }

  @Override
  public Handled handle(Envelope envelope) {
    String token = envelope.text("link").strip();
    String act = envelope.text("act");
    Optional<Pledge> thanks = room.links().id(TakePledge.THANKS, token).flatMap(pledges::find);
    if (thanks.isPresent()) {
      return pledges.show(thanks.get().id())
          ? show(look(thanks.get()))
          : Words.trouble(thanks.get().language(), "trouble.shown");
    }
    Optional<Pledge> known = room.links().id(MANAGE, token).flatMap(pledges::find);
    if (known.isEmpty()) {
      return Words.trouble(language(envelope), "trouble.link");
    }
    Pledge pledge = known.get();
    return switch (act) {
      case "show", "" -> show(look(pledge));
      case "cancel" -> cancel(pledge);
      case "receipt" -> receipt(pledge);
      case "change" -> change(pledge, envelope);
      case "pause" -> switchTo(pledge, new Till.Change.Pause(), Fact.What.PAUSED, envelope.id());
      case "resume" -> switchTo(pledge, new Till.Change.Resume(), Fact.What.RUNS, envelope.id());
      case "move" -> move(pledge, envelope.text("till"));
      case "pay" -> pay(pledge);
      default -> Words.trouble(pledge.language(), "trouble.act");
    };
  }

  private Language language(Envelope envelope) {
    List<Language> languages = room.publication().get().languages();
    return languages.stream()
        .filter(l -> l.tag().equals(envelope.text("language")))
        .findFirst()
        .orElse(languages.getFirst());
  }

  /** A pledge, and whether the till could be asked about it. */
  private record Looked(Pledge pledge, boolean sure) {}

  private Looked look(Pledge pledge) {
    boolean fresh = pledge.since().isAfter(clock.instant().minus(FRESH));
    Optional<Till> till = tills.find(pledge.till()).map(Tills.Open::till);
    if (pledge.state() != PledgeState.BEGUN || !fresh || till.isEmpty()) {
      return new Looked(pledge, true);
    }
    Till.Heard heard =
        till.get()
            .recall(
                pledge.since().minusSeconds(60),
                List.of(pledge.held()),
                id -> pledges.knows(pledge.till(), id));
    if (heard instanceof Till.Heard.Events(var events)) {
      var _ = pledges.take(pledge.till(), events);
      return new Looked(again(pledge), true);
    }
    return new Looked(pledge, false);
  }

  private Pledge again(Pledge pledge) {
    return pledges.find(pledge.id()).orElseThrow();
  }

  private String token(Pledge pledge) {
    return room.links().token(MANAGE, pledge.id());
  }

  private Handled show(Looked looked) {
    Pledge pledge = looked.pledge();
    return Words.pledge(pledge, token(pledge), looked.sure() ? Words.sure(pledge) : "sure.unknown");
  }

  /** Over at once with us, whatever the till says; the till is told until it has heard. */
  private Handled cancel(Pledge pledge) {
    if (pledge.state().isOver()) {
      return Words.pledge(pledge, token(pledge), Words.sure(pledge));
    }
    pledges.note(List.of(fact(pledge, "asked:" + pledge.id(), Fact.What.CANCELLED)));
    List<String> trouble = new Reconcile(tills, pledges, room.database(), clock).endLoose();
    Pledge now = again(pledge);
    return Words.pledge(
        now, token(now), trouble.isEmpty() ? "sure.cancelled" : "sure.cancelled-soon");
  }

  private Fact fact(Pledge pledge, String key, Fact.What what) {
    String id =
        pledge.subscription().isEmpty()
            ? pledge.session().isEmpty() ? pledge.id() : pledge.session()
            : pledge.subscription();
    return new Fact(
        pledge.till(), key, what, id, "", pledge.id(), Money.of(0, "EUR"), clock.instant());
  }

  private Handled switchTo(Pledge pledge, Till.Change change, Fact.What what, String key) {
    return changed(
        pledge,
        change,
        () -> {
          pledges.note(List.of(fact(pledge, "wish:" + key, what)));
          Pledge now = again(pledge);
          return Words.pledge(now, token(now), Words.sure(now));
        });
  }

  private Handled change(Pledge pledge, Envelope envelope) {
    String currency = pledge.amount().currency().getCurrencyCode();
    return switch (Typed.read(envelope.text("amount"), currency, pledge.language())) {
      case Typed.Refused refused -> Words.trouble(pledge.language(), refused);
      case Typed.Amount(Money amount) ->
          changed(
              pledge,
              new Till.Change.Amount(amount),
              () -> {
                pledges.amount(pledge.id(), amount);
                Pledge now = again(pledge);
                return Words.pledge(
                    now, token(now), "sure.changed", amount.text(pledge.language()));
              });
    };
  }

  private interface Then {
    Handled answer();
  }

  private Handled changed(Pledge pledge, Till.Change change, Then then) {
    Optional<Tills.Open> open = tills.find(pledge.till());
    if (pledge.state().isOver() || !pledge.frequency().recurs()) {
      return Words.trouble(pledge.language(), "trouble.over");
    }
    if (open.isEmpty()) {
      return Words.trouble(pledge.language(), "trouble.cannot");
    }
    return switch (open.get().till().change(pledge.held(), change)) {
      case Till.Did.Done(var facts) -> {
        pledges.note(facts);
        yield then.answer();
      }
      case Till.Did.GoTo(URI where) -> Handled.done(Answer.goTo(where));
      case Till.Did.Failed(Till.Failure(var kind, String _))
          when kind == Till.Failure.Kind.IMPOSSIBLE ->
          Words.trouble(pledge.language(), "trouble.cannot");
      case Till.Did.Failed _ -> Words.trouble(pledge.language(), "trouble.not-changed");
    };
  }

  private Handled pay(Pledge pledge) {
    return changed(
        pledge, new Till.Change.Pay(take.order(pledge)), () -> show(look(again(pledge))));
  }

  private Handled move(Pledge pledge, String name) {
    Optional<Tills.Open> open =
        tills
            .find(name)
            .filter(o -> o.till().takes(pledge.amount().currency(), pledge.frequency()));
    if (pledge.state().isOver()) {
      return Words.trouble(pledge.language(), "trouble.over");
    }
    return open.isEmpty()
        ? Words.trouble(pledge.language(), "trouble.method")
        : take.begin(pledges.again(pledge.id(), name), open.get().till());
  }

  /** What was paid, by year: for a tax office that asks for it. */
  private Handled receipt(Pledge pledge) {
    Map<String, String> fields = new HashMap<>(Words.fields(pledge, token(pledge)));
    Map<Integer, Money> years = new java.util.TreeMap<>();
    for (Pledges.Payment payment : pledges.payments(pledge.id())) {
      int year = payment.at().atZone(room.publication().get().zone()).getYear();
      if (payment.amount().currency().equals(pledge.amount().currency())) {
        years.merge(year, payment.amount(), Money::plus);
      }
    }
    StringBuilder lines = new StringBuilder();
    years.forEach(
        (year, sum) ->
            lines
                .append(Words.year(year, pledge.language()))
                .append(": ")
                .append(sum.text(pledge.language()))
                .append('\n'));
    fields.put("years", lines.toString().strip());
    return Handled.done(Answer.page(pledge.language() + "/support/receipt.html", fields));
  }
}
