package press.tamizdat.platform.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request. Its body is read when it is asked for, once, and never more of it than allowed. */
public final class Call {
  private final HttpExchange exchange;
  private final Limits limits;
  private final Map<String, String> parts;
  private final Body body;

  /** What was read, shared by all views of one request. */
  private static final class Body {
    private byte @Nullable [] bytes;
    private @Nullable Fields form;
  }

  Call(HttpExchange exchange, Limits limits) {
    this(exchange, limits, Map.of(), new Body());
  }

  private Call(HttpExchange exchange, Limits limits, Map<String, String> parts, Body body) {
    this.exchange = exchange;
    this.limits = limits;
    this.parts = parts;
    this.body = body;
  }

  Call withParts(Map<String, String> found) {
    return new Call(exchange, limits, found, body);
  }

  /** In upper case. */
  public String method() {
    return exchange.getRequestMethod();
  }

  /** The path, decoded, without the query. */
  public String path() {
    return exchange.getRequestURI().getPath();
  }

  /** What stands in the address where the route's pattern has {@code {name}}. */
  public String part(String name) {
    String part = parts.get(name);
    if (part == null) {
      throw new IllegalArgumentException("the route has no {" + name + "}");
    }
    return part;
  }

  public Fields query() {
    String query = exchange.getRequestURI().getRawQuery();
    return query == null ? Fields.NONE : Fields.encoded(query);
  }

  /**
   * The form that was sent.
   *
   * @throws Unacceptable if it is too long, cut off or of another type
   */
  public Fields form() {
    Fields form = body.form;
    if (form == null) {
      form = readForm();
      body.form = form;
    }
    return form;
  }

  private Fields readForm() {
    String type = header("Content-Type").orElse("");
    String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (plain) {
      case "application/x-www-form-urlencoded" ->
          Fields.encoded(new String(body(limits.form()), StandardCharsets.UTF_8));
      case "multipart/form-data" -> Multipart.read(type, body(limits.upload()));
      case "" -> Fields.NONE;
      default -> throw new Unacceptable(415, "send a form");
    };
  }

  /**
   * The body as it came.
   *
   * @param most how many bytes it may have
   */
  public byte[] body(int most) {
    byte[] bytes = body.bytes;
    if (bytes == null) {
      try (InputStream in = exchange.getRequestBody()) {
        bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
          throw new Unacceptable(413, "this is longer than " + (most >> 20) + " MB");
        }
      } catch (IOException e) {
        throw new Unacceptable(400, "the request broke off; send it again");
      }
      body.bytes = bytes;
    }
    return bytes;
  }

  /** The first header of this name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  public Optional<String> cookie(String name) {
    for (String line : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
      for (String pair : line.split(";")) {
        String trimmed = pair.strip();
        if (trimmed.startsWith(name + "=")) {
          return Optional.of(trimmed.substring(name.length() + 1));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the sender would rather have JSON than a page. */
  public boolean wantsJson() {
    return header("Accept").orElse("").startsWith("application/json");
  }
}
