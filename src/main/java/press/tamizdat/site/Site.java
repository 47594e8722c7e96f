package press.tamizdat.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.platform.http.Config;
import press.tamizdat.platform.http.HttpServer;
import press.tamizdat.site.forms.FormDoor;

/** Serves an edition folder, and turns to each new edition as it comes. */
public final class Site implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("press.tamizdat.site");

  /** Three files are asked for their times; whoever has just published follows the link at once. */
  private static final Duration LOOK = Duration.ofMillis(200);

  private static final Duration WRITE_COUNTS = Duration.ofSeconds(10);

  private final EditionFolder folder;
  private final Optional<FormDoor> door;
  private final HttpServer server;
  private final ReadCounts counts;
  private final Thread watch;
  private String seen;

  /** What was said last, so that several looks a second do not say it each. */
  private String complained = "";

  private volatile boolean closed;

  private Site(
      EditionFolder folder,
      Optional<FormDoor> door,
      HttpServer server,
      ReadCounts counts,
      String seen) {
    this.folder = folder;
    this.door = door;
    this.server = server;
    this.counts = counts;
    this.seen = seen;
    this.watch = Thread.ofVirtual().name("site-watch").start(this::watch);
  }

  /**
   * Starts serving.
   *
   * @param countsFolder where the counts of reading go
   * @return empty if the folder has no edition yet
   */
  public static Optional<Site> start(
      EditionFolder folder, Config config, Path countsFolder, Clock clock) {
    return start(folder, Optional.empty(), config, countsFolder, clock);
  }

  /**
   * Starts serving, and taking what readers send.
   *
   * @param door where forms come in, if the edition has any; empty takes none
   */
  public static Optional<Site> start(
      EditionFolder folder,
      Optional<FormDoor> door,
      Config config,
      Path countsFolder,
      Clock clock) {
    ReadCounts counts = new ReadCounts(countsFolder, clock);
    Stocked stocked = Stocked.of(folder, door);
    return stocked
        .shelf()
        .map(
            shelf ->
                new Site(
                    folder,
                    door,
                    HttpServer.start(config, shelf, counts),
                    counts,
                    stocked.state()));
  }

  /**
   * A shelf and the state of the folder that it was stocked from.
   *
   * @param shelf empty if there was no edition
   */
  private record Stocked(String state, Optional<Shelf> shelf) {
    /** Again and again until nothing was published meanwhile, so that no shelf is half and half. */
    static Stocked of(EditionFolder folder, Optional<FormDoor> door) {
      while (true) {
        Stocked stocked = new Stocked(Site.state(folder), Shelf.of(folder, door));
        if (stocked.state().equals(Site.state(folder))) {
          return stocked;
        }
      }
    }
  }

  /** The port of each door. */
  public List<Integer> ports() {
    return server.ports();
  }

  private void watch() {
    long sinceCounts = 0;
    while (!closed) {
      try {
        Thread.sleep(LOOK);
      } catch (InterruptedException e) {
        return;
      }
      turn();
      sinceCounts += LOOK.toMillis();
      if (sinceCounts >= WRITE_COUNTS.toMillis()) {
        writeCounts();
        sinceCounts = 0;
      }
    }
  }

  /** Serves the newest edition if it is not the one served now. */
  private synchronized void turn() {
    if (state(folder).equals(seen)) {
      return;
    }
    try {
      Stocked stocked = Stocked.of(folder, door);
      stocked.shelf().ifPresent(server::serve);
      seen = stocked.state();
    } catch (RuntimeException e) {
      // The old edition stays; the folder may be in the middle of being copied, so it is looked at
      // again.
      String complaint = "the new edition cannot be read yet: " + e.getMessage();
      if (!complaint.equals(complained)) {
        LOG.log(System.Logger.Level.WARNING, complaint);
      }
      complained = complaint;
    }
  }

  private void writeCounts() {
    try {
      counts.write();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "the counts could not be written: " + e.getMessage());
    }
  }

  /** Changes whenever a new edition, a new timestamp or new variants are there. */
  private static String state(EditionFolder folder) {
    return stamp(folder.metadata().resolve("timestamp.json"))
        + stamp(folder.metadata().resolve("bundle.json"))
        + stamp(folder.variants());
  }

  private static String stamp(Path file) {
    try {
      return Files.getLastModifiedTime(file) + " " + Files.size(file) + "\n";
    } catch (java.io.IOException e) {
      return "none\n";
    }
  }

  @Override
  public void close() {
    closed = true;
    watch.interrupt();
    server.stop(Duration.ofSeconds(2));
    writeCounts();
  }
}
