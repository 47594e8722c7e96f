package press.tamizdat.desk.house;

import java.util.List;
import java.util.Optional;
import press.tamizdat.article.Articles;
import press.tamizdat.article.Photos;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Account;
import press.tamizdat.staff.Accounts;
import press.tamizdat.staff.Audit;
import press.tamizdat.staff.Right;

/** The book of what was done, by whom and when. */
final class AuditPages {
  private static final String PATH = "/audit";
  private static final int PAGE = 100;

  private final Newsroom newsroom;
  private final Accounts accounts;
  private final Articles articles;
  private final Photos photos;

  AuditPages(Newsroom newsroom) {
    this.newsroom = newsroom;
    this.accounts = Names.of(newsroom);
    this.articles = new Articles(newsroom.database(), newsroom.clock(), newsroom.random());
    this.photos = new Photos(newsroom.database(), newsroom.photos(), newsroom.clock());
  }

  void open(DeskRoutes routes) {
    routes.get(PATH, this::list);
  }

  private Reply list(Visit visit) {
    visit.require(Right.MANAGE);
    Optional<String> who = given(visit, "who");
    Optional<String> what = given(visit, "what");
    String typed = visit.query().text("before");
    long before = typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : Long.MAX_VALUE;
    List<Audit.Line> lines =
        newsroom.database().read(h -> Audit.newest(h, who, what, before, PAGE + 1));
    List<String> actions = newsroom.database().read(Audit::actions);
    Optional<String> older =
        lines.size() > PAGE
            ? Optional.of(
                PATH
                    + "?before="
                    + lines.get(PAGE - 1).number()
                    + who.map(w -> "&who=" + w).orElse("")
                    + what.map(w -> "&what=" + w).orElse(""))
            : Optional.empty();
    return visit.page(
        visit.say("house.audit"),
        "house/audit",
        new AuditView(
            lines.stream().limit(PAGE).map(l -> row(visit, l)).toList(),
            accounts.all().stream()
                .map(
                    a ->
                        new Field.Option(
                            a.id(), a.penName(), who.filter(a.id()::equals).isPresent()))
                .toList(),
            actions.stream()
                .map(a -> new Field.Option(a, name(visit, a), what.filter(a::equals).isPresent()))
                .toList(),
            older));
  }

  private static Optional<String> given(Visit visit, String name) {
    return Optional.of(visit.query().text(name)).filter(text -> text.matches("[a-z0-9.-]{1,60}"));
  }

  private AuditView.Row row(Visit visit, Audit.Line line) {
    String who =
        line.account()
            .flatMap(accounts::find)
            .map(Account::penName)
            .orElseGet(() -> visit.say("house.program"));
    Optional<String> headline =
        line.object().matches("[0-9a-f]{24}")
            ? articles.find(line.object()).map(a -> a.content().headline())
            : Optional.empty();
    return headline
        .map(
            h ->
                new AuditView.Row(
                    Clockface.of(visit).moment(line.at()),
                    who,
                    name(visit, line.action()),
                    "/articles/" + line.object(),
                    h.isBlank() ? visit.say("house.translations.untitled") : h))
        .or(() -> photo(visit, line, who))
        .orElseGet(
            () ->
                new AuditView.Row(
                    Clockface.of(visit).moment(line.at()),
                    who,
                    said(visit, line.action(), line.object()),
                    "",
                    ""));
  }

  private Optional<AuditView.Row> photo(Visit visit, Audit.Line line, String who) {
    return Optional.of(line.object())
        .filter(object -> object.matches("[0-9a-f]{32}"))
        .flatMap(photos::find)
        .map(
            photo ->
                new AuditView.Row(
                    Clockface.of(visit).moment(line.at()),
                    who,
                    name(visit, line.action()),
                    "/photos/" + photo.id(),
                    photo.text().caption().isBlank()
                        ? visit.say("house.audit.photo")
                        : photo.text().caption()));
  }

  /** An action in words, with what it was done to. */
  static String said(Visit visit, String action, String object) {
    String name = name(visit, action);
    return object.isEmpty() ? name : name + ": " + object;
  }

  /** What no area has words for is shown as it was noted. */
  private static String name(Visit visit, String action) {
    for (String key : List.of("audit." + action, "house.did." + action)) {
      if (visit.words().lines().containsKey(key)) {
        return visit.say(key);
      }
    }
    return action;
  }
}
