package press.tamizdat.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import press.tamizdat.article.published.Photo;
import press.tamizdat.article.published.PlacedPhoto;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.article.published.PublishedArticles;
import press.tamizdat.article.published.PublishedArticles.Listing;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.article.published.PublishedLetter;
import press.tamizdat.article.published.Rendition;
import press.tamizdat.edition.page.Corrected;
import press.tamizdat.edition.page.FormKeys;
import press.tamizdat.edition.page.ListSlice;
import press.tamizdat.edition.page.Pages;
import press.tamizdat.edition.page.Paths;
import press.tamizdat.edition.page.RenderedPage;
import press.tamizdat.edition.reading.Kind;
import press.tamizdat.platform.text.Language;

/**
 * Renders what changed, or everything, from one snapshot of the desk.
 *
 * <p>What is read from the database is read by the calling thread; rendering, compressing and
 * storing run on every core.
 */
final class Freeze {
  private final PublishedArticles articles;
  private final FrozenState frozen;
  private final FrozenLetters letters;
  private final Optional<FormKeys> formKeys;
  private final Publication publication;
  private final Pages pages;
  private final Paths paths;
  private final Function<Rendition, byte[]> photoFile;
  private final Function<String, Boolean> isListed;
  private final Sheets sheets;
  private final Presses presses;
  private final Steps steps;
  private final Syndication syndication;
  private final Map<String, Printed> printed = new ConcurrentHashMap<>();
  private final Set<String> gone = new LinkedHashSet<>();
  private final Queue<FrozenLetters.Printed> printedLetters = new ConcurrentLinkedQueue<>();

  /** What was printed of an article: from what, in how many parts, with which photos. */
  record Printed(FrozenState.Row row, int parts, Set<String> photos) {}

  Freeze(
      PublishedArticles articles,
      FrozenState frozen,
      FrozenLetters letters,
      Optional<FormKeys> formKeys,
      Publication publication,
      Function<Rendition, byte[]> photoFile,
      Function<String, Boolean> isListed,
      Sheets sheets,
      Presses presses,
      Steps steps) {
    this.articles = articles;
    this.frozen = frozen;
    this.letters = letters;
    this.formKeys = formKeys;
    this.publication = withBylines(publication, articles);
    this.pages =
        new Pages(
            formKeys.isPresent() ? this.publication : this.publication.withLetters(List.of()));
    this.paths = Paths.of(this.publication);
    this.photoFile = photoFile;
    this.isListed = isListed;
    this.sheets = sheets;
    this.presses = presses;
    this.steps = steps;
    this.syndication =
        new Syndication(articles, this.publication, isListed, sheets, presses, steps);
  }

  /** Whoever is named over an article has a page, whether the settings know them or not. */
  private static Publication withBylines(Publication publication, PublishedArticles articles) {
    Map<String, Map<Language, String>> others = new LinkedHashMap<>();
    for (Language language : publication.languages()) {
      articles.authors(language).stream()
          .filter(a -> publication.author(a.slug()).isEmpty())
          .forEach(
              a -> others.computeIfAbsent(a.slug(), s -> new HashMap<>()).put(language, a.name()));
    }
    List<Publication.Author> all = new ArrayList<>(publication.authors());
    others.forEach((slug, name) -> all.add(new Publication.Author(slug, name, Map.of(), false)));
    return publication.withAuthors(all);
  }

  /** The inline style sheets of all pages, as a Content-Security-Policy names them. */
  List<String> styles() {
    return pages.styleHashes();
  }

  Map<String, Printed> printed() {
    return printed;
  }

  /** Taken-down articles whose places say so. */
  Set<String> gone() {
    return gone;
  }

  /** Renders everything. */
  void everything(Iterable<String> ids, Iterable<String> takenDown) {
    Moves moves = new Moves();
    for (Language language : publication.languages()) {
      moves.all(new Listing.All(language));
      publication.sections().forEach(s -> moves.all(new Listing.InSection(language, s.slug())));
      articles.topics(language).forEach(t -> moves.all(new Listing.OnTopic(language, t)));
      articles.authors(language).forEach(a -> moves.all(new Listing.ByAuthor(language, a.slug())));
      articles.months(language).forEach(m -> moves.all(new Listing.InMonth(language, m.month())));
      fixed(language);
      pages.forms(language).forEach(p -> sheets.put(p.path(), p.html(), Kind.PAGE));
    }
    pages.assets().forEach((path, bytes) -> sheets.put(path, bytes, Kind.SCRIPT));
    lists(moves);
    syndication.feeds(moves);
    syndication.sitemaps(moves, letterPaths());
    ids.forEach(this::article);
    takenDown.forEach(this::gone);
    boolean _ = letters(true);
    forms();
    presses.finish();
  }

  /** Renders what these changes touch, and these parts of the publication's settings. */
  void only(List<Change> changes, Looks.Since.Parts parts) {
    Moves moves = new Moves();
    Set<String> dirty = new LinkedHashSet<>();
    parts.topics().forEach(topic -> dirty.addAll(articles.onTopic(topic)));
    for (Language language : publication.languages()) {
      parts.authors().forEach(a -> moves.all(new Listing.ByAuthor(language, a)));
      parts.topics().forEach(t -> moves.all(new Listing.OnTopic(language, t)));
      if (parts.texts() || !parts.topics().isEmpty()) {
        fixed(language);
        takeOutTexts(language);
      }
    }
    for (Change change : changes) {
      if (change.after().isPresent()) {
        dirty.add(change.id());
      } else {
        gone(change.id());
      }
      if (change.onCard()) {
        moves.add(change, articles);
        change.before().ifPresent(b -> dirty.addAll(frozen.showing(change.id(), b.story())));
        change.after().ifPresent(a -> dirty.addAll(frozen.showing(change.id(), a.story())));
      }
    }
    dirty.forEach(this::article);
    lists(moves);
    syndication.feeds(moves);
    boolean isNewLetter = letters(false);
    if (isNewLetter || !moves.byListing().isEmpty()) {
      syndication.sitemaps(moves, letterPaths());
    }
    changes.stream()
        .flatMap(c -> java.util.stream.Stream.concat(c.before().stream(), c.after().stream()))
        .map(Facets::language)
        .distinct()
        .forEach(this::corrections);
    forms();
    presses.finish();
    takeOutPhotos();
  }

  private void article(String id) {
    Optional<PublishedArticle> found = steps.time(Steps.Step.LOAD, () -> articles.article(id));
    if (found.isEmpty() || !publication.languages().contains(found.get().card().language())) {
      return;
    }
    int before = frozen.parts(id);
    FrozenState.Row row = frozen.row(id);
    presses.run(() -> print(found.get(), row, before));
  }

  private void print(PublishedArticle article, FrozenState.Row row, int partsBefore) {
    List<RenderedPage> parts = steps.time(Steps.Step.RENDER, () -> pages.article(article));
    parts.forEach(p -> sheets.put(p.path(), p.html(), Kind.PAGE));
    String path = paths.article(article.card());
    for (int part = parts.size() + 1; part <= partsBefore; part++) {
      sheets.remove(paths.part(path, part));
    }
    Set<String> names = new LinkedHashSet<>();
    article.card().lead().map(PlacedPhoto::photo).ifPresent(p -> photo(p, names));
    article.photos().values().forEach(p -> photo(p, names));
    printed.put(article.card().id(), new Printed(row, parts.size(), names));
  }

  private void photo(Photo photo, Set<String> names) {
    for (Rendition r : List.of(photo.small(), photo.medium(), photo.large())) {
      names.add(r.name());
      sheets.putPicture(paths.photo(r), () -> photoFile.apply(r), Kind.WEBP);
    }
  }

  private void gone(String id) {
    articles
        .takenDown(id)
        .filter(t -> publication.languages().contains(t.language()))
        .ifPresent(
            taken -> {
              RenderedPage page = pages.gone(taken);
              sheets.put(page.path(), page.html(), Kind.GONE);
              for (int part = 2; part <= frozen.parts(id); part++) {
                sheets.remove(paths.part(page.path(), part));
              }
              gone.add(id);
            });
  }

  /** What a site must know to take forms; it changes with the keys, and no page does. */
  private void forms() {
    formKeys
        .filter(keys -> !keys.equals(FormKeys.NONE_YET) && Pages.wantForms(publication))
        .ifPresent(keys -> sheets.put(Pages.formsPath(), pages.formsJson(keys), Kind.JSON));
  }

  /** The pages of letters, with their last issues; of those that have a new one, or of all. */
  private void letterPages(boolean all, List<FrozenLetters.Sheet> fresh) {
    for (Publication.Letter letter :
        formKeys.isPresent() ? publication.letters() : List.<Publication.Letter>of()) {
      for (Language language : publication.languages()) {
        boolean isFresh =
            fresh.stream()
                .anyMatch(s -> s.letter().equals(letter.slug()) && s.language().equals(language));
        if (letter.name().containsKey(language) && (all || isFresh)) {
          Optional<PublishedLetter> last = letters.last(letter.slug(), language);
          RenderedPage page = pages.letter(language, letter, last, last.isPresent());
          sheets.put(page.path(), page.html(), Kind.PAGE);
        }
      }
    }
  }

  /** Where letters can be asked for, and where those that went out are read. */
  private List<String> letterPaths() {
    List<String> all = new ArrayList<>();
    for (Publication.Letter letter : publication.letters()) {
      for (Language language : publication.languages()) {
        if (formKeys.isPresent() && letter.name().containsKey(language)) {
          all.add(paths.letter(language, letter.slug()));
        }
        all.addAll(letters.paths(letter.slug(), language, paths));
      }
    }
    return all;
  }

  /** Letters that went out, and the lists of them; whether there is any that is new or changed. */
  private boolean letters(boolean all) {
    List<FrozenLetters.Sheet> fresh = letters.sheets(publication, all);
    letterPages(all, fresh);
    for (FrozenLetters.Sheet sheet : fresh) {
      presses.run(
          () -> {
            List<RenderedPage> parts =
                steps.time(Steps.Step.RENDER, () -> sheet.print(publication, pages));
            parts.forEach(p -> sheets.put(p.path(), p.html(), Kind.PAGE));
            for (int part = parts.size() + 1; part <= sheet.partsBefore(); part++) {
              sheets.remove(paths.part(parts.getFirst().path(), part));
            }
            printedLetters.add(sheet.printed(parts.size()));
          });
    }
    return !fresh.isEmpty();
  }

  /** The pages of letters that were printed. */
  Iterable<FrozenLetters.Printed> printedLetters() {
    return printedLetters;
  }

  /** What depends on the settings alone. */
  private void fixed(Language language) {
    pages.texts(language).forEach(p -> sheets.put(p.path(), p.html(), Kind.PAGE));
    pages.support(language).forEach(p -> sheets.put(p.path(), p.html(), Kind.PAGE));
    pages.calendars(language).forEach((path, file) -> sheets.put(path, file, Kind.CALENDAR));
    RenderedPage missing = pages.missing(language);
    sheets.put(missing.path(), missing.html(), Kind.MISSING);
    RenderedPage topics = pages.topics(language);
    sheets.put(topics.path(), topics.html(), Kind.PAGE);
    corrections(language);
  }

  /** Parts of a text that it has no longer. */
  private void takeOutTexts(Language language) {
    List<String> starts = new ArrayList<>(List.of(paths.about(language), paths.privacy(language)));
    publication.pages().forEach(p -> starts.add(paths.page(language, p.slug())));
    for (String start : starts) {
      for (int part = 2; isListed.apply(paths.part(start, part)); part++) {
        if (!sheets.changes().containsKey(paths.part(start, part))) {
          sheets.remove(paths.part(start, part));
        }
      }
    }
  }

  private void corrections(Language language) {
    if (!publication.languages().contains(language)) {
      return;
    }
    List<Corrected> newest =
        articles.newest(new Listing.Corrected(language), 10_000).stream()
            .flatMap(
                card -> articles.corrections(card.id()).stream().map(c -> new Corrected(card, c)))
            .sorted(
                java.util.Comparator.comparing((Corrected c) -> c.correction().at())
                    .thenComparing(c -> c.card().id())
                    .reversed())
            .toList();
    RenderedPage page = pages.corrections(language, newest);
    sheets.put(page.path(), page.html(), Kind.PAGE);
  }

  private void lists(Moves moves) {
    moves
        .byListing()
        .forEach(
            (listing, move) -> {
              if (!publication.languages().contains(listing.language())) {
                return;
              }
              switch (listing) {
                case Listing.All l -> front(l.language());
                case Listing.InSection l -> {
                  if (publication.section(l.section()).isPresent()) {
                    list(
                        l,
                        move,
                        paths.section(l.language(), l.section()),
                        true,
                        slice -> pages.section(l.language(), l.section(), slice));
                  }
                }
                case Listing.OnTopic l -> {
                  if (publication.topic(l.topic()).isPresent()) {
                    list(
                        l,
                        move,
                        paths.topic(l.language(), l.topic()),
                        false,
                        slice -> pages.topic(l.language(), l.topic(), slice));
                  }
                }
                case Listing.ByAuthor l ->
                    list(
                        l,
                        move,
                        paths.author(l.language(), l.author()),
                        false,
                        slice -> pages.author(l.language(), l.author(), slice));
                case Listing.InMonth l -> month(l);
                case Listing.Corrected l -> corrections(l.language());
              }
            });
  }

  private void front(Language language) {
    List<PublishedCard> newest = articles.newest(new Listing.All(language), Pages.FRONT);
    Map<String, List<PublishedCard>> sections = new LinkedHashMap<>();
    publication
        .sections()
        .forEach(
            s ->
                sections.put(
                    s.slug(),
                    articles.newest(
                        new Listing.InSection(language, s.slug()), Pages.FRONT_SECTION)));
    List<String> months =
        articles.months(language).stream().map(PublishedArticles.Month::month).toList();
    presses.run(
        () -> {
          pages
              .home(language, newest, sections)
              .forEach(p -> sheets.put(p.path(), p.html(), Kind.PAGE));
          RenderedPage archive = pages.archive(language, months);
          sheets.put(archive.path(), archive.html(), Kind.PAGE);
        });
  }

  private void list(
      Listing listing,
      Moves.Move move,
      String path,
      boolean evenEmpty,
      Function<ListSlice, RenderedPage> page) {
    int total = (int) articles.count(listing);
    int archives = ListSlice.archivePages(total);
    var changed = move.archivePages(Pages.LIST, archives);
    for (int number = 0; number <= archives; number++) {
      if (number == 0 && total == 0 && !evenEmpty) {
        sheets.remove(path);
      } else if (number == 0 || changed.test(number)) {
        List<PublishedCard> cards = cards(listing, number);
        int n = number;
        presses.run(
            () -> {
              RenderedPage rendered =
                  steps.time(Steps.Step.RENDER, () -> page.apply(new ListSlice(n, total, cards)));
              sheets.put(rendered.path(), rendered.html(), Kind.PAGE);
            });
      }
    }
    for (int number = archives + 1; isListed.apply(paths.listPage(path, number)); number++) {
      sheets.remove(paths.listPage(path, number));
    }
  }

  private List<PublishedCard> cards(Listing listing, int number) {
    return steps.time(
        Steps.Step.LOAD,
        () ->
            number == 0
                ? articles.newest(listing, Pages.LIST)
                : articles.cards(listing, (long) (number - 1) * Pages.LIST, Pages.LIST).reversed());
  }

  private void month(Listing.InMonth listing) {
    List<PublishedCard> cards =
        steps.time(Steps.Step.LOAD, () -> articles.cards(listing, 0, Integer.MAX_VALUE));
    String path = paths.month(listing.language(), listing.month());
    List<RenderedPage> rendered =
        cards.isEmpty()
            ? List.of()
            : steps.time(
                Steps.Step.RENDER, () -> pages.month(listing.language(), listing.month(), cards));
    rendered.forEach(p -> sheets.put(p.path(), p.html(), Kind.PAGE));
    for (int part = rendered.size() + 1; isListed.apply(paths.part(path, part)); part++) {
      sheets.remove(paths.part(path, part));
    }
  }

  /** Photos that no article shows any more. */
  private void takeOutPhotos() {
    Set<String> touched = new HashSet<>(printed.keySet());
    touched.addAll(gone);
    Set<String> shown = new HashSet<>();
    printed.values().forEach(p -> shown.addAll(p.photos()));
    for (String id : touched) {
      for (String photo : frozen.photos(id)) {
        if (!shown.contains(photo) && !frozen.isShownElsewhere(photo, touched)) {
          sheets.remove("photo/" + photo);
        }
      }
    }
  }
}
