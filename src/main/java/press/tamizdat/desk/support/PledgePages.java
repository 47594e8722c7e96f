package press.tamizdat.desk.support;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Visit;
import press.tamizdat.desk.house.ConfirmView;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.staff.Audit;
import press.tamizdat.staff.Right;
import press.tamizdat.support.pledge.GiveBack;
import press.tamizdat.support.pledge.Pledge;
import press.tamizdat.support.pledge.PledgeState;
import press.tamizdat.support.pledge.Pledges.Payment;
import press.tamizdat.trust.Sha256;

/** Pledges, which are nobody's here, and giving back what was paid. */
record PledgePages() {
  private static final String ALL = "/support/pledges";
  private static final int PAGE = 50;
  private static final int BRIEF = 6;
  private static final String WHOLE = "whole";

  void open(DeskRoutes routes) {
    routes.get(ALL, this::list);
    routes.get("/support/pledges/{id}", this::one);
    routes.get("/support/pledges/{id}/refunds/{payment}", this::ask);
    routes.post("/support/pledges/{id}/refunds/{payment}", this::refund);
  }

  private static Funds funds(Visit visit) {
    visit.require(Right.MANAGE);
    return visit.newsroom().funds().orElseThrow(() -> new Unacceptable(404, "no books here"));
  }

  private Reply list(Visit visit) {
    Funds funds = funds(visit);
    PledgeState state = PledgeState.of(visit.query().text("state")).orElse(PledgeState.ACTIVE);
    String typed = visit.query().text("page");
    int page = typed.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(typed) : 1;
    List<Pledge> found = funds.pledges().in(state, (page - 1) * PAGE, PAGE + 1);
    Language language = visit.account().language();
    return visit.page(
        visit.say("support.pledges"),
        "support/pledges",
        new PledgesView(
            state.word(),
            Arrays.stream(PledgeState.values()).map(PledgeState::word).toList(),
            found.stream().limit(PAGE).map(p -> row(p, language)).toList(),
            found.size() > PAGE
                ? Optional.of(ALL + "?state=" + state.word() + "&page=" + (page + 1))
                : Optional.empty()));
  }

  private static PledgesView.Row row(Pledge pledge, Language language) {
    return new PledgesView.Row(
        path(pledge),
        brief(pledge),
        pledge.amount().text(language),
        pledge.frequency().word(),
        pledge.till(),
        month(pledge, language));
  }

  static String brief(Pledge pledge) {
    return pledge.id().substring(0, BRIEF);
  }

  static String path(Pledge pledge) {
    return ALL + "/" + pledge.id();
  }

  private static String month(Pledge pledge, Language language) {
    return DateTimeFormatter.ofPattern("LLLL yyyy", language.locale()).format(pledge.month());
  }

  private static Pledge find(Visit visit, Funds funds) {
    return funds
        .pledges()
        .find(visit.part("id"))
        .orElseThrow(() -> new Unacceptable(404, "no such pledge"));
  }

  private Reply one(Visit visit) {
    Funds funds = funds(visit);
    Pledge pledge = find(visit, funds);
    Language language = visit.account().language();
    List<Payment> payments = funds.pledges().payments(pledge.id());
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language.locale());
    return visit.page(
        visit.say("support.pledge", brief(pledge)),
        "support/pledge",
        new PledgeView(
            brief(pledge),
            pledge.amount().text(language),
            pledge.frequency().word(),
            pledge.till(),
            pledge.state().word(),
            month(pledge, language),
            pledge.paid().text(language),
            pledge.refunded().isZero() ? "" : pledge.refunded().text(language),
            IntStream.range(0, payments.size())
                .mapToObj(
                    i ->
                        new PledgeView.Payment(
                            day.format(payments.get(i).at().atZone(visit.publication().zone())),
                            payments.get(i).amount().text(language),
                            payments.get(i).till(),
                            ALL + "/" + pledge.id() + "/refunds/" + name(payments.get(i))))
                .toList()));
  }

  /** A payment's name in an address; the till's own stays out of histories and logs. */
  private static String name(Payment payment) {
    return Sha256.of(
            (payment.till() + "\n" + payment.id())
                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .hex()
        .substring(0, 16);
  }

  private static Payment payment(Visit visit, Funds funds, Pledge pledge) {
    return funds.pledges().payments(pledge.id()).stream()
        .filter(p -> name(p).equals(visit.part("payment")))
        .findFirst()
        .orElseThrow(() -> new Unacceptable(404, "no such payment"));
  }

  private Reply ask(Visit visit) {
    Funds funds = funds(visit);
    Pledge pledge = find(visit, funds);
    Payment payment = payment(visit, funds, pledge);
    String path = ALL + "/" + pledge.id();
    return visit.page(
        visit.say("support.refund", payment.amount().text(visit.account().language())),
        "house/confirm",
        new ConfirmView(
            ALL,
            visit.say("support.refund.text"),
            List.of(),
            path + "/refunds/" + name(payment),
            visit.say("support.refund.button"),
            path));
  }

  private Reply refund(Visit visit) {
    Funds funds = funds(visit);
    Pledge pledge = find(visit, funds);
    Payment payment = payment(visit, funds, pledge);
    String back = ALL + "/" + pledge.id();
    if (funds.tills().find(payment.till()).isEmpty()) {
      return visit.refuse(back, "support.refund.no-till");
    }
    GiveBack giving = new GiveBack(funds.tills(), funds.pledges(), visit.newsroom().clock());
    // Asked twice, by a double click or a reload, it is one wish.
    return switch (giving.give(pledge.id(), payment.id(), payment.amount(), WHOLE)) {
      case GiveBack.Outcome.Done() -> {
        note(visit, pledge);
        yield visit.back(back, "support.refund.done");
      }
      case GiveBack.Outcome.Claim(URI address) -> {
        note(visit, pledge);
        yield visit.back(back, "support.refund.claim", address);
      }
      case GiveBack.Outcome.Impossible() -> visit.refuse(back, "support.refund.elsewhere");
      case GiveBack.Outcome.Failed _ -> visit.refuse(back, "support.refund.failed");
    };
  }

  private static void note(Visit visit, Pledge pledge) {
    visit
        .newsroom()
        .database()
        .change(
            handle ->
                new Audit(visit.newsroom().clock())
                    .note(handle, Optional.of(visit.account().id()), "refund", brief(pledge)));
  }
}
