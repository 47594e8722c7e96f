package press.tamizdat.desk.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.BoardCard;
import press.tamizdat.article.Flow;
import press.tamizdat.article.Standing;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;

/** {@code /articles/{id}/plan}: the day, who writes it, what it is to be; and the embargo. */
final class PlanPage {
  private PlanPage() {}

  static Reply show(Visit visit) {
    visit.require(Right.WRITE);
    return page(visit, 200, Optional.empty(), Optional.empty());
  }

  private static Reply page(
      Visit visit, int status, Optional<TypedTime> typed, Optional<String> refused) {
    BoardCard card = Desks.article(visit);
    Standing standing = card.standing();
    Clockface clock = Clockface.of(visit);
    Optional<String> fault = typed.flatMap(TypedTime::fault);
    PlanView view =
        new PlanView(
            Heading.of(card, visit.account(), "flow.tab.plan"),
            standing.planned().map(LocalDate::toString).orElse(""),
            standing.assignee().orElse(""),
            staff(visit),
            standing.brief(),
            standing.embargo().map(clock::moment),
            typed
                .map(TypedTime::day)
                .or(() -> standing.embargo().map(e -> clock.dayOf(e).toString()))
                .orElse(""),
            typed.map(TypedTime::time).or(() -> standing.embargo().map(clock::time)).orElse(""),
            clock.zoneName(),
            fault.isPresent() ? fault : refused,
            typed.map(TypedTime::choices).orElse(Map.of()),
            visit.account().may(Right.PUBLISH),
            standing.state() == press.tamizdat.article.Article.State.DRAFT);
    return visit.page(status, visit.say("flow.plan"), "flow/plan", view);
  }

  private static Map<String, String> staff(Visit visit) {
    return visit
        .newsroom()
        .database()
        .read(
            handle -> {
              Map<String, String> names = new LinkedHashMap<>();
              handle
                  .createQuery(
                      "SELECT id, pen_name FROM account WHERE disabled_at IS NULL ORDER BY pen_name")
                  .map((row, context) -> Map.entry(row.getString("id"), row.getString("pen_name")))
                  .forEach(e -> names.put(e.getKey(), e.getValue()));
              return names;
            });
  }

  /** Saves the plan; with {@code embargo} the embargo, with {@code lift} its end. */
  static Reply save(Visit visit) {
    visit.require(Right.WRITE);
    if (visit.form().has("lift")) {
      return lift(visit);
    }
    return visit.form().has("embargo") ? embargo(visit) : plan(visit);
  }

  private static Reply plan(Visit visit) {
    String id = visit.part("id");
    String path = "/articles/" + id + "/plan";
    Optional<LocalDate> day;
    try {
      String typed = visit.form().text("day").strip();
      day = typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
    } catch (DateTimeParseException e) {
      return visit.refuse(path, "flow.plan.day-unreadable");
    }
    String assignee = visit.form().text("assignee");
    Optional<String> known = Optional.of(assignee).filter(staff(visit)::containsKey);
    Flow.Outcome outcome =
        Desks.flow(visit).plan(visit.account(), id, day, known, visit.form().text("brief"));
    return outcome instanceof Flow.Outcome.Refused(String key, var at)
        ? Desks.refuse(visit, path, key, at)
        : visit.back(path, "flow.plan.saved");
  }

  private static Reply embargo(Visit visit) {
    TypedTime typed = TypedTime.of(visit);
    if (typed.at().isEmpty()) {
      return page(visit, 422, Optional.of(typed), Optional.empty());
    }
    Flow.Outcome outcome = Desks.flow(visit).embargo(visit.account(), visit.part("id"), typed.at());
    return outcome instanceof Flow.Outcome.Refused(String key, var at)
        ? page(visit, 422, Optional.of(typed), Optional.of(Desks.said(visit, key, at)))
        : visit.back(
            "/articles/" + visit.part("id") + "/plan",
            "flow.embargo.set",
            Clockface.of(visit).moment(typed.at().get()));
  }

  /** Nobody ends an embargo by a slip: the box must be ticked. */
  private static Reply lift(Visit visit) {
    String id = visit.part("id");
    String path = "/articles/" + id + "/plan";
    if (!visit.form().has("sure")) {
      return visit.refuse(path, "flow.embargo.unsure");
    }
    Optional<Instant> before = Desks.article(visit).standing().embargo();
    Flow.Outcome outcome = Desks.flow(visit).embargo(visit.account(), id, Optional.empty());
    if (outcome instanceof Flow.Outcome.Refused(String key, var at)) {
      return Desks.refuse(visit, path, key, at);
    }
    Clockface clock = Clockface.of(visit);
    return before.isEmpty()
        ? visit.back(path, "flow.embargo.lifted")
        : visit.backWithUndo(
            path,
            path,
            Map.of(
                "embargo",
                "1",
                "day",
                clock.dayOf(before.get()).toString(),
                "time",
                clock.time(before.get()),
                "moment",
                before.get().toString()),
            "flow.embargo.lifted");
  }
}
