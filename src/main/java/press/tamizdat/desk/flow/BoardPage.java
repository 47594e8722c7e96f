package press.tamizdat.desk.flow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import press.tamizdat.article.Board;
import press.tamizdat.article.BoardCard;
import press.tamizdat.article.Stage;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Reply;

/** {@code GET /}: what the newsroom is working on, by state or by day. */
final class BoardPage {
  private static final Duration RECENT = Duration.ofDays(7);
  private static final int PUBLISHED = 20;
  private static final int DAYS = 7;

  private final Visit visit;
  private final Clockface clock;
  private final Cards cards;
  private final Predicate<BoardCard> filter;

  private BoardPage(Visit visit) {
    this.visit = visit;
    this.clock = Clockface.of(visit);
    this.cards = new Cards(visit);
    String language = visit.query().text("language");
    String section = visit.query().text("section");
    boolean mine = visit.query().has("mine");
    this.filter =
        card ->
            (language.isEmpty() || card.content().language().tag().equals(language))
                && (section.isEmpty() || card.content().section().equals(section))
                && (!mine || card.mine());
  }

  static Reply show(Visit visit) {
    return new BoardPage(visit).reply();
  }

  private Reply reply() {
    boolean days = visit.query().text("view").equals("days");
    LocalDate from = firstDay();
    List<BoardView.Column> columns =
        visit
            .newsroom()
            .database()
            .read(
                handle -> {
                  Board board = new Board(handle, visit.account().id());
                  return days ? byDay(board, from) : byState(board);
                });
    BoardView view =
        new BoardView(
            days,
            columns,
            address(days, Optional.of(from)),
            visit.query().text("language"),
            visit.query().text("section"),
            visit.query().has("mine"),
            Naming.languages(visit),
            Naming.sections(visit),
            clock.zoneName(),
            address(true, Optional.of(from.minusDays(DAYS))),
            address(true, Optional.of(from.plusDays(DAYS))),
            columns.stream().allMatch(c -> c.cards().isEmpty()));
    return visit.page(visit.say("flow.board"), "flow/board", view);
  }

  /** The day that is asked for, or the Monday of this week. */
  private LocalDate firstDay() {
    try {
      return LocalDate.parse(visit.query().text("from"));
    } catch (DateTimeParseException e) {
      return clock.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
  }

  private String address(boolean days, Optional<LocalDate> from) {
    List<String> fields = new ArrayList<>();
    if (days) {
      fields.add("view=days");
      from.ifPresent(day -> fields.add("from=" + day));
    }
    for (String name : List.of("language", "section")) {
      String value = visit.query().text(name);
      if (!value.isEmpty()) {
        fields.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    if (visit.query().has("mine")) {
      fields.add("mine=1");
    }
    return fields.isEmpty() ? "/" : "/?" + String.join("&", fields);
  }

  private List<BoardView.Column> byState(Board board) {
    List<BoardView.Column> columns = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      columns.add(column(stage.word(), board.inStage(stage)));
    }
    Instant since = clock.now().minus(RECENT);
    List<BoardCard> published =
        board.publishedSince(since, PUBLISHED).stream().filter(BoardCard::isOut).toList();
    columns.add(column("published", published));
    return columns;
  }

  private BoardView.Column column(String state, List<BoardCard> found) {
    return new BoardView.Column(
        visit.say("flow.state." + state),
        state,
        visit.say("flow.empty." + state),
        false,
        found.size() >= Board.MOST,
        found.stream().filter(filter).map(cards::of).toList());
  }

  private List<BoardView.Column> byDay(Board board, LocalDate from) {
    LocalDate last = from.plusDays(DAYS - 1);
    Instant begin = from.atStartOfDay(clock.zone()).toInstant();
    Instant end = last.plusDays(1).atStartOfDay(clock.zone()).toInstant().minusMillis(1);
    List<BoardCard> found = board.between(from, last, begin, end).stream().filter(filter).toList();
    List<BoardView.Column> columns = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(1)) {
      LocalDate of = day;
      columns.add(
          new BoardView.Column(
              clock.day(day),
              "",
              visit.say("flow.empty.day"),
              day.equals(clock.today()),
              false,
              found.stream()
                  .filter(c -> dayOf(c).equals(Optional.of(of)))
                  .sorted(java.util.Comparator.comparing(c -> c.moment().orElse(Instant.MAX)))
                  .map(cards::of)
                  .toList()));
    }
    return columns;
  }

  /** When it comes by itself counts most, then what is planned, then when it came. */
  private Optional<LocalDate> dayOf(BoardCard card) {
    if (card.standing().schedule().isPresent() || card.isOut()) {
      return card.moment().map(clock::dayOf);
    }
    Optional<LocalDate> planned = card.standing().planned();
    return planned.isPresent() ? planned : card.moment().map(clock::dayOf);
  }
}
