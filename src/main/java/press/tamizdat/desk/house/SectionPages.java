package press.tamizdat.desk.house;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.PublicationSettings.Act;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.Publication.Section;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.staff.Right;

/** The parts of the paper, in their order. */
record SectionPages(Saving saving) {
  private static final String ALL = "/sections";

  void open(DeskRoutes routes) {
    routes.get(ALL, this::list);
    routes.get("/sections/+", this::blank);
    routes.post(ALL, this::add);
    routes.get("/sections/{slug}", this::edit);
    routes.post("/sections/{slug}", this::change);
    routes.post("/sections/{slug}/place", this::move);
    routes.get("/sections/{slug}/removal", this::ask);
    routes.post("/sections/{slug}/removal", this::remove);
  }

  private Reply list(Visit visit) {
    visit.require(Right.MANAGE);
    List<Section> sections = saving.now().sections();
    List<ListView.Row> rows = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      Section s = sections.get(i);
      rows.add(
          new ListView.Row(
              ALL + "/" + s.slug(),
              In.desk(visit, s.name(), s.slug()),
              s.slug(),
              In.others(visit, s.name()),
              i == 0,
              i == sections.size() - 1));
    }
    return visit.page(
        visit.say("house.sections"),
        "house/list",
        new ListView(
            ALL,
            visit.say("house.sections.intro"),
            visit.say("house.sections.affects"),
            Optional.of(new ListView.Add("/sections/+", visit.say("house.sections.add"))),
            true,
            rows,
            "",
            Optional.empty()));
  }

  private Reply blank(Visit visit) {
    visit.require(Right.MANAGE);
    return form(visit, Optional.empty(), new Section("", Map.of()), List.of());
  }

  private Reply edit(Visit visit) {
    visit.require(Right.MANAGE);
    Section section = find(visit);
    return form(visit, Optional.of(section.slug()), section, List.of());
  }

  private Section find(Visit visit) {
    return saving
        .now()
        .section(visit.part("slug"))
        .orElseThrow(() -> new Unacceptable(404, "no such section"));
  }

  private Reply form(Visit visit, Optional<String> known, Section section, List<String> faults) {
    List<Field> fields =
        new ArrayList<>(Typed.fields(visit, Field.Kind.LINE, "name", "house.name", section.name()));
    fields.add(In.slug(visit, known, section.slug()));
    String title =
        known.isPresent()
            ? In.desk(visit, section.name(), section.slug())
            : visit.say("house.sections.add");
    return visit.page(
        faults.isEmpty() ? 200 : 422,
        title,
        "house/form",
        new FormView(
            ALL,
            "",
            visit.say("house.sections.affects"),
            known.map(slug -> ALL + "/" + slug).orElse(ALL),
            saving.settings().number(),
            List.of(new FormView.Group("", fields)),
            faults,
            known.map(slug -> ALL + "/" + slug + "/removal"),
            Optional.empty(),
            ALL));
  }

  private static Section typed(Visit visit, String slug, Map<Language, String> before) {
    List<Language> languages = visit.publication().languages();
    return new Section(
        slug, Typed.over(before, Typed.lines(visit.form(), "name", languages), languages));
  }

  private Reply add(Visit visit) {
    visit.require(Right.MANAGE);
    Map<Language, String> names =
        Typed.lines(visit.form(), "name", visit.publication().languages());
    Section section = typed(visit, Typed.slug(visit.form(), names), Map.of());
    return saving.save(
        visit,
        new Act(visit.account().id(), "section", section.slug()),
        p -> p.section(section.slug()),
        p -> p.withSections(In.plus(p.sections(), section)),
        ALL,
        faults -> form(visit, Optional.empty(), section, faults));
  }

  private Reply change(Visit visit) {
    visit.require(Right.MANAGE);
    Section before = find(visit);
    Section section = typed(visit, before.slug(), before.name());
    return saving.save(
        visit,
        new Act(visit.account().id(), "section", section.slug()),
        p -> p.section(section.slug()),
        p -> p.withSections(In.with(p.sections(), Section::slug, section)),
        ALL,
        faults -> form(visit, Optional.of(section.slug()), section, faults));
  }

  private Reply move(Visit visit) {
    visit.require(Right.MANAGE);
    String slug = find(visit).slug();
    int by = visit.form().text("by").equals("up") ? -1 : 1;
    return saving.save(
        visit, new Act(visit.account().id(), "section-place", slug), p -> moved(p, slug, by), ALL);
  }

  private static Publication moved(Publication p, String slug, int by) {
    List<Section> sections = new ArrayList<>(p.sections());
    int at = sections.stream().map(Section::slug).toList().indexOf(slug);
    if (at >= 0 && at + by >= 0 && at + by < sections.size()) {
      Collections.swap(sections, at, at + by);
    }
    return p.withSections(sections);
  }

  private static Publication without(Publication p, String slug) {
    return p.withSections(p.sections().stream().filter(s -> !s.slug().equals(slug)).toList());
  }

  private Reply ask(Visit visit) {
    visit.require(Right.MANAGE);
    Section section = find(visit);
    String name = In.desk(visit, section.name(), section.slug());
    return visit.page(
        visit.say("house.remove", name),
        "house/confirm",
        new ConfirmView(
            ALL,
            visit.say("house.sections.remove"),
            saving.faults(visit, p -> without(p, section.slug())),
            ALL + "/" + section.slug() + "/removal",
            visit.say("house.remove.button"),
            ALL + "/" + section.slug()));
  }

  private Reply remove(Visit visit) {
    visit.require(Right.MANAGE);
    String slug = find(visit).slug();
    return saving.save(
        visit, new Act(visit.account().id(), "section-removal", slug), p -> without(p, slug), ALL);
  }
}
