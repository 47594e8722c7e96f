package press.tamizdat.desk.writing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.Article;
import press.tamizdat.article.Locks;
import press.tamizdat.article.Manuscript;
import press.tamizdat.article.Revision;
import press.tamizdat.article.Saving;
import press.tamizdat.article.WorkingCopies;
import press.tamizdat.article.WorkingCopy;
import press.tamizdat.article.compare.Comparison;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;

/** What is typed and not yet saved: kept every few seconds, compared, and decided about. */
record WorkingCopyPages(WritingRoom room) {
  /** Autosave and heartbeat in one. */
  Reply keep(Visit visit) {
    visit.require(Right.WRITE);
    Optional<Article> article = room.articles.find(visit.part("id"));
    if (article.isEmpty()) {
      return Reply.json(
          404, Map.of("state", "refused", "message", visit.say("writing.heard.refused")));
    }
    return Reply.json(200, keep(visit, article.get()).json(visit));
  }

  private Heartbeat keep(Visit visit, Article article) {
    String id = article.id();
    Manuscript manuscript = WritingRoom.manuscript(visit, article, Titles.isPublished(room, id));
    boolean dirty = visit.form().text("dirty").equals("1");
    Locks.Seat seat = room.seat(visit, manuscript.page());
    Locks.Seat holder = room.locks.hear(id, seat);
    boolean mine = holder.equals(seat);
    boolean myOtherPage = !mine && holder.account().equals(seat.account());
    if (dirty && myOtherPage) {
      room.copies.setAside(manuscript);
    }
    WorkingCopies.Kept kept =
        dirty && !myOtherPage ? room.copies.keep(manuscript) : room.copies.look(manuscript);
    String state = kept.newer() ? "newer" : "kept";
    return new Heartbeat(
        mine ? state : "locked", kept, holder.name(), mine, room.locks.others(id, seat.account()));
  }

  /** Both versions, and the question which to go on with. */
  Reply compare(Visit visit) {
    visit.require(Right.WRITE);
    Article article = room.article(visit);
    Optional<WorkingCopy> copy = room.copies.find(article.id(), visit.account().id());
    if (copy.isEmpty()) {
      return Reply.seeOther("/articles/" + article.id());
    }
    Revision newest = room.revisions.find(article.id(), article.revision()).orElseThrow();
    var view =
        new ChoiceView(
            article.id(),
            newest.number(),
            room.penName(newest.author()),
            WritingRoom.moment(visit, newest.at()),
            WritingRoom.moment(visit, copy.get().at()),
            copy.get().newer(),
            Comparison.of(newest.content(), copy.get().content().withRecordOf(newest.content())));
    return visit.page(visit.say("writing.choice.title"), "writing/choice", view);
  }

  Reply choose(Visit visit) {
    visit.require(Right.WRITE);
    Article article = room.article(visit);
    String page = "/articles/" + article.id();
    String account = visit.account().id();
    Optional<WorkingCopy> copy = room.copies.find(article.id(), account);
    if (copy.isEmpty()) {
      return visit.back(page, "writing.choice.nothing");
    }
    return switch (visit.form().text("choice")) {
      case "mine" -> keepMine(visit, page, copy.get());
      case "theirs" -> {
        room.copies.setAside(article.id(), account);
        yield visit.back(page, "writing.choice.aside");
      }
      default -> Reply.seeOther(page + "?text=mine");
    };
  }

  private Reply keepMine(Visit visit, String page, WorkingCopy copy) {
    Manuscript old = copy.manuscript();
    int seen = WritingRoom.number(visit.form().text("newest"));
    List<String> holder =
        room.locks.holder(old.article()).stream()
            .filter(h -> !h.account().equals(old.account()))
            .map(Locks.Seat::name)
            .toList();
    if (!holder.isEmpty()) {
      return visit.refuse(page, "writing.save.held", holder.getFirst());
    }
    Saving saving =
        room.revisions.save(
            new Manuscript(old.article(), old.account(), old.page(), seen, old.content()));
    return switch (saving) {
      case Saving.Newer newer -> visit.refuse(page + "/working-copy", "writing.choice.again");
      case Saving.Saved(int number) -> visit.back(page, "writing.save.saved", number);
      case Saving.Unchanged(int number) -> visit.back(page, "writing.save.unchanged", number);
    };
  }
}
