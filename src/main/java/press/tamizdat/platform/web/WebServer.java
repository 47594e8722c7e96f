package press.tamizdat.platform.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPOutputStream;
import press.tamizdat.platform.log.Trouble;

/**
 * Serves an {@link Action} at one address, each request on a virtual thread of its own.
 *
 * <p>For a newsroom's few dozen people. At most {@value #TOGETHER} requests are worked on at a
 * time; the others wait.
 */
public final class WebServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("press.tamizdat.web");
  private static final int TOGETHER = 64;
  private static final int WORTH_PACKING = 1_024;
  private static final Set<String> PACKED =
      Set.of("text/html", "text/css", "text/javascript", "application/json", "image/svg+xml");

  static {
    // Read once by the JDK's server, when its first class is loaded.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxReqTime", "120");
    System.setProperty("sun.net.httpserver.maxRspTime", "120");
    System.setProperty("sun.net.httpserver.idleInterval", "30");
    System.setProperty("sun.net.httpserver.maxReqHeaders", "64");
    System.setProperty("jdk.httpserver.maxConnections", "512");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore room = new Semaphore(TOGETHER);
  private final Action action;
  private final Limits limits;

  private WebServer(HttpServer server, Action action, Limits limits) {
    this.server = server;
    this.action = action;
    this.limits = limits;
  }

  /**
   * Opens the door.
   *
   * @throws UncheckedIOException if the port cannot be had
   */
  public static WebServer start(InetSocketAddress address, Action action, Limits limits) {
    try {
      WebServer web = new WebServer(HttpServer.create(address, 64), action, limits);
      web.server.setExecutor(web.threads);
      web.server.createContext("/", web::handle);
      web.server.start();
      return web;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen at " + address + ": " + e.getMessage(), e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    room.acquireUninterruptibly();
    try (exchange) {
      send(exchange, answer(exchange));
    } finally {
      room.release();
    }
  }

  private Reply answer(HttpExchange exchange) {
    try {
      return action.act(new Call(exchange, limits));
    } catch (Unacceptable e) {
      return Reply.text(e.status(), e.getMessage() + "\n");
    } catch (RuntimeException | StackOverflowError e) {
      Trouble.log(LOG, "a request failed", e);
      return Reply.text(500, "something went wrong here; nothing was half done; try again\n");
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = reply.body();
    if (isWorthPacking(exchange, reply)) {
      body = packed(body);
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      exchange.getResponseHeaders().set("Vary", "Accept-Encoding");
    }
    boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : body.length);
    if (!bodiless) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  private static boolean isWorthPacking(HttpExchange exchange, Reply reply) {
    String type = reply.headers().getOrDefault("Content-Type", "").split(";", 2)[0];
    String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    return reply.body().length >= WORTH_PACKING
        && PACKED.contains(type)
        && accepted != null
        && accepted.contains("gzip");
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  /** The headers that a page for staff should have, whatever it is. */
  public static Map<String, String> guarded() {
    return Map.of(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
            + " connect-src 'self'; form-action 'self'; frame-src 'self'; frame-ancestors 'none';"
            + " base-uri 'none'",
        "X-Content-Type-Options",
        "nosniff",
        "Referrer-Policy",
        "same-origin",
        "Cross-Origin-Opener-Policy",
        "same-origin",
        "Cross-Origin-Resource-Policy",
        "same-origin",
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=()",
        "Cache-Control",
        "no-store");
  }

  @Override
  public void close() {
    server.stop(1);
    threads.close();
  }
}
