package press.tamizdat.desk.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.PublicationSettings.Act;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.Publication.Author;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Slugs;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.staff.Right;

/** Who writes, as readers know them. No account stands behind a name. */
record AuthorPages(Saving saving) {
  private static final String ALL = "/authors";
  private static final int MOST_FOUND = 50;

  void open(DeskRoutes routes) {
    routes.get(ALL, this::list);
    routes.get("/authors/+", this::blank);
    routes.post(ALL, this::add);
    routes.get("/authors/{slug}", this::edit);
    routes.post("/authors/{slug}", this::change);
    routes.get("/authors/{slug}/removal", this::ask);
    routes.post("/authors/{slug}/removal", this::remove);
  }

  /** A name over published articles. */
  private record Printed(String slug, String name, int articles) {}

  private Reply list(Visit visit) {
    visit.require(Right.REVIEW);
    Publication now = saving.now();
    List<Printed> printed = printed(visit);
    Map<String, Integer> counts = new LinkedHashMap<>();
    printed.forEach(p -> counts.merge(p.slug(), p.articles(), Integer::sum));
    List<ListView.Row> rows =
        now.authors().stream()
            .map(
                a ->
                    new ListView.Row(
                        ALL + "/" + a.slug(),
                        In.desk(visit, a.name(), a.slug()),
                        a.slug(),
                        note(visit, a, counts.getOrDefault(a.slug(), 0)),
                        true,
                        true))
            .toList();
    List<ListView.Found> unknown =
        printed.stream()
            .filter(p -> now.author(p.slug()).isEmpty())
            .limit(MOST_FOUND)
            .map(p -> new ListView.Found("/authors/+?slug=" + p.slug(), p.name()))
            .toList();
    return visit.page(
        visit.say("house.authors"),
        "house/list",
        new ListView(
            ALL,
            visit.say("house.authors.intro"),
            visit.say("house.authors.affects"),
            Optional.of(new ListView.Add("/authors/+", visit.say("house.authors.add"))),
            false,
            rows,
            visit.say("house.authors.none"),
            unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    new ListView.Extra(
                        visit.say("house.authors.found"),
                        visit.say("house.authors.found.intro"),
                        unknown))));
  }

  private static String note(Visit visit, Author author, int articles) {
    String count = visit.words().count("house.articles", articles);
    return author.pseudonym() ? visit.say("house.authors.pen") + " · " + count : count;
  }

  private static List<Printed> printed(Visit visit) {
    return visit
        .newsroom()
        .database()
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT author, max(name) AS name, count(*) AS articles"
                            + " FROM publication_author GROUP BY author ORDER BY articles DESC, author")
                    .map(
                        (row, context) ->
                            new Printed(
                                row.getString("author"),
                                row.getString("name"),
                                row.getInt("articles")))
                    .list());
  }

  private Reply blank(Visit visit) {
    visit.require(Right.REVIEW);
    String slug = visit.query().text("slug");
    Map<Language, String> names = new LinkedHashMap<>();
    if (Slugs.isSlug(slug)) {
      visit
          .newsroom()
          .database()
          .read(
              handle ->
                  handle
                      .createQuery(
                          "SELECT language, max(name) AS name FROM publication_author"
                              + " WHERE author = :slug GROUP BY language")
                      .bind("slug", slug)
                      .map(
                          (row, context) ->
                              Map.entry(
                                  new Language(row.getString("language")), row.getString("name")))
                      .list())
          .forEach(e -> names.put(e.getKey(), e.getValue()));
    }
    Author author = new Author(Slugs.isSlug(slug) ? slug : "", names, Map.of(), false);
    return form(visit, Optional.empty(), author, List.of());
  }

  private Reply edit(Visit visit) {
    visit.require(Right.REVIEW);
    Author author = find(visit);
    return form(visit, Optional.of(author.slug()), author, List.of());
  }

  private Author find(Visit visit) {
    return saving
        .now()
        .author(visit.part("slug"))
        .orElseThrow(() -> new Unacceptable(404, "no such author"));
  }

  private Reply form(Visit visit, Optional<String> known, Author author, List<String> faults) {
    List<Field> names =
        new ArrayList<>(Typed.fields(visit, Field.Kind.LINE, "name", "house.name", author.name()));
    names.add(
        Field.of(
                Field.Kind.TICK,
                "pseudonym",
                visit.say("house.authors.pseudonym"),
                author.pseudonym() ? "yes" : "")
            .hint(visit.say("house.authors.pseudonym.hint")));
    List<Field> bios =
        new ArrayList<>(
            Typed.fields(visit, Field.Kind.TEXT, "bio", "house.authors.bio", author.bio()));
    bios.add(In.slug(visit, known, author.slug()));
    return visit.page(
        faults.isEmpty() ? 200 : 422,
        known.isPresent()
            ? In.desk(visit, author.name(), author.slug())
            : visit.say("house.authors.add"),
        "house/form",
        new FormView(
            ALL,
            visit.say("house.authors.form"),
            visit.say("house.authors.affects"),
            known.map(slug -> ALL + "/" + slug).orElse(ALL),
            saving.settings().number(),
            List.of(new FormView.Group("", names), new FormView.Group("", bios)),
            faults,
            known.map(slug -> ALL + "/" + slug + "/removal"),
            Optional.empty(),
            ALL));
  }

  private static Author typed(Visit visit, String slug, Author before) {
    List<Language> languages = visit.publication().languages();
    var form = visit.form();
    return new Author(
        slug,
        Typed.over(before.name(), Typed.lines(form, "name", languages), languages),
        Typed.over(before.bio(), Typed.lines(form, "bio", languages), languages),
        form.has("pseudonym"));
  }

  private Reply add(Visit visit) {
    visit.require(Right.REVIEW);
    Map<Language, String> names =
        Typed.lines(visit.form(), "name", visit.publication().languages());
    Author author =
        typed(visit, Typed.slug(visit.form(), names), new Author("", Map.of(), Map.of(), false));
    return saving.save(
        visit,
        new Act(visit.account().id(), "author", author.slug()),
        p -> p.author(author.slug()),
        p -> p.withAuthors(In.plus(p.authors(), author)),
        ALL,
        faults -> form(visit, Optional.empty(), author, faults));
  }

  private Reply change(Visit visit) {
    visit.require(Right.REVIEW);
    Author before = find(visit);
    Author author = typed(visit, before.slug(), before);
    return saving.save(
        visit,
        new Act(visit.account().id(), "author", author.slug()),
        p -> p.author(author.slug()),
        p -> p.withAuthors(In.with(p.authors(), Author::slug, author)),
        ALL,
        faults -> form(visit, Optional.of(author.slug()), author, faults));
  }

  private Reply ask(Visit visit) {
    visit.require(Right.REVIEW);
    Author author = find(visit);
    return visit.page(
        visit.say("house.remove", In.desk(visit, author.name(), author.slug())),
        "house/confirm",
        new ConfirmView(
            ALL,
            visit.say("house.authors.remove"),
            List.of(),
            ALL + "/" + author.slug() + "/removal",
            visit.say("house.remove.button"),
            ALL + "/" + author.slug()));
  }

  private Reply remove(Visit visit) {
    visit.require(Right.REVIEW);
    String slug = find(visit).slug();
    return saving.save(
        visit,
        new Act(visit.account().id(), "author-removal", slug),
        p -> p.withAuthors(p.authors().stream().filter(a -> !a.slug().equals(slug)).toList()),
        ALL);
  }
}
