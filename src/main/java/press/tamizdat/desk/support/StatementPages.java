package press.tamizdat.desk.support;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.platform.web.Upload;
import press.tamizdat.staff.Audit;
import press.tamizdat.staff.Right;
import press.tamizdat.support.pledge.BankMatch;
import press.tamizdat.support.pledge.BankMatchCsv;
import press.tamizdat.support.till.BankTill;
import press.tamizdat.support.till.Till;
import press.tamizdat.support.till.Tills;

/**
 * The bank's statements (ISO 20022, camt.053): each line is booked once, however often it comes.
 */
record StatementPages() {
  private static final String PATH = "/support/statements";

  void open(DeskRoutes routes) {
    routes.get(PATH, visit -> page(visit, 200, Optional.empty()));
    routes.post(PATH, this::take);
    routes.post(PATH + "/match", this::match);
  }

  private static List<String> banks(Visit visit) {
    visit.require(Right.MANAGE);
    return visit.newsroom().funds().stream()
        .flatMap(f -> f.tills().all().stream())
        .map(Tills.Open::till)
        .filter(BankTill.class::isInstance)
        .map(t -> t.name())
        .toList();
  }

  private static Reply page(Visit visit, int status, Optional<StatementsView.Outcome> outcome) {
    return visit.page(
        status,
        visit.say("support.statements"),
        "support/statements",
        new StatementsView(banks(visit), outcome));
  }

  /** The file that was chosen and its account; or what is wrong, as a page. */
  private sealed interface Chosen {
    record Read(Funds funds, BankTill bank, BankTill.Statement.Read statement) implements Chosen {}

    record Not(Reply page) implements Chosen {}
  }

  private static Chosen chosen(Visit visit) {
    List<String> banks = banks(visit);
    Funds funds =
        visit.newsroom().funds().orElseThrow(() -> new Unacceptable(404, "no books here"));
    String name = visit.form().text("till");
    Optional<BankTill> bank =
        funds.tills().bank(banks.contains(name) ? name : banks.stream().findFirst().orElse(""));
    Optional<Upload> file = visit.form().upload("file").filter(u -> u.bytes().length > 0);
    if (bank.isEmpty() || file.isEmpty()) {
      return new Chosen.Not(refused(visit, visit.say("support.statements.no-file"), ""));
    }
    return switch (bank.get().statement(file.get().bytes())) {
      case BankTill.Statement.Wrong(int line, String what) ->
          new Chosen.Not(
              refused(
                  visit,
                  line == 0
                      ? visit.say("support.statements.wrong")
                      : visit.say("support.statements.wrong-line", line),
                  what));
      case BankTill.Statement.Read read -> new Chosen.Read(funds, bank.get(), read);
    };
  }

  private static Reply refused(Visit visit, String text, String detail) {
    return page(visit, 422, Optional.of(new StatementsView.Outcome(false, text, detail)));
  }

  private Reply take(Visit visit) {
    return switch (chosen(visit)) {
      case Chosen.Not(Reply page) -> page;
      case Chosen.Read(Funds funds, BankTill bank, BankTill.Statement.Read read) -> {
        List<Till.Event> events = read.events();
        int fresh = funds.pledges().take(bank.name(), events);
        visit
            .newsroom()
            .database()
            .change(
                handle ->
                    new Audit(visit.newsroom().clock())
                        .note(
                            handle,
                            Optional.of(visit.account().id()),
                            "statement",
                            String.valueOf(events.size())));
        yield page(
            visit,
            200,
            Optional.of(
                new StatementsView.Outcome(
                    true,
                    visit.say(
                        "support.statements.booked",
                        fresh,
                        events.size() - fresh,
                        read.payouts(),
                        read.unmatched()),
                    "")));
      }
    };
  }

  /** The statement beside the ledger, as CSV; nothing is booked. */
  private Reply match(Visit visit) {
    return switch (chosen(visit)) {
      case Chosen.Not(Reply page) -> page;
      case Chosen.Read(Funds funds, BankTill bank, BankTill.Statement.Read read) ->
          Reply.bytes(
                  "text/csv; charset=utf-8",
                  BankMatchCsv.of(new BankMatch(funds.database(), bank.name()).of(read))
                      .getBytes(StandardCharsets.UTF_8))
              .with(
                  "Content-Disposition",
                  "attachment; filename=\"statement-"
                      + read.from().map(Object::toString).orElse("empty")
                      + ".csv\"");
    };
  }
}
