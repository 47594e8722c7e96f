package press.tamizdat.edition.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import press.tamizdat.trust.Sha256;

/**
 * An edition at an address, asked for one file at a time. What is not listed cannot be seen from
 * outside, so nothing is surplus here.
 */
public final class WebPlace implements Place {
  /** A node has 8 KB at the most before compression. */
  private static final long MOST_NODE = 16 * 1024;

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * @param address http or https; a path is taken for the folder that the edition lies in
   */
  public WebPlace(URI address) {
    this.address = address.toString().endsWith("/") ? address : URI.create(address + "/");
  }

  @Override
  public String name() {
    return address.toString();
  }

  @Override
  public Optional<byte[]> metadata(String file, long most) {
    return get("tuf/" + file, most);
  }

  @Override
  public Optional<byte[]> node(Sha256 hash) {
    return get("tuf/" + hash.hex() + "." + Head.TARGET, MOST_NODE);
  }

  @Override
  public Optional<byte[]> file(Entry entry) {
    return entry.kind() == Kind.MISSING
        ? get(entry.path() + ".none", entry.length())
        : get(entry.path(), entry.length());
  }

  /** Reads at most one byte more than there should be. */
  private Optional<byte[]> get(String path, long most) {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30)).build();
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        byte[] bytes = body.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
        boolean there = response.statusCode() == 200 || response.statusCode() == 410;
        return there || isMissingPage(path, response.statusCode())
            ? Optional.of(bytes)
            : Optional.empty();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(address.resolve(path) + " cannot be fetched", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while fetching", e);
    }
  }

  /** The page for what is missing is asked for by asking for something that is missing. */
  private static boolean isMissingPage(String path, int status) {
    return status == 404 && path.endsWith(".none");
  }

  @Override
  public Optional<Variant> variant(Entry entry, Encoding encoding) {
    return Optional.empty();
  }

  @Override
  public Optional<Variant> variant(Sha256 node, Encoding encoding) {
    return Optional.empty();
  }

  @Override
  public List<String> surplus(Head head) {
    return List.of();
  }
}
