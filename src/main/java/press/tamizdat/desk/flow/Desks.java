package press.tamizdat.desk.flow;

import java.time.Instant;
import java.util.Optional;
import press.tamizdat.article.Board;
import press.tamizdat.article.BoardCard;
import press.tamizdat.article.Comments;
import press.tamizdat.article.Flow;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;

/** What the actions of this area share. */
final class Desks {
  private Desks() {}

  /** The article that the address names. */
  static BoardCard article(Visit visit) {
    String id = visit.part("id");
    return visit
        .newsroom()
        .database()
        .read(handle -> new Board(handle, visit.account().id()).card(id))
        .orElseThrow(() -> new Unacceptable(404, "there is no such article"));
  }

  static Comments comments(Visit visit) {
    return new Comments(
        visit.newsroom().database(), visit.newsroom().clock(), visit.newsroom().random());
  }

  static Flow flow(Visit visit) {
    return new Flow(visit.newsroom().database(), visit.newsroom().clock(), comments(visit));
  }

  /** Where an action came from: a path of the desk that the form names, or the board. */
  static String origin(Visit visit) {
    String path = visit.form().text("back");
    return path.matches("/(?:[a-z0-9?&=/.-]*)") && !path.startsWith("//") ? path : "/";
  }

  /** What a refusal says, with the moment it speaks of. */
  static String said(Visit visit, String key, Optional<Instant> at) {
    Clockface clock = Clockface.of(visit);
    return at.map(t -> visit.say(key, clock.moment(t) + " (" + clock.zoneAt(t) + ")"))
        .orElseGet(() -> visit.say(key));
  }

  static Reply refuse(Visit visit, String path, String key, Optional<Instant> at) {
    Clockface clock = Clockface.of(visit);
    return at.map(t -> visit.refuse(path, key, clock.moment(t) + " (" + clock.zoneAt(t) + ")"))
        .orElseGet(() -> visit.refuse(path, key));
  }
}
