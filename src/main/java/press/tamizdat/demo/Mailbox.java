package press.tamizdat.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.platform.web.Call;
import press.tamizdat.platform.web.Limits;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Routes;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.platform.web.WebServer;

/**
 * Shows the mail that the demo has caught, as a mailbox in which everybody's mail lies: at loopback
 * only. A mail's HTML is shown in a sandboxed frame.
 */
public final class Mailbox implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("[0-9]{13}-[0-9]{6}\\.eml");
  private static final Pattern ONE_CLICK = Pattern.compile("<(https?://[^>]+)>");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withLocale(Locale.UK)
          .withZone(ZoneId.systemDefault());
  private static final int SHOWN = 200;

  private static final String CSS =
      """
      :root { color-scheme: light dark; --q: #666; --r: #ccc; --a: #96191d }
      @media (prefers-color-scheme: dark) { :root { --q: #aaa; --r: #444; --a: #f2a199 } }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: auto; padding: 0 1rem 3rem }
      .demo { border: 2px solid var(--a); padding: .5rem 1rem }
      table { border-collapse: collapse; width: 100% }
      td, th { text-align: start; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--r); overflow-wrap: anywhere }
      th { white-space: nowrap; font-weight: 600; color: var(--q) }
      iframe { width: 100%; height: 34rem; border: 1px solid var(--r); background: #fff }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--r); padding: 1rem; unicode-bidi: plaintext }
      a { color: inherit; text-decoration-color: var(--a) }
      button { font: inherit; padding: .4rem .8rem }
      :focus-visible { outline: 3px solid var(--a); outline-offset: 2px }
      """;

  private final Path folder;
  private final WebServer server;

  private Mailbox(Path folder, int port) {
    this.folder = folder;
    Routes routes = new Routes();
    routes.get("/", call -> page(list(), true));
    routes.get("/style.css", call -> Reply.bytes("text/css", CSS.getBytes(UTF_8)));
    routes.get("/mail/{name}", call -> page(one(call), false));
    routes.get("/mail/{name}/html", this::html);
    this.server =
        WebServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), routes, Limits.USUAL);
  }

  /**
   * @param folder with the mails
   * @param port 0 takes any free one
   * @throws UncheckedIOException if the port cannot be had
   */
  public static Mailbox open(Path folder, int port) {
    return new Mailbox(folder, port);
  }

  public int port() {
    return server.port();
  }

  private List<String> names() {
    try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.of()) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> NAME.matcher(name).matches())
          .sorted(Comparator.reverseOrder())
          .limit(SHOWN)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CaughtMail read(String name) {
    return Optional.of(name)
        .filter(n -> NAME.matcher(n).matches())
        .flatMap(n -> Disk.read(folder.resolve(n)))
        .map(CaughtMail::read)
        .orElseThrow(() -> new Unacceptable(404, "there is no such mail"));
  }

  private static String time(String name) {
    return TIME.format(Instant.ofEpochMilli(Long.parseLong(name.substring(0, 13))));
  }

  private Element list() {
    Element main = new Element("main");
    main.appendElement("h1").text("Mailbox");
    List<String> names = names();
    if (names.isEmpty()) {
      main.appendElement("p")
          .text(
              "Nothing has come yet. Sign up for a letter on any page of the sample newspaper, or ask on its support page to be reminded.");
      return main;
    }
    Element table = main.appendElement("table");
    Element head = table.appendElement("tr");
    for (String title : List.of("Subject", "From", "To", "Came")) {
      head.appendElement("th").attr("scope", "col").text(title);
    }
    for (String name : names) {
      CaughtMail mail = read(name);
      Element row = table.appendElement("tr");
      row.appendElement("td")
          .appendElement("a")
          .attr("href", "/mail/" + name)
          .attr("dir", "auto")
          .text(mail.field("Subject").isBlank() ? "(no subject)" : mail.field("Subject"));
      row.appendElement("td").attr("dir", "auto").text(mail.field("From"));
      row.appendElement("td").text(mail.field("Delivered-To"));
      row.appendElement("td").text(time(name));
    }
    return main;
  }

  private Element one(Call call) {
    String name = call.part("name");
    CaughtMail mail = read(name);
    Element main = new Element("main");
    main.appendElement("p").appendElement("a").attr("href", "/").text("All mail");
    main.appendElement("h1").attr("dir", "auto").text(mail.field("Subject"));
    if (!mail.html().isEmpty()) {
      main.appendElement("iframe")
          .attr("title", "The mail as a mail program shows it")
          .attr("sandbox", "allow-popups allow-popups-to-escape-sandbox")
          .attr("src", "/mail/" + name + "/html");
    }
    oneClick(mail).ifPresent(main::appendChild);
    main.appendElement("h2").text("Plain text");
    Element text = main.appendElement("pre").attr("dir", "auto");
    links(text, mail.text());
    main.appendElement("h2").text("Headers");
    Element table = main.appendElement("table");
    for (CaughtMail.Field field : mail.fields()) {
      Element row = table.appendElement("tr");
      row.appendElement("th").attr("scope", "row").text(field.name());
      row.appendElement("td").text(field.value());
    }
    return main;
  }

  /** What a mail program's own button sends (RFC 8058). */
  private static Optional<Element> oneClick(CaughtMail mail) {
    Matcher address = ONE_CLICK.matcher(mail.field("List-Unsubscribe"));
    if (!address.find() || mail.field("List-Unsubscribe-Post").isEmpty()) {
      return Optional.empty();
    }
    Element form = new Element("form").attr("method", "post").attr("action", address.group(1));
    form.appendElement("input")
        .attr("type", "hidden")
        .attr("name", "List-Unsubscribe")
        .attr("value", "One-Click");
    form.appendElement("p")
        .appendElement("button")
        .text("Unsubscribe, as a mail program’s own button does");
    return Optional.of(form);
  }

  private static void links(Element into, String text) {
    Matcher address = Pattern.compile("https?://[^\\s<>]+").matcher(text);
    int at = 0;
    while (address.find()) {
      into.appendText(text.substring(at, address.start()));
      into.appendElement("a").attr("href", address.group()).text(address.group());
      at = address.end();
    }
    into.appendText(text.substring(at));
  }

  private static Reply page(Element main, boolean comesAgain) {
    Document page = Document.createShell("");
    page.prependChild(new org.jsoup.nodes.DocumentType("html", "", ""));
    page.outputSettings().prettyPrint(false);
    page.select("html").attr("lang", "en");
    page.title("The demo’s mailbox");
    page.head()
        .appendElement("meta")
        .attr("name", "viewport")
        .attr("content", "width=device-width");
    page.head().appendElement("link").attr("rel", "icon").attr("href", "data:,");
    page.head().appendElement("link").attr("rel", "stylesheet").attr("href", "/style.css");
    if (comesAgain) {
      page.head().appendElement("meta").attr("http-equiv", "refresh").attr("content", "3");
    }
    page.body()
        .appendElement("p")
        .addClass("demo")
        .text(
            "The demo’s mailbox. All mail of the sample newsroom is caught here, whoever it is to;"
                + " none of it leaves this machine. A real newsroom keeps no such thing.");
    page.body()
        .appendElement("p")
        .text(
            "One thing goes faster here: whoever asks on the support page to be reminded by mail,"
                + " in a week, in a month or on payday, is reminded after one minute.");
    page.body().appendChild(main);
    return guarded(
        Reply.html(200, page.outerHtml().getBytes(UTF_8)),
        "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action"
            + " http://127.0.0.1:* http://localhost:*; base-uri 'none'; frame-ancestors 'none'");
  }

  /** Opens links in a window of their own; runs nothing. */
  private Reply html(Call call) {
    Document mail = org.jsoup.Jsoup.parse(read(call.part("name")).html());
    mail.outputSettings().prettyPrint(false);
    mail.head().prependElement("base").attr("target", "_blank");
    return guarded(
        Reply.html(200, mail.outerHtml().getBytes(UTF_8)),
        "default-src 'none'; style-src 'unsafe-inline'; img-src data: http: https:; frame-ancestors"
            + " 'self'; sandbox allow-popups allow-popups-to-escape-sandbox");
  }

  private static Reply guarded(Reply reply, String policy) {
    Map<String, String> headers = new HashMap<>(WebServer.guarded());
    headers.put("Content-Security-Policy", policy);
    Reply guarded = reply;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      guarded = guarded.with(header.getKey(), header.getValue());
    }
    return guarded;
  }

  @Override
  public void close() {
    server.close();
  }
}
