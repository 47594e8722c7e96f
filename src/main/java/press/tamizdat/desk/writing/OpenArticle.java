package press.tamizdat.desk.writing;

import java.util.HexFormat;
import java.util.Optional;
import press.tamizdat.article.Article;
import press.tamizdat.article.Content;
import press.tamizdat.article.Locks;
import press.tamizdat.article.Revision;
import press.tamizdat.article.WorkingCopy;
import press.tamizdat.desk.DeskAction;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;

/** Opens the writing page, for writing if nobody else is at it. */
record OpenArticle(WritingRoom room) implements DeskAction {
  private static final int PAGE_BYTES = 12;

  @Override
  public Reply act(Visit visit) {
    visit.require(Right.WRITE);
    Article article = room.article(visit);
    String account = visit.account().id();
    Locks.Seat seat = room.seat(visit, newPage());
    Locks.Seat holder = room.locks.open(article.id(), seat);
    boolean mine = holder.equals(seat);
    if (mine) {
      room.revisions.settleOthers(article.id(), account, Revision.Kind.LEFT);
      article = room.article(visit);
    }
    Optional<WorkingCopy> copy = room.copies.find(article.id(), account);
    boolean withMine = visit.query().text("text").equals("mine") && copy.isPresent();
    if (withMine) {
      room.copies.adopt(copy.get(), seat.page(), article.revision());
    }
    Content content = withMine ? copy.get().content() : article.content();
    var view =
        new WritingViews(room, visit, article)
            .view(
                seat.page(),
                content.withRecordOf(article.content()),
                withMine ? Optional.empty() : copy,
                mine ? Optional.empty() : Optional.of(holder.name()));
    String title =
        content.headline().isEmpty() ? visit.say("writing.untitled") : content.headline();
    return visit.page(title, "writing/writing", view, "writing.js");
  }

  private String newPage() {
    byte[] page = new byte[PAGE_BYTES];
    room.newsroom.random().nextBytes(page);
    return HexFormat.of().formatHex(page);
  }
}
