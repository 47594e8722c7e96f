package press.tamizdat.support.remind;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Messages;
import press.tamizdat.post.PostRoom;
import press.tamizdat.support.Frequency;
import press.tamizdat.support.Money;
import press.tamizdat.support.pledge.ManagePledge;
import press.tamizdat.support.pledge.Pledge;
import press.tamizdat.support.pledge.PledgeState;
import press.tamizdat.support.pledge.Pledges;
import press.tamizdat.support.pledge.Pledges.Payment;
import press.tamizdat.trust.sealing.OpeningKey;

/**
 * Receipts to who left an address for them: after a payment, and in January for the year; and one
 * word when payments begin to fail. The address is erased with the last.
 */
public final class Receipts {
  private static final int BATCH = 100;
  private static final int SHORT = 8;

  private final PostRoom room;
  private final Pledges pledges;
  private final Courier courier;

  /**
   * @param key that addresses are sealed to
   */
  public Receipts(PostRoom room, Pledges pledges, OpeningKey key) {
    this.room = room;
    this.pledges = pledges;
    this.courier = new Courier(room, key);
  }

  /**
   * What a supporter has heard.
   *
   * @param times payments that had a receipt
   * @param year the last that had an annual one; 0 for none
   * @param warned payments before those that failed, when that was told last; 0 for never
   */
  private record Sent(int times, int year, int warned) {
    static final Sent NOTHING = new Sent(0, 0, 0);
  }

  /**
   * Sends what has become due.
   *
   * @return how many messages left
   */
  public int send() {
    int year = LocalDate.ofInstant(room.clock().instant(), zone()).getYear() - 1;
    int sent = 0;
    for (String id : waiting(year)) {
      Optional<Pledge> pledge = pledges.find(id);
      Optional<byte[]> sealed = pledges.sealed(id);
      if (pledge.isPresent() && sealed.isPresent()) {
        sent += see(pledge.get(), sealed.get(), year);
      }
    }
    return sent;
  }

  private ZoneId zone() {
    return room.publication().get().zone();
  }

  /** Pledges whose owners have not heard something yet. */
  private List<String> waiting(int year) {
    return room.database()
        .read(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT p.id FROM pledge p LEFT JOIN receipt r ON r.pledge = p.id
                        WHERE p.sealed IS NOT NULL
                          AND (p.times > COALESCE(r.times, 0)
                            OR (p.frequency <> 'once' AND p.times > 0 AND COALESCE(r.year, 0) < :year)
                            OR (p.state = 'failing' AND p.frequency <> 'once'
                              AND p.times > COALESCE(r.warned, 0))
                            OR (p.state IN ('ended', 'cancelled') AND p.times = 0))
                        LIMIT"""
                            + " "
                            + BATCH)
                    .bind("year", year)
                    .mapTo(String.class)
                    .list());
  }

  private int see(Pledge pledge, byte[] sealed, int year) {
    Sent heard = sent(pledge.id());
    int letters = 0;
    List<Payment> payments = pledges.payments(pledge.id());
    if (pledge.times() > heard.times()) {
      int fresh = Math.min(pledge.times() - heard.times(), payments.size());
      Sent after = new Sent(pledge.times(), heard.year(), heard.warned());
      if (!send(pledge, sealed, paid(pledge, payments.subList(0, fresh)), heard, after)) {
        return letters;
      }
      heard = after;
      letters++;
    }
    if (pledge.frequency().recurs() && heard.year() < year) {
      List<Payment> ofYear = ofYear(payments, year);
      Sent after = new Sent(heard.times(), year, heard.warned());
      if (ofYear.size() > 1) {
        if (!send(pledge, sealed, annual(pledge, ofYear, year), heard, after)) {
          return letters;
        }
        letters++;
      } else {
        note(pledge.id(), after);
      }
      heard = after;
    }
    if (isNewlyFailing(pledge, heard)) {
      Sent after = new Sent(heard.times(), heard.year(), pledge.times());
      letters += send(pledge, sealed, failed(pledge), heard, after) ? 1 : 0;
    }
    if (isLast(pledge, payments, year)) {
      pledges.seal(pledge.id(), Optional.empty());
    }
    return letters;
  }

  /** Whoever has not paid yet sees at the till what went wrong, and needs no message. */
  private static boolean isNewlyFailing(Pledge pledge, Sent heard) {
    return pledge.state() == PledgeState.FAILING
        && pledge.frequency().recurs()
        && pledge.times() > heard.warned();
  }

  private boolean send(Pledge pledge, byte[] sealed, Courier.Note note, Sent before, Sent after) {
    return courier.once(
        sealed, note, () -> note(pledge.id(), after), () -> note(pledge.id(), before));
  }

  private List<Payment> ofYear(List<Payment> payments, int year) {
    return payments.stream().filter(p -> p.at().atZone(zone()).getYear() == year).toList();
  }

  /** Nothing more will be written: it was once, or the year in which it ended is told of. */
  private boolean isLast(Pledge pledge, List<Payment> payments, int year) {
    if (!pledge.state().isOver()) {
      return false;
    }
    return pledge.frequency() == Frequency.ONCE
        || payments.stream().noneMatch(p -> p.at().atZone(zone()).getYear() > year);
  }

  private Courier.Note paid(Pledge pledge, List<Payment> fresh) {
    Language language = courier.language(pledge.language().tag());
    Messages words = courier.words(language);
    String lines =
        fresh.reversed().stream()
            .map(
                p ->
                    words.say(
                        "mail.receipt.line", day(p, language), p.amount().text(language), p.till()))
            .collect(Collectors.joining("\n"));
    return new Courier.Note(
        language,
        words.say("mail.receipt.subject", courier.name(language)),
        words.say(
            "mail.receipt.text", courier.name(language), lines, number(pledge), link(pledge)));
  }

  private Courier.Note annual(Pledge pledge, List<Payment> payments, int year) {
    Language language = courier.language(pledge.language().tag());
    Messages words = courier.words(language);
    Money sum =
        payments.stream()
            .map(Payment::amount)
            .filter(m -> m.currency().equals(pledge.amount().currency()))
            .reduce(new Money(0, pledge.amount().currency()), Money::plus);
    String of = String.valueOf(year);
    return new Courier.Note(
        language,
        words.say("mail.annual.subject", courier.name(language), of),
        words.say(
            "mail.annual.text",
            courier.name(language),
            of,
            sum.text(language),
            payments.size(),
            number(pledge) + "-" + year));
  }

  private Courier.Note failed(Pledge pledge) {
    Language language = courier.language(pledge.language().tag());
    Messages words = courier.words(language);
    return new Courier.Note(
        language,
        words.say("mail.failed.subject", courier.name(language)),
        words.say(
            "mail.failed.text",
            courier.name(language),
            pledge.amount().text(language),
            link(pledge)));
  }

  private String day(Payment payment, Language language) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.locale())
        .format(payment.at().atZone(zone()));
  }

  /** What a tax office can be given: it leads to a pledge only here. */
  private static String number(Pledge pledge) {
    return pledge.id().substring(0, SHORT) + "-" + pledge.times();
  }

  private String link(Pledge pledge) {
    String token = room.links().token(ManagePledge.MANAGE, pledge.id());
    return courier.page(
        courier.language(pledge.language().tag()), "support/pledge.html?link=" + token);
  }

  private Sent sent(String pledge) {
    return room.database()
        .read(
            handle ->
                handle
                    .createQuery("SELECT times, year, warned FROM receipt WHERE pledge = :pledge")
                    .bind("pledge", pledge)
                    .map(
                        (row, context) ->
                            new Sent(row.getInt("times"), row.getInt("year"), row.getInt("warned")))
                    .findOne())
        .orElse(Sent.NOTHING);
  }

  private void note(String pledge, Sent sent) {
    room.database()
        .change(
            handle ->
                handle.execute(
                    """
                    INSERT INTO receipt (pledge, times, year, failing, warned)
                    VALUES (?, ?, ?, 0, ?)
                    ON CONFLICT (pledge) DO UPDATE SET times = excluded.times, year = excluded.year,
                      warned = excluded.warned""",
                    pledge,
                    sent.times(),
                    sent.year(),
                    sent.warned()));
  }
}
