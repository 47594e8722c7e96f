package press.tamizdat.desk.support;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import press.tamizdat.article.published.Support.Campaign;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Visit;
import press.tamizdat.desk.house.Saving;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;
import press.tamizdat.support.Money;
import press.tamizdat.support.ledger.LedgerCsv;
import press.tamizdat.support.ledger.Sums.Income;
import press.tamizdat.support.pledge.Pledges;

/** What came in, by month and method, and the same for the bookkeeper. */
record MoneyPage(Saving saving) {
  static final String PATH = "/support";
  private static final int MONTHS = 12;
  private static final Duration LATELY = Duration.ofDays(60);

  void open(DeskRoutes routes) {
    routes.get(PATH, this::show);
    routes.get("/support/books", this::books);
  }

  private Reply show(Visit visit) {
    visit.require(Right.REVIEW);
    MoneyView view =
        visit.newsroom().funds().map(funds -> view(visit, funds)).orElseGet(MoneyPage::elsewhere);
    return visit.page(visit.say("support.title"), "support/money", view);
  }

  private static MoneyView elsewhere() {
    return new MoneyView(false, List.of(), "", "", "", "", List.of(), Optional.empty(), List.of());
  }

  private static LocalDate today(Visit visit) {
    return LocalDate.ofInstant(visit.newsroom().clock().instant(), visit.publication().zone());
  }

  private MoneyView view(Visit visit, Funds funds) {
    Language language = visit.account().language();
    YearMonth last = YearMonth.from(today(visit));
    List<YearMonth> months =
        IntStream.range(0, MONTHS).mapToObj(i -> last.minusMonths(MONTHS - 1 - i)).toList();
    List<Income> income = funds.sums().income(months.getFirst(), last);
    Pledges.Month now = funds.pledges().months(last, last).getFirst();
    Pledges.Month before =
        funds.pledges().months(last.minusMonths(1), last.minusMonths(1)).getFirst();
    return new MoneyView(
        true,
        charts(income, months, language),
        number(now.running(), language),
        number(now.begun(), language),
        number(now.over(), language),
        before.running() == 0 ? "–" : share(now.over(), before.running(), language),
        methods(income, language),
        goal(visit, funds),
        listed(visit, funds));
  }

  /** For chiefs: only they give money back. */
  private static List<MoneyView.Link> listed(Visit visit, Funds funds) {
    return visit.account().may(Right.MANAGE)
        ? funds.pledges().listed(visit.newsroom().clock().instant().minus(LATELY)).stream()
            .map(p -> new MoneyView.Link(PledgePages.path(p), PledgePages.brief(p)))
            .toList()
        : List.of();
  }

  private static String number(long number, Language language) {
    return java.text.NumberFormat.getIntegerInstance(language.locale()).format(number);
  }

  private static String share(long part, long whole, Language language) {
    var format = java.text.NumberFormat.getPercentInstance(language.locale());
    format.setMaximumFractionDigits(1);
    return format.format((double) part / whole);
  }

  /** A drawing for each currency, that with the most payments first. */
  private static List<IncomeChart> charts(
      List<Income> income, List<YearMonth> months, Language language) {
    Map<Currency, List<Income>> byCurrency =
        income.stream().collect(Collectors.groupingBy(i -> i.amount().currency()));
    return byCurrency.entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<Currency, List<Income>> e) ->
                        -e.getValue().stream().mapToLong(Income::times).sum())
                .thenComparing(e -> e.getKey().getCurrencyCode()))
        .map(e -> IncomeChart.of(e.getKey(), months, e.getValue(), language))
        .toList();
  }

  private static List<MoneyView.Method> methods(List<Income> income, Language language) {
    Map<String, List<Income>> byTill =
        income.stream()
            .collect(Collectors.groupingBy(Income::till, LinkedHashMap::new, Collectors.toList()));
    return byTill.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            e ->
                new MoneyView.Method(
                    e.getKey(),
                    sums(e.getValue().stream(), language),
                    number(e.getValue().stream().mapToLong(Income::times).sum(), language)))
        .toList();
  }

  private static List<String> sums(Stream<Income> income, Language language) {
    Map<Currency, Money> sums =
        income.collect(
            Collectors.toMap(
                i -> i.amount().currency(), Income::amount, Money::plus, LinkedHashMap::new));
    return sums.values().stream().map(m -> m.text(language)).toList();
  }

  private Optional<MoneyView.Goal> goal(Visit visit, Funds funds) {
    Language language = visit.account().language();
    LocalDate today = today(visit);
    return saving.now().support().campaigns().stream()
        .filter(c -> c.runs(today) && c.goal() > 0)
        .findFirst()
        .map(c -> goal(c.withRaised(CampaignWatch.raised(funds.sums(), c)), language));
  }

  private static MoneyView.Goal goal(Campaign campaign, Language language) {
    return new MoneyView.Goal(
        campaign.slug(),
        campaign.percent(),
        Money.of(campaign.raised(), campaign.currency()).text(language),
        Money.of(campaign.goal(), campaign.currency()).text(language),
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(language.locale())
            .format(campaign.to()));
  }

  /** The ledger as CSV, of the months from one to another. */
  private Reply books(Visit visit) {
    visit.require(Right.MANAGE);
    YearMonth last = YearMonth.from(today(visit));
    YearMonth from = month(visit.query().text("from"), last.minusMonths(MONTHS - 1));
    YearMonth to = month(visit.query().text("to"), last);
    StringBuilder csv = new StringBuilder();
    visit.newsroom().funds().ifPresent(f -> LedgerCsv.write(f.ledger(), from, to, csv));
    return Reply.bytes(
            "text/csv; charset=utf-8",
            csv.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .with("Content-Disposition", "attachment; filename=\"ledger-" + from + "-" + to + ".csv\"");
  }

  private static YearMonth month(String text, YearMonth otherwise) {
    return text.matches("[0-9]{4}-(0[1-9]|1[0-2])") ? YearMonth.parse(text) : otherwise;
  }
}
