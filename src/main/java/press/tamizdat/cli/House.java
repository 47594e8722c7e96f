package press.tamizdat.cli;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import press.tamizdat.article.Articles;
import press.tamizdat.article.PublicationSettings;
import press.tamizdat.article.PublishArticle;
import press.tamizdat.article.TakeDownArticle;
import press.tamizdat.demo.SampleDesk;
import press.tamizdat.demo.SampleLetters;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.letters.Mailroom;
import press.tamizdat.desk.support.Funds;
import press.tamizdat.edition.Masthead;
import press.tamizdat.edition.PublishEdition;
import press.tamizdat.edition.page.FormKeys;
import press.tamizdat.edition.page.Pages;
import press.tamizdat.platform.db.Database;
import press.tamizdat.site.ReadCounts;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.collecting.CollectingKey;
import press.tamizdat.trust.keys.KeyName;
import press.tamizdat.trust.sealing.SealingKeyring;
import press.tamizdat.trust.tuf.Signer;

/**
 * The desk of one newsroom, wired by hand: its settings, its database and, once opened, its signing
 * keys.
 */
final class House implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DataFolder data;
  private final Settings settings;
  private final Clock clock;
  private final Database database;
  private final PublicationSettings publication;
  private final boolean takenOver;
  private Optional<Funds> funds = Optional.empty();

  House(DataFolder data, Clock clock) {
    this.data = data;
    this.settings = printable(data);
    this.clock = clock;
    this.database = Database.open(data.database(), "db/desk");
    this.publication = new PublicationSettings(database, clock);
    this.takenOver = publication.takeOver(settings.publication(), settings.publicationDigest());
  }

  /**
   * Two pages at one address, for instance, are not a matter of one line, and show only when all is
   * put together.
   */
  private static Settings printable(DataFolder data) {
    Settings settings = data.settings();
    try {
      var _ = new Pages(settings.publication());
      return settings;
    } catch (IllegalArgumentException e) {
      throw new Refused(data.settingsFile() + " cannot be used: " + e.getMessage());
    }
  }

  Settings settings() {
    return settings;
  }

  /** What the newsroom's publication is now: by its file or by its desk, whichever spoke last. */
  PublicationSettings publication() {
    return publication;
  }

  /** Whether what counted until now gave way to the file, because somebody has edited it. */
  boolean takenOver() {
    return takenOver && publication.number() > 1;
  }

  Database database() {
    return database;
  }

  Articles articles() {
    return new Articles(database, clock, RANDOM);
  }

  PublishArticle publishArticle() {
    return new PublishArticle(database, clock, publication.current().zone());
  }

  TakeDownArticle takeDownArticle() {
    return new TakeDownArticle(database, clock);
  }

  private Roots roots() {
    return new Roots(data.keys(), data.editions(), settings.lifetimes().root(), clock);
  }

  /**
   * Makes the keys and the root that names them; an empty passphrase leaves them unsealed, which is
   * for the demo only.
   */
  void makeKeys(Secret passphrase) {
    roots().begin(passphrase);
    var _ = data.sealing().make(SealingKeyring.DROPBOX, passphrase, RANDOM);
  }

  /**
   * The passphrase of the keys, which are made first where there are none; and sees to the root.
   */
  Secret unlock(Progress progress) {
    Roots roots = roots();
    Secret passphrase;
    if (roots.areThere()) {
      passphrase = data.keys().isSealed(KeyName.EDITION) ? Passphrase.ask() : Secret.of("");
    } else {
      passphrase = Passphrase.askForNew();
      roots.begin(passphrase);
    }
    roots.renew(passphrase).ifPresent(progress::say);
    return passphrase;
  }

  /** Opens the keys that sign editions. */
  Masthead masthead(Secret passphrase) {
    Roots roots = roots();
    return new Masthead(
        data.editions(),
        new Signer(settings.lifetimes(), clock),
        roots.open(KeyName.EDITION, passphrase, "sign editions"),
        roots.open(KeyName.FRESHNESS, passphrase, "sign that the newest edition is the newest"));
  }

  PublishEdition publishEdition(Masthead masthead) {
    return new PublishEdition(
        database,
        publication::printed,
        this::formKeys,
        data.photos(),
        data.editions(),
        masthead,
        clock);
  }

  /** Forms are taken where somebody can open and answer them. */
  private Optional<FormKeys> formKeys() {
    boolean letters =
        settings.mail().isOpen() && data.sealing().sealing(SealingKeyring.ROLL).isPresent();
    return letters || !settings.support().tills().isEmpty()
        ? data.sealing()
            .sealing(SealingKeyring.DROPBOX)
            .map(key -> new FormKeys(key.text(), collectors()))
        : Optional.empty();
  }

  /** Who may collect from sites: our own post, where it does, and those that the settings name. */
  private List<String> collectors() {
    List<String> all = new ArrayList<>(settings.forms().collectors());
    if (!settings.collect().isEmpty()) {
      all.add(CollectingKey.at(data.collectingKey(), RANDOM, clock).text());
    }
    return List.copyOf(all);
  }

  /** What lies on the desk, in the sample newsroom. */
  SampleDesk sampleDesk() {
    return new SampleDesk(database, clock, RANDOM, publication.current().zone());
  }

  /** The letters of the sample newsroom. */
  SampleLetters sampleLetters() {
    return new SampleLetters(database, clock, RANDOM, publication.current());
  }

  /**
   * What the desk works with.
   *
   * @param site where this process serves readers
   * @param mailroom has the roll and sends letters, where this process has one
   */
  Newsroom newsroom(Masthead masthead, List<URI> site, Optional<Mailroom> mailroom) {
    return new Newsroom(
        database,
        clock,
        RANDOM,
        data.photos(),
        publication::printed,
        () -> publishEdition(masthead),
        data.editions(),
        day -> ReadCounts.of(data.counts(), day),
        () -> site,
        mailroom,
        funds);
  }

  /**
   * The post room, open with the passphrase of the keys; the desk sees the books if it is opened
   * later.
   *
   * @param spoken the passphrase of a roll that has nobody to protect: the sample's
   */
  PostRole post(Secret passphrase, Optional<Secret> spoken) {
    PostRole post = PostRole.open(data, settings, publication::current, passphrase, spoken, clock);
    funds = post.funds();
    return post;
  }

  @Override
  public void close() {
    database.close();
  }
}
