package press.tamizdat.desk.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.PublicationSettings.Act;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.Publication.Topic;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.staff.Right;

/** What articles are about, and the words by which a text is known to be about it. */
record TopicPages(Saving saving) {
  private static final String ALL = "/topics";

  void open(DeskRoutes routes) {
    routes.get(ALL, this::list);
    routes.get("/topics/+", this::blank);
    routes.post(ALL, this::add);
    routes.get("/topics/{slug}", this::edit);
    routes.post("/topics/{slug}", this::change);
    routes.get("/topics/{slug}/removal", this::ask);
    routes.post("/topics/{slug}/removal", this::remove);
  }

  private Reply list(Visit visit) {
    visit.require(Right.REVIEW);
    Map<String, Integer> counts = counts(visit);
    List<ListView.Row> rows =
        saving.now().topics().stream()
            .map(
                t ->
                    new ListView.Row(
                        ALL + "/" + t.slug(),
                        In.desk(visit, t.name(), t.slug()),
                        t.slug(),
                        visit.words().count("house.articles", counts.getOrDefault(t.slug(), 0)),
                        true,
                        true))
            .toList();
    return visit.page(
        visit.say("house.topics"),
        "house/list",
        new ListView(
            ALL,
            visit.say("house.topics.intro"),
            visit.say("house.topics.affects"),
            Optional.of(new ListView.Add("/topics/+", visit.say("house.topics.add"))),
            false,
            rows,
            visit.say("house.topics.none"),
            Optional.empty()));
  }

  private static Map<String, Integer> counts(Visit visit) {
    return visit
        .newsroom()
        .database()
        .read(
            handle -> {
              Map<String, Integer> counts = new LinkedHashMap<>();
              handle
                  .createQuery(
                      "SELECT topic, count(*) AS articles FROM publication_topic GROUP BY topic")
                  .map((row, context) -> Map.entry(row.getString("topic"), row.getInt("articles")))
                  .forEach(e -> counts.put(e.getKey(), e.getValue()));
              return counts;
            });
  }

  private Reply blank(Visit visit) {
    visit.require(Right.REVIEW);
    return form(visit, Optional.empty(), new Topic("", Map.of(), Map.of()), List.of());
  }

  private Reply edit(Visit visit) {
    visit.require(Right.REVIEW);
    Topic topic = find(visit);
    return form(visit, Optional.of(topic.slug()), topic, List.of());
  }

  private Topic find(Visit visit) {
    return saving
        .now()
        .topic(visit.part("slug"))
        .orElseThrow(() -> new Unacceptable(404, "no such topic"));
  }

  private Reply form(Visit visit, Optional<String> known, Topic topic, List<String> faults) {
    List<FormView.Group> groups = new ArrayList<>();
    Map<Language, String> aliases = new LinkedHashMap<>();
    topic.aliases().forEach((language, words) -> aliases.put(language, String.join("\n", words)));
    groups.add(
        new FormView.Group(
            "", Typed.fields(visit, Field.Kind.LINE, "name", "house.name", topic.name())));
    groups.add(
        new FormView.Group(
            visit.say("house.topics.found-by"),
            Typed.fields(visit, Field.Kind.TEXT, "aliases", "house.topics.aliases", aliases)
                .stream()
                .map(f -> f.hint(visit.say("house.topics.aliases.hint")))
                .toList()));
    List<Field> last =
        new ArrayList<>(
            Typed.fields(
                visit,
                Field.Kind.LINE,
                "description",
                "house.topics.description",
                topic.description()));
    last.add(In.slug(visit, known, topic.slug()));
    groups.add(new FormView.Group("", last));
    return visit.page(
        faults.isEmpty() ? 200 : 422,
        known.isPresent()
            ? In.desk(visit, topic.name(), topic.slug())
            : visit.say("house.topics.add"),
        "house/form",
        new FormView(
            ALL,
            "",
            visit.say("house.topics.affects"),
            known.map(slug -> ALL + "/" + slug).orElse(ALL),
            saving.settings().number(),
            groups,
            faults,
            known.map(slug -> ALL + "/" + slug + "/removal"),
            Optional.empty(),
            ALL));
  }

  private static Topic typed(Visit visit, String slug, Topic before) {
    List<Language> languages = visit.publication().languages();
    var form = visit.form();
    return new Topic(
        slug,
        Typed.over(before.name(), Typed.lines(form, "name", languages), languages),
        Typed.over(before.description(), Typed.lines(form, "description", languages), languages),
        Typed.over(before.aliases(), Typed.words(form, "aliases", languages), languages));
  }

  private Reply add(Visit visit) {
    visit.require(Right.REVIEW);
    Map<Language, String> names =
        Typed.lines(visit.form(), "name", visit.publication().languages());
    Topic topic = typed(visit, Typed.slug(visit.form(), names), new Topic("", Map.of(), Map.of()));
    return saving.save(
        visit,
        new Act(visit.account().id(), "topic", topic.slug()),
        p -> p.topic(topic.slug()),
        p -> p.withTopics(In.plus(p.topics(), topic)),
        ALL,
        faults -> form(visit, Optional.empty(), topic, faults));
  }

  private Reply change(Visit visit) {
    visit.require(Right.REVIEW);
    Topic before = find(visit);
    Topic topic = typed(visit, before.slug(), before);
    return saving.save(
        visit,
        new Act(visit.account().id(), "topic", topic.slug()),
        p -> p.topic(topic.slug()),
        p -> p.withTopics(In.with(p.topics(), Topic::slug, topic)),
        ALL,
        faults -> form(visit, Optional.of(topic.slug()), topic, faults));
  }

  private static Publication without(Publication p, String slug) {
    return p.withTopics(p.topics().stream().filter(t -> !t.slug().equals(slug)).toList());
  }

  private Reply ask(Visit visit) {
    visit.require(Right.REVIEW);
    Topic topic = find(visit);
    return visit.page(
        visit.say("house.remove", In.desk(visit, topic.name(), topic.slug())),
        "house/confirm",
        new ConfirmView(
            ALL,
            visit.say("house.topics.remove"),
            saving.faults(visit, p -> without(p, topic.slug())),
            ALL + "/" + topic.slug() + "/removal",
            visit.say("house.remove.button"),
            ALL + "/" + topic.slug()));
  }

  private Reply remove(Visit visit) {
    visit.require(Right.REVIEW);
    String slug = find(visit).slug();
    return saving.save(
        visit, new Act(visit.account().id(), "topic-removal", slug), p -> without(p, slug), ALL);
  }
}
