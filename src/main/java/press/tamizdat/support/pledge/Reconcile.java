package press.tamizdat.support.pledge;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import press.tamizdat.platform.db.Database;
import press.tamizdat.support.Money;
import press.tamizdat.support.till.Fact;
import press.tamizdat.support.till.Held;
import press.tamizdat.support.till.Notes;
import press.tamizdat.support.till.Till;
import press.tamizdat.support.till.Tills;

/**
 * Asks each provider what happened, so that a message which never came is made up for; and ends at
 * the tills what was ended here. Once a night is enough, more often does no harm.
 */
public final class Reconcile {
  private static final System.Logger LOG = System.getLogger("press.tamizdat.support");
  private static final String ASKED = "asked";
  private static final String REFUSED = "refused";

  /** Asked again for so long back each time: providers' lists fill up late. */
  private static final Duration OVERLAP = Duration.ofDays(3);

  private static final Duration FIRST = Duration.ofDays(29);

  private final Tills tills;
  private final Pledges pledges;
  private final Database database;
  private final Clock clock;

  /**
   * @param database of the post room
   */
  public Reconcile(Tills tills, Pledges pledges, Database database, Clock clock) {
    this.tills = tills;
    this.pledges = pledges;
    this.database = database;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param found events that no message had told
   * @param trouble tills that did not answer, and why
   */
  public record Report(int found, List<String> trouble) {}

  /** One round over all tills. */
  public Report run() {
    return run(List.of());
  }

  /**
   * The same.
   *
   * @param refused countries whose cards the newsroom wants turned away, besides those of the
   *     settings (ISO 3166-1 alpha-2)
   */
  public Report run(List<String> refused) {
    int found = 0;
    List<String> trouble = new ArrayList<>();
    for (Tills.Open open : tills.all()) {
      Till till = open.till();
      Notes notes = new Notes(database, till.name());
      Instant now = clock.instant();
      Instant since =
          notes
              .get(ASKED)
              .map(at -> Instant.ofEpochMilli(Long.parseLong(at)).minus(OVERLAP))
              .orElse(now.minus(FIRST));
      List<Held> held = pledges.open(till.name()).stream().map(Pledge::held).toList();
      switch (till.recall(since, held, id -> pledges.knows(till.name(), id))) {
        case Till.Heard.Events(var events) -> {
          found += pledges.take(till.name(), events);
          notes.put(ASKED, String.valueOf(now.toEpochMilli()));
        }
        case Till.Heard.Forged(String why) -> trouble.add(till.name() + ": " + why);
        case Till.Heard.Later(Till.Failure(var kind, String detail)) ->
            trouble.add(till.name() + ": " + kind + ", " + detail);
      }
    }
    tills.all().forEach(open -> trouble.addAll(refuse(open, refused)));
    trouble.addAll(endLoose());
    trouble.forEach(t -> LOG.log(WARNING, "a till could not be asked: " + t));
    if (found > 0) {
      LOG.log(INFO, "{0} events were found that no message had told", found);
    }
    return new Report(found, List.copyOf(trouble));
  }

  /** A list that becomes empty is emptied at the provider too. */
  private List<String> refuse(Tills.Open open, List<String> refused) {
    Notes notes = new Notes(database, open.till().name());
    List<String> all =
        Stream.concat(open.settings().refused().stream(), refused.stream())
            .distinct()
            .sorted()
            .toList();
    if (all.isEmpty() && notes.get(REFUSED).orElse("").isEmpty()) {
      return List.of();
    }
    Optional<Till.Failure> failure = open.till().refuse(all);
    if (failure.isEmpty()) {
      notes.put(REFUSED, String.join(" ", all));
    }
    return failure.stream()
        .map(f -> open.till().name() + ": " + f.kind() + ", " + f.detail())
        .toList();
  }

  /** Ends what still runs at a till and should not. */
  List<String> endLoose() {
    List<String> trouble = new ArrayList<>();
    for (Pledges.Loose loose : pledges.loose()) {
      tills.find(loose.till()).ifPresent(open -> end(open.till(), loose).ifPresent(trouble::add));
    }
    return trouble;
  }

  private Optional<String> end(Till till, Pledges.Loose loose) {
    Pledge pledge = loose.pledge();
    Held held =
        new Held(
            pledge.id(),
            pledge.frequency(),
            pledge.amount(),
            pledge.session(),
            loose.subscription(),
            pledge.since());
    return switch (till.change(held, new Till.Change.Cancel())) {
      case Till.Did.Failed(Till.Failure(var kind, String detail)) ->
          Optional.of(till.name() + ": " + kind + ", " + detail);
      default -> {
        pledges.note(List.of(done(till, loose)));
        yield Optional.empty();
      }
    };
  }

  private Fact done(Till till, Pledges.Loose loose) {
    return new Fact(
        till.name(),
        "done:" + loose.subscription(),
        Fact.What.CANCELLED,
        loose.subscription(),
        "",
        loose.pledge().id(),
        Money.of(0, "EUR"),
        clock.instant());
  }
}
