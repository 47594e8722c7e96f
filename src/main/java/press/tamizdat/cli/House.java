package press.tamizdat.cli;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import press.tamizdat.article.Articles;
import press.tamizdat.article.PublishArticle;
import press.tamizdat.edition.Masthead;
import press.tamizdat.edition.PublishEdition;
import press.tamizdat.edition.page.Pages;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;
import press.tamizdat.trust.keys.KeyName;
import press.tamizdat.trust.keys.KeyOpening;
import press.tamizdat.trust.keys.Keyring;
import press.tamizdat.trust.keys.SigningPair;
import press.tamizdat.trust.keys.VerifyingPair;
import press.tamizdat.trust.tuf.Root;
import press.tamizdat.trust.tuf.RootCeremony;
import press.tamizdat.trust.tuf.SignedFile;
import press.tamizdat.trust.tuf.Signer;

/**
 * The desk of one newsroom, wired by hand: its settings, its database and, once opened, its signing
 * keys.
 */
final class House implements AutoCloseable {
  private static final KeyName ROOT = KeyName.root(1);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DataFolder data;
  private final Settings settings;
  private final Clock clock;
  private final Database database;

  House(DataFolder data, Clock clock) {
    this.data = data;
    this.settings = printable(data);
    this.clock = clock;
    this.database = Database.open(data.database(), "db/desk");
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

  Database database() {
    return database;
  }

  Articles articles() {
    return new Articles(database, clock, RANDOM);
  }

  PublishArticle publishArticle() {
    return new PublishArticle(database, clock, settings.publication().zone());
  }

  /** Whether this newsroom has signing keys yet. */
  boolean hasKeys() {
    return data.keys().verifying(KeyName.EDITION).isPresent();
  }

  /**
   * Makes the keys and the root that names them; an empty passphrase leaves them unsealed, which is
   * for the demo only.
   */
  void makeKeys(Secret passphrase) {
    Keyring keys = data.keys();
    VerifyingPair root = made(keys.make(ROOT, passphrase, RANDOM));
    VerifyingPair edition = made(keys.make(KeyName.EDITION, passphrase, RANDOM));
    VerifyingPair freshness = made(keys.make(KeyName.FRESHNESS, passphrase, RANDOM));
    Root first =
        Root.of(
            1,
            clock
                .instant()
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                .plus(settings.lifetimes().root()),
            List.of(root),
            1,
            edition,
            freshness);
    SignedFile file =
        RootCeremony.signed(first, List.of(open(keys, ROOT, passphrase, "sign the first root")));
    EditionFolder editions = data.editions();
    try {
      java.nio.file.Files.createDirectories(editions.metadata());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Disk.put(editions.metadata().resolve(file.name()), file.bytes());
  }

  private static VerifyingPair made(Keyring.Making making) {
    return switch (making) {
      case Keyring.Making.Made(VerifyingPair keys) -> keys;
      case Keyring.Making.AlreadyThere(java.nio.file.Path file) ->
          throw new Refused(file + " is already there; keys are never replaced by themselves");
    };
  }

  /** Whether opening the keys takes a passphrase. */
  boolean keysAreSealed() {
    return data.keys().isSealed(KeyName.EDITION);
  }

  /** Opens the keys that sign editions. */
  Masthead masthead(Secret passphrase) {
    Keyring keys = data.keys();
    return new Masthead(
        data.editions(),
        new Signer(settings.lifetimes(), clock),
        open(keys, KeyName.EDITION, passphrase, "sign editions"),
        open(keys, KeyName.FRESHNESS, passphrase, "sign that the newest edition is the newest"));
  }

  private static SigningPair open(Keyring keys, KeyName name, Secret passphrase, String purpose) {
    KeyOpening opening = keys.open(name, passphrase, new SecretAccess(purpose));
    if (opening instanceof KeyOpening.Opened(SigningPair pair)) {
      return pair;
    }
    throw new Refused(opening.describe());
  }

  PublishEdition publishEdition(Masthead masthead) {
    return new PublishEdition(
        database, settings.publication(), data.photos(), data.editions(), masthead, clock);
  }

  @Override
  public void close() {
    database.close();
  }
}
