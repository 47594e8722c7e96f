package press.tamizdat.post;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import press.tamizdat.trust.Ids;
import press.tamizdat.trust.Sha256;
import press.tamizdat.trust.collecting.CollectingKey;
import press.tamizdat.trust.collecting.SignedRequest;
import press.tamizdat.trust.envelope.Envelope;

/**
 * The dropbox of a site on another machine, over HTTPS ({@code docs/forms.md}). Every request is
 * signed with the post room's collecting key, whose public half the edition names.
 */
public final class RemoteBox implements Box, AutoCloseable {
  private static final Duration ANSWERED = Duration.ofSeconds(20);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

  /** Of one that sends more than envelopes are long, nothing is taken. */
  private static final int MOST = 2 * Envelope.MOST;

  private final URI site;
  private final CollectingKey key;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWERED)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private volatile String seen = digest("");

  /**
   * @param site such as {@code https://news.example}; HTTP is for a tunnel or an onion service that
   *     encrypts by itself
   */
  public RemoteBox(URI site, CollectingKey key) {
    this.site = site;
    this.key = key;
  }

  @Override
  public List<String> waiting() {
    String list = text(get("/dropbox", "", ANSWERED));
    seen = digest(list);
    return list.lines().filter(Ids::isId).toList();
  }

  @Override
  public Optional<byte[]> fetch(String id) {
    Answered answer = send("GET", "/dropbox/" + id, "", new byte[0], ANSWERED);
    return answer.status() == 404 ? Optional.empty() : Optional.of(body(answer));
  }

  @Override
  public void remove(String id) {
    var _ = body(send("POST", "/dropbox/" + id + "/removal", "", new byte[0], ANSWERED));
  }

  @Override
  public void answer(String id, byte[] sealed) {
    var _ = body(send("POST", "/dropbox/" + id + "/answer", "", sealed, ANSWERED));
  }

  /** The site answers as soon as there is something else than was seen. */
  @Override
  public void await(Duration most) {
    Duration wait = most.compareTo(LONGEST_WAIT) < 0 ? most : LONGEST_WAIT;
    String query = "wait=" + Math.max(1, wait.toSeconds()) + "&seen=" + seen;
    var _ = get("/dropbox", query, wait.plus(ANSWERED));
  }

  private byte[] get(String path, String query, Duration patience) {
    return body(send("GET", path, query, new byte[0], patience));
  }

  /** What the site said, as far as it is not too long. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Answered(int status, byte[] body) {}

  private Answered send(String method, String path, String query, byte[] body, Duration patience) {
    String prefix = site.getRawPath() == null ? "" : site.getRawPath().replaceAll("/+$", "");
    SignedRequest request = new SignedRequest(method, authority(site), path, query, body);
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(site.resolve(prefix + path + (query.isEmpty() ? "" : "?" + query)))
            .timeout(patience);
    if (method.equals("POST")) {
      builder.POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }
    key.sign(request).forEach(builder::header);
    try {
      HttpResponse<InputStream> answer =
          client.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        return new Answered(answer.statusCode(), in.readNBytes(MOST + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the site " + authority(site) + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while collecting", e);
    }
  }

  /** As requests name it (RFC 9421 §2.2.3): in lower case, without the scheme's own port. */
  static String authority(URI site) {
    String host = site.getHost().toLowerCase(Locale.ROOT);
    int usual = "http".equals(site.getScheme()) ? 80 : 443;
    return site.getPort() < 0 || site.getPort() == usual ? host : host + ":" + site.getPort();
  }

  private byte[] body(Answered answer) {
    if (answer.status() != 200 || answer.body().length > MOST) {
      throw new IllegalStateException(
          "the site "
              + authority(site)
              + " answers "
              + answer.status()
              + " to who collects: "
              + text(answer.body()).lines().findFirst().orElse(""));
    }
    return answer.body();
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static String digest(String list) {
    return Sha256.of(list.getBytes(StandardCharsets.UTF_8)).hex();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
