package press.tamizdat.desk.flow;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import press.tamizdat.article.Articles;
import press.tamizdat.article.BoardCard;
import press.tamizdat.article.Publishing;
import press.tamizdat.article.Standing;
import press.tamizdat.article.published.Correction;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.Visit;
import press.tamizdat.desk.press.Proofs;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;

/** {@code /articles/{id}/corrections}: says in public what was wrong. */
final class CorrectionsPage {
  private CorrectionsPage() {}

  static Reply show(Visit visit) {
    visit.require(Right.PUBLISH);
    BoardCard card = Desks.article(visit);
    Standing standing = card.standing();
    if (standing.out().isEmpty()) {
      return visit.notice(404, "flow.refused.not-published");
    }
    int out = standing.out().get();
    List<Correction> readers =
        visit
            .newsroom()
            .database()
            .read(handle -> Articles.find(handle, standing.id(), out))
            .map(a -> a.content().corrections())
            .orElse(List.of());
    Clockface clock = Clockface.of(visit);
    List<CorrectionsView.Said> said =
        card.content().corrections().reversed().stream()
            .map(
                c ->
                    new CorrectionsView.Said(
                        clock.moment(c.at()), c.at().toString(), c.text(), readers.contains(c)))
            .toList();
    CorrectionsView view =
        new CorrectionsView(
            Heading.of(card, visit.account(), "flow.tab.corrections"),
            said,
            standing.unpublishedChanges(),
            standing.unpublishedChanges()
                ? "/articles/" + standing.id() + "/revisions/" + out + "/" + standing.revision()
                : "");
    return visit.page(visit.say("flow.corrections"), "flow/corrections", view);
  }

  /** Says one, and leads to the publish screen. */
  static Reply add(Visit visit) {
    visit.require(Right.PUBLISH);
    String id = visit.part("id");
    boolean withNewest = !visit.form().text("with").equals("published");
    return answered(
        visit,
        Proofs.publishing(visit.newsroom())
            .correct(visit.account(), id, visit.form().text("text"), withNewest),
        "flow.corrections.added");
  }

  /** {@code POST /articles/{id}/corrections/removal}: takes one back that nobody has read yet. */
  static Reply remove(Visit visit) {
    visit.require(Right.PUBLISH);
    String path = "/articles/" + visit.part("id") + "/corrections";
    Optional<Instant> at = moment(visit.form().text("at"));
    if (at.isEmpty()) {
      return visit.refuse(path, "flow.refused.correction-out");
    }
    Publishing.Outcome outcome =
        Proofs.publishing(visit.newsroom()).uncorrect(visit.account(), visit.part("id"), at.get());
    return outcome instanceof Publishing.Outcome.Refused(String key, Optional<Instant> when)
        ? Desks.refuse(visit, path, key, when)
        : visit.back(path, "flow.corrections.removed");
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Reply answered(Visit visit, Publishing.Outcome outcome, String key) {
    String path = "/articles/" + visit.part("id");
    return switch (outcome) {
      case Publishing.Outcome.Saved(String id, int revision) ->
          visit.back(path + "/publication?revision=" + revision, key);
      case Publishing.Outcome.Refused(String refusal, Optional<Instant> at) ->
          Desks.refuse(visit, path + "/corrections", refusal, at);
      case Publishing.Outcome.Out o -> throw new IllegalStateException("published unasked");
      case Publishing.Outcome.Gone g -> throw new IllegalStateException("taken down unasked");
    };
  }
}
