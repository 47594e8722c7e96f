package press.tamizdat.desk.writing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.Article;
import press.tamizdat.article.Comments;
import press.tamizdat.article.Flow;
import press.tamizdat.article.Locks;
import press.tamizdat.article.Manuscript;
import press.tamizdat.article.Saving;
import press.tamizdat.article.Stage;
import press.tamizdat.article.WorkingCopies;
import press.tamizdat.desk.DeskAction;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;

/** Saves the writing page, and goes on to where its button leads. */
record SaveArticle(WritingRoom room) implements DeskAction {
  @Override
  public Reply act(Visit visit) {
    visit.require(Right.WRITE);
    Article article = room.article(visit);
    String page = "/articles/" + article.id();
    Manuscript manuscript =
        WritingRoom.manuscript(visit, article, Titles.isPublished(room, article.id()));
    Optional<Locks.Seat> other =
        room.locks
            .holder(article.id())
            .filter(holder -> !holder.account().equals(visit.account().id()));
    if (other.isPresent()) {
      WorkingCopies.Kept kept = room.copies.keep(manuscript);
      return kept.newer()
          ? Reply.seeOther(page + "/working-copy")
          : visit.refuse(page, "writing.save.held", other.get().name());
    }
    return switch (room.revisions.save(manuscript)) {
      case Saving.Newer newer -> Reply.seeOther(page + "/working-copy");
      case Saving.Saved(int number) -> onward(visit, page, "writing.save.saved", number);
      case Saving.Unchanged(int number) -> onward(visit, page, "writing.save.unchanged", number);
    };
  }

  private Reply onward(Visit visit, String page, String key, int number) {
    String find = visit.form().text("find").strip();
    return switch (visit.form().text("then")) {
      case "preview" -> Reply.seeOther(page + "/preview");
      case "publication" -> Reply.seeOther(page + "/publication");
      case "submission" -> submit(visit, page);
      case "find" ->
          Reply.seeOther(
              page + "?find=" + URLEncoder.encode(find, StandardCharsets.UTF_8) + "#related");
      default -> visit.back(page, key, number);
    };
  }

  private Reply submit(Visit visit, String page) {
    var newsroom = room.newsroom;
    Comments comments = new Comments(newsroom.database(), newsroom.clock(), newsroom.random());
    Flow flow = new Flow(newsroom.database(), newsroom.clock(), comments);
    return switch (flow.submit(visit.account(), visit.part("id"))) {
      case Flow.Outcome.Refused(String key, var at) -> visit.refuse(page, key);
      case Flow.Outcome.Done done -> Reply.seeOther("/");
      case Flow.Outcome.Moved(Stage from, Stage to) ->
          visit.backWithUndo(
              "/",
              page + "/stage",
              Map.of("from", to.word(), "to", from.word(), "back", page),
              "flow.moved." + to.word());
    };
  }
}
