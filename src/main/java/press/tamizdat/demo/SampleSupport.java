package press.tamizdat.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import press.tamizdat.article.CampaignMeters;
import press.tamizdat.article.published.Support;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;
import press.tamizdat.support.ledger.Sums;
import press.tamizdat.support.pledge.Pledge;
import press.tamizdat.support.pledge.Pledges;
import press.tamizdat.support.till.Fact;
import press.tamizdat.support.till.PracticeTill;
import press.tamizdat.support.till.Till;

/** A year of gifts to the sample newsroom, all through the practice till, and none of them real. */
public final class SampleSupport {
  private static final int MONTHS = 12;
  private static final int BEGUN_A_MONTH = 6;
  private static final int ONCE_A_MONTH = 5;
  private static final long[] MONTHLY = {300, 300, 700, 700, 700, 1500, 3000};
  private static final long[] ONCE = {1000, 2500, 2500, 5000, 10_000};
  private static final long[] ANNUAL = {3000, 6000, 6000, 12_000};
  private static final int ID = 26;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final Language EN = new Language("en");

  private final Database database;
  private final ZoneId zone;
  private final Random random = new Random(1931);
  private final Instant now;

  private SampleSupport(Database database, ZoneId zone, Instant now) {
    this.database = database;
    this.zone = zone;
    this.now = now;
  }

  /**
   * Writes the year before now.
   *
   * @param post the database of the post room, without a ledger
   */
  public static void write(Database post, ZoneId zone, Clock clock) {
    new SampleSupport(post, zone, clock.instant()).write();
  }

  /** Moves the meter of the campaign that runs to where the ledger is. */
  public static void move(
      CampaignMeters meters, Optional<Support.Campaign> campaign, Database post) {
    campaign.ifPresent(
        c -> {
          long raised =
              new Sums(post)
                  .income(YearMonth.from(c.from()), YearMonth.from(c.to())).stream()
                      .map(Sums.Income::amount)
                      .filter(m -> m.currency().getCurrencyCode().equals(c.currency()))
                      .mapToLong(Money::minor)
                      .sum();
          var _ = meters.move(c, raised);
        });
  }

  private void write() {
    YearMonth last = YearMonth.from(now.atZone(zone));
    for (int ago = MONTHS; ago >= 0; ago--) {
      YearMonth month = last.minusMonths(ago);
      for (int i = 0; i < BEGUN_A_MONTH + (MONTHS - ago) / 3; i++) {
        monthly(month, last);
      }
      for (int i = 0; i < ONCE_A_MONTH; i++) {
        Pledge pledge = begin(Frequency.ONCE, ONCE, day(month));
        take(pledge, List.of(paid(pledge, day(month))));
      }
      if (ago % 2 == 0) {
        Pledge pledge = begin(Frequency.ANNUAL, ANNUAL, day(month));
        take(pledge, List.of(paid(pledge, day(month))));
      }
    }
  }

  private void monthly(YearMonth begun, YearMonth last) {
    Pledge pledge = begin(Frequency.MONTHLY, MONTHLY, day(begun));
    List<Till.Event> events = new ArrayList<>();
    YearMonth month = begun;
    while (!month.isAfter(last)) {
      Instant at = day(month);
      if (month.isAfter(begun) && random.nextInt(100) < 4) {
        events.add(cancelled(pledge, at));
        break;
      }
      events.add(paid(pledge, at));
      month = month.plusMonths(1);
    }
    take(pledge, events);
  }

  /** In the current month, no day that has not come. */
  private Instant day(YearMonth month) {
    Instant day = month.atDay(1 + random.nextInt(27)).atTime(12, 0).atZone(zone).toInstant();
    return day.isAfter(now) ? now.minus(Duration.ofMinutes(random.nextInt(60))) : day;
  }

  private Pledge begin(Frequency frequency, long[] amounts, Instant at) {
    Pledges pledges = pledges(at);
    Money amount = Money.of(amounts[random.nextInt(amounts.length)], "EUR");
    Pledge pledge = pledges.begin(id(), frequency, amount, PracticeTill.NAME, EN, Optional.empty());
    pledges.opened(
        pledge, PracticeTill.NAME, PracticeTill.NAME + "-" + pledge.id() + "-1", List.of());
    return pledges.find(pledge.id()).orElseThrow();
  }

  /** Any 26 letters and digits, the same at each baking. */
  private String id() {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < ID; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }

  private Pledges pledges(Instant at) {
    return new Pledges(database, Clock.fixed(at, ZoneOffset.UTC), random, () -> zone);
  }

  private void take(Pledge pledge, List<Till.Event> events) {
    int _ = pledges(now).take(pledge.till(), events);
  }

  private Till.Event paid(Pledge pledge, Instant at) {
    String press = id();
    String id = "payment-" + press;
    Money fee =
        new Money(Math.max(1, pledge.amount().minor() * 3 / 100), pledge.amount().currency());
    return new Till.Event(
        "press-" + press,
        "paid",
        at,
        List.of(
            fact(pledge, "paid:" + id, Fact.What.PAID, id, pledge.session(), pledge.amount(), at),
            fact(pledge, "fee:" + id, Fact.What.FEE, "fee-" + press, id, fee, at)));
  }

  private static Till.Event cancelled(Pledge pledge, Instant at) {
    return new Till.Event(
        "end-" + pledge.id(),
        "cancelled",
        at,
        List.of(
            fact(
                pledge,
                "asked:" + pledge.id(),
                Fact.What.CANCELLED,
                pledge.session(),
                "",
                pledge.amount(),
                at)));
  }

  private static Fact fact(
      Pledge pledge,
      String key,
      Fact.What what,
      String id,
      String belongs,
      Money amount,
      Instant at) {
    return new Fact(PracticeTill.NAME, key, what, id, belongs, pledge.id(), amount, at);
  }
}
