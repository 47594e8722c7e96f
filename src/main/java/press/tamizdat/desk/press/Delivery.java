package press.tamizdat.desk.press;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import press.tamizdat.edition.reading.Catalogue;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.edition.reading.Entry;
import press.tamizdat.edition.reading.Head;
import press.tamizdat.trust.Sha256;

/**
 * Asks the site of this process whether readers get a page as the newest edition has it. The asking
 * goes on in the background; who wants to know is told what is known by now.
 */
final class Delivery implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration ONE_ANSWER = Duration.ofSeconds(2);
  private static final Duration BETWEEN = Duration.ofMillis(100);

  /** What the site knows already it says within this time, which nobody notices. */
  private static final Duration AT_ONCE = Duration.ofMillis(100);

  /** More are not looked at side by side; what is forgotten is asked again. */
  private static final int MOST = 64;

  private final Supplier<List<URI>> site;
  private final EditionFolder folder;
  private final Map<Page, CompletableFuture<Delivered>> asked = new ConcurrentHashMap<>();
  private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();

  private record Page(URI address, Sha256 hash) {}

  Delivery(Supplier<List<URI>> site, EditionFolder folder) {
    this.site = site;
    this.folder = folder;
  }

  /**
   * Whether readers get it.
   *
   * @param path of a file of the newest edition, without a leading slash
   */
  Delivered of(String path) {
    List<URI> doors = site.get();
    if (doors.isEmpty()) {
      return new Delivered.Elsewhere();
    }
    URI address = doors.getFirst().resolve("/" + path);
    Optional<Sha256> hash =
        Head.Current.of(folder)
            .flatMap(current -> new Catalogue(folder, current.head().catalogue()).find(path))
            .map(Entry::hash);
    return hash.map(h -> of(new Page(address, h))).orElseGet(() -> new Delivered.Not(address));
  }

  private Delivered of(Page page) {
    if (asked.size() >= MOST) {
      asked.clear();
    }
    CompletableFuture<Delivered> answer =
        asked.computeIfAbsent(
            page, p -> CompletableFuture.supplyAsync(() -> untilItHas(p), asking));
    try {
      Delivered delivered = answer.get(AT_ONCE.toMillis(), MILLISECONDS);
      if (delivered instanceof Delivered.Not) {
        asked.remove(page);
      }
      return delivered;
    } catch (TimeoutException e) {
      return new Delivered.Asking(page.address());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivered.Asking(page.address());
    } catch (ExecutionException e) {
      asked.remove(page);
      throw new IllegalStateException("the site could not be asked", e);
    }
  }

  private static Delivered untilItHas(Page page) {
    long end = System.nanoTime() + LONGEST.toNanos();
    try {
      while (System.nanoTime() < end) {
        // Of the second answer: the first has also waited for this program to get ready to ask.
        if (has(page)) {
          long began = System.nanoTime();
          if (has(page)) {
            return new Delivered.There(page.address(), Duration.ofNanos(System.nanoTime() - began));
          }
        }
        Thread.sleep(BETWEEN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Delivered.Not(page.address());
  }

  /**
   * HEAD, so that the asking counts as no reading. In place of what was taken down the site has a
   * page without a tag, which is not counted anyway.
   */
  private static boolean has(Page page) {
    try {
      HttpURLConnection head = open(page.address(), "HEAD");
      int status = head.getResponseCode();
      Optional<String> tag = Optional.ofNullable(head.getHeaderField("ETag"));
      head.disconnect();
      return status == HttpURLConnection.HTTP_GONE
          ? hasNotice(page)
          : status == HttpURLConnection.HTTP_OK && isOf(page.hash(), tag);
    } catch (IOException e) {
      // It is restarting, or stopped: asked again until the time is over, and then said.
      return false;
    }
  }

  private static boolean hasNotice(Page page) throws IOException {
    HttpURLConnection notice = open(page.address(), "GET");
    try {
      if (notice.getResponseCode() != HttpURLConnection.HTTP_GONE) {
        return false;
      }
      try (InputStream body = notice.getErrorStream()) {
        return Sha256.of(body).equals(page.hash());
      }
    } finally {
      notice.disconnect();
    }
  }

  /** The site is on this machine: no proxy stands between. */
  private static HttpURLConnection open(URI address, String method) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
    connection.setRequestMethod(method);
    connection.setConnectTimeout((int) ONE_ANSWER.toMillis());
    connection.setReadTimeout((int) ONE_ANSWER.toMillis());
    connection.setInstanceFollowRedirects(false);
    return connection;
  }

  /** The tag of a page begins, at the site, with the first 16 digits of its hash. */
  private static boolean isOf(Sha256 hash, Optional<String> tag) {
    return tag.filter(t -> t.startsWith("\"" + hash.hex().substring(0, 16))).isPresent();
  }

  @Override
  public void close() {
    asking.shutdownNow();
  }
}
