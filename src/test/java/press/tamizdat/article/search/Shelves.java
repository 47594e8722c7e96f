package press.tamizdat.article.search;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import press.tamizdat.article.Articles;
import press.tamizdat.article.Content;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;

/** A desk with articles to be found, and the search over it. */
final class Shelves implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  final Path folder;
  final Database database;
  final Random random = new Random(7);
  ArticleSearch search;

  Shelves(Path folder) {
    this.folder = folder;
    this.database = Database.open(folder.resolve("desk.db"), "db/desk");
    this.search = open();
  }

  /** A search of its own over the same folder, as the next process would have it. */
  void reopen() {
    search.close();
    search = open();
  }

  ArticleSearch open() {
    return new ArticleSearch(
        folder.resolve("search"), database, Clock.fixed(NOW, ZoneOffset.UTC), Shelves::publication);
  }

  private static Publication publication() {
    Language english = new Language("en");
    Language russian = new Language("ru");
    return new Publication(
        Map.of(english, "The Ferry"),
        Map.of(),
        URI.create("https://ferry.example"),
        ZoneId.of("UTC"),
        List.of(english, russian, new Language("fa")),
        List.of(
            new Publication.Section("life", Map.of(english, "Daily life", russian, "Быт")),
            new Publication.Section("news", Map.of(english, "News", russian, "Новости"))),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of());
  }

  /** Something to write with. */
  record Draft(
      String language,
      String headline,
      String body,
      String section,
      List<String> topics,
      String author,
      Instant at) {
    static Draft of(String language, String headline, String body) {
      return new Draft(language, headline, body, "news", List.of(), "Vera Lindt", NOW);
    }

    Draft in(String other) {
      return new Draft(language, headline, body, other, topics, author, at);
    }

    Draft about(String... others) {
      return new Draft(language, headline, body, section, List.of(others), author, at);
    }

    Draft by(String other) {
      return new Draft(language, headline, body, section, topics, other, at);
    }

    Draft at(String time) {
      return new Draft(language, headline, body, section, topics, author, Instant.parse(time));
    }

    Content content() {
      return new Content(
          new Language(language),
          "story",
          "slug",
          "",
          headline,
          "",
          List.of(new Byline(author.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'), author)),
          "",
          Optional.empty(),
          "<p>" + body + "</p>",
          section,
          topics,
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty());
    }
  }

  String add(Draft draft) {
    return articles(draft).create(draft.content(), Optional.empty());
  }

  void revise(String id, Draft draft) {
    articles(draft).revise(id, draft.content());
  }

  private Articles articles(Draft draft) {
    return new Articles(database, Clock.fixed(draft.at(), ZoneOffset.UTC), random);
  }

  Found find(String words) {
    return find(words, Filter.NONE);
  }

  Found find(String words, Filter filter) {
    return search.find(new Ask(words, filter, Ask.Order.RELEVANCE, 0, 50));
  }

  List<String> headlines(String words) {
    return headlines(find(words));
  }

  static List<String> headlines(Found found) {
    return found.hits().stream().map(h -> h.article().content().headline()).toList();
  }

  /** Pieces with what was found in square brackets. */
  static String shown(List<Piece> pieces) {
    return pieces.stream()
        .map(p -> p.found() ? "[" + p.text() + "]" : p.text())
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    search.close();
    database.close();
  }
}
