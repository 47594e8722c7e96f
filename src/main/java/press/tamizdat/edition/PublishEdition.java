package press.tamizdat.edition;

import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticles;
import press.tamizdat.article.published.Rendition;
import press.tamizdat.edition.page.FormKeys;
import press.tamizdat.edition.page.Pages;
import press.tamizdat.edition.reading.Catalogue;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.edition.reading.Encoding;
import press.tamizdat.edition.reading.Head;
import press.tamizdat.edition.reading.Kind;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.trust.Sha256;

/**
 * Freezes what is published into the next edition and puts it in the place of the last one.
 *
 * <p>The order is what makes a crash harmless: objects, then metadata under new names, then the
 * note of what was frozen, and last the timestamp, whose replacement is the moment of publication.
 * Whatever a crash leaves behind is either not referred to by anything, or finished by the next
 * run.
 */
public final class PublishEdition {
  private final Database desk;
  private final Supplier<Publication> settings;
  private final Supplier<Optional<FormKeys>> formKeys;
  private final Path photos;
  private final EditionFolder folder;
  private final Masthead masthead;
  private final Clock clock;
  private final Queue<Sha256> lacksBrotli = new ConcurrentLinkedQueue<>();

  /** Of a publication that takes no forms. */
  public PublishEdition(
      Database desk,
      Supplier<Publication> settings,
      Path photos,
      EditionFolder folder,
      Masthead masthead,
      Clock clock) {
    this(desk, settings, Optional::empty, photos, folder, masthead, clock);
  }

  /**
   * @param settings the publication as it is when an edition is frozen
   * @param formKeys what forms are sealed to; empty where none are taken, and then no page offers
   *     any
   * @param photos the folder of the desk's renditions
   * @param folder where editions go
   */
  public PublishEdition(
      Database desk,
      Supplier<Publication> settings,
      Supplier<Optional<FormKeys>> formKeys,
      Path photos,
      EditionFolder folder,
      Masthead masthead,
      Clock clock) {
    this.desk = desk;
    this.settings = settings;
    this.formKeys = formKeys;
    this.photos = photos;
    this.folder = folder;
    this.masthead = masthead;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * A new edition is out.
     *
     * @param rendered how many files were rendered
     * @param changed how many of the catalogue's lines are new or changed
     * @param removed how many were taken out
     * @param files how many files the edition has
     * @param nodes how many nodes of the catalogue are new
     */
    record Published(
        Head head, long rendered, int changed, int removed, long files, int nodes, Steps steps)
        implements Outcome {}

    /** Nothing that readers see has changed; the last edition stands, its timestamp renewed. */
    record Unchanged(Head head) implements Outcome {}

    /** Somebody else is publishing into this folder. */
    record Busy() implements Outcome {}
  }

  /**
   * Publishes.
   *
   * @param everything renders all pages again, even where nothing seems to have changed
   */
  public Outcome publish(boolean everything) {
    return publish(everything, step -> {});
  }

  /**
   * Publishes.
   *
   * @param progress is told when rendering, listing, storing and signing begin
   */
  public Outcome publish(boolean everything, Consumer<Steps.Step> progress) {
    try (Disk.Lock lock = Disk.Lock.tryTake(folder.publishLock()).orElse(null)) {
      return lock == null ? new Outcome.Busy() : publishAlone(everything, progress);
    }
  }

  private Outcome publishAlone(boolean everything, Consumer<Steps.Step> progress) {
    Steps steps = new Steps();
    Publication publication = settings.get();
    Looks looks = Looks.of(publication);
    progress.accept(Steps.Step.RENDER);
    ObjectStore store = new ObjectStore(folder);
    Optional<FrozenState.Of> frozen = desk.read(h -> new FrozenState(h).edition());
    frozen.ifPresent(masthead::finish);
    Optional<Head.Current> current = Head.Current.of(folder);
    Looks.Since since =
        !everything && current.isPresent() && hasForms(current.get()) == takesForms(publication)
            ? frozen
                .filter(f -> f.targets().equals(current.get().targets()))
                .flatMap(f -> Looks.read(f.look()))
                .map(looks::since)
                .orElseGet(Looks.Since.Everything::new)
            : new Looks.Since.Everything();
    Draft draft = desk.read(handle -> freeze(handle, publication, store, current, since, steps));
    if (current.isPresent()
        && draft.root().equals(current.get().head().catalogue())
        && !isOld(current.get().head())) {
      desk.change(
          handle ->
              note(handle, draft, looks, current.get().head().number(), current.get().targets()));
      masthead.renew();
      return new Outcome.Unchanged(current.get().head());
    }
    Head head =
        new Head(
            current.map(c -> c.head().number()).orElse(0L) + 1,
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            publication.languages(),
            current.map(Head.Current::targets),
            draft.root(),
            draft.freeze().styles());
    progress.accept(Steps.Step.SYNC);
    steps.run(Steps.Step.SYNC, store::sync);
    progress.accept(Steps.Step.SIGN);
    byte[] node = folder.read(draft.root()).orElseThrow();
    Masthead.Signed signed = steps.time(Steps.Step.SIGN, () -> masthead.sign(head, node));
    steps.run(Steps.Step.SYNC, () -> masthead.sync(signed));
    desk.change(handle -> note(handle, draft, looks, head.number(), signed.targets().sha256()));
    steps.run(Steps.Step.SIGN, () -> masthead.print(signed));
    lacksBrotli.addAll(draft.sheets().fresh());
    lacksBrotli.addAll(draft.nodes());
    return new Outcome.Published(
        head,
        draft.sheets().rendered(),
        draft.changed(),
        draft.removed(),
        new Catalogue(folder, draft.root()).files(),
        draft.nodes().size(),
        steps);
  }

  /**
   * Whether an edition must be signed again although nothing changed, before its signatures expire.
   */
  private boolean isOld(Head head) {
    return clock
        .instant()
        .isAfter(head.time().plus(masthead.signer().lifetimes().edition().dividedBy(2)));
  }

  /**
   * Says anew that the newest edition is the newest; and where it is old, freezes one that is not.
   * To be called well within the lifetime of a timestamp. Does nothing while somebody publishes.
   */
  public void keepFresh() {
    try (Disk.Lock lock = Disk.Lock.tryTake(folder.publishLock()).orElse(null)) {
      if (lock == null) {
        return;
      }
      if (Head.Current.of(folder).filter(c -> isOld(c.head())).isPresent()) {
        var _ = publishAlone(false, step -> {});
      } else {
        masthead.renew();
      }
    }
  }

  /**
   * Signs anew, as the first edition under new keys, what another newsroom has rendered and frozen:
   * the sample newsroom's pages, which are built once and started many times.
   */
  public void adopt() {
    FrozenState.Of frozen = desk.read(h -> new FrozenState(h).edition()).orElseThrow();
    Head old = Head.read(folder.metadata(frozen.number() + ".targets.json").orElseThrow());
    Sha256 catalogue = withForms(old.catalogue());
    Head head =
        new Head(
            1,
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            old.languages(),
            Optional.empty(),
            catalogue,
            old.styles());
    Masthead.Signed signed = masthead.sign(head, folder.read(catalogue).orElseThrow());
    desk.change(
        handle ->
            new FrozenState(handle)
                .edition(new FrozenState.Of(1, signed.targets().sha256(), frozen.look())));
    masthead.print(signed);
  }

  /** The same files, but forms that are sealed to the keys of today. */
  private Sha256 withForms(Sha256 catalogue) {
    Optional<byte[]> json = formsJson();
    if (json.isEmpty()) {
      return catalogue;
    }
    Sheets sheets = new Sheets(new ObjectStore(folder), new Steps());
    sheets.put(Pages.formsPath(), json.get(), Kind.JSON);
    CatalogueEdit.Edited edited =
        CatalogueEdit.apply(folder, Optional.of(catalogue), sheets.changes());
    ObjectStore store = new ObjectStore(folder);
    edited.nodes().forEach((hash, bytes) -> store.put(hash, bytes, true, new Steps()));
    return edited.root();
  }

  private Optional<byte[]> formsJson() {
    Publication publication = settings.get();
    return takesForms(publication)
        ? formKeys.get().map(keys -> new Pages(publication).formsJson(keys))
        : Optional.empty();
  }

  private boolean takesForms(Publication publication) {
    return formKeys.get().isPresent() && Pages.wantForms(publication);
  }

  private boolean hasForms(Head.Current current) {
    return new Catalogue(folder, current.head().catalogue()).find(Pages.formsPath()).isPresent();
  }

  /**
   * Whether what readers send is sealed to the keys of today, as far as the newest edition says; if
   * not, publish.
   */
  public boolean hasFormsOfToday() {
    Optional<Sha256> printed =
        Head.Current.of(folder)
            .map(c -> new Catalogue(folder, c.head().catalogue()))
            .flatMap(c -> c.find(Pages.formsPath()))
            .map(press.tamizdat.edition.reading.Entry::hash);
    return printed.equals(formsJson().map(Sha256::of));
  }

  /** An edition that is rendered and stored and not yet signed. */
  private record Draft(
      Sheets sheets,
      Freeze freeze,
      boolean whole,
      Sha256 root,
      List<Sha256> nodes,
      int changed,
      int removed) {}

  private Draft freeze(
      Handle handle,
      Publication publication,
      ObjectStore store,
      Optional<Head.Current> current,
      Looks.Since since,
      Steps steps) {
    boolean known = since instanceof Looks.Since.Parts;
    Sheets sheets = new Sheets(store, steps);
    FrozenState frozen = new FrozenState(handle);
    Optional<Catalogue> old = current.map(c -> new Catalogue(folder, c.head().catalogue()));
    Function<String, Boolean> isListed =
        known ? path -> old.orElseThrow().find(path).isPresent() : path -> false;
    Freeze freeze;
    try (Presses presses = new Presses()) {
      freeze =
          new Freeze(
              new PublishedArticles(handle),
              frozen,
              new FrozenLetters(handle),
              formKeys.get(),
              publication,
              this::photo,
              isListed,
              sheets,
              presses,
              steps);
      switch (since) {
        case Looks.Since.Parts parts -> freeze.only(frozen.changes(), parts);
        case Looks.Since.Everything() ->
            freeze.everything(ids(handle, "publication"), ids(handle, "taken_down"));
      }
    }
    return steps.time(
        Steps.Step.CATALOGUE, () -> list(sheets, freeze, known ? old : Optional.empty(), store));
  }

  private static Iterable<String> ids(Handle handle, String table) {
    return handle
        .createQuery("SELECT article FROM " + table + " ORDER BY article")
        .mapTo(String.class);
  }

  private Draft list(Sheets sheets, Freeze freeze, Optional<Catalogue> old, ObjectStore store) {
    var changes = sheets.changes();
    int removed = 0;
    int changed = 0;
    for (var change : changes.entrySet()) {
      Optional<press.tamizdat.edition.reading.Entry> before =
          old.flatMap(o -> o.find(change.getKey()));
      if (!before.equals(change.getValue())) {
        if (change.getValue().isPresent()) {
          changed++;
        } else {
          removed++;
        }
      }
    }
    CatalogueEdit.Edited edited = CatalogueEdit.apply(folder, old.map(Catalogue::root), changes);
    List<Sha256> fresh = new ArrayList<>();
    edited
        .nodes()
        .forEach(
            (hash, bytes) -> {
              if (store.put(hash, bytes, true, new Steps())) {
                if (store.length(hash, Encoding.GZIP) > Cuts.MOST_COMPRESSED) {
                  throw new IllegalStateException(
                      "catalogue node " + hash.hex() + " is over its budget");
                }
                fresh.add(hash);
              }
            });
    return new Draft(sheets, freeze, old.isEmpty(), edited.root(), fresh, changed, removed);
  }

  private byte[] photo(Rendition rendition) {
    Path file = photos.resolve(rendition.name());
    return Disk.read(file)
        .orElseThrow(() -> new IllegalStateException("the photo's file is missing: " + file));
  }

  /** Notes what the edition was frozen from. */
  private void note(Handle handle, Draft draft, Looks looks, long number, Sha256 targets) {
    FrozenState frozen = new FrozenState(handle);
    FrozenLetters letters = new FrozenLetters(handle);
    if (draft.whole()) {
      frozen.forgetAll();
      letters.forgetAll();
    }
    Map<String, Freeze.Printed> printed = draft.freeze().printed();
    frozen.froze(printed);
    draft.freeze().gone().forEach(frozen::frozeGone);
    letters.froze(draft.freeze().printedLetters());
    frozen.edition(new FrozenState.Of(number, targets, looks.text()));
  }

  /**
   * Removes what no reader can need any more.
   *
   * @return how many files went
   */
  public int tidy() {
    try (Disk.Lock lock = Disk.Lock.tryTake(folder.publishLock()).orElse(null)) {
      return lock == null ? 0 : Tidy.tidy(folder);
    }
  }

  /**
   * Adds the smallest variants that are still missing: of what was published just now, or, where
   * this process did not publish, of the whole edition. Readers get gzip until then.
   *
   * @param progress is told how many of how many are done
   */
  public void addBrotli(java.util.function.BiConsumer<Integer, Integer> progress) {
    ObjectStore store = new ObjectStore(folder);
    List<Sha256> todo = new ArrayList<>();
    for (Sha256 hash = lacksBrotli.poll(); hash != null; hash = lacksBrotli.poll()) {
      todo.add(hash);
    }
    var done = new java.util.concurrent.atomic.AtomicInteger();
    try (Presses presses = new Presses()) {
      for (Sha256 hash : todo) {
        presses.run(
            () -> {
              store.addBrotli(hash);
              progress.accept(done.incrementAndGet(), todo.size());
            });
      }
      presses.finish();
    }
    Disk.put(
        folder.variants(),
        (clock.instant() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** Finds what a process that was stopped has left without a brotli variant. */
  public void findLackingBrotli() {
    Head.Current.of(folder)
        .ifPresent(
            current -> {
              Catalogue catalogue = new Catalogue(folder, current.head().catalogue());
              catalogue.forEachNode(this::noteLacking);
              catalogue.forEach(
                  entry -> {
                    if (entry.kind().compressible()) {
                      noteLacking(entry.hash());
                    }
                  });
            });
  }

  private void noteLacking(Sha256 hash) {
    if (!folder.has(hash, Encoding.BROTLI)) {
      lacksBrotli.add(hash);
    }
  }
}
