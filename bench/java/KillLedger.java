import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.post.FolderBox;
import press.tamizdat.post.Handler;
import press.tamizdat.post.PostOffice;
import press.tamizdat.support.ledger.Audit;
import press.tamizdat.support.ledger.Entry;
import press.tamizdat.support.ledger.Ledger;
import press.tamizdat.support.pledge.History;
import press.tamizdat.support.pledge.Pledges;
import press.tamizdat.support.pledge.Reconcile;
import press.tamizdat.support.pledge.TakeHook;
import press.tamizdat.support.till.Hook;
import press.tamizdat.support.till.StripeStandIn;
import press.tamizdat.support.till.Till;
import press.tamizdat.support.till.TillSettings;
import press.tamizdat.support.till.Tills;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.envelope.Envelope;
import press.tamizdat.trust.sealing.OpeningKey;
import press.tamizdat.trust.sealing.SealingKey;
import press.tamizdat.trust.sealing.SealingKeyring;

/**
 * Histories of payments by chance. Their messages lie in a dropbox in any order, some twice, some
 * not at all; a process of its own takes them and is killed again and again. Afterwards its ledger
 * is compared with one that had everything once and in order, and with what the provider says.
 */
public final class KillLedger {
  private KillLedger() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    if (args[1].equals("take")) {
      take(folder, args[2], args[3]);
    } else {
      run(folder, Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    }
  }

  private static void run(Path folder, int histories, int world, int kills) throws Exception {
    long seed = Long.getLong("seed", new SecureRandom().nextLong());
    Random random = new Random(seed);
    var _ = keys(folder).make(SealingKeyring.DROPBOX, Secret.of(""), new SecureRandom());
    SealingKey key = keys(folder).sealing(SealingKeyring.DROPBOX).orElseThrow();
    Path dropbox = Files.createDirectories(folder.resolve("dropbox"));
    long events = 0;
    long delivered = 0;
    long wrongTills = 0;
    int killed = 0;
    int pledges = 0;
    try (Database orderly = Database.open(folder.resolve("orderly.db"), "db/post")) {
      try (Database empty = Database.open(folder.resolve("chaotic.db"), "db/post")) {
        empty.change(_ -> {});
      }
      Random ids = new Random(seed);
      Random sameIds = new Random(seed);
      Pledges inOrder = new Pledges(orderly, Clock.systemUTC(), ids, () -> ZoneOffset.UTC);
      for (int w = 0; w < histories / world; w++) {
        try (StripeStandIn stripe = new StripeStandIn(Optional.empty(), Optional.empty(), w % 2 == 0)) {
          String name = "card" + w;
          Clock clock = ((InstantSource) stripe::now).withZone(ZoneOffset.UTC);
          try (Tills tills = tills(stripe.address(), name, orderly, clock);
              Database chaotic = Database.open(folder.resolve("chaotic.db"), "db/post")) {
            Till till = tills.all().getFirst().till();
            Pledges inChaos = new Pledges(chaotic, Clock.systemUTC(), sameIds, () -> ZoneOffset.UTC);
            for (int h = 0; h < world; h++) {
              pledges += new History(stripe, till, random).live(List.of(inOrder, inChaos), false).size();
            }
            List<byte[]> all = stripe.events();
            events += all.size();
            List<Till.Event> told = new ArrayList<>();
            for (byte[] event : all) {
              told.addAll(((Till.Heard.Events) till.hear(StripeStandIn.signed(event, stripe.now()))).events());
            }
            var _ = inOrder.take(name, told);
            var _ = new Reconcile(tills, inOrder, orderly, clock).run();
            delivered += drop(History.mangled(all, random), stripe, name, dropbox, key, random);
          }
          killed += takeAndKill(folder, stripe, name, kills, random);
          try (Database chaotic = Database.open(folder.resolve("chaotic.db"), "db/post")) {
            wrongTills += Math.abs(balance(chaotic, name) - stripe.balance("eur"));
          }
          System.out.printf("%d histories, %d kills%n", (w + 1) * world, killed);
        }
      }
      try (Database chaotic = Database.open(folder.resolve("chaotic.db"), "db/post")) {
        Map<String, Entry> right = byKey(orderly);
        Map<String, Entry> ours = byKey(chaotic);
        long different =
            right.entrySet().stream().filter(e -> !e.getValue().equals(ours.get(e.getKey()))).count()
                + ours.keySet().stream().filter(k -> !right.containsKey(k)).count();
        boolean sound = Audit.of(new Ledger(chaotic), Optional.empty()) instanceof Audit.Verdict.Sound;
        System.out.printf(
            "bench ledger histories=%d pledges=%d events=%d delivered=%d kills=%d entries=%d different=%d"
                + " cents_off=%d sound=%s states_different=%d seed=%d%n",
            histories, pledges, events, delivered, killed, right.size(), different, wrongTills, sound,
            states(orderly, chaotic), seed);
      }
    }
  }

  private static SealingKeyring keys(Path folder) {
    return new SealingKeyring(folder.resolve("keys"));
  }

  private static Map<String, Entry> byKey(Database database) {
    Map<String, Entry> entries = new HashMap<>();
    new Ledger(database).entries().forEach(e -> entries.put(e.key(), e));
    return entries;
  }

  private static long states(Database orderly, Database chaotic) {
    List<String> right = states(orderly);
    List<String> ours = states(chaotic);
    long different = Math.abs(right.size() - ours.size());
    for (int i = 0; i < Math.min(right.size(), ours.size()); i++) {
      different += right.get(i).equals(ours.get(i)) ? 0 : 1;
    }
    return different;
  }

  private static List<String> states(Database database) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id || ' ' || state || ' ' || subscription || ' ' || paid || ' ' || times || ' '
                      || refunded || ' ' || disputed || ' ' || COALESCE(over, '') FROM pledge ORDER BY id""")
                .mapTo(String.class)
                .list());
  }

  private static long balance(Database database, String till) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT COALESCE(SUM(amount), 0) FROM ledger_posting WHERE account = :account")
                .bind("account", "receivable/" + till)
                .mapTo(Long.class)
                .one());
  }

  private static int drop(
      List<byte[]> events, StripeStandIn stripe, String till, Path dropbox, SealingKey to, Random random) {
    for (byte[] event : events) {
      Hook hook = StripeStandIn.signed(event, stripe.now());
      Envelope envelope =
          new Envelope(
              Ids.next(random), "support.hook." + till, stripe.now(), Map.of(), hook.headers(), hook.body(),
              Optional.empty());
      Disk.put(dropbox.resolve(envelope.id() + ".age"), to.seal(envelope.toJson()));
    }
    return events.size();
  }

  private static int takeAndKill(Path folder, StripeStandIn stripe, String till, int kills, Random random)
      throws IOException, InterruptedException {
    int killed = 0;
    while (true) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "KillLedger",
                  folder.toString(),
                  "take",
                  till,
                  stripe.address() + "," + stripe.now())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (killed < kills) {
        Thread.sleep(900 + random.nextInt(2_500));
        boolean alive = process.isAlive();
        process.destroyForcibly().waitFor(); // SIGKILL
        killed += alive ? 1 : 0;
        kills -= alive ? 0 : kills;
      } else if (process.waitFor() == 0) {
        return killed;
      } else {
        throw new IllegalStateException("the process failed by itself");
      }
    }
  }

  /** The process that is killed. */
  private static void take(Path folder, String till, String where) throws Exception {
    String[] parts = where.split(",");
    Clock clock = Clock.fixed(java.time.Instant.parse(parts[1]), ZoneOffset.UTC);
    try (Database database = Database.open(folder.resolve("chaotic.db"), "db/post");
        Tills tills = tills(URI.create(parts[0]), till, database, clock);
        FolderBox box = new FolderBox(folder.resolve("dropbox"))) {
      OpeningKey key =
          ((SealingKeyring.Opening.Opened) keys(folder).open(SealingKeyring.DROPBOX, Secret.of(""))).key();
      Pledges pledges = new Pledges(database, clock, new Random(), () -> ZoneOffset.UTC);
      Handler handler = new TakeHook(tills.all().getFirst().till(), pledges);
      try (PostOffice office =
          new PostOffice(List.of(box), key, Map.of("support.hook." + till, handler), Clock.systemUTC())) {
        while (!box.waiting().isEmpty()) {
          var _ = office.collect();
        }
      }
      if (!new Reconcile(tills, pledges, database, clock).run().trouble().isEmpty()) {
        System.exit(1);
      }
    }
  }

  private static Tills tills(URI address, String name, Database database, Clock clock) {
    return new Tills(
        List.of(
            new TillSettings(
                name, TillSettings.Kind.STRIPE, Set.of(Currency.getInstance("EUR")), "", Optional.of(address),
                "", Duration.ofSeconds(30), 0, List.of(), List.of(), Map.of())),
        (_, key) -> Secret.of(key.equals("hook") ? StripeStandIn.SECRET : "sk_practice"),
        database,
        clock);
  }
}
