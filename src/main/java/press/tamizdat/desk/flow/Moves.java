package press.tamizdat.desk.flow;

import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.Flow;
import press.tamizdat.article.Publishing;
import press.tamizdat.article.Stage;
import press.tamizdat.desk.Visit;
import press.tamizdat.desk.press.Proofs;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;

/** What moves an article with one button: between stages, into the bin, into a copy. */
final class Moves {
  private Moves() {}

  /** {@code POST /articles/{id}/stage}: {@code from}, {@code to}, and why, for sending back. */
  static Reply move(Visit visit) {
    visit.require(Right.WRITE);
    String id = visit.part("id");
    String back = Desks.origin(visit);
    Optional<Stage> from = Stage.ofWord(visit.form().text("from"));
    Optional<Stage> to = Stage.ofWord(visit.form().text("to"));
    if (from.isEmpty() || to.isEmpty()) {
      return visit.refuse(back, "flow.refused.stage");
    }
    String comment = visit.form().text("comment");
    Flow flow = Desks.flow(visit);
    Flow.Outcome outcome =
        visit.form().has("comment")
            ? flow.sendBack(visit.account(), id, from.get(), comment)
            : flow.move(visit.account(), id, from.get(), to.get());
    return switch (outcome) {
      case Flow.Outcome.Refused(String key, var at) ->
          visit.form().has("comment")
              ? CommentsPage.refused(
                  visit, CommentsView.Typed.BACK, "", comment, Desks.said(visit, key, at))
              : Desks.refuse(visit, back, key, at);
      case Flow.Outcome.Done d -> Reply.seeOther(back);
      case Flow.Outcome.Moved(Stage was, Stage is) -> moved(visit, id, back, was, is);
    };
  }

  private static Reply moved(Visit visit, String id, String back, Stage was, Stage is) {
    String key = was == Stage.SCHEDULED ? "flow.moved.unscheduled" : "flow.moved." + is.word();
    if (!Flow.may(visit.account(), is, was) || was == Stage.SCHEDULED) {
      return visit.back(back, key);
    }
    return visit.backWithUndo(
        back,
        "/articles/" + id + "/stage",
        Map.of("from", is.word(), "to", was.word(), "back", back),
        key);
  }

  /** {@code POST /articles/{id}/bin}: throws a draft away, or takes it out with {@code out=1}. */
  static Reply bin(Visit visit) {
    visit.require(Right.WRITE);
    String id = visit.part("id");
    boolean out = visit.form().has("out");
    Flow flow = Desks.flow(visit);
    Flow.Outcome outcome = out ? flow.unbin(visit.account(), id) : flow.bin(visit.account(), id);
    if (outcome instanceof Flow.Outcome.Refused(String key, var at)) {
      return Desks.refuse(visit, "/articles/" + id, key, at);
    }
    String path = "/articles/" + id + "/bin";
    return out
        ? visit.backWithUndo("/articles/" + id, path, Map.of(), "flow.unbinned")
        : visit.backWithUndo("/", path, Map.of("out", "1"), "flow.binned");
  }

  /** {@code POST /articles/{id}/copy}: a new draft with the same text. */
  static Reply copy(Visit visit) {
    visit.require(Right.WRITE);
    String id = visit.part("id");
    return switch (Proofs.publishing(visit.newsroom()).copy(visit.account(), id)) {
      case Publishing.Outcome.Saved(String copy, int revision) ->
          visit.backWithUndo(
              "/articles/" + copy, "/articles/" + copy + "/bin", Map.of(), "flow.copied");
      case Publishing.Outcome.Refused(String key, var at) ->
          Desks.refuse(visit, "/articles/" + id, key, at);
      case Publishing.Outcome.Out o -> throw new IllegalStateException("a copy was published");
      case Publishing.Outcome.Gone g -> throw new IllegalStateException("a copy was taken down");
    };
  }
}
