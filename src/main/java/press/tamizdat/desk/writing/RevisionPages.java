package press.tamizdat.desk.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.Article;
import press.tamizdat.article.Revision;
import press.tamizdat.article.Revisions;
import press.tamizdat.article.compare.Comparison;
import press.tamizdat.article.compare.WordBalance;
import press.tamizdat.desk.Visit;
import press.tamizdat.desk.flow.Heading;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.staff.Right;

/** The versions of an article: the list, one, two side by side, one restored. */
record RevisionPages(WritingRoom room) {
  private static final int MOST = 50;

  Reply list(Visit visit) {
    visit.require(Right.WRITE);
    Article article = room.article(visit);
    if (visit.query().has("a") && visit.query().has("b")) {
      return Reply.seeOther(
          "/articles/%s/revisions/%d/%d"
              .formatted(
                  article.id(),
                  WritingRoom.number(visit.query().text("a")),
                  WritingRoom.number(visit.query().text("b"))));
    }
    int before = WritingRoom.number(visit.query().text("before"));
    List<Revision> newestFirst =
        room.revisions.newestFirst(
            article.id(), before == 0 ? Integer.MAX_VALUE : before, MOST + 1);
    List<RevisionsView.Line> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, newestFirst.size()); i++) {
      Optional<Revision> older =
          i + 1 < newestFirst.size() ? Optional.of(newestFirst.get(i + 1)) : Optional.empty();
      lines.add(line(visit, newestFirst.get(i), older));
    }
    boolean more = newestFirst.size() > MOST;
    return visit.page(
        visit.say("writing.revisions.title"),
        "writing/revisions",
        new RevisionsView(
            article.id(),
            Heading.of(visit, article.id(), "flow.tab.revisions"),
            article.revision(),
            lines,
            more));
  }

  private RevisionsView.Line line(Visit visit, Revision revision, Optional<Revision> older) {
    WordBalance balance =
        older
            .map(o -> WordBalance.between(o.content(), revision.content()))
            .orElseGet(() -> new WordBalance(WordBalance.count(revision.content()), 0));
    return new RevisionsView.Line(
        revision.number(),
        older.isPresent(),
        WritingRoom.moment(visit, revision.at()),
        room.penName(revision.author()),
        visit.say(
            "writing.kind." + revision.kind().word(),
            revision.of().map(Object.class::cast).orElse("")),
        revision.published().map(at -> WritingRoom.moment(visit, at)),
        balance.added(),
        balance.removed());
  }

  Reply show(Visit visit) {
    visit.require(Right.WRITE);
    Article article = room.article(visit);
    Revision revision = revision(visit, "n");
    var view =
        new RevisionView(
            line(visit, revision, room.revisions.find(article.id(), revision.number() - 1)),
            article.id(),
            article.revision(),
            revision.content(),
            RevisionView.onScreen(revision.content().body()));
    return visit.page(
        visit.say("writing.revision.title", revision.number()), "writing/revision", view);
  }

  Reply compare(Visit visit) {
    visit.require(Right.WRITE);
    Article article = room.article(visit);
    Revision a = revision(visit, "a");
    Revision b = revision(visit, "b");
    Revision older = a.number() <= b.number() ? a : b;
    Revision newer = a.number() <= b.number() ? b : a;
    var view =
        new CompareView(
            article.id(),
            article.content().headline(),
            article.revision(),
            line(visit, older, Optional.empty()),
            line(visit, newer, Optional.empty()),
            Comparison.of(older.content(), newer.content()));
    return visit.page(
        visit.say("writing.compare.title", older.number(), newer.number()),
        "writing/compare",
        view);
  }

  Reply restore(Visit visit) {
    visit.require(Right.WRITE);
    Article article = room.article(visit);
    int number = WritingRoom.number(visit.part("n"));
    String page = "/articles/" + article.id();
    Optional<String> other =
        room.locks
            .holder(article.id())
            .filter(holder -> !holder.account().equals(visit.account().id()))
            .map(holder -> holder.name());
    if (other.isPresent()) {
      return visit.refuse(page + "/revisions", "writing.restore.held", other.get());
    }
    return switch (room.revisions.restore(article.id(), number, visit.account().id())) {
      case Revisions.Restoration.Restored(int revision, int before) ->
          visit.backWithUndo(
              page,
              page + "/revisions/" + before + "/restoration",
              Map.of(),
              "writing.restore.done",
              number,
              revision);
      case Revisions.Restoration.Unchanged() ->
          visit.back(page, "writing.restore.unchanged", number);
      case Revisions.Restoration.NoSuchRevision() -> throw missing();
    };
  }

  private Revision revision(Visit visit, String part) {
    return room.revisions
        .find(visit.part("id"), WritingRoom.number(visit.part(part)))
        .orElseThrow(RevisionPages::missing);
  }

  private static Unacceptable missing() {
    return new Unacceptable(404, "there is no such version");
  }
}
