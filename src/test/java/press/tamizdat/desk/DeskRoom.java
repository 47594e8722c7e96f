package press.tamizdat.desk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import press.tamizdat.article.PublicationSettings;
import press.tamizdat.desk.support.Funds;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;
import press.tamizdat.staff.Account;
import press.tamizdat.staff.Accounts;
import press.tamizdat.staff.Role;
import press.tamizdat.staff.Sessions;
import press.tamizdat.staff.SignInLinks;
import press.tamizdat.support.pledge.Pledges;
import press.tamizdat.support.till.PracticeTill;
import press.tamizdat.support.till.TillSettings;
import press.tamizdat.support.till.Tills;
import press.tamizdat.trust.Secret;

/** A small newsroom with a desk that is open on loopback. */
public final class DeskRoom implements AutoCloseable {
  public final PressRoom press;
  public final Newsroom newsroom;
  public final EditionFolder editions;

  /** How often pages were read, by day; a test fills it in. */
  public final Map<LocalDate, Map<String, Long>> counts = new ConcurrentHashMap<>();

  /** Where the site is open; none until a test opens one. */
  public volatile List<URI> site = List.of();

  public final PublicationSettings settings;

  /** Who gets letters, and what was sent to them. */
  public final RecordedMailroom mailroom = new RecordedMailroom();

  /** The books, with the practice till. */
  public final Funds funds;

  private final Desk desk;
  private final Accounts accounts;

  private DeskRoom(Path folder, int port, TillSettings till) {
    this.press = new PressRoom(folder);
    this.editions = press.editions("editions");
    this.settings = new PublicationSettings(press.database, press.clock);
    settings.takeOver(press.publication, "as in the file");
    this.funds = funds(folder, till);
    this.newsroom =
        new Newsroom(
            press.database,
            press.clock,
            new SecureRandom(),
            folder.resolve("photos"),
            settings::printed,
            () -> press.edition(editions, settings::printed),
            editions,
            day -> counts.getOrDefault(day, Map.of()),
            () -> site,
            Optional.of(mailroom),
            Optional.of(funds));
    this.accounts = new Accounts(press.database, press.clock, newsroom.random());
    this.desk =
        Desk.open(
            newsroom,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            Set.of("desk.example"));
  }

  private Funds funds(Path folder, TillSettings only) {
    Database post = Database.open(folder.resolve("post.db"), "db/post");
    Tills tills = new Tills(List.of(only), (till, name) -> Secret.of(""), post, press.clock);
    return new Funds(
        post,
        new Pledges(post, press.clock, new SecureRandom(), () -> press.publication.zone()),
        tills);
  }

  private static TillSettings till(
      String name, TillSettings.Kind kind, Set<Currency> currencies, Map<String, String> options) {
    return new TillSettings(
        name,
        kind,
        currencies,
        "",
        Optional.empty(),
        "",
        TillSettings.PATIENCE,
        0,
        List.of(),
        List.of(),
        options);
  }

  private static TillSettings practice() {
    return till(PracticeTill.NAME, TillSettings.Kind.PRACTICE, Set.of(), Map.of());
  }

  public static DeskRoom open(Path folder) {
    return new DeskRoom(folder, 0, practice());
  }

  /** One that takes transfers in place of the practice till. */
  public static DeskRoom withBank(Path folder) {
    return new DeskRoom(
        folder,
        0,
        till(
            "transfer",
            TillSettings.Kind.BANK,
            Set.of(Currency.getInstance("EUR")),
            Map.of("beneficiary", "Stichting Strait", "iban", "DE89370400440532013000")));
  }

  public String address() {
    return "http://127.0.0.1:" + desk.port();
  }

  /** Somebody signed in, whose account is made if there is none of this name. */
  public Staff signIn(String penName, Role role) {
    return signIn(penName, role, PressRoom.ENGLISH);
  }

  public Staff signIn(String penName, Role role, Language language) {
    Account account = account(penName, role, language);
    String token = new Sessions(press.database, press.clock, newsroom.random()).begin(account);
    return new Staff(address(), account, token);
  }

  /** Somebody who is not signed in. */
  public Staff stranger() {
    return new Staff(
        address(), new Account("", "", Role.WRITER, PressRoom.ENGLISH, false), "nothing");
  }

  public Account account(String penName, Role role, Language language) {
    return accounts
        .named(penName)
        .orElseGet(
            () ->
                switch (accounts.add(penName, role, language)) {
                  case Accounts.Outcome.Done(Account added) -> added;
                  case Accounts.Outcome.Refused(String key) -> throw new AssertionError(key);
                });
  }

  /** The path of a fresh sign-in link. */
  public String link(String penName, Role role) {
    return "/sign-in/"
        + new SignInLinks(press.database, press.clock, newsroom.random())
            .make(account(penName, role, PressRoom.ENGLISH));
  }

  /** A draft; its id. */
  public String draft(Language language, String slug, String headline, String text) {
    return press.articles.create(
        PressRoom.content(
            language, slug, headline, "news", List.of("river"), press.clock.instant(), text),
        Optional.empty());
  }

  @Override
  public void close() {
    desk.close();
    funds.database().close();
    press.close();
  }

  /**
   * To look at it by hand: opens a desk with a few articles and prints a link for each role.
   *
   * @param args the port
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("desk-room-");
    DeskRoom room = new DeskRoom(folder, Integer.parseInt(args[0]), practice());
    Instant spring = Instant.parse("2026-03-01T10:00:00Z");
    room.press.article(PressRoom.ENGLISH, "the-dam", "news", List.of("river"), spring);
    room.press.article(PressRoom.RUSSIAN, "plotina", "news", List.of("river"), spring);
    room.draft(PressRoom.ENGLISH, "the-bridge", "the bridge", "It stands.");
    System.out.println(room.address() + room.link("Vera Lindt", Role.CHIEF));
    System.out.println(room.address() + room.link("Ilya Marchuk", Role.EDITOR));
    System.out.println(room.address() + room.link("Daria Kovel", Role.WRITER));
    Thread.sleep(Long.MAX_VALUE);
  }
}
