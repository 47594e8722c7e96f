package press.tamizdat.desk.finding;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import press.tamizdat.article.Content;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.search.ArticleSearch;
import press.tamizdat.article.search.Found;
import press.tamizdat.desk.DeskAction;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.web.Reply;

/** The list of articles: all of them, or those with some words, or of some kind. */
final class ListArticles implements DeskAction {
  private final ArticleSearch search;

  ListArticles(ArticleSearch search) {
    this.search = search;
  }

  @Override
  public Reply act(Visit visit) {
    Selection selection = Selection.of(visit.query());
    Publication publication = visit.publication();
    Found found = search.find(selection.ask(publication.zone()));
    int pages = Math.max(1, Math.ceilDiv(found.total(), Selection.PAGE));
    if (selection.page() > pages) {
      return Reply.seeOther(selection.withPage(pages).address());
    }
    ArticlesView view =
        new ArticlesView(
            selection,
            tabs(visit, selection, found.states()),
            choices(visit, selection, publication),
            found.hits().stream().map(hit -> row(visit, hit)).toList(),
            found.total(),
            found.waiting(),
            faults(selection),
            Optional.of(selection.page() - 1).filter(p -> p > 0).map(p -> at(selection, p)),
            Optional.of(selection.page() + 1).filter(p -> p <= pages).map(p -> at(selection, p)),
            pages);
    return visit.page(visit.say("finding.title"), "finding/articles", view);
  }

  private static String at(Selection selection, int page) {
    return selection.withPage(page).address();
  }

  private static List<String> faults(Selection selection) {
    return Selection.isDay(selection.from()) && Selection.isDay(selection.to())
        ? List.of()
        : List.of("finding.fault.day");
  }

  private static List<ArticlesView.Tab> tabs(
      Visit visit, Selection selection, Map<String, Integer> counts) {
    List<ArticlesView.Tab> tabs = new ArrayList<>();
    // An article may be out and in review at once, so that the sum would be too high.
    tabs.add(
        new ArticlesView.Tab(
            selection.withState("").address(),
            visit.say("finding.state.all"),
            -1,
            selection.state().isEmpty()));
    for (String state : States.ALL) {
      boolean here = selection.state().equals(state);
      if (here || counts.containsKey(state)) {
        tabs.add(
            new ArticlesView.Tab(
                selection.withState(state).address(),
                visit.say("finding.state." + state),
                counts.getOrDefault(state, 0),
                here));
      }
    }
    return List.copyOf(tabs);
  }

  private static List<ArticlesView.Choices> choices(
      Visit visit, Selection selection, Publication publication) {
    Language language = visit.account().language();
    return List.of(
        choices(
            "section",
            selection.section(),
            publication.sections(),
            Publication.Section::slug,
            s -> name(s.name(), s.slug(), language)),
        choices(
            "author",
            selection.author(),
            publication.authors(),
            Publication.Author::slug,
            a -> name(a.name(), a.slug(), language)),
        choices(
            "language",
            selection.language(),
            publication.languages(),
            Language::tag,
            l -> ofLanguage(l, language)),
        choices(
            "topic",
            selection.topic(),
            publication.topics(),
            Publication.Topic::slug,
            t -> name(t.name(), t.slug(), language)));
  }

  /** What the settings know no more, and the address still names, stays among the choices. */
  private static <T> ArticlesView.Choices choices(
      String name,
      String chosen,
      List<T> all,
      Function<T, String> slug,
      Function<T, String> label) {
    Stream<ArticlesView.Choice> known =
        all.stream()
            .map(
                one ->
                    new ArticlesView.Choice(
                        slug.apply(one), label.apply(one), slug.apply(one).equals(chosen)));
    boolean strange = !chosen.isEmpty() && all.stream().map(slug).noneMatch(chosen::equals);
    Stream<ArticlesView.Choice> unknown =
        strange ? Stream.of(new ArticlesView.Choice(chosen, chosen, true)) : Stream.empty();
    return new ArticlesView.Choices(
        name, "finding." + name, Stream.concat(known, unknown).toList());
  }

  static String name(Map<Language, String> names, String slug, Language language) {
    return Optional.ofNullable(names.get(language))
        .or(
            () ->
                names.entrySet().stream().min(Map.Entry.comparingByKey()).map(Map.Entry::getValue))
        .orElse(slug);
  }

  private static String ofLanguage(Language language, Language speaking) {
    Locale locale = speaking.locale();
    String name = language.locale().getDisplayName(locale);
    return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }

  private static ArticlesView.Row row(Visit visit, Found.Hit hit) {
    Content content = hit.article().content();
    Publication publication = visit.publication();
    Language language = visit.account().language();
    return new ArticlesView.Row(
        "/articles/" + hit.article().id(),
        hit.headline(),
        hit.excerpt(),
        hit.article().states(),
        content.language(),
        publication
            .section(content.section())
            .map(s -> name(s.name(), s.slug(), language))
            .orElse(content.section()),
        content.bylines().stream().map(Byline::name).collect(Collectors.joining(", ")),
        hit.article().saved(),
        when(visit, hit));
  }

  private static String when(Visit visit, Found.Hit hit) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(visit.account().language().locale())
        .format(hit.article().saved().atZone(visit.publication().zone()));
  }
}
