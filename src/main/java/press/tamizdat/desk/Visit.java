package press.tamizdat.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.published.Publication;
import press.tamizdat.desk.letters.Reminder;
import press.tamizdat.platform.text.Messages;
import press.tamizdat.platform.web.Call;
import press.tamizdat.platform.web.Fields;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Account;
import press.tamizdat.staff.Right;
import press.tamizdat.staff.Sessions;

/** A request of somebody who is signed in, and what can be answered. */
public final class Visit {
  private final Call call;
  private final Sessions.Session session;
  private final Newsroom newsroom;
  private final Flashes flashes;
  private final Messages words;

  Visit(Call call, Sessions.Session session, Newsroom newsroom, Flashes flashes) {
    this.call = call;
    this.session = session;
    this.newsroom = newsroom;
    this.flashes = flashes;
    this.words = Words.in(session.account().language());
  }

  public Call call() {
    return call;
  }

  public Account account() {
    return session.account();
  }

  public Sessions.Session session() {
    return session;
  }

  public Newsroom newsroom() {
    return newsroom;
  }

  /** The publication as it is now. */
  public Publication publication() {
    return newsroom.publication().get();
  }

  /** The desk's words in this person's language. */
  public Messages words() {
    return words;
  }

  public String say(String key, Object... values) {
    return words.say(key, values);
  }

  public String part(String name) {
    return call.part(name);
  }

  public Fields form() {
    return call.form();
  }

  public Fields query() {
    return call.query();
  }

  /** Goes no further with somebody who may not do this; they are told so. */
  public void require(Right right) {
    if (!account().may(right)) {
      throw new Forbidden(right);
    }
  }

  /**
   * A whole page.
   *
   * @param title as it is shown, not a key
   * @param template under {@code desk/}, such as {@code board/board}
   * @param scripts further scripts that it needs, such as {@code writing.js}
   */
  public Reply page(String title, String template, Object view, String... scripts) {
    return page(200, title, template, view, scripts);
  }

  /** A whole page with another status than 200, such as 422 for a form with faults. */
  public Reply page(int status, String title, String template, Object view, String... scripts) {
    Frame frame =
        new Frame(
            title,
            Desk.nameOf(publication(), account().language()),
            call.path(),
            List.of(scripts),
            flashes.take(session.hash()),
            Optional.of(account()),
            account().may(Right.PUBLISH) ? Reminder.of(this) : Optional.empty(),
            words);
    return Reply.html(status, Sheets.print(template, frame, view));
  }

  /** A page that is only a message: nothing here, not yours to do. */
  public Reply notice(int status, String key, Object... values) {
    return page(status, say("desk.notice"), "message", say(key, values));
  }

  /** To another page, which says this. */
  public Reply back(String path, String key, Object... values) {
    return back(path, new Flash(say(key, values), true, Optional.empty()));
  }

  /** To another page, which says that this did not happen. */
  public Reply refuse(String path, String key, Object... values) {
    return back(path, new Flash(say(key, values), false, Optional.empty()));
  }

  /** To another page, which says this and offers to take it back. */
  public Reply backWithUndo(
      String path, String undoPath, Map<String, String> undoFields, String key, Object... values) {
    return back(
        path, new Flash(say(key, values), true, Optional.of(new Flash.Undo(undoPath, undoFields))));
  }

  private Reply back(String path, Flash flash) {
    flashes.put(session.hash(), flash);
    return Reply.seeOther(path);
  }
}
