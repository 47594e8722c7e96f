package press.tamizdat.desk.writing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.tamizdat.Chromium;

/**
 * A browser, and a writing page that is served to it alone: the form as the desk draws it, and
 * answers that a test sets.
 */
final class SurfaceRoom implements AutoCloseable {
  static final String PHOTO = "0123456789abcdef0123456789abcdef";

  /** What the desk allows its pages. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self';"
          + " form-action 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'";

  private static final Path SCRIPTS = Path.of("src/main/resources/desk");
  private static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  /** An answer of the desk: status and JSON. */
  record Answer(int status, String json) {
    static final Answer KEPT =
        new Answer(
            200,
            "{\"state\":\"kept\",\"at\":1790000000000,\"revision\":7,\"newest\":7,\"mine\":true,\"others\":[]}");
  }

  private static final Answer TAKEN =
      new Answer(
          201,
          "{\"id\":\""
              + PHOTO
              + "\",\"width\":1,\"height\":1,\"caption\":\"\",\"credit\":\"\",\"licence\":\"\",\"alternative\":\"\"}");

  final ConcurrentLinkedQueue<Map<String, String>> saved = new ConcurrentLinkedQueue<>();
  final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
  volatile Function<Map<String, String>, Answer> desk = form -> Answer.KEPT;
  volatile Answer gauge =
      new Answer(200, "{\"words\":3,\"minutes\":1,\"budget\":6144,\"parts\":[]}");
  volatile Answer upload = TAKEN;

  private final List<BrowserContext> windows = new ArrayList<>();
  private final HttpServer server;
  private volatile String html = "";

  SurfaceRoom() throws IOException {
    Chromium.required();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  void clear() {
    saved.clear();
    asked.clear();
    desk = form -> Answer.KEPT;
    upload = TAKEN;
  }

  BrowserContext window(int width) {
    return window(new Browser.NewContextOptions().setViewportSize(width, 800));
  }

  BrowserContext window(Browser.NewContextOptions options) {
    BrowserContext window = Chromium.browser().newContext(options);
    windows.add(window);
    return window;
  }

  /** The writing page with this body, open in a context. */
  Page open(BrowserContext context, String body) {
    return open(context, body, Map.of());
  }

  /** The same with attributes of the form beside the usual, or instead of them. */
  Page open(BrowserContext context, String body, Map<String, String> more) {
    html = form(body, more);
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")
              && !message.text().contains("Failed to load resource")) {
            asked.add("console: " + message.text());
          }
        });
    page.onPageError(error -> asked.add("console: " + error));
    page.navigate(address());
    page.waitForCondition(
        () -> (boolean) page.evaluate("!!document.getElementById('writing')?.surface"));
    return page;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Errors that the browser wrote to its console, forbidden styles and scripts among them. */
  List<String> errors() {
    return asked.stream().filter(line -> line.startsWith("console: ")).toList();
  }

  static String html(Page page) {
    return (String) page.evaluate("document.getElementById('writing').surface.html()");
  }

  static void put(Page page, String body) {
    page.evaluate("html => document.getElementById('writing').surface.put(html)", body);
  }

  /** The editor looks at where the cursor is a moment after it got the focus; no hand is faster. */
  static void settle(Page page) {
    page.waitForTimeout(60);
  }

  private static String form(String body, Map<String, String> more) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("article", "7");
    attributes.put("revision", "7");
    attributes.put("working-copy", "/articles/7/working-copy");
    attributes.put("gauge", "/articles/7/gauge");
    attributes.put("lock", "/articles/7/lock");
    attributes.put("revisions", "/articles/7/revisions");
    attributes.put("photos", "/photos");
    attributes.put("language", "en");
    attributes.put("dir", "ltr");
    attributes.put("page", "page-1");
    attributes.put("at", "1790000000000");
    attributes.put("words", words());
    attributes.putAll(more);
    StringBuilder data = new StringBuilder();
    attributes.forEach(
        (name, value) -> data.append(" data-%s=\"%s\"".formatted(name, escape(value))));
    return """
        <!doctype html>
        <html lang="en"><meta charset="utf-8"><title>Writing</title><meta name="viewport" content="width=device-width">
        <link rel="stylesheet" href="/static/desk.css"><link rel="stylesheet" href="/static/writing.css">
        <script type="module" src="/static/writing.js"></script>
        <main class="writing"><h1 class="visually-hidden">Writing</h1>
        <form id="writing" method="post" action="/articles/7"%s>
        <input type="hidden" name="revision" value="7">
        <div data-writing-bar></div>
        <label>Headline <textarea class="writing-headline" name="headline" rows="1">The bridge</textarea></label>
        <label>Standfirst <textarea class="writing-standfirst" name="standfirst" rows="1">It stands</textarea></label>
        <section data-lead-photo aria-label="Lead photo"><div data-lead-frame></div>
        <input type="hidden" name="lead.photo"><div data-lead-fields>
        <label>Caption <input name="lead.caption"></label><label>Credit <input name="lead.credit"></label>
        <label>Alternative <input name="lead.alternative"></label></div></section>
        <label>Topic <input type="checkbox" name="topics" value="bridges"></label>
        <textarea name="body" aria-label="Body">%s</textarea>
        <button class="button" type="submit">Save</button>
        </form></main>
        """
        .formatted(data, escape(body));
  }

  private static String words() {
    Properties words = new Properties();
    try (var in =
        Files.newBufferedReader(
            Path.of("src/main/resources/messages/desk/surface_en.properties"))) {
      words.load(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    StringBuilder json = new StringBuilder("{");
    words.forEach(
        (key, value) ->
            json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(key)
                .append("\":\"")
                .append(value.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"'));
    return json.append('}').toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String method = exchange.getRequestMethod();
    byte[] sent = exchange.getRequestBody().readAllBytes();
    asked.add(method + " " + exchange.getRequestURI());
    if (path.equals("/")) {
      answer(exchange, 200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    } else if (path.startsWith("/static/")) {
      String type = path.endsWith(".css") ? "text/css" : "text/javascript";
      answer(
          exchange,
          200,
          type,
          Files.readAllBytes(SCRIPTS.resolve(path.substring("/static/".length()))));
    } else if (path.endsWith("/working-copy") || path.endsWith("/lock")) {
      Map<String, String> form = decode(new String(sent, StandardCharsets.UTF_8));
      if (path.endsWith("/working-copy")) {
        saved.add(form);
      }
      json(exchange, path.endsWith("/lock") ? Answer.KEPT : desk.apply(form));
    } else if (path.endsWith("/gauge")) {
      json(exchange, gauge);
    } else if (path.equals("/photos")) {
      json(exchange, method.equals("POST") ? upload : new Answer(200, library()));
    } else if (path.startsWith("/photos/")) {
      answer(exchange, 200, "image/png", PIXEL);
    } else {
      answer(exchange, 404, "text/plain", new byte[0]);
    }
  }

  private static String library() {
    return """
        {"photos":[{"id":"%s","width":1,"height":1,"caption":"A bridge","credit":"Vera Lindt","licence":"","alternative":"A bridge over a river"}],"next":null}
        """
        .formatted(PHOTO);
  }

  private static void json(HttpExchange exchange, Answer answer) throws IOException {
    answer(
        exchange,
        answer.status(),
        "application/json",
        answer.json().getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, String type, byte @Nullable [] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    byte[] bytes = body == null ? new byte[0] : body;
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (var out = exchange.getResponseBody()) {
      if (bytes.length > 0) {
        out.write(bytes);
      }
    }
  }

  private static Map<String, String> decode(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : form.split("&")) {
      String[] parts = pair.split("=", 2);
      fields.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
    }
    return fields;
  }

  @Override
  public void close() {
    windows.forEach(BrowserContext::close);
    server.stop(0);
  }
}
