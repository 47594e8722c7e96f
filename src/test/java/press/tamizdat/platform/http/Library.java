package press.tamizdat.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the tests serve, and how. */
record Library(Map<String, Resource> pages) implements Resources {
  static final String CSP = "default-src 'none'; img-src 'self' data:; script-src 'self'";
  static final Limits QUICK =
      new Limits(
          2048,
          4096,
          200,
          Duration.ofMillis(700),
          Duration.ofMillis(1500),
          Duration.ofMillis(700),
          Duration.ofMillis(900),
          20,
          100_000);

  @Override
  public Optional<Resource> find(String path) {
    return Optional.ofNullable(pages.get(path));
  }

  @Override
  public Resource notFound(String path) {
    return memory(404, "text/html; charset=utf-8", "Not here", Freshness.BRIEFLY);
  }

  static Resource page(String text) {
    return memory(200, "text/html; charset=utf-8", text, Freshness.BRIEFLY);
  }

  static Resource memory(int status, String type, String text, Freshness freshness) {
    Map<Encoding, Content> contents = Map.of(Encoding.IDENTITY, Content.of(text.getBytes(UTF_8)));
    return new Resource(
        status, type, hash(text), freshness, contents, Map.of("Content-Security-Policy", CSP));
  }

  /** A page with several encodings; the bytes only say which they are. */
  static Resource encoded(String text) {
    return new Resource(
        200,
        "text/html; charset=utf-8",
        hash(text),
        Freshness.BRIEFLY,
        Map.of(
            Encoding.IDENTITY, Content.of((text + " as it is, long").getBytes(UTF_8)),
            Encoding.GZIP, Content.of((text + " gzipped").getBytes(UTF_8)),
            Encoding.BROTLI, Content.of((text + " brotli").getBytes(UTF_8)),
            Encoding.ZSTD, Content.of((text + " zstandard").getBytes(UTF_8))),
        Map.of());
  }

  static Resource file(Path path, String type) {
    try {
      return new Resource(
          200,
          type,
          hash(path + Files.readString(path, java.nio.charset.StandardCharsets.ISO_8859_1)),
          Freshness.FOREVER,
          Map.of(Encoding.IDENTITY, Content.of(path, Files.size(path))),
          Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String hash(String text) {
    return "%016x".formatted(text.hashCode() * 0x9E3779B97F4A7C15L);
  }

  static Config config(Limits limits, Transport transport) {
    return new Config(
        List.of(door(false), door(true)),
        java.util.Set.of("curtain.example"),
        limits,
        1,
        1 << 20,
        transport);
  }

  static Config config() {
    return config(QUICK, Transport.best());
  }

  static Door door(boolean curtain) {
    return new Door(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), curtain);
  }
}
