package press.tamizdat.cli;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import press.tamizdat.article.published.Publication;
import press.tamizdat.desk.support.Funds;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.mail.Correspondence;
import press.tamizdat.platform.mail.MailFolder;
import press.tamizdat.platform.mail.MailRoute;
import press.tamizdat.platform.mail.Relays;
import press.tamizdat.post.FolderBox;
import press.tamizdat.post.Handler;
import press.tamizdat.post.PostOffice;
import press.tamizdat.post.PostRoom;
import press.tamizdat.support.pledge.SupportRoom;
import press.tamizdat.trust.LinkKey;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.sealing.OpeningKey;
import press.tamizdat.trust.sealing.SealingKey;
import press.tamizdat.trust.sealing.SealingKeyring;

/** The post of one newsroom, wired by hand: its database, its mail, its handlers. */
final class PostRole implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final MailRoute mail;
  private final FolderBox box;
  private final PostOffice office;
  private final Optional<PostRoom> room;
  private final SupportRole support;

  private PostRole(
      Database database,
      MailRoute mail,
      FolderBox box,
      PostOffice office,
      Optional<PostRoom> room,
      SupportRole support) {
    this.support = support;
    this.database = database;
    this.mail = mail;
    this.box = box;
    this.office = office;
    this.room = room;
  }

  /** Opens the post; its key is made where there is none yet. */
  static PostRole open(
      DataFolder data,
      Settings settings,
      Supplier<Publication> publication,
      Secret passphrase,
      Clock clock) {
    OpeningKey dropbox = dropbox(data.sealing(), passphrase);
    Database database = Database.open(data.postDatabase(), "db/post");
    MailRoute mail = route(data, settings.mail(), clock);
    Optional<PostRoom> room =
        data.sealing()
            .sealing(SealingKeyring.ROLL)
            .flatMap(roll -> room(data, settings, publication, database, mail, roll, clock));
    // What supporters are sent goes out by itself, so their addresses are sealed to the one key
    // that
    // a running post holds; those of the roll are not.
    Optional<PostRoom> notes =
        room(data, settings, publication, database, mail, dropbox.sealing(), clock);
    SupportRole support =
        SupportRole.open(
            data,
            settings.support(),
            notes
                .map(SupportRoom::of)
                .orElseGet(() -> withoutMail(data, settings, publication, database, clock)),
            notes.map(n -> new SupportRole.Notes(n, dropbox)),
            passphrase);
    Map<String, Handler> handlers = new HashMap<>(support.handlers());
    FolderBox box = new FolderBox(data.dropbox());
    return new PostRole(
        database, mail, box, new PostOffice(List.of(box), dropbox, handlers, clock), room, support);
  }

  /** A newsroom can take money without sending mail; it takes no addresses then. */
  private static SupportRoom withoutMail(
      DataFolder data,
      Settings settings,
      Supplier<Publication> publication,
      Database database,
      Clock clock) {
    return new SupportRoom(
        database,
        clock,
        RANDOM,
        publication,
        settings.mail().links().orElseGet(() -> publication.get().address()),
        Optional.empty(),
        LinkKey.at(data.linkKey(), RANDOM));
  }

  private static OpeningKey dropbox(SealingKeyring keys, Secret passphrase) {
    var _ = keys.make(SealingKeyring.DROPBOX, passphrase, RANDOM);
    return switch (keys.open(SealingKeyring.DROPBOX, passphrase)) {
      case SealingKeyring.Opening.Opened(OpeningKey key) -> key;
      case SealingKeyring.Opening.WrongPassphrase(var file) ->
          throw new Refused("the passphrase does not open " + file);
      case SealingKeyring.Opening.PassphraseNeeded(var file) ->
          throw new Refused(file + " needs a passphrase");
      case SealingKeyring.Opening.NoSuchKey(var file) -> throw new Refused(file + " is missing");
      case SealingKeyring.Opening.NeedsMemory(var file, long bytes) ->
          throw new Refused(file + " takes " + (bytes >> 20) + " MiB to open; raise -Xmx");
      case SealingKeyring.Opening.Unusable(var file, String why) ->
          throw new Refused(file + " cannot be used: " + why);
    };
  }

  private static MailRoute route(DataFolder data, MailSettings mail, Clock clock) {
    if (mail.relays().isEmpty()) {
      return new MailFolder(data.mail(), clock);
    }
    return new Relays(
        mail.relays().stream().map(MailSettings.RelayAt::withLogin).toList(),
        mail.pace(),
        Optional.of(data.postDatabase().resolveSibling("relays")),
        clock);
  }

  private static Optional<PostRoom> room(
      DataFolder data,
      Settings settings,
      Supplier<Publication> publication,
      Database database,
      MailRoute mail,
      SealingKey roll,
      Clock clock) {
    return settings.mail().isOpen()
        ? settings
            .mail()
            .from()
            .map(
                from ->
                    new PostRoom(
                        database,
                        clock,
                        RANDOM,
                        publication,
                        mail,
                        new Correspondence(
                            from,
                            settings.mail().returnDomain(),
                            settings.mail().links().orElseGet(() -> publication.get().address())),
                        roll,
                        LinkKey.at(data.linkKey(), RANDOM)))
        : Optional.empty();
  }

  /** What letters are made with; empty where the newsroom sends none. */
  Optional<PostRoom> room() {
    return room;
  }

  /** The books, for the desk; empty where the newsroom takes no money. */
  Optional<Funds> funds() {
    return Optional.of(support)
        .filter(s -> !s.tills().all().isEmpty())
        .map(s -> new Funds(database, s.pledges(), s.tills()));
  }

  /** The tills, the pledges and the ledger. */
  SupportRole support() {
    return support;
  }

  /** Takes what readers send from now on. */
  void start() {
    support.start();
    office.start();
  }

  @Override
  public void close() {
    List<AutoCloseable> all = new ArrayList<>(List.of(office, support, box, mail, database));
    for (AutoCloseable each : all) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException("the post could not be closed", e);
      }
    }
  }
}
