package press.tamizdat.desk.letters;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import press.tamizdat.article.published.Publication;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.Visit;
import press.tamizdat.letter.issue.Issue;
import press.tamizdat.letter.issue.Issues;
import press.tamizdat.letter.sending.Progress;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;

/**
 * {@code /letters/numbers}: who came, who went, and how each issue went. It knows nothing of what
 * was opened or clicked, because nothing counts that.
 */
final class LetterNumbersPage {
  private static final int SENT = 24;
  private static final int MONTHS = 24;

  private final Newsroom newsroom;
  private final Armoury armoury;

  LetterNumbersPage(Newsroom newsroom, Armoury armoury) {
    this.newsroom = newsroom;
    this.armoury = armoury;
  }

  void open(DeskRoutes routes) {
    routes.get("/letters/numbers", this::show);
  }

  private Reply show(Visit visit) {
    visit.require(Right.WRITE);
    List<Mailroom.Month> months = newsroom.mailroom().map(Mailroom::months).orElse(List.of());
    long people =
        newsroom.mailroom().map(Mailroom::now).orElse(List.of()).stream()
            .filter(n -> n.letter().isEmpty())
            .mapToLong(Mailroom.Now::people)
            .sum();
    long unconfirmed = newsroom.mailroom().map(Mailroom::unconfirmed).orElse(0L);
    List<LetterNumbersView.Chart> charts = new ArrayList<>();
    chart(visit, "", visit.say("letters.numbers.all"), months).ifPresent(charts::add);
    if (months.stream().map(Mailroom.Month::letter).filter(l -> !l.isEmpty()).distinct().count()
        > 1) {
      visit
          .publication()
          .letters()
          .forEach(
              l ->
                  chart(visit, l.slug(), OverviewPage.name(visit, l), months)
                      .ifPresent(charts::add));
    }
    LetterNumbersView view =
        new LetterNumbersView(
            newsroom.mailroom().isPresent(),
            months.isEmpty() ? Optional.empty() : Optional.of(IssueLine.number(visit, people)),
            IssueLine.number(visit, unconfirmed),
            charts,
            visit.publication().letters().stream().map(l -> letter(visit, l, months)).toList(),
            returned(visit),
            sent(visit));
    return visit.page(visit.say("letters.numbers.title"), "letters/numbers", view);
  }

  private Optional<LetterNumbersView.Chart> chart(
      Visit visit, String letter, String title, List<Mailroom.Month> months) {
    TreeMap<YearMonth, Long> growth = new TreeMap<>();
    months.stream()
        .filter(m -> m.letter().equals(letter))
        .forEach(m -> growth.merge(m.month(), m.growth(), Long::sum));
    if (growth.isEmpty()) {
      return Optional.empty();
    }
    YearMonth now = YearMonth.from(newsroom.clock().instant().atZone(visit.publication().zone()));
    List<YearMonth> all = new ArrayList<>();
    List<Long> values = new ArrayList<>();
    long people = 0;
    for (YearMonth m = growth.firstKey(); !m.isAfter(now); m = m.plusMonths(1)) {
      people += growth.getOrDefault(m, 0L);
      all.add(m);
      values.add(people);
    }
    int from = Math.max(0, all.size() - MONTHS);
    List<YearMonth> shown = all.subList(from, all.size());
    List<Long> lines = values.subList(from, values.size());
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    long top = roundUp(lines.stream().mapToLong(v -> v).max().orElse(0));
    List<LetterNumbersView.Point> points = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      points.add(
          new LetterNumbersView.Point(
              month(visit, shown.get(i)), IssueLine.number(visit, lines.get(i))));
    }
    return Optional.of(
        new LetterNumbersView.Chart(
            letter.isEmpty() ? "all" : "of-" + letter,
            title,
            visit.say(
                "letters.numbers.about",
                points.getFirst().people(),
                points.getFirst().month(),
                points.getLast().people(),
                points.getLast().month()),
            Lines.of(lines, top, visit.words().language().rightToLeft()),
            IssueLine.number(visit, top),
            IssueLine.number(visit, top / 2),
            List.of(points.getFirst().month(), points.getLast().month()),
            points));
  }

  private Optional<ReturnedChart> returned(Visit visit) {
    DateTimeFormatter brief =
        DateTimeFormatter.ofPattern("LLL").localizedBy(visit.words().language().locale());
    return newsroom
        .mailroom()
        .map(Mailroom::returned)
        .filter(months -> months.stream().anyMatch(m -> m.all() > 0))
        .map(
            months ->
                ReturnedChart.of(
                    months,
                    new ReturnedChart.Wording(
                        m -> month(visit, m),
                        m -> brief.format(m.atDay(1)),
                        n -> IssueLine.number(visit, n),
                        visit.words().language().rightToLeft())));
  }

  /** The next round number that has a half. */
  static long roundUp(long number) {
    for (long ten = 1; ; ten *= 10) {
      for (long times : new long[] {4, 6, 8, 10, 12, 16, 20, 24, 30}) {
        if (ten * times >= number) {
          return ten * times;
        }
      }
    }
  }

  private static String month(Visit visit, YearMonth month) {
    String text =
        DateTimeFormatter.ofPattern("LLLL yyyy")
            .localizedBy(visit.words().language().locale())
            .format(month.atDay(1));
    return text.substring(0, 1).toUpperCase(visit.words().language().locale()) + text.substring(1);
  }

  private static LetterNumbersView.Letter letter(
      Visit visit, Publication.Letter letter, List<Mailroom.Month> months) {
    return new LetterNumbersView.Letter(
        OverviewPage.name(visit, letter),
        months.stream()
            .filter(m -> m.letter().equals(letter.slug()))
            .sorted(
                Comparator.comparing(Mailroom.Month::month)
                    .reversed()
                    .thenComparing(m -> m.language().tag()))
            .limit(3L * MONTHS)
            .map(
                m ->
                    new LetterNumbersView.Month(
                        month(visit, m.month()),
                        IssueLine.languageName(visit, m.language()),
                        IssueLine.number(visit, m.joined()),
                        IssueLine.number(visit, m.left()),
                        IssueLine.number(visit, m.bounced()),
                        IssueLine.number(visit, m.complained()),
                        (m.growth() > 0 ? "+" : "")
                            + IssueLine.number(visit, m.growth()).replace('-', '−')))
            .toList());
  }

  private List<LetterNumbersView.Sent> sent(Visit visit) {
    List<Issue> issues =
        newsroom
            .database()
            .read(
                handle -> {
                  List<Issue> all = new ArrayList<>();
                  visit
                      .publication()
                      .letters()
                      .forEach(l -> all.addAll(new Issues(handle).newest(l.slug(), 3 * SENT)));
                  return all;
                });
    return issues.stream()
        .filter(i -> i.sentAt().isPresent())
        .sorted(Comparator.comparing((Issue i) -> i.sentAt().orElseThrow()).reversed())
        .limit(SENT)
        .flatMap(i -> sent(visit, i).stream())
        .toList();
  }

  private Optional<LetterNumbersView.Sent> sent(Visit visit, Issue issue) {
    Optional<Progress> progress = newsroom.mailroom().flatMap(m -> m.progress(issue.id()));
    return progress.map(
        p ->
            new LetterNumbersView.Sent(
                IssueLine.of(visit, issue, armoury),
                IssueRoom.name(visit, issue),
                issue.sentAt().map(Clockface.of(visit)::moment).orElse(""),
                SendingPage.bar(visit, p).parts(),
                IssueLine.number(visit, p.audience()),
                IssueLine.number(visit, p.accepted()),
                IssueLine.number(visit, p.refused()),
                IssueLine.number(visit, p.excluded())));
  }
}
