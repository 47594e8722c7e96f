import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import press.tamizdat.platform.http.Config;
import press.tamizdat.platform.http.Content;
import press.tamizdat.platform.http.Door;
import press.tamizdat.platform.http.Encoding;
import press.tamizdat.platform.http.Freshness;
import press.tamizdat.platform.http.HttpServer;
import press.tamizdat.platform.http.Limits;
import press.tamizdat.platform.http.Resource;
import press.tamizdat.platform.http.Resources;
import press.tamizdat.platform.http.Transport;

/** Serves a folder of pages: {@code ServeFolder FOLDER PORT CURTAIN_PORT}. */
final class ServeFolder {
  private ServeFolder() {}

  public static void main(String[] args) throws Exception {
    Map<String, Resource> pages = new HashMap<>();
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      files
          .filter(file -> file.toString().endsWith(".html"))
          .forEach(file -> pages.put("/" + file.getFileName(), resource(file)));
    }
    Config config =
        new Config(
            List.of(
                new Door(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[1])), false),
                new Door(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[2])), true)),
            java.util.Set.of(),
            Limits.USUAL,
            1,
            32L << 20,
            Optional.ofNullable(System.getProperty("transport"))
                .map(Transport::valueOf)
                .orElseGet(Transport::best));
    Resource missing =
        new Resource(
            404,
            "text/plain",
            "0".repeat(16),
            Freshness.BRIEFLY,
            Map.of(Encoding.IDENTITY, Content.of("not found".getBytes("UTF-8"))),
            Map.of());
    HttpServer.start(
        config,
        new Resources() {
          @Override
          public Optional<Resource> find(String path) {
            return Optional.ofNullable(pages.get(path));
          }

          @Override
          public Resource notFound(String path) {
            return missing;
          }
        },
        path -> {});
    Thread.currentThread().join();
  }

  private static Resource resource(Path file) {
    try {
      Path gzip = Path.of(file + ".gz");
      return new Resource(
          200,
          "text/html; charset=utf-8",
          "%064x".formatted(file.getFileName().toString().hashCode()).replace("-", "0") + number(file),
          Freshness.BRIEFLY,
          Map.of(
              Encoding.IDENTITY, Content.of(file, Files.size(file)),
              Encoding.GZIP, Content.of(gzip, Files.size(gzip))),
          Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String number(Path file) {
    return file.getFileName().toString().replaceAll("\\D", "");
  }
}
