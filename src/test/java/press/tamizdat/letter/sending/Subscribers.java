package press.tamizdat.letter.sending;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.mail.Correspondence;
import press.tamizdat.platform.mail.MailRoute;
import press.tamizdat.platform.text.Language;
import press.tamizdat.post.PostRoom;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.LinkKey;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.dkim.Dkim;
import press.tamizdat.trust.sealing.SealingKey;
import press.tamizdat.trust.sealing.SealingKeyring;

/** A post room with people who have the weekly letter in English. */
public final class Subscribers implements AutoCloseable {
  public static final Secret PASSPHRASE = Secret.of("a passphrase");
  private static final Policy QUICK =
      new Policy(List.of(Duration.ofMillis(50), Duration.ofMillis(50)), Duration.ofMinutes(1));
  private static final SecureRandom RANDOM = new SecureRandom();
  public final Path folder;
  public final Database database;
  public final List<String> refused = new java.util.concurrent.CopyOnWriteArrayList<>();
  private final SealingKeyring keys;
  private final SealingKey roll;

  public Subscribers(Path folder) {
    this.folder = folder;
    this.database = Database.open(folder.resolve("post.db"), "db/post");
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
          h.execute("CREATE INDEX IF NOT EXISTS by_letter ON subscription (letter, subscriber)");
        });
    this.keys = new SealingKeyring(folder.resolve("keys"));
    if (keys.sealing(SealingKeyring.ROLL).isEmpty()) {
      keys.make(SealingKeyring.ROLL, PASSPHRASE, RANDOM, 4);
    }
    this.roll = keys.sealing(SealingKeyring.ROLL).orElseThrow();
  }

  /** One more, with an id that sorts behind those before. */
  public String add(String address) {
    return add(address, Optional.empty());
  }

  public String add(String address, Optional<byte[]> key) {
    String id = Ids.next(RANDOM);
    database.change(
        h -> {
          h.createUpdate(
                  "INSERT INTO subscriber (id, sealed, sealed_key, language, state, joined)"
                      + " VALUES (:id, :sealed, :key, 'en', 'active', '2026-11')")
              .bind("id", id)
              .bind("sealed", roll.seal(address.getBytes(StandardCharsets.UTF_8)))
              .bind("key", key.map(roll::seal).orElse(null))
              .execute();
          h.execute("INSERT INTO subscription (subscriber, letter) VALUES (?, 'weekly')", id);
        });
    return id;
  }

  public void remove(String id) {
    database.change(h -> h.execute("DELETE FROM subscriber WHERE id = ?", id));
  }

  public Sendings sendings(MailRoute route) {
    return sendings(route, Optional.empty(), (key, entity) -> Optional.empty());
  }

  public Sendings sendings(MailRoute route, Optional<Dkim> dkim, Encryption encryption) {
    Correspondence sender =
        new Correspondence(
            "letters@ilma.example", "back.ilma.example", URI.create("https://ilma.example"));
    PostRoom room =
        new PostRoom(
            database,
            Clock.systemUTC(),
            RANDOM,
            () -> {
              throw new IllegalStateException("no publication is needed");
            },
            route,
            sender,
            roll,
            links());
    return new Sendings(
        room,
        new Sendings.Tools(
            keys,
            dkim,
            new Installation(database, folder, RANDOM),
            (subscriber, issue, code, status, reply) ->
                refused.add(subscriber + " " + code + " " + status),
            encryption,
            QUICK));
  }

  public LinkKey links() {
    return LinkKey.at(folder.resolve("keys/links"), RANDOM);
  }

  public static FrozenIssue issue() {
    return new FrozenIssue(
        "i".repeat(Ids.LENGTH),
        "weekly",
        38,
        new Language("en"),
        "Ilma Today",
        "The week on the river",
        "<p>Read on. <a href=\"https://ilma.example/en/letters/manage.html?link={{link}}\">Leave</a>",
        "Read on.\n\nLeave: https://ilma.example/en/letters/manage.html?link={{link}}\n",
        Map.of("X-Edition", "12"));
  }

  /** What the rows say, by state and reply. */
  public Map<String, Long> rows() {
    return database.read(
        h ->
            h
                .createQuery(
                    "SELECT state || CASE state WHEN 'excluded' THEN ' ' || reply ELSE '' END,"
                        + " count(*) FROM recipient GROUP BY 1")
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(
                    java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  public static Progress await(Sendings sendings, Progress.State state) {
    for (int i = 0; i < 600; i++) {
      Progress now = sendings.progress(issue().id()).orElseThrow();
      if (now.state() == state) {
        return now;
      }
      pause();
    }
    throw new AssertionError("not " + state + " in time: " + sendings.progress(issue().id()));
  }

  static void pause() {
    try {
      Thread.sleep(25);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
