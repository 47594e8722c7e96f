package press.tamizdat.support.till;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/** A provider on loopback, which refuses what a judge complains of. */
public abstract class StandIn implements AutoCloseable {
  private final HttpServer server;
  private final Optional<Judge> judge;
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  public volatile Mood mood = Mood.WELL;

  /** How a provider fares. */
  public enum Mood {
    WELL,
    DOWN,
    SLOW,
    NONSENSE
  }

  record Request(
      String method, String path, String query, String authorization, String key, String body) {}

  record Response(int status, String json) {}

  StandIn(Optional<Judge> judge) {
    this.judge = judge;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What the specification did not allow in what was asked so far. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** {@code METHOD path} of everything asked so far. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  abstract Response answer(Request request);

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      URI uri = exchange.getRequestURI();
      String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
      asked.add(exchange.getRequestMethod() + " " + uri.getRawPath());
      Response response = judged(exchange, uri, query, body);
      byte[] bytes = response.json().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private Response judged(HttpExchange exchange, URI uri, String query, byte[] body) {
    switch (mood) {
      case DOWN -> {
        return new Response(503, "{\"error\":{}}");
      }
      case NONSENSE -> {
        return new Response(200, "<html>welcome</html>");
      }
      case SLOW -> sleep();
      case WELL -> {
        // as it should be
      }
    }
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    List<String> wrong =
        judge
            .map(
                j -> j.complaints(exchange.getRequestMethod(), uri.getRawPath(), query, type, body))
            .orElse(List.of());
    if (!wrong.isEmpty()) {
      complaints.addAll(wrong);
      return new Response(400, "{\"error\":{\"message\":\"not allowed\"}}");
    }
    try {
      return answer(
          new Request(
              exchange.getRequestMethod(),
              uri.getPath(),
              query,
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              keyOf(exchange),
              new String(body, StandardCharsets.UTF_8)));
    } catch (RuntimeException e) {
      complaints.add("the stand-in failed: " + e);
      return new Response(500, "{}");
    }
  }

  private static String keyOf(HttpExchange exchange) {
    String stripe = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    String paypal = exchange.getRequestHeaders().getFirst("PayPal-Request-Id");
    return stripe != null ? stripe : paypal != null ? paypal : "";
  }

  private static void sleep() {
    try {
      Thread.sleep(3_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
