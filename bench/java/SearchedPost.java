import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.published.Publication;
import press.tamizdat.letter.bounce.BounceRules;
import press.tamizdat.letter.bounce.Bounces;
import press.tamizdat.letter.bounce.Verdict;
import press.tamizdat.letter.roll.Registrar;
import press.tamizdat.letter.roll.Removal;
import press.tamizdat.letter.roll.Roll;
import press.tamizdat.letter.roll.RollCounts;
import press.tamizdat.letter.sending.FrozenIssue;
import press.tamizdat.letter.sending.Installation;
import press.tamizdat.letter.sending.Policy;
import press.tamizdat.letter.sending.Progress;
import press.tamizdat.letter.sending.Sendings;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.mail.Correspondence;
import press.tamizdat.platform.mail.DomainPace;
import press.tamizdat.platform.mail.Relay;
import press.tamizdat.platform.mail.Relays;
import press.tamizdat.platform.text.Language;
import press.tamizdat.post.FolderBox;
import press.tamizdat.post.PostOffice;
import press.tamizdat.post.PostRoom;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.LinkKey;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.pgp.PgpMime;
import press.tamizdat.trust.sealing.OpeningKey;
import press.tamizdat.trust.sealing.SealingKeyring;

/** A post room in a process of its own, told by lines what to do beside its work. */
final class SearchedPost {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Language EN = new Language("en");

  private SearchedPost() {}

  /**
   * @param args the data folder; the port of the relay; the passphrase of both keys
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path data = Path.of(args[0]);
    Secret passphrase = Secret.of(args[2]);
    SealingKeyring keys = new SealingKeyring(data.resolve("keys"));
    Clock clock = Clock.systemUTC();
    Relay relay =
        new Relay(
            "sink", "127.0.0.1", Integer.parseInt(args[1]), Relay.Security.NONE, Optional.empty(),
            Optional.empty(), "ferry.example", Relay.Limits.USUAL);
    OpeningKey dropbox =
        keys.open(SealingKeyring.DROPBOX, passphrase)
                instanceof SealingKeyring.Opening.Opened(OpeningKey key)
            ? key
            : OpeningKey.generate(RANDOM);
    try (Database database = Database.open(data.resolve("post").resolve("post.db"), "db/post");
        Relays relays = new Relays(List.of(relay), DomainPace.NONE, Optional.empty(), clock);
        FolderBox box = new FolderBox(data.resolve("dropbox"))) {
      PostRoom room =
          new PostRoom(
              database, clock, RANDOM, SearchedPost::publication, relays,
              new Correspondence(
                  "letters@ferry.example", "ferry.example", URI.create("https://ferry.example")),
              keys.sealing(SealingKeyring.ROLL).orElseThrow(),
              LinkKey.at(data.resolve("keys").resolve("links.key"), RANDOM));
      Roll roll = new Roll(database, clock, RANDOM);
      RollCounts counts = new RollCounts(database);
      Bounces bounces =
          new Bounces(
              database,
              (id, why) ->
                  roll.remove(
                      id, why == Verdict.COMPLAINT ? Removal.COMPLAINED : Removal.BOUNCED),
              (handle, subscriber, from, until) -> List.of(),
              BounceRules.USUAL,
              clock);
      try (Registrar registrar = new Registrar(room, dropbox);
          PostOffice office =
              new PostOffice(List.of(box), dropbox, registrar.handlers(), clock);
          Sendings sendings =
              new Sendings(
                  room,
                  new Sendings.Tools(
                      keys,
                      Optional.empty(),
                      new Installation(database, data.resolve("post"), RANDOM),
                      (subscriber, mark, code, status, reply) -> {},
                      new PgpMime(RANDOM)::encrypt,
                      new Policy(List.of(Duration.ofSeconds(1)), Duration.ofMinutes(1))))) {
        registrar.start();
        office.start();
        BufferedReader commands =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
          String[] words = line.split(" ");
          switch (words[0]) {
            case "count" ->
                System.out.println(counts.everybody() + " " + counts.unconfirmed());
            case "send" -> System.out.println(send(sendings, passphrase));
            case "bounce" ->
                System.out.println(
                    bounces.take(Files.readAllBytes(Path.of(words[1])), List.of()).reason());
            default -> System.out.println("what?");
          }
        }
      }
    }
  }

  private static String send(Sendings sendings, Secret passphrase) throws InterruptedException {
    String id = Ids.next(RANDOM);
    String link = "https://ferry.example/en/letters/manage.html?link={{link}}";
    FrozenIssue issue =
        new FrozenIssue(
            id, "weekly", 1, EN, "The Ferry", "The week",
            "<p>" + "The river is high. ".repeat(500) + "<a href=\"" + link + "\">Choose</a>",
            "The river is high. ".repeat(500) + "\n\n" + link + "\n", Map.of());
    System.err.println("armed: " + sendings.arm(issue, passphrase));
    Progress now = sendings.progress(id).orElseThrow();
    while (now.state() != Progress.State.DONE) {
      Thread.sleep(100);
      now = sendings.progress(id).orElseThrow();
    }
    return now.accepted() + " " + now.audience();
  }

  private static Publication publication() {
    Map<Language, String> name = Map.of(EN, "The Ferry");
    return new Publication(
        name, Map.of(), URI.create("https://ferry.example"), ZoneId.of("UTC"), List.of(EN),
        List.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of(), List.of(),
        List.of(new Publication.Letter("weekly", name, Map.of(), Map.of())));
  }
}
