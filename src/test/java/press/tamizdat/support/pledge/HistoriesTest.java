package press.tamizdat.support.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.platform.db.Database;
import press.tamizdat.post.Handled;
import press.tamizdat.support.ledger.Audit;
import press.tamizdat.support.ledger.Entry;
import press.tamizdat.support.ledger.Ledger;
import press.tamizdat.support.till.Hook;
import press.tamizdat.support.till.StripeStandIn;
import press.tamizdat.support.till.Till;
import press.tamizdat.support.till.TillSettings;
import press.tamizdat.support.till.Tills;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.envelope.Envelope;

/** Whatever order a provider's messages come in, however often, and if some never come. */
class HistoriesTest {
  private static final int HISTORIES = 200;
  private static final int WORLDS = 8;
  private static final long SEED = 20_261_122;

  private Path folder;
  private Database orderly;
  private Database chaotic;

  /** In memory where there is such a place: thousands of commits wait for the disk otherwise. */
  @BeforeEach
  void open(@TempDir Path disk) throws IOException {
    Path memory = Path.of("/dev/shm");
    folder = Files.isWritable(memory) ? Files.createTempDirectory(memory, "histories-") : disk;
    orderly = Database.open(folder.resolve("orderly.db"), "db/post");
    chaotic = Database.open(folder.resolve("chaotic.db"), "db/post");
  }

  @AfterEach
  void close() throws IOException {
    orderly.close();
    chaotic.close();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.deleteIfExists(folder);
  }

  private static Tills tills(StripeStandIn stripe, String name, Database database, Clock clock) {
    TillSettings settings =
        new TillSettings(
            name,
            TillSettings.Kind.STRIPE,
            Set.of(Currency.getInstance("EUR")),
            "STRAIT",
            Optional.of(stripe.address()),
            "",
            Duration.ofSeconds(5),
            0,
            List.of(),
            List.of(),
            Map.of());
    return new Tills(
        List.of(settings),
        (_, key) -> Secret.of(key.equals("hook") ? StripeStandIn.SECRET : "sk_practice"),
        database,
        clock);
  }

  @Test
  void theLedgerIsTheSameAsIfAllHadComeInOrder() {
    Random random = new Random(SEED);
    Pledges inOrder = new Pledges(orderly, Clock.systemUTC(), new Random(1), () -> ZoneOffset.UTC);
    Pledges inChaos = new Pledges(chaotic, Clock.systemUTC(), new Random(1), () -> ZoneOffset.UTC);
    int events = 0;
    long held = 0;
    for (int i = 0; i < WORLDS; i++) {
      try (StripeStandIn stripe =
          new StripeStandIn(Optional.empty(), Optional.empty(), i % 2 == 0)) {
        Clock clock = InstantSourceClock.of(stripe::now);
        String name = "card" + i;
        try (Tills tills = tills(stripe, name, orderly, clock);
            Tills others = tills(stripe, name, chaotic, clock)) {
          Till till = tills.all().getFirst().till();
          Till other = others.all().getFirst().till();
          boolean late = random.nextInt(5) == 0;
          List<History.Begun> begun = new ArrayList<>();
          for (int each = 0; each < HISTORIES / WORLDS; each++) {
            begun.addAll(new History(stripe, till, random).live(List.of(inOrder, inChaos), late));
          }
          events += stripe.events().size();
          stripe.events().forEach(e -> deliver(till, inOrder, e, stripe.now(), random));
          History.mangled(stripe.events(), random)
              .forEach(e -> deliver(other, inChaos, e, stripe.now(), random));
          if (late) {
            begun.forEach(
                b -> inChaos.opened(b.pledge(), name, b.session(), opened(inOrder, b, name)));
          }
          assertThat(new Reconcile(tills, inOrder, orderly, clock).run().trouble()).isEmpty();
          assertThat(new Reconcile(others, inChaos, chaotic, clock).run().trouble()).isEmpty();
          for (History.Begun each : begun) {
            assertThat(inChaos.find(each.pledge().id()))
                .isEqualTo(inOrder.find(each.pledge().id()).map(p -> since(p, inChaos)));
          }
          long balance = balance(chaotic, "receivable/" + name);
          assertThat(balance).as("what lies at the till").isEqualTo(stripe.balance("eur"));
          held += balance;
        }
      }
    }
    assertThat(sorted(chaotic)).isEqualTo(sorted(orderly)).hasSizeGreaterThan(HISTORIES);
    assertThat(Audit.of(new Ledger(chaotic), Optional.empty()))
        .isInstanceOf(Audit.Verdict.Sound.class);
    assertThat(Audit.of(new Ledger(orderly), Optional.empty()))
        .isInstanceOf(Audit.Verdict.Sound.class);
    assertThat(events).isGreaterThan(HISTORIES * 3);
    assertThat(held).isNotZero();
    assertThat(onDisk()).doesNotContain(StripeStandIn.PERSON);
  }

  /** The moment of beginning is each book's own. */
  private static Pledge since(Pledge pledge, Pledges other) {
    Instant since = other.find(pledge.id()).orElseThrow().since();
    return new Pledge(
        pledge.id(),
        pledge.frequency(),
        pledge.amount(),
        pledge.till(),
        pledge.subscription(),
        pledge.session(),
        pledge.attempt(),
        pledge.state(),
        pledge.language(),
        pledge.month(),
        pledge.over(),
        pledge.paid(),
        pledge.times(),
        pledge.refunded(),
        pledge.disputed(),
        pledge.wantsReceipt(),
        since);
  }

  private static List<press.tamizdat.support.till.Fact> opened(
      Pledges books, History.Begun begun, String till) {
    return List.of(
        new press.tamizdat.support.till.Fact(
            till,
            "begun:" + begun.session(),
            press.tamizdat.support.till.Fact.What.OPENED,
            begun.session(),
            "",
            begun.pledge().id(),
            books.find(begun.pledge().id()).orElseThrow().amount(),
            Instant.EPOCH));
  }

  private static void deliver(Till till, Pledges pledges, byte[] event, Instant at, Random random) {
    Hook hook = StripeStandIn.signed(event, at);
    Envelope envelope =
        new Envelope(
            Ids.next(random),
            "support.hook." + till.name(),
            at,
            Map.of(),
            hook.headers(),
            hook.body(),
            Optional.empty());
    assertThat(new TakeHook(till, pledges).handle(envelope)).isInstanceOf(Handled.Done.class);
  }

  private static List<Entry> sorted(Database database) {
    return new Ledger(database)
        .entries().stream().sorted(java.util.Comparator.comparing(Entry::key)).toList();
  }

  private static long balance(Database database, String account) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT COALESCE(SUM(amount), 0) FROM ledger_posting WHERE account = :account")
                .bind("account", account)
                .mapTo(Long.class)
                .one());
  }

  private String onDisk() {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return String.join("\n", found);
  }

  /** A clock that shows another's time. */
  private static final class InstantSourceClock {
    static Clock of(InstantSource source) {
      return source.withZone(ZoneOffset.UTC);
    }
  }
}
