package press.tamizdat.cli;

import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import press.tamizdat.article.published.Publication;
import press.tamizdat.desk.letters.Mailroom;
import press.tamizdat.desk.support.Funds;
import press.tamizdat.letter.bounce.BounceCollection;
import press.tamizdat.letter.bounce.BounceRules;
import press.tamizdat.letter.bounce.Bounces;
import press.tamizdat.letter.bounce.Verdict;
import press.tamizdat.letter.roll.Registrar;
import press.tamizdat.letter.roll.Removal;
import press.tamizdat.letter.roll.Roll;
import press.tamizdat.letter.roll.RollImport;
import press.tamizdat.letter.sending.Installation;
import press.tamizdat.letter.sending.Policy;
import press.tamizdat.letter.sending.Sendings;
import press.tamizdat.letter.sending.TakenByRelays;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.mail.Correspondence;
import press.tamizdat.platform.mail.MailFolder;
import press.tamizdat.platform.mail.MailRoute;
import press.tamizdat.platform.mail.Relays;
import press.tamizdat.post.Box;
import press.tamizdat.post.FolderBox;
import press.tamizdat.post.Handler;
import press.tamizdat.post.PostOffice;
import press.tamizdat.post.PostRoom;
import press.tamizdat.post.RemoteBox;
import press.tamizdat.support.pledge.SupportRoom;
import press.tamizdat.trust.LinkKey;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.collecting.CollectingKey;
import press.tamizdat.trust.dkim.Dkim;
import press.tamizdat.trust.dkim.DkimKey;
import press.tamizdat.trust.dkim.SignedRoute;
import press.tamizdat.trust.pgp.PgpMime;
import press.tamizdat.trust.sealing.OpeningKey;
import press.tamizdat.trust.sealing.SealingKey;
import press.tamizdat.trust.sealing.SealingKeyring;

/** The post of one newsroom, wired by hand: its database, its mail, its handlers. */
final class PostRole implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Closed in this order. */
  private final List<AutoCloseable> closing = new ArrayList<>();

  private final List<Runnable> starting = new ArrayList<>();
  private Optional<Mailroom> mailroom = Optional.empty();
  private Optional<SupportRole> support = Optional.empty();
  private Optional<Funds> funds = Optional.empty();

  private PostRole() {}

  /**
   * Opens the post; its key is made where there is none yet.
   *
   * @param spoken the passphrase of a roll that has nobody to protect: the sample's
   */
  static PostRole open(
      DataFolder data,
      Settings settings,
      Supplier<Publication> publication,
      Secret passphrase,
      Optional<Secret> spoken,
      Clock clock) {
    PostRole post = new PostRole();
    OpeningKey dropbox = dropbox(data.sealing(), passphrase);
    Database database = Database.open(data.postDatabase(), "db/post");
    Optional<MailRoute> route = route(data, settings.mail(), clock);
    Installation installation =
        new Installation(database, data.postDatabase().resolveSibling("."), RANDOM);
    Optional<MailRoute> guarded = route.map(r -> signing(data, settings, installation.guarding(r)));
    Map<String, Handler> handlers = new HashMap<>();
    Optional<PostRoom> room =
        data.sealing()
            .sealing(SealingKeyring.ROLL)
            .flatMap(roll -> room(data, settings, publication, database, guarded, roll, clock));
    room.ifPresent(
        r -> handlers.putAll(post.letters(data, settings, r, dropbox, installation, spoken)));
    // What supporters are sent goes out by itself, so their addresses are sealed to the one key
    // that a running post holds; those of the roll are not.
    Optional<PostRoom> notes =
        room(data, settings, publication, database, guarded, dropbox.sealing(), clock);
    SupportRole books =
        SupportRole.open(
            data,
            settings.support(),
            notes
                .map(SupportRoom::of)
                .orElseGet(() -> withoutMail(data, settings, publication, database, clock)),
            notes.map(
                n ->
                    spoken.isPresent()
                        ? SupportRole.Notes.hastened(n, dropbox)
                        : SupportRole.Notes.usual(n, dropbox)),
            passphrase);
    post.support = Optional.of(books);
    post.funds =
        Optional.of(books)
            .filter(b -> !b.tills().all().isEmpty())
            .map(b -> new Funds(database, b.pledges(), b.tills()));
    post.support.ifPresent(
        support -> {
          handlers.putAll(support.handlers());
          post.starting.add(support::start);
          post.closing.add(support);
        });
    List<Box> boxes = new ArrayList<>();
    FolderBox folder = new FolderBox(data.dropbox());
    boxes.add(folder);
    for (URI site : settings.collect()) {
      RemoteBox remote = new RemoteBox(site, CollectingKey.at(data.collectingKey(), RANDOM, clock));
      boxes.add(remote);
      post.closing.add(remote);
    }
    PostOffice office = new PostOffice(boxes, dropbox, handlers, clock);
    post.starting.add(office::start);
    post.closing.addFirst(office);
    post.closing.add(folder);
    route.ifPresent(post.closing::add);
    post.closing.add(database);
    return post;
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

  /** What takes part in letters; its handlers by kind. */
  private Map<String, Handler> letters(
      DataFolder data,
      Settings settings,
      PostRoom room,
      OpeningKey dropbox,
      Installation installation,
      Optional<Secret> spoken) {
    Registrar registrar = new Registrar(room, dropbox);
    BounceSettings back = settings.mail().bounces();
    Bounces bounces = bounces(room.database(), back.rules(), room.clock());
    PgpMime pgp = new PgpMime(RANDOM);
    Sendings sendings =
        new Sendings(
            room,
            new Sendings.Tools(
                data.sealing(),
                dkim(data, settings.mail()),
                installation,
                bounces::refused,
                pgp::encrypt,
                Policy.USUAL));
    BounceCollection collection = collection(back, bounces);
    RollImport importing =
        new RollImport(
            room.database(),
            room.clock(),
            RANDOM,
            room.roll(),
            dropbox.sealing(),
            room.publication());
    if (spoken.isPresent() && !room.publication().get().letters().isEmpty()) {
      SampleRoll.write(room.database(), importing, room.publication().get(), room.clock());
    }
    mailroom =
        Optional.of(
            new PostMailroom(
                room.database(),
                data.sealing(),
                sendings,
                installation,
                importing,
                bounces,
                room.clock(),
                room.sender().site(),
                spoken));
    starting.add(registrar::start);
    starting.add(collection::start);
    closing.addAll(List.of(collection, registrar, sendings));
    return registrar.handlers();
  }

  private static BounceCollection collection(BounceSettings back, Bounces bounces) {
    try {
      return new BounceCollection(
          back.mailboxes().stream().map(BounceSettings.MailboxAt::withLogin).toList(),
          back.local(),
          back.also(),
          bounces,
          back.every());
    } catch (UncheckedIOException e) {
      throw new Refused(e.getMessage() + "; look at lmtp in [mail.bounces]");
    }
  }

  /** What follows from what comes back. */
  static Bounces bounces(Database database, BounceRules rules, Clock clock) {
    Roll roll = new Roll(database, clock, RANDOM);
    return new Bounces(
        database,
        (subscriber, why) -> roll.remove(subscriber, removal(why)),
        new TakenByRelays(),
        rules,
        clock);
  }

  private static Removal removal(Verdict why) {
    return why == Verdict.COMPLAINT ? Removal.COMPLAINED : Removal.BOUNCED;
  }

  private static MailRoute signing(DataFolder data, Settings settings, MailRoute route) {
    return dkim(data, settings.mail())
        .<MailRoute>map(dkim -> new SignedRoute(route, dkim))
        .orElse(route);
  }

  private static Optional<Dkim> dkim(DataFolder data, MailSettings mail) {
    return mail.dkim()
        .map(d -> new Dkim(d.domain(), DkimKey.in(data.keys().folder(), d.selector(), RANDOM)));
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

  private static Optional<MailRoute> route(DataFolder data, MailSettings mail, Clock clock) {
    if (!mail.isOpen()) {
      return Optional.empty();
    }
    return Optional.of(
        mail.relays().isEmpty()
            ? new MailFolder(data.mail(), clock)
            : new Relays(
                mail.relays().stream().map(MailSettings.RelayAt::withLogin).toList(),
                mail.pace(),
                Optional.of(data.postDatabase().resolveSibling("relays")),
                clock));
  }

  private static Optional<PostRoom> room(
      DataFolder data,
      Settings settings,
      Supplier<Publication> publication,
      Database database,
      Optional<MailRoute> mail,
      SealingKey key,
      Clock clock) {
    return mail.flatMap(
        route ->
            settings
                .mail()
                .from()
                .map(
                    from ->
                        new PostRoom(
                            database,
                            clock,
                            RANDOM,
                            publication,
                            route,
                            new Correspondence(
                                from,
                                settings.mail().returnDomain(),
                                settings
                                    .mail()
                                    .links()
                                    .orElseGet(() -> publication.get().address())),
                            key,
                            LinkKey.at(data.linkKey(), RANDOM))));
  }

  /** What the desk asks; empty where the newsroom sends no letters. */
  Optional<Mailroom> mailroom() {
    return mailroom;
  }

  /** The books, for the desk; empty where the newsroom takes no money. */
  Optional<Funds> funds() {
    return funds;
  }

  /** Takes what readers send from now on. */
  void start() {
    starting.forEach(Runnable::run);
  }

  @Override
  public void close() {
    for (AutoCloseable each : closing) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException("the post could not be closed", e);
      }
    }
  }
}
