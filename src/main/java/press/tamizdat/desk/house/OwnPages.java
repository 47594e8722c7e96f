package press.tamizdat.desk.house;

import java.util.List;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.Visit;
import press.tamizdat.desk.Words;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Accounts;
import press.tamizdat.staff.Sessions;

/** What everybody sets for themselves. */
final class OwnPages {
  private final Accounts accounts;
  private final Sessions sessions;

  OwnPages(Newsroom newsroom) {
    this.accounts = Names.of(newsroom);
    this.sessions = new Sessions(newsroom.database(), newsroom.clock(), newsroom.random());
  }

  void open(DeskRoutes routes) {
    routes.get("/me", this::show);
    routes.post("/me/language", this::speak);
    routes.post("/me/sign-out-everywhere", this::leaveEverywhere);
  }

  private Reply show(Visit visit) {
    return visit.page(
        visit.say("house.me"),
        "house/me",
        new OwnView(
            visit.account().penName(),
            visit.account().role().word(),
            languages(visit.account().language())));
  }

  /** The languages that the desk speaks, each in its own. */
  static List<Field.Option> languages(Language chosen) {
    return Words.LANGUAGES.stream()
        .map(l -> new Field.Option(l.tag(), Words.in(l).say("house.language"), l.equals(chosen)))
        .toList();
  }

  static Language language(String tag) {
    return Words.LANGUAGES.stream()
        .filter(l -> l.tag().equals(tag))
        .findFirst()
        .orElse(Words.LANGUAGES.getFirst());
  }

  private Reply speak(Visit visit) {
    Language language = language(visit.form().text("language"));
    accounts.speak(visit.account().id(), language);
    return visit.back("/me", "house.me.spoken", Words.in(language).say("house.language"));
  }

  private Reply leaveEverywhere(Visit visit) {
    sessions.endAll(visit.account().id());
    return Reply.seeOther("/");
  }
}
