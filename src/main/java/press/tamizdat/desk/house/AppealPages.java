package press.tamizdat.desk.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.PublicationSettings.Act;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.Publication.Appeal;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;

/** The message to readers under each article, and the line on top of every page. */
record AppealPages(Saving saving) {
  private static final String PATH = "/appeal";

  void open(DeskRoutes routes) {
    routes.get(PATH, this::show);
    routes.post(PATH, this::change);
  }

  private Reply show(Visit visit) {
    visit.require(Right.MANAGE);
    return form(visit, saving.now().appeal(), List.of());
  }

  private Reply form(Visit visit, Map<Language, Appeal> appeal, List<String> faults) {
    Map<Language, String> titles = new LinkedHashMap<>();
    Map<Language, String> bodies = new LinkedHashMap<>();
    Map<Language, String> banners = new LinkedHashMap<>();
    appeal.forEach(
        (language, a) -> {
          titles.put(language, a.title());
          bodies.put(language, a.body());
          banners.put(language, a.banner());
        });
    List<Field> title = Typed.fields(visit, Field.Kind.LINE, "title", "house.appeal.title", titles);
    List<Field> body = Typed.fields(visit, Field.Kind.HTML, "body", "house.appeal.body", bodies);
    List<Field> banner =
        Typed.fields(visit, Field.Kind.LINE, "banner", "house.appeal.banner", banners);
    List<FormView.Group> groups = new ArrayList<>();
    for (int i = 0; i < title.size(); i++) {
      groups.add(
          new FormView.Group(
              "",
              List.of(
                  title.get(i),
                  body.get(i).hint(visit.say("house.html")),
                  banner.get(i).hint(visit.say("house.appeal.banner.hint")))));
    }
    return visit.page(
        faults.isEmpty() ? 200 : 422,
        visit.say("house.appeal"),
        "house/form",
        new FormView(
            PATH,
            visit.say("house.appeal.intro"),
            visit.say("house.appeal.affects"),
            PATH,
            saving.settings().number(),
            groups,
            faults,
            Optional.empty(),
            Optional.empty(),
            PATH));
  }

  private Reply change(Visit visit) {
    visit.require(Right.MANAGE);
    List<Language> languages = visit.publication().languages();
    Map<Language, String> titles = Typed.lines(visit.form(), "title", languages);
    Map<Language, String> bodies = Typed.html(visit.form(), "body", languages);
    Map<Language, String> banners = Typed.lines(visit.form(), "banner", languages);
    Map<Language, Appeal> typed = new LinkedHashMap<>();
    for (Language language : languages) {
      Appeal appeal =
          new Appeal(
              titles.getOrDefault(language, ""),
              bodies.getOrDefault(language, ""),
              banners.getOrDefault(language, ""));
      if (!appeal.equals(new Appeal("", "", ""))) {
        typed.put(language, appeal);
      }
    }
    Map<Language, Appeal> all = Typed.over(saving.now().appeal(), typed, languages);
    return saving.save(
        visit,
        new Act(visit.account().id(), "appeal", ""),
        Publication::appeal,
        p -> p.withAppeal(all),
        PATH,
        faults -> form(visit, all, faults));
  }
}
