import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import press.tamizdat.letter.sending.Armed;
import press.tamizdat.letter.sending.FrozenIssue;
import press.tamizdat.letter.sending.Installation;
import press.tamizdat.letter.sending.Policy;
import press.tamizdat.letter.sending.Progress;
import press.tamizdat.letter.sending.Sendings;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.mail.Correspondence;
import press.tamizdat.platform.mail.Delivery;
import press.tamizdat.platform.mail.DomainPace;
import press.tamizdat.platform.mail.Mail;
import press.tamizdat.platform.mail.MailRoute;
import press.tamizdat.platform.mail.Relay;
import press.tamizdat.platform.mail.Relays;
import press.tamizdat.platform.text.Language;
import press.tamizdat.post.PostRoom;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.LinkKey;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.dkim.Dkim;
import press.tamizdat.trust.dkim.DkimAlgorithm;
import press.tamizdat.trust.dkim.DkimKey;
import press.tamizdat.trust.sealing.SealingKey;
import press.tamizdat.trust.sealing.SealingKeyring;

/**
 * The whole way of an issue: rows written, addresses opened, messages made, signed and sent, answers
 * on the disk.
 */
final class SendLetters {
  private static final SecureRandom RANDOM = new SecureRandom();

  private SendLetters() {}

  /**
   * @param args {@code roll FOLDER COUNT}, or {@code send FOLDER PORT SESSIONS
   *     none|ed25519|rsa|both NUMBER BYTES}; port 0 is nowhere
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[1]);
    if (args[0].equals("roll")) {
      roll(folder, Integer.parseInt(args[2]));
    } else {
      send(
          folder,
          Integer.parseInt(args[2]),
          Integer.parseInt(args[3]),
          args[4],
          Integer.parseInt(args[5]),
          Integer.parseInt(args[6]));
    }
  }

  private static Database open(Path folder) {
    Database database = Database.open(folder.resolve("post.db"), "db/post");
    database.change(
        h -> {
          h.execute(
              """
              CREATE TABLE IF NOT EXISTS subscriber (id TEXT PRIMARY KEY, sealed BLOB NOT NULL,
                sealed_key BLOB, language TEXT NOT NULL, state TEXT NOT NULL, joined TEXT NOT NULL)
              """);
          h.execute(
              """
              CREATE TABLE IF NOT EXISTS subscription (
                subscriber TEXT NOT NULL REFERENCES subscriber (id) ON DELETE CASCADE,
                letter TEXT NOT NULL, PRIMARY KEY (subscriber, letter))
              """);
          h.execute(
              "CREATE INDEX IF NOT EXISTS subscription_by_letter ON subscription (letter, subscriber)");
        });
    return database;
  }

  private static void roll(Path folder, int count) {
    SealingKeyring keys = new SealingKeyring(folder.resolve("keys"));
    SealingKeyring.Making made = keys.make(SealingKeyring.ROLL, Secret.of(""), RANDOM);
    SealingKey roll = ((SealingKeyring.Making.Made) made).key();
    try (Database database = open(folder)) {
      for (int from = 0; from < count; from += 10_000) {
        List<byte[]> sealed =
            IntStream.range(from, Math.min(count, from + 10_000))
                .parallel()
                .mapToObj(
                    i -> roll.seal(("reader" + i + "@mail" + i % 97 + ".example").getBytes(StandardCharsets.UTF_8)))
                .toList();
        database.change(
            h -> {
              try (var people =
                      h.getConnection()
                          .prepareStatement(
                              "INSERT INTO subscriber (id, sealed, language, state, joined)"
                                  + " VALUES (?, ?, 'en', 'active', '2026-11')");
                  var letters =
                      h.getConnection()
                          .prepareStatement(
                              "INSERT INTO subscription (subscriber, letter) VALUES (?, 'weekly')")) {
                for (byte[] one : sealed) {
                  String id = Ids.next(RANDOM);
                  people.setString(1, id);
                  people.setBytes(2, one);
                  people.executeUpdate();
                  letters.setString(1, id);
                  letters.executeUpdate();
                }
              } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
              }
            });
      }
    }
  }

  private static void send(
      Path folder, int port, int sessions, String dkim, int number, int bytes)
      throws InterruptedException {
    SealingKeyring keys = new SealingKeyring(folder.resolve("keys"));
    Relay sink =
        Relay.at("sink", "127.0.0.1", Math.max(1, port), Relay.Security.NONE)
            .limits(Relay.Limits.USUAL.sessions(sessions).mailsPerSession(1_000_000));
    try (Database database = open(folder);
        MailRoute relays =
            port == 0
                ? new Nowhere(sessions)
                : new Relays(List.of(sink), DomainPace.NONE, Optional.empty(), Clock.systemUTC());
        Sendings sendings =
            new Sendings(
                new PostRoom(
                    database,
                    Clock.systemUTC(),
                    RANDOM,
                    () -> {
                      throw new IllegalStateException();
                    },
                    relays,
                    new Correspondence(
                        "letters@bench.example",
                        "back.bench.example",
                        URI.create("https://bench.example")),
                    keys.sealing(SealingKeyring.ROLL).orElseThrow(),
                    LinkKey.at(folder.resolve("keys/links"), RANDOM)),
                new Sendings.Tools(
                    keys,
                    dkim(folder, dkim),
                    new Installation(database, folder, RANDOM),
                    (subscriber, mark, code, status, reply) -> System.err.println("refused: " + code),
                    (key, entity) -> Optional.empty(),
                    Policy.USUAL))) {
      FrozenIssue issue = issue(number, bytes);
      long from = System.nanoTime();
      Armed armed = sendings.arm(issue, Secret.of(""));
      if (!(armed instanceof Armed.Sending)) {
        throw new IllegalStateException(armed.toString());
      }
      System.out.println("armed");
      Progress progress = sendings.progress(issue.id()).orElseThrow();
      long first = 0;
      while (progress.state() != Progress.State.DONE) {
        if (progress.state() == Progress.State.LOCKED) {
          throw new IllegalStateException(progress.toString());
        }
        first = first == 0 && progress.accepted() > 0 ? System.nanoTime() : first;
        Thread.sleep(100);
        progress = sendings.progress(issue.id()).orElseThrow();
      }
      double seconds = (System.nanoTime() - from) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "accepted %d of %d seconds %.2f before_first %.2f%n",
          progress.accepted(), progress.audience(), seconds, (first - from) / 1e9);
    }
  }

  /** Takes everything at once: what is left is our own work. */
  private record Nowhere(int sessions) implements MailRoute {
    @Override
    public Delivery send(Mail mail) {
      return new Delivery.Accepted("2.0.0 nowhere");
    }

    @Override
    public void close() {}
  }

  private static Optional<Dkim> dkim(Path folder, String which) {
    List<DkimKey> keys = new ArrayList<>();
    if (which.equals("rsa") || which.equals("both")) {
      keys.add(DkimKey.in(folder.resolve("keys"), "tz", DkimAlgorithm.RSA, RANDOM));
    }
    if (which.equals("ed25519") || which.equals("both")) {
      keys.add(DkimKey.in(folder.resolve("keys"), "tz", DkimAlgorithm.ED25519, RANDOM));
    }
    return keys.isEmpty() ? Optional.empty() : Optional.of(new Dkim("bench.example", keys));
  }

  /** So long that a message is of that many bytes, about; one issue for each number. */
  private static FrozenIssue issue(int number, int bytes) {
    String link = "https://bench.example/en/letters/manage.html?link={{link}}";
    StringBuilder text = new StringBuilder();
    while (text.length() < bytes / 6) {
      text.append("The dyke at the lower meadow was paid for three times, the ledger says.\n");
    }
    StringBuilder html = new StringBuilder("<!doctype html><title>Weekly</title>");
    while (html.length() < bytes * 3 / 4) {
      html.append("<tr><td>Ferry tickets cost ten crowns from Monday, the town hall says.</td></tr>\n");
    }
    String id = "b".repeat(20) + String.format(Locale.ROOT, "%06d", number).chars()
        .mapToObj(c -> Character.toString('a' + c - '0')).reduce("", String::concat);
    return new FrozenIssue(
        id,
        "weekly",
        number,
        new Language("en"),
        "The Bench",
        "The week",
        html + "<p><a href=\"" + link + "\">Leave</a>",
        text + "\nLeave: " + link + "\n",
        Map.of());
  }
}
