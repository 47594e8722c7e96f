package press.tamizdat.desk.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import press.tamizdat.article.PublicationSettings.Act;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.Publication.Page;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.staff.Right;

/** Pages of running text that are not articles: about, privacy, and those that are added. */
record TextPages(Saving saving) {
  private static final String ALL = "/pages";
  private static final String ABOUT = "about";
  private static final String PRIVACY = "privacy";

  void open(DeskRoutes routes) {
    routes.get(ALL, this::list);
    routes.get("/pages/+", this::blank);
    routes.post(ALL, this::add);
    routes.get("/pages/{slug}", this::edit);
    routes.post("/pages/{slug}", this::change);
    routes.get("/pages/{slug}/removal", this::ask);
    routes.post("/pages/{slug}/removal", this::remove);
  }

  private Reply list(Visit visit) {
    visit.require(Right.MANAGE);
    Publication now = saving.now();
    List<ListView.Row> rows = new ArrayList<>();
    rows.add(row(visit, ABOUT, visit.say("house.pages.about"), now.about()));
    rows.add(row(visit, PRIVACY, visit.say("house.pages.privacy"), now.privacy()));
    now.pages()
        .forEach(
            p -> rows.add(row(visit, p.slug(), In.desk(visit, p.title(), p.slug()), p.body())));
    return visit.page(
        visit.say("house.pages"),
        "house/list",
        new ListView(
            ALL,
            visit.say("house.pages.intro"),
            visit.say("house.pages.affects"),
            Optional.of(new ListView.Add("/pages/+", visit.say("house.pages.add"))),
            false,
            rows,
            "",
            Optional.empty()));
  }

  private static ListView.Row row(
      Visit visit, String slug, String title, Map<Language, String> texts) {
    String languages =
        visit.publication().languages().stream()
            .filter(texts::containsKey)
            .map(l -> Typed.languageName(visit, l))
            .collect(Collectors.joining(", "));
    return new ListView.Row(
        ALL + "/" + slug,
        title,
        slug,
        languages.isEmpty() ? visit.say("house.pages.unwritten") : languages,
        true,
        true);
  }

  private Reply blank(Visit visit) {
    visit.require(Right.MANAGE);
    return form(visit, Optional.empty(), new Page("", Map.of(), Map.of()), List.of());
  }

  private Reply edit(Visit visit) {
    visit.require(Right.MANAGE);
    Page page = find(visit);
    return form(visit, Optional.of(page.slug()), page, List.of());
  }

  /** The two that every publication has are shown as the others. */
  private Page find(Visit visit) {
    String slug = visit.part("slug");
    Publication now = saving.now();
    return switch (slug) {
      case ABOUT -> new Page(slug, Map.of(), now.about());
      case PRIVACY -> new Page(slug, Map.of(), now.privacy());
      default -> now.page(slug).orElseThrow(() -> new Unacceptable(404, "no such page"));
    };
  }

  private static boolean isOwn(String slug) {
    return slug.equals(ABOUT) || slug.equals(PRIVACY);
  }

  private Reply form(Visit visit, Optional<String> known, Page page, List<String> faults) {
    boolean own = isOwn(known.orElse(""));
    List<FormView.Group> groups = new ArrayList<>();
    List<Language> languages = visit.publication().languages();
    List<Field> titles =
        Typed.fields(visit, Field.Kind.LINE, "title", "house.pages.title", page.title());
    List<Field> bodies =
        Typed.fields(visit, Field.Kind.HTML, "body", "house.pages.body", page.body());
    for (int i = 0; i < languages.size(); i++) {
      Field body = bodies.get(i).hint(visit.say("house.html"));
      groups.add(new FormView.Group("", own ? List.of(body) : List.of(titles.get(i), body)));
    }
    if (!own) {
      groups.add(new FormView.Group("", List.of(In.slug(visit, known, page.slug()))));
    }
    return visit.page(
        faults.isEmpty() ? 200 : 422,
        title(visit, known, page),
        "house/form",
        new FormView(
            ALL,
            own ? visit.say("house.pages." + page.slug() + ".intro") : "",
            visit.say("house.pages.affects"),
            known.map(slug -> ALL + "/" + slug).orElse(ALL),
            saving.settings().number(),
            groups,
            faults,
            known.filter(slug -> !isOwn(slug)).map(slug -> ALL + "/" + slug + "/removal"),
            Optional.empty(),
            ALL));
  }

  private static String title(Visit visit, Optional<String> known, Page page) {
    if (known.isEmpty()) {
      return visit.say("house.pages.add");
    }
    return isOwn(known.get())
        ? visit.say("house.pages." + known.get())
        : In.desk(visit, page.title(), page.slug());
  }

  private static Page typed(Visit visit, String slug, Page before) {
    List<Language> languages = visit.publication().languages();
    var form = visit.form();
    return new Page(
        slug,
        Typed.over(before.title(), Typed.lines(form, "title", languages), languages),
        Typed.over(before.body(), Typed.html(form, "body", languages), languages));
  }

  private Reply add(Visit visit) {
    visit.require(Right.MANAGE);
    Map<Language, String> titles =
        Typed.lines(visit.form(), "title", visit.publication().languages());
    Page page = typed(visit, Typed.slug(visit.form(), titles), new Page("", Map.of(), Map.of()));
    return saving.save(
        visit,
        new Act(visit.account().id(), "page", page.slug()),
        p -> p.page(page.slug()),
        p -> p.withPages(In.plus(p.pages(), page)),
        ALL,
        faults -> form(visit, Optional.empty(), page, faults));
  }

  private Reply change(Visit visit) {
    visit.require(Right.MANAGE);
    Page before = find(visit);
    Page page = typed(visit, before.slug(), before);
    return saving.save(
        visit,
        new Act(visit.account().id(), "page", page.slug()),
        p -> part(p, page.slug()),
        p -> with(p, page),
        ALL,
        faults -> form(visit, Optional.of(page.slug()), page, faults));
  }

  private static Object part(Publication p, String slug) {
    return switch (slug) {
      case ABOUT -> p.about();
      case PRIVACY -> p.privacy();
      default -> p.page(slug);
    };
  }

  private static Publication with(Publication p, Page page) {
    return switch (page.slug()) {
      case ABOUT -> p.withAbout(page.body());
      case PRIVACY -> p.withPrivacy(page.body());
      default -> p.withPages(In.with(p.pages(), Page::slug, page));
    };
  }

  private Reply ask(Visit visit) {
    visit.require(Right.MANAGE);
    Page page = find(visit);
    return visit.page(
        visit.say("house.remove", In.desk(visit, page.title(), page.slug())),
        "house/confirm",
        new ConfirmView(
            ALL,
            visit.say("house.pages.remove"),
            List.of(),
            ALL + "/" + page.slug() + "/removal",
            visit.say("house.remove.button"),
            ALL + "/" + page.slug()));
  }

  private Reply remove(Visit visit) {
    visit.require(Right.MANAGE);
    String slug = find(visit).slug();
    return saving.save(
        visit,
        new Act(visit.account().id(), "page-removal", slug),
        p -> p.withPages(p.pages().stream().filter(g -> !g.slug().equals(slug)).toList()),
        ALL);
  }
}
