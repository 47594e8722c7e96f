package press.tamizdat.desk.house;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import press.tamizdat.article.Article;
import press.tamizdat.article.Articles;
import press.tamizdat.article.Translations;
import press.tamizdat.article.Translations.Linking;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.Visit;
import press.tamizdat.desk.Words;
import press.tamizdat.desk.flow.Heading;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.staff.Audit;
import press.tamizdat.staff.Right;

/** One story in several languages. */
final class TranslationPages {
  /** How far back one looks for an article to link. */
  private static final int NEWEST = 20_000;

  private static final int SHOWN = 20;

  private final Articles articles;
  private final Translations translations;
  private final Audit audit;

  TranslationPages(Newsroom newsroom) {
    this.articles = new Articles(newsroom.database(), newsroom.clock(), newsroom.random());
    this.translations = new Translations(newsroom.database(), articles, newsroom.clock());
    this.audit = new Audit(newsroom.clock());
  }

  void open(DeskRoutes routes) {
    routes.get("/articles/{id}/translations", this::show);
    routes.post("/articles/{id}/translations", this::begin);
    routes.post("/articles/{id}/translations/link", this::link);
    routes.post("/articles/{id}/translations/unlinking", this::unlink);
  }

  private Article article(Visit visit) {
    return articles
        .find(visit.part("id"))
        .orElseThrow(() -> new Unacceptable(404, "no such article"));
  }

  private static String path(String id) {
    return "/articles/" + id + "/translations";
  }

  private Reply show(Visit visit) {
    visit.require(Right.WRITE);
    Article article = article(visit);
    List<Translations.Telling> story = translations.of(article.id());
    Set<Language> told =
        story.stream().map(t -> t.article().content().language()).collect(Collectors.toSet());
    List<Language> missing =
        visit.publication().languages().stream().filter(l -> !told.contains(l)).toList();
    String query = visit.query().text("q").strip();
    return visit.page(
        visit.say("house.translations"),
        "house/translations",
        new TranslationsView(
            path(article.id()),
            article.id(),
            Heading.of(visit, article.id(), "flow.tab.translations"),
            story.stream().map(t -> row(visit, article, t)).toList(),
            missing.stream()
                .map(l -> new TranslationsView.Missing(l.tag(), Typed.languageName(visit, l)))
                .toList(),
            query,
            missing.isEmpty() ? List.of() : found(visit, story, missing, query)));
  }

  private static TranslationsView.Row row(Visit visit, Article own, Translations.Telling telling) {
    Article article = telling.article();
    Language language = article.content().language();
    String headline = article.content().headline();
    return new TranslationsView.Row(
        article.id(),
        Typed.languageName(visit, language),
        language.direction(),
        language.tag(),
        headline.isBlank() ? visit.say("house.translations.untitled") : headline,
        article.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        article.id().equals(own.id()),
        telling.behind() > 0
            ? visit.words().count("house.translations.behind", telling.behind())
            : "");
  }

  private static List<TranslationsView.Found> found(
      Visit visit, List<Translations.Telling> story, List<Language> languages, String query) {
    Set<String> there = new HashSet<>();
    story.forEach(t -> there.add(t.article().id()));
    Set<String> tags = languages.stream().map(Language::tag).collect(Collectors.toSet());
    String wanted = query.toLowerCase(Locale.ROOT);
    return visit
        .newsroom()
        .database()
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT a.id, json_extract(r.content, '$.headline') AS headline,"
                            + " json_extract(r.content, '$.language') AS language"
                            + " FROM article a JOIN revision r ON r.article = a.id AND r.number = a.revision"
                            + " WHERE a.state <> 'taken-down' AND a.binned_at IS NULL ORDER BY a.created_at DESC, a.id DESC LIMIT :most")
                    .bind("most", NEWEST)
                    .map(
                        (row, context) ->
                            new TranslationsView.Found(
                                row.getString("id"),
                                row.getString("headline"),
                                "",
                                row.getString("language")))
                    .stream()
                    .filter(f -> tags.contains(f.tag()) && !there.contains(f.id()))
                    .filter(f -> f.headline().toLowerCase(Locale.ROOT).contains(wanted))
                    .limit(SHOWN)
                    .map(
                        f ->
                            new TranslationsView.Found(
                                f.id(),
                                f.headline().isBlank()
                                    ? visit.say("house.translations.untitled")
                                    : f.headline(),
                                Typed.languageName(visit, new Language(f.tag())),
                                f.tag()))
                    .toList());
  }

  private Reply begin(Visit visit) {
    visit.require(Right.WRITE);
    Article article = article(visit);
    Optional<Language> language =
        visit.publication().languages().stream()
            .filter(l -> l.tag().equals(visit.form().text("language")))
            .findFirst();
    if (language.isEmpty()) {
      return visit.refuse(path(article.id()), "house.translations.no-language");
    }
    Language speaks =
        Words.LANGUAGES.contains(language.get()) ? language.get() : Words.LANGUAGES.getFirst();
    String draft =
        translations.begin(
            article.id(),
            language.get(),
            Words.in(speaks).say("house.translations.mark"),
            visit.publication(),
            visit.account().id());
    note(visit, "translation", draft);
    return visit.back("/articles/" + draft, "house.translations.begun");
  }

  private Reply link(Visit visit) {
    visit.require(Right.WRITE);
    String id = article(visit).id();
    String other = visit.form().text("other").strip();
    if (articles.find(other).isEmpty()) {
      return visit.refuse(path(id), "house.translations.choose");
    }
    return switch (translations.link(id, other, visit.account().id())) {
      case Linking.Linked() -> {
        note(visit, "translation-link", id);
        yield visit.backWithUndo(
            path(id),
            path(other) + "/unlinking",
            java.util.Map.of("back", id),
            "house.translations.linked");
      }
      case Linking.Already() -> visit.back(path(id), "house.translations.already");
      case Linking.Clash(Language language, String one, String two) ->
          visit.refuse(path(id), "house.translations.clash", Typed.languageName(visit, language));
    };
  }

  private Reply unlink(Visit visit) {
    visit.require(Right.WRITE);
    String id = article(visit).id();
    Optional<String> sibling =
        translations.of(id).stream()
            .map(t -> t.article().id())
            .filter(other -> !other.equals(id))
            .findFirst();
    translations.unlink(id, visit.account().id());
    note(visit, "translation-unlink", id);
    String asked = visit.form().text("back");
    String back = path(articles.find(asked).isPresent() ? asked : id);
    return sibling.isEmpty()
        ? visit.back(back, "house.translations.unlinked")
        : visit.backWithUndo(
            back,
            path(sibling.get()) + "/link",
            java.util.Map.of("other", id),
            "house.translations.unlinked");
  }

  private void note(Visit visit, String action, String object) {
    visit
        .newsroom()
        .database()
        .change(handle -> audit.note(handle, Optional.of(visit.account().id()), action, object));
  }
}
