import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import press.tamizdat.article.Articles;
import press.tamizdat.article.Content;
import press.tamizdat.article.PublishArticle;
import press.tamizdat.article.published.Byline;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;
import press.tamizdat.trust.keys.KeyName;
import press.tamizdat.trust.keys.KeyOpening;
import press.tamizdat.trust.keys.Keyring;
import press.tamizdat.trust.keys.SigningPair;
import press.tamizdat.trust.keys.VerifyingPair;
import press.tamizdat.trust.tuf.Lifetimes;
import press.tamizdat.trust.tuf.Root;
import press.tamizdat.trust.tuf.RootCeremony;
import press.tamizdat.trust.tuf.SignedFile;

/**
 * Fills a data folder with made-up stories, published at the desk and in no edition yet. A new
 * folder gets settings, and keys without a passphrase, as the demo's are.
 */
final class WriteNewsroom {
  static final Language ENGLISH = new Language("en");

  private WriteNewsroom() {}

  /**
   * @param args the data folder; the folder of the sample's English articles; how many stories fill
   *     the sixty months; the first and the last to add
   */
  public static void main(String[] args) throws IOException {
    Path data = Path.of(args[0]);
    Newspaper newspaper = new Newspaper(Path.of(args[1]), Integer.parseInt(args[2]));
    if (!Files.exists(data.resolve("tamizdat.toml"))) {
      Files.createDirectories(data.resolve("editions").resolve("tuf"));
      Files.writeString(data.resolve("tamizdat.toml"), settings());
      makeKeys(data);
    }
    try (Database desk = Database.open(data.resolve("desk/desk.db"), "db/desk")) {
      for (int n = Integer.parseInt(args[3]); n <= Integer.parseInt(args[4]); n++) {
        add(desk, newspaper.story(n));
      }
    }
  }

  static void add(Database desk, Newspaper.Story story) {
    Clock clock = Clock.fixed(story.published(), ZoneOffset.UTC);
    String id =
        new Articles(desk, clock, new java.util.Random(story.number()))
            .create(content(story), Optional.empty());
    var outcome = new PublishArticle(desk, clock, ZoneId.of("UTC")).publish(id);
    if (!(outcome instanceof PublishArticle.Outcome.Published)) {
      throw new IllegalStateException(story.slug() + ": " + outcome);
    }
  }

  private static Content content(Newspaper.Story story) {
    StringBuilder body = new StringBuilder();
    story.paragraphs().forEach(p -> body.append("<p>").append(p).append("</p>\n"));
    return new Content(
        ENGLISH,
        "story-" + story.number(),
        story.slug(),
        "",
        story.headline(),
        story.standfirst(),
        List.of(new Byline("author-" + story.author(), "Author Number " + story.author())),
        "",
        Optional.empty(),
        body.toString(),
        story.section(),
        story.topics().stream().map(t -> "topic-" + t).toList(),
        List.of(),
        List.of(),
        Optional.of(story.published()),
        Optional.empty());
  }

  private static String settings() {
    StringBuilder toml =
        new StringBuilder(
            """
            [publication]
            address = "https://bench.example"
            time_zone = "UTC"
            languages = ["en"]
            [publication.name]
            en = "The Bench"
            """);
    for (String section : Newspaper.SECTIONS) {
      named(toml, "section", section, section);
    }
    for (int t = 0; t < Newspaper.TOPICS; t++) {
      named(toml, "topic", "topic-" + t, "Topic " + t);
    }
    for (int a = 0; a < Newspaper.AUTHORS; a++) {
      named(toml, "author", "author-" + a, "Author Number " + a);
    }
    return toml.append(
            """
            [texts.about]
            en = '''
            <p>Made up, to measure with.</p>
            '''
            [texts.privacy]
            en = '''
            <p>Nobody reads this.</p>
            '''
            [site]
            [[site.listen]]
            address = "127.0.0.1:18290"
            """)
        .toString();
  }

  private static void named(StringBuilder toml, String kind, String slug, String name) {
    toml.append("[[%s]]\nslug = \"%s\"\nname = { en = \"%s\" }\n".formatted(kind, slug, name));
  }

  private static void makeKeys(Path data) throws IOException {
    Keyring keys = new Keyring(data.resolve("keys"));
    KeyName holder = KeyName.root(1);
    Root first =
        Root.of(
            1,
            Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Lifetimes.USUAL.root()),
            List.of(make(keys, holder)),
            1,
            make(keys, KeyName.EDITION),
            make(keys, KeyName.FRESHNESS));
    SignedFile root = RootCeremony.signed(first, List.of(open(keys, holder)));
    Files.write(data.resolve("editions/tuf").resolve(root.name()), root.bytes());
  }

  private static VerifyingPair make(Keyring keys, KeyName name) {
    return switch (keys.make(name, Secret.of(""), new SecureRandom())) {
      case Keyring.Making.Made(VerifyingPair made) -> made;
      case Keyring.Making.AlreadyThere(Path file) ->
          throw new IllegalStateException(file + " is there already");
    };
  }

  static SigningPair open(Keyring keys, KeyName name) {
    return switch (keys.open(name, Secret.of(""), new SecretAccess("measure"))) {
      case KeyOpening.Opened(SigningPair pair) -> pair;
      case KeyOpening other -> throw new IllegalStateException(other.describe());
    };
  }
}
