package press.tamizdat.desk.writing;

import press.tamizdat.article.Article;
import press.tamizdat.article.Revision;
import press.tamizdat.desk.DeskAction;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;

/**
 * Takes the article over from whoever writes in it. Their text, as far as it has arrived, becomes a
 * revision with their name; they are told at their page's next heartbeat.
 */
record TakeLock(WritingRoom room) implements DeskAction {
  @Override
  public Reply act(Visit visit) {
    visit.require(Right.WRITE);
    Article article = room.article(visit);
    room.locks.take(article.id(), room.seat(visit, visit.form().text("page")));
    room.revisions.settleOthers(article.id(), visit.account().id(), Revision.Kind.TAKEN_OVER);
    if (visit.call().wantsJson()) {
      int newest = room.article(visit).revision();
      return Reply.json(200, Heartbeat.taken(visit, article.revision(), newest));
    }
    return Reply.seeOther("/articles/" + article.id());
  }
}
