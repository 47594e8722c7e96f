package press.tamizdat.desk.letters;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.Visit;
import press.tamizdat.letter.issue.Issue;
import press.tamizdat.letter.issue.Issues;
import press.tamizdat.letter.issue.Plan;
import press.tamizdat.letter.issue.Plans;

/**
 * What every page tells who may arm an issue: that one is due soon and not armed, or late.
 *
 * @param late whether its time is past
 */
public record Reminder(boolean late, String text, String path) {

  /** The most urgent one. */
  public static Optional<Reminder> of(Visit visit) {
    if (visit.publication().letters().isEmpty()) {
      return Optional.empty();
    }
    Instant now = visit.newsroom().clock().instant();
    return visit
        .newsroom()
        .database()
        .read(
            handle -> {
              List<Issue> waiting = new Issues(handle).in(Issue.State.COMPOSING);
              Map<String, Plan> plans = waiting.isEmpty() ? Map.of() : new Plans(handle).all();
              return waiting.stream()
                  .filter(i -> visit.publication().letter(i.letter()).isPresent())
                  .filter(i -> isNear(i, Optional.ofNullable(plans.get(i.letter())), now))
                  .findFirst();
            })
        .map(issue -> reminder(visit, issue, now));
  }

  private static boolean isNear(Issue issue, Optional<Plan> plan, Instant now) {
    return plan.filter(p -> !p.unattended() || issue.isLate(now)).isPresent()
        && issue
            .due()
            .filter(
                due ->
                    !now.isBefore(due.minus(Duration.ofHours(plan.map(Plan::remind).orElse(24)))))
            .isPresent();
  }

  private static Reminder reminder(Visit visit, Issue issue, Instant now) {
    boolean late = issue.isLate(now);
    return new Reminder(
        late,
        visit.say(
            late ? "letters.reminder.late" : "letters.reminder",
            IssueRoom.name(visit, issue),
            IssueLine.languageName(visit, issue.language()),
            issue.due().map(Clockface.of(visit)::moment).orElse("")),
        IssueLine.path(issue));
  }
}
