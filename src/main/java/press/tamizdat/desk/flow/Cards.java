package press.tamizdat.desk.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import press.tamizdat.article.BoardCard;
import press.tamizdat.article.Flow;
import press.tamizdat.article.Stage;
import press.tamizdat.article.Standing;
import press.tamizdat.article.published.Byline;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.Visit;
import press.tamizdat.staff.Account;
import press.tamizdat.staff.Right;

/** Articles as cards, for one person. */
final class Cards {
  private static final Duration JUST_NOW = Duration.ofMinutes(1);

  private final Visit visit;
  private final Clockface clock;

  Cards(Visit visit) {
    this.visit = visit;
    this.clock = Clockface.of(visit);
  }

  CardView of(BoardCard card) {
    Standing standing = card.standing();
    var content = card.content();
    return new CardView(
        standing.id(),
        content.headline().isBlank() ? visit.say("flow.untitled") : content.headline(),
        content.language().tag(),
        content.language().direction(),
        Naming.section(visit, content.section()),
        Heading.state(standing),
        byline(card),
        due(card),
        late(card),
        missed(standing),
        card.writer().map(name -> new CardView.Writer(name, writesNow(card))),
        card.comments(),
        standing.unpublishedChanges(),
        standing
            .embargo()
            .filter(e -> e.isAfter(clock.now()))
            .map(e -> visit.say("flow.card.embargo", clock.moment(e))),
        standing.brief(),
        moves(standing, visit.account()));
  }

  private boolean writesNow(BoardCard card) {
    return card.writing().filter(at -> at.plus(JUST_NOW).isAfter(clock.now())).isPresent();
  }

  private String byline(BoardCard card) {
    String names =
        card.content().bylines().stream().map(Byline::name).collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      return names;
    }
    return card.assignee().orElseGet(() -> visit.say("flow.card.nobody"));
  }

  private String due(BoardCard card) {
    Optional<Instant> scheduled = card.standing().schedule().map(Standing.Schedule::at);
    if (scheduled.isPresent()) {
      return visit.say("flow.card.scheduled", clock.moment(scheduled.get()));
    }
    if (card.isOut()) {
      return card.published()
          .map(at -> visit.say("flow.card.published", clock.moment(at)))
          .orElse("");
    }
    return card.standing()
        .planned()
        .map(day -> visit.say("flow.card.planned", clock.shortDay(day)))
        .orElse("");
  }

  private boolean late(BoardCard card) {
    return !card.isOut()
        && card.standing().stage() != Stage.SCHEDULED
        && card.standing().planned().filter(d -> d.isBefore(clock.today())).isPresent();
  }

  private String missed(Standing standing) {
    if (standing.missed().isEmpty()) {
      return "";
    }
    String at =
        standing.missedAbout().isEmpty()
            ? ""
            : clock.moment(Instant.ofEpochMilli(Long.parseLong(standing.missedAbout())));
    Optional<Instant> about = standing.embargo();
    return visit.say("flow.card.missed", at) + " " + Desks.said(visit, standing.missed(), about);
  }

  /** What this account can do next with it. */
  static List<CardView.Move> moves(Standing standing, Account account) {
    List<CardView.Move> moves = new ArrayList<>();
    if (standing.out().isPresent()
        && !standing.unpublishedChanges()
        && standing.stage() == Stage.DRAFT) {
      return moves;
    }
    String path = "/articles/" + standing.id();
    Stage from = standing.stage();
    boolean publishes = account.may(Right.PUBLISH);
    if (publishes && (from == Stage.READY || from == Stage.SCHEDULED)) {
      String key = from == Stage.READY ? "flow.move.publish" : "flow.move.schedule";
      moves.add(new CardView.Move(key, "", "", path + "/publication", from == Stage.READY));
    }
    List<Stage> ways =
        from == Stage.SCHEDULED
            ? List.of(Stage.READY)
            : List.of(Stage.IN_REVIEW, Stage.READY, Stage.DRAFT);
    for (Stage to : ways) {
      if (Flow.may(account, from, to)) {
        moves.add(move(from, to, path, account));
      }
    }
    return List.copyOf(moves);
  }

  private static CardView.Move move(Stage from, Stage to, String path, Account account) {
    boolean next =
        (from == Stage.DRAFT && to == Stage.IN_REVIEW)
            || (from == Stage.IN_REVIEW && to == Stage.READY);
    if (to == Stage.DRAFT && from != Stage.SCHEDULED && account.may(Right.REVIEW)) {
      return new CardView.Move("flow.move.send-back", "", "", path + "/comments#send-back", false);
    }
    return new CardView.Move(
        "flow.move." + from.word() + "." + to.word(),
        from.word(),
        to.word(),
        path + "/stage",
        next);
  }
}
