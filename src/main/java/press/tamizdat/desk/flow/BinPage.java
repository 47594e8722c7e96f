package press.tamizdat.desk.flow;

import java.util.List;
import press.tamizdat.article.Board;
import press.tamizdat.article.BoardCard;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;

/** {@code GET /bin}: drafts that were thrown away. */
final class BinPage {
  private BinPage() {}

  static Reply show(Visit visit) {
    visit.require(Right.WRITE);
    Clockface clock = Clockface.of(visit);
    List<BinView.Thrown> thrown =
        visit
            .newsroom()
            .database()
            .read(handle -> new Board(handle, visit.account().id()).bin())
            .stream()
            .map(card -> thrown(visit, clock, card))
            .toList();
    return visit.page(visit.say("flow.bin"), "flow/bin", new BinView(thrown));
  }

  private static BinView.Thrown thrown(Visit visit, Clockface clock, BoardCard card) {
    String headline = card.content().headline();
    return new BinView.Thrown(
        card.standing().id(),
        headline.isBlank() ? visit.say("flow.untitled") : headline,
        card.content().language().tag(),
        card.content().language().direction(),
        card.standing().binned().map(clock::moment).orElse(""));
  }
}
