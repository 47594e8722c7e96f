package press.tamizdat.support.till;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks one provider over HTTP, with an end to every wait and to every answer. */
public final class Web implements AutoCloseable {
  private static final int LONGEST = 8 << 20;

  private final URI base;
  private final Duration patience;
  private final HttpClient client;

  /**
   * @param base without a slash at the end
   * @param patience for a whole answer, not only for its beginning
   */
  public Web(URI base, Duration patience) {
    this.base = base;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(
                patience.compareTo(Duration.ofSeconds(10)) < 0 ? patience : Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  public URI base() {
    return base;
  }

  /** What came back. */
  public sealed interface Reply {
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Answered(int status, byte[] body, Map<String, java.util.List<String>> headers)
        implements Reply {
      public boolean ok() {
        return status / 100 == 2;
      }

      /** The body, if all is well and it is an object. */
      public Optional<Document> document() {
        return ok() ? Document.read(body) : Optional.empty();
      }
    }

    /** Nothing, or not in time, or too much. */
    record Silent(String why) implements Reply {}
  }

  /** Asks with a body. */
  public Reply send(String method, String path, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(patience)
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::setHeader);
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request.build(),
            _ ->
                HttpResponse.BodySubscribers.mapping(
                    HttpResponse.BodySubscribers.ofInputStream(), Web::atMost));
    return await(answer);
  }

  private Reply await(CompletableFuture<HttpResponse<byte[]>> answer) {
    try {
      HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Reply.Answered(response.statusCode(), response.body(), response.headers().map());
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Reply.Silent("no answer in " + patience.toSeconds() + " s");
    } catch (ExecutionException e) {
      return new Reply.Silent(
          e.getCause() instanceof HttpTimeoutException
              ? "no answer in " + patience.toSeconds() + " s"
              : String.valueOf(e.getCause()).replaceAll(":.*", ""));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Reply.Silent("stopped");
    }
  }

  private static byte[] atMost(InputStream stream) {
    try (stream) {
      byte[] bytes = stream.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new java.io.UncheckedIOException(new IOException("longer than any answer"));
      }
      return bytes;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What a reply that is not as hoped means. */
  static Till.Failure failure(Reply reply) {
    return switch (reply) {
      case Reply.Silent(String why) -> new Till.Failure(Till.Failure.Kind.DOWN, why);
      case Reply.Answered(int status, byte[] _, var _)
          when status == 408 || status == 429 || status >= 500 ->
          new Till.Failure(Till.Failure.Kind.DOWN, "HTTP " + status);
      case Reply.Answered(int status, byte[] _, var _) when status / 100 == 4 ->
          new Till.Failure(Till.Failure.Kind.DECLINED, "HTTP " + status);
      case Reply.Answered(int status, byte[] _, var _) ->
          new Till.Failure(
              Till.Failure.Kind.NONSENSE, "HTTP " + status + " with what is no answer");
    };
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
