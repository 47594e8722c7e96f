package press.tamizdat.support.pledge;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;
import press.tamizdat.post.Handled;
import press.tamizdat.post.Handler;
import press.tamizdat.support.till.StandIn;
import press.tamizdat.support.till.StripeStandIn;
import press.tamizdat.support.till.TillSettings;
import press.tamizdat.support.till.Tills;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.LinkKey;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.envelope.Answer;
import press.tamizdat.trust.envelope.Envelope;
import press.tamizdat.trust.sealing.OpeningKey;

/** A newsroom that takes support, and a reader at its forms. */
final class Counter implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-10-25T08:00:00Z");

  final Database database;
  final Pledges pledges;
  final Tills tills;
  final Reconcile reconcile;
  final OpeningKey roll;
  private final Map<String, Handler> handlers;
  private final SecureRandom random = new SecureRandom();

  private Counter(Path folder, List<TillSettings> settings) {
    AtomicLong seconds = new AtomicLong();
    InstantSource ticking = () -> NOW.plusSeconds(seconds.incrementAndGet());
    Clock clock = ticking.withZone(ZoneOffset.UTC);
    database = Database.open(folder.resolve("post.db"), "db/post");
    roll = OpeningKey.generate(random);
    SupportRoom room =
        new SupportRoom(
            database,
            clock,
            random,
            Counter::publication,
            URI.create("https://news.example"),
            Optional.of(roll.sealing()),
            LinkKey.at(folder.resolve("links.key"), random));
    tills =
        new Tills(
            settings,
            (_, key) -> Secret.of(key.equals("hook") ? StripeStandIn.SECRET : "sk_practice"),
            database,
            clock);
    pledges = room.pledges();
    reconcile = new Reconcile(tills, pledges, database, clock);
    handlers = SupportHandlers.of(room, tills, pledges);
  }

  static Counter withPractice(Path folder) {
    return new Counter(folder, List.of(settings("practice", TillSettings.Kind.PRACTICE, "")));
  }

  /** Two tills of the same provider, and a bank account. */
  static Counter withCards(Path folder, StandIn stripe) {
    String at = stripe.address().toString();
    return new Counter(
        folder,
        List.of(
            settings("card", TillSettings.Kind.STRIPE, at),
            settings("other", TillSettings.Kind.STRIPE, at),
            settings("transfer", TillSettings.Kind.BANK, "")));
  }

  /** One till of a provider, and the bank account to which it pays out. */
  static Counter withPayouts(Path folder, StandIn stripe) {
    return new Counter(
        folder,
        List.of(
            settings("card", TillSettings.Kind.STRIPE, stripe.address().toString()),
            settings("transfer", TillSettings.Kind.BANK, "")));
  }

  static TillSettings settings(String name, TillSettings.Kind kind, String address) {
    return new TillSettings(
        name,
        kind,
        Set.of(Currency.getInstance("EUR")),
        "STRAIT",
        address.isEmpty() ? Optional.empty() : Optional.of(URI.create(address)),
        "",
        Duration.ofSeconds(1),
        30,
        List.of(press.tamizdat.support.Money.of(25, "EUR")),
        List.of(),
        kind == TillSettings.Kind.BANK
            ? Map.of("beneficiary", "Stichting Strait", "iban", "DE89370400440532013000")
            : Map.of());
  }

  private static Publication publication() {
    Language en = new Language("en");
    Language ru = new Language("ru");
    return new Publication(
        Map.of(en, "The Strait", ru, "Пролив"),
        Map.of(),
        URI.create("https://news.example"),
        ZoneOffset.UTC,
        List.of(en, ru),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of());
  }

  Envelope envelope(String kind, String... fields) {
    Map<String, List<String>> all = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      all.computeIfAbsent(fields[i], _ -> new ArrayList<>()).add(fields[i + 1]);
    }
    return Envelope.form(Ids.next(random), "support." + kind, NOW, all);
  }

  Answer send(String kind, String... fields) {
    return send(envelope(kind, fields));
  }

  Answer send(Envelope envelope) {
    Handled handled = Objects.requireNonNull(handlers.get(envelope.kind())).handle(envelope);
    return ((Handled.Done) handled).answer().orElseThrow();
  }

  Handled hook(String till, byte[] event) {
    var hook = StripeStandIn.signed(event, NOW);
    return Objects.requireNonNull(handlers.get("support.hook." + till))
        .handle(
            new Envelope(
                Ids.next(random),
                "support.hook." + till,
                NOW,
                Map.of(),
                hook.headers(),
                hook.body(),
                Optional.empty()));
  }

  Optional<byte[]> opened(byte[] sealed) {
    return roll.open(sealed);
  }

  @Override
  public void close() {
    tills.close();
    database.close();
  }
}
