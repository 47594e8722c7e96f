package press.tamizdat.article.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.db.Database;

/**
 * Finds articles.
 *
 * <p>Nothing is opened before the first question; from then on the index follows the database every
 * few seconds, and at each question. A question waits for changes no longer than {@link #PATIENCE};
 * only a whole index that is being made takes longer.
 */
public final class ArticleSearch implements AutoCloseable {
  /** How long a question waits for the index to catch up. */
  static final Duration PATIENCE = Duration.ofMillis(1500);

  private static final Duration PAUSE = Duration.ofSeconds(3);
  private static final int BATCH = 200;
  private static final System.Logger LOG = System.getLogger("press.tamizdat.search");

  private final Path folder;
  private final Database database;
  private final Clock clock;
  private final Supplier<Publication> publication;
  private final ReentrantLock oneWriter = new ReentrantLock();
  private volatile @Nullable IndexFolder index;
  private @Nullable Thread follower;
  private boolean closed;

  /**
   * @param folder for the index alone; made when needed, may be deleted while nobody has it open
   */
  public ArticleSearch(
      Path folder, Database database, Clock clock, Supplier<Publication> publication) {
    this.folder = folder;
    this.database = database;
    this.clock = clock;
    this.publication = publication;
  }

  /**
   * @throws IllegalStateException when another process has the index open, or this is closed
   */
  public Found find(Ask ask) {
    try {
      return answer(ask);
    } catch (IOException | AlreadyClosedException e) {
      // Files were taken away or the disk failed beneath an open index: once, from the beginning.
      LOG.log(
          System.Logger.Level.WARNING,
          "the search index is opened anew (" + e.getClass().getSimpleName() + ")");
      letGo();
    }
    try {
      return answer(ask);
    } catch (IOException e) {
      throw new UncheckedIOException("the search index cannot be used", e);
    }
  }

  private Found answer(Ask ask) throws IOException {
    follow(PATIENCE);
    IndexFolder open = index;
    if (open == null) {
      throw new IllegalStateException("the search is closed");
    }
    IndexSearcher searcher = open.searchers().acquire();
    try {
      Hits hits = Hits.of(searcher, ask, clock.instant());
      return database.read(
          handle ->
              new Found(
                  Shown.of(handle, hits.ids(), ask.words(), publication.get()),
                  hits.total(),
                  hits.states(),
                  Changes.waiting(handle, open.mark())));
    } finally {
      open.searchers().release(searcher);
    }
  }

  /** Opens the index if it is not, and follows the database until all is in or the time is over. */
  private void follow(Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    IndexFolder open = index;
    if (open != null && isCurrent(open)) {
      return;
    }
    if (!lockWithin(patience, open)) {
      return; // Somebody else is at it, and it takes long.
    }
    try {
      IndexFolder mine = opened();
      while (putNext(mine) && System.nanoTime() < end) {}
      mine.show();
    } finally {
      oneWriter.unlock();
    }
  }

  /** Who finds no index at all has to wait for one; it opens before it is filled. */
  private boolean lockWithin(Duration patience, @Nullable IndexFolder open) {
    if (open == null) {
      oneWriter.lock();
      return true;
    }
    try {
      return oneWriter.tryLock(patience.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean isCurrent(IndexFolder open) {
    return database.read(handle -> Changes.waiting(handle, open.mark())) == 0;
  }

  private boolean putNext(IndexFolder mine) throws IOException {
    Changes changes = database.read(handle -> Changes.after(handle, mine.mark(), BATCH));
    if (changes.isEmpty()) {
      return false;
    }
    Publication names = publication.get();
    mine.put(
        changes.articles().stream().map(a -> Document.of(a, Texts.of(a, names))).toList(),
        changes.gone(),
        changes.last());
    return true;
  }

  /** With the lock held. */
  private IndexFolder opened() throws IOException {
    if (closed) {
      throw new IllegalStateException("the search is closed");
    }
    IndexFolder open = index;
    if (open == null) {
      open = IndexFolder.open(folder, terms());
      IndexFolder.Mark mark = open.mark();
      if (!database.read(handle -> Changes.know(handle, mark))) {
        LOG.log(
            System.Logger.Level.INFO, "the search index is of another database, and is made anew");
        open = open.emptied();
      }
      index = open;
    }
    if (follower == null) {
      follower = Thread.ofVirtual().name("search").start(this::followAlways);
    }
    return open;
  }

  /** The names of sections and topics are in the index too. */
  private String terms() {
    Publication names = publication.get();
    List<Object> all = new ArrayList<>();
    names.sections().forEach(s -> all.add(Map.of(s.slug(), new java.util.TreeMap<>(s.name()))));
    names.topics().forEach(t -> all.add(Map.of(t.slug(), new java.util.TreeMap<>(t.name()))));
    return Integer.toHexString(all.toString().hashCode());
  }

  private void followAlways() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(PAUSE);
        catchUp();
      } catch (InterruptedException e) {
        return;
      } catch (IOException | RuntimeException e) {
        // The next question opens it anew, and says so to who asks if that fails as well.
        LOG.log(
            System.Logger.Level.WARNING,
            "the search index could not follow (" + e.getClass().getSimpleName() + ")");
        letGo();
      }
    }
  }

  private void catchUp() throws IOException {
    oneWriter.lock();
    try {
      IndexFolder mine = index;
      if (closed || mine == null) {
        return;
      }
      while (putNext(mine)) {
        mine.show();
      }
      mine.commit();
    } finally {
      oneWriter.unlock();
    }
  }

  private void letGo() {
    oneWriter.lock();
    try {
      IndexFolder open = index;
      index = null;
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "closing the search index: " + e.getClass().getName());
    } finally {
      oneWriter.unlock();
    }
  }

  /** Puts on the disk what the index has, and closes it. */
  @Override
  public void close() {
    oneWriter.lock();
    try {
      closed = true;
      Thread running = follower;
      if (running != null) {
        running.interrupt();
      }
      IndexFolder open = index;
      if (open != null) {
        open.commit();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      letGo();
      oneWriter.unlock();
    }
  }
}
