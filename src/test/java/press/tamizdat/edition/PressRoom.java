package press.tamizdat.edition;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import press.tamizdat.article.Articles;
import press.tamizdat.article.Content;
import press.tamizdat.article.PublishArticle;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Correction;
import press.tamizdat.article.published.Publication;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;
import press.tamizdat.trust.keys.SigningPair;
import press.tamizdat.trust.tuf.Lifetimes;
import press.tamizdat.trust.tuf.Root;
import press.tamizdat.trust.tuf.RootCeremony;
import press.tamizdat.trust.tuf.SignedFile;
import press.tamizdat.trust.tuf.Signer;

/** A small newsroom in a folder, with real keys, a real database and a clock that tests move. */
final class PressRoom implements AutoCloseable {
  static final Language ENGLISH = new Language("en");
  static final Language RUSSIAN = new Language("ru");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final SigningPair EDITION = SigningPair.generate(RANDOM);
  private static final SigningPair FRESHNESS = SigningPair.generate(RANDOM);
  private static final SigningPair HOLDER = SigningPair.generate(RANDOM);

  final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T08:00:00Z"));
  final Database database;
  final Articles articles;
  final PublishArticle publish;
  final Publication publication = publication();
  private final Path folder;

  PressRoom(Path folder) {
    this.folder = folder;
    this.database = Database.open(folder.resolve("desk.db"), "db/desk");
    this.articles = new Articles(database, clock, new Random(7));
    this.publish = new PublishArticle(database, clock, publication.zone());
  }

  static Publication publication() {
    return new Publication(
        Map.of(ENGLISH, "The Gauge", RUSSIAN, "Футшток"),
        Map.of(),
        URI.create("https://gauge.example"),
        ZoneId.of("Europe/Amsterdam"),
        List.of(ENGLISH, RUSSIAN),
        List.of(
            new Publication.Section("news", Map.of(ENGLISH, "News", RUSSIAN, "Новости")),
            new Publication.Section("ideas", Map.of(ENGLISH, "Ideas", RUSSIAN, "Идеи"))),
        List.of(topic("river"), topic("courts"), topic("prices")),
        List.of(),
        Map.of(ENGLISH, "<p>We are a newspaper.</p>", RUSSIAN, "<p>Мы газета.</p>"),
        Map.of(ENGLISH, "<p>We keep nothing.</p>", RUSSIAN, "<p>Мы ничего не храним.</p>"),
        Map.of(),
        List.of());
  }

  private static Publication.Topic topic(String slug) {
    return new Publication.Topic(slug, Map.of(ENGLISH, slug, RUSSIAN, slug), Map.of());
  }

  EditionFolder editions(String name) {
    EditionFolder editions = new EditionFolder(folder.resolve(name));
    if (Files.notExists(editions.metadata())) {
      editions.metadata().toFile().mkdirs();
      SignedFile root =
          RootCeremony.signed(
              Root.of(
                  1,
                  clock.instant().plus(Duration.ofDays(365)),
                  List.of(HOLDER.verifying()),
                  1,
                  EDITION.verifying(),
                  FRESHNESS.verifying()),
              List.of(HOLDER));
      press.tamizdat.platform.file.Disk.put(editions.metadata().resolve(root.name()), root.bytes());
    }
    return editions;
  }

  PublishEdition edition(EditionFolder editions) {
    return new PublishEdition(
        database,
        publication,
        folder.resolve("photos"),
        editions,
        new Masthead(editions, new Signer(Lifetimes.USUAL, clock), EDITION, FRESHNESS),
        clock);
  }

  /** Writes and publishes an article, at this time. */
  String article(Language language, String slug, String section, List<String> topics, Instant at) {
    String id =
        articles.create(
            content(language, slug, slug, section, topics, at, "Text."), Optional.empty());
    publish(id);
    return id;
  }

  void publish(String id) {
    PublishArticle.Outcome outcome = publish.publish(id);
    if (outcome instanceof PublishArticle.Outcome.Lacking(String what)) {
      throw new AssertionError("lacks " + what);
    }
  }

  static Content content(
      Language language,
      String slug,
      String headline,
      String section,
      List<String> topics,
      Instant at,
      String text) {
    return new Content(
        language,
        slug,
        slug,
        "",
        "About " + headline,
        "What is known of " + headline + ".",
        List.of(new Byline("a-writer", "A. Writer")),
        "",
        Optional.empty(),
        "<p>" + text + "</p>",
        section,
        topics,
        List.<Correction>of(),
        List.of(),
        Optional.of(at),
        Optional.empty());
  }

  @Override
  public void close() {
    database.close();
  }
}
