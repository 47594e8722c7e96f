package press.tamizdat.edition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticles;
import press.tamizdat.article.published.PublishedArticles.Listing;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.edition.feed.FeedFile;
import press.tamizdat.edition.feed.FeedFormat;
import press.tamizdat.edition.feed.FeedOf;
import press.tamizdat.edition.feed.FeedPaths;
import press.tamizdat.edition.feed.Feeds;
import press.tamizdat.edition.feed.NewsSitemap;
import press.tamizdat.edition.feed.Robots;
import press.tamizdat.edition.feed.Sitemaps;
import press.tamizdat.platform.text.Language;

/** Renders what machines read: feeds and sitemaps. */
final class Syndication {
  private final PublishedArticles articles;
  private final Publication publication;
  private final Function<String, Boolean> isListed;
  private final Sheets sheets;
  private final Presses presses;
  private final Steps steps;
  private final FeedPaths paths;
  private final Sitemaps sitemaps;

  Syndication(
      PublishedArticles articles,
      Publication publication,
      Function<String, Boolean> isListed,
      Sheets sheets,
      Presses presses,
      Steps steps) {
    this.articles = articles;
    this.publication = publication;
    this.isListed = isListed;
    this.sheets = sheets;
    this.presses = presses;
    this.steps = steps;
    this.paths = FeedPaths.of(publication);
    this.sitemaps = new Sitemaps(publication);
  }

  /** The documents that these moves change, of each language and each section. */
  void feeds(Moves moves) {
    moves
        .byListing()
        .forEach(
            (listing, move) -> {
              if (!publication.languages().contains(listing.language())) {
                return;
              }
              switch (listing) {
                case Listing.All l ->
                    feed(FeedOf.language(publication, l.language()), listing, move);
                case Listing.InSection l -> {
                  if (publication.section(l.section()).isPresent()) {
                    feed(FeedOf.section(publication, l.language(), l.section()), listing, move);
                  }
                }
                case Listing.OnTopic l -> {}
                case Listing.ByAuthor l -> {}
                case Listing.InMonth l -> {}
                case Listing.Corrected l -> {}
              }
            });
  }

  private void feed(FeedOf feed, Listing listing, Moves.Move move) {
    long total = articles.count(listing);
    int archives = Feeds.archives(total);
    var changed = move.archivePages(Feeds.ENTRIES, archives);
    for (int number = 0; number <= archives; number++) {
      if (number == 0 || changed.test(number)) {
        write(feed, listing, total, number, archives);
      }
    }
    for (FeedFormat format : FeedFormat.values()) {
      for (int number = archives + 1; isListed.apply(feed.path(format, number)); number++) {
        sheets.remove(feed.path(format, number));
      }
    }
  }

  private void write(FeedOf feed, Listing listing, long total, int number, int archives) {
    List<PublishedCard> cards =
        steps
            .time(
                Steps.Step.LOAD,
                () -> articles.cards(listing, Feeds.from(total, number), Feeds.ENTRIES))
            .reversed();
    presses.run(
        () -> {
          for (FeedFormat format : FeedFormat.values()) {
            put(
                steps.time(
                    Steps.Step.RENDER, () -> Feeds.write(format, feed, cards, number, archives)));
          }
        });
  }

  /**
   * The sitemaps of the months that move, and what leads to them.
   *
   * @param letters paths of their pages
   */
  void sitemaps(Moves moves, List<String> letters) {
    for (Listing listing : moves.byListing().keySet()) {
      if (listing instanceof Listing.InMonth m && publication.languages().contains(m.language())) {
        month(m);
      }
    }
    List<String> standing = standing();
    standing.addAll(letters);
    List<FeedFile> pages = sitemaps.pages(standing);
    pages.forEach(this::put);
    removeBeyond(pages.size(), paths::pagesSitemap);
    List<FeedFile> index = sitemaps.index(pages.size(), months());
    index.forEach(this::put);
    removeBeyond(index.size(), paths::sitemapIndex);
    List<FeedFile> named = new ArrayList<>(index);
    NewsSitemap.write(publication, newest())
        .ifPresentOrElse(named::add, () -> remove(paths.newsSitemap()));
    named.stream().skip(index.size()).forEach(this::put);
    put(Robots.write(publication, named));
  }

  private void month(Listing.InMonth month) {
    List<FeedFile> files =
        sitemaps.month(
            month.language(), month.month(), articles.cards(month, 0, Integer.MAX_VALUE));
    files.forEach(this::put);
    removeBeyond(files.size(), n -> paths.sitemap(month.language(), month.month(), n));
  }

  /** Every page that is no article. */
  private List<String> standing() {
    List<String> standing = new ArrayList<>();
    var pages = press.tamizdat.edition.page.Paths.of(publication);
    for (Language language : publication.languages()) {
      standing.add(paths.home(language));
      publication.sections().forEach(s -> standing.add(pages.section(language, s.slug())));
      standing.add(pages.topics(language));
      articles.topics(language).stream()
          .filter(t -> publication.topic(t).isPresent())
          .forEach(t -> standing.add(pages.topic(language, t)));
      articles.authors(language).forEach(a -> standing.add(pages.author(language, a.slug())));
      standing.add(pages.archive(language));
      standing.add(pages.corrections(language));
      standing.add(pages.about(language));
      standing.add(pages.privacy(language));
      publication.pages().stream()
          .filter(p -> p.title().containsKey(language))
          .forEach(p -> standing.add(pages.page(language, p.slug())));
      if (publication.support().isOpen()) {
        standing.add(pages.support(language));
      }
    }
    return standing;
  }

  private List<Sitemaps.Month> months() {
    return publication.languages().stream()
        .flatMap(
            l ->
                articles.months(l).stream()
                    .map(m -> new Sitemaps.Month(l, m.month(), m.articles(), m.updated())))
        .sorted(Comparator.comparing(Sitemaps.Month::month).thenComparing(m -> m.language().tag()))
        .toList();
  }

  private List<PublishedCard> newest() {
    return publication.languages().stream()
        .flatMap(l -> articles.newest(new Listing.All(l), NewsSitemap.MOST).stream())
        .sorted(
            Comparator.comparing(PublishedCard::published)
                .thenComparing(PublishedCard::id)
                .reversed())
        .limit(NewsSitemap.MOST)
        .toList();
  }

  private void removeBeyond(int last, java.util.function.IntFunction<String> path) {
    for (int n = last + 1; isListed.apply(path.apply(n)); n++) {
      remove(path.apply(n));
    }
  }

  private void remove(String path) {
    if (isListed.apply(path)) {
      sheets.remove(path);
    }
  }

  private void put(FeedFile file) {
    sheets.put(file.path(), file.bytes(), file.kind());
  }
}
