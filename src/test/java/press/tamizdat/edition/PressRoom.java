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
import java.util.function.Supplier;
import press.tamizdat.article.Articles;
import press.tamizdat.article.Content;
import press.tamizdat.article.PublishArticle;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Correction;
import press.tamizdat.article.published.Publication;
import press.tamizdat.edition.page.FormKeys;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.edition.reading.Head;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.platform.text.Language;
import press.tamizdat.trust.keys.SigningPair;
import press.tamizdat.trust.keys.VerifyingPair;
import press.tamizdat.trust.tuf.Lifetimes;
import press.tamizdat.trust.tuf.Root;
import press.tamizdat.trust.tuf.RootCeremony;
import press.tamizdat.trust.tuf.SignedFile;
import press.tamizdat.trust.tuf.Signer;
import press.tamizdat.trust.tuf.Target;

/** A small newsroom in a folder, with real keys, a real database and a clock that tests move. */
public final class PressRoom implements AutoCloseable {
  public static final Language ENGLISH = new Language("en");
  public static final Language RUSSIAN = new Language("ru");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final SigningPair EDITION = SigningPair.generate(RANDOM);
  private static final SigningPair FRESHNESS = SigningPair.generate(RANDOM);
  private static final SigningPair HOLDER = SigningPair.generate(RANDOM);

  public final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T08:00:00Z"));
  public final Database database;
  public final Articles articles;
  public final PublishArticle publish;
  public final press.tamizdat.article.TakeDownArticle takeDown;

  /** As it is when an edition is frozen; tests change it. */
  public Publication publication = publication();

  private final Path folder;

  public PressRoom(Path folder) {
    this.folder = folder;
    this.database = Database.open(folder.resolve("desk.db"), "db/desk");
    this.articles = new Articles(database, clock, new Random(7));
    this.publish = new PublishArticle(database, clock, publication.zone());
    this.takeDown = new press.tamizdat.article.TakeDownArticle(database, clock);
  }

  public static Publication publication() {
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

  public EditionFolder editions(String name) {
    EditionFolder editions = new EditionFolder(folder.resolve(name));
    if (Files.notExists(editions.metadata())) {
      editions.metadata().toFile().mkdirs();
      SignedFile root = root(HOLDER, EDITION.verifying(), FRESHNESS.verifying());
      Disk.put(editions.metadata().resolve(root.name()), root.bytes());
    }
    return editions;
  }

  public PublishEdition edition(EditionFolder editions) {
    return edition(editions, () -> publication);
  }

  public PublishEdition edition(EditionFolder editions, Supplier<Publication> settings) {
    return edition(editions, settings, Optional.empty());
  }

  /**
   * @param forms what readers' forms are sealed to
   */
  public PublishEdition edition(
      EditionFolder editions, Supplier<Publication> settings, Optional<FormKeys> forms) {
    return new PublishEdition(
        database,
        settings,
        () -> forms,
        folder.resolve("photos"),
        editions,
        new Masthead(editions, new Signer(Lifetimes.USUAL, clock), EDITION, FRESHNESS),
        clock);
  }

  /** Signs a head under any number, and prints it: what no newsroom would do. */
  public void forge(EditionFolder editions, Head head, long signedAs) {
    Masthead masthead =
        new Masthead(editions, new Signer(Lifetimes.USUAL, clock), EDITION, FRESHNESS);
    Signer.Edition signed =
        new Signer(Lifetimes.USUAL, clock)
            .edition(
                signedAs,
                Map.of(
                    Head.TARGET,
                    Target.of(editions.read(head.catalogue()).orElseThrow(), head.custom())),
                EDITION,
                FRESHNESS);
    for (SignedFile file : List.of(signed.targets(), signed.snapshot())) {
      Disk.put(editions.metadata().resolve(file.name()), file.bytes());
    }
    masthead.print(new Masthead.Signed(signedAs, signed.targets(), signed.snapshot()));
  }

  /** A root that names other keys, as another newsroom has. */
  public SignedFile rootOfOthers() {
    SigningPair holder = SigningPair.generate(RANDOM);
    return root(
        holder, SigningPair.generate(RANDOM).verifying(), SigningPair.generate(RANDOM).verifying());
  }

  private SignedFile root(SigningPair holder, VerifyingPair edition, VerifyingPair freshness) {
    return RootCeremony.signed(
        Root.of(
            1,
            clock.instant().plus(Duration.ofDays(365)),
            List.of(holder.verifying()),
            1,
            edition,
            freshness),
        List.of(holder));
  }

  /** Writes and publishes an article, at this time. */
  public String article(
      Language language, String slug, String section, List<String> topics, Instant at) {
    String id =
        articles.create(
            content(language, slug, slug, section, topics, at, "Text."), Optional.empty());
    publish(id);
    return id;
  }

  public void publish(String id) {
    PublishArticle.Outcome outcome = publish.publish(id);
    if (outcome instanceof PublishArticle.Outcome.Lacking(String what)) {
      throw new AssertionError("lacks " + what);
    }
  }

  public static Content content(
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
