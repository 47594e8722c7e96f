package press.tamizdat.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.trust.Sha256;

/** The desk's style sheet and scripts, under addresses that change when they do. */
final class Assets {
  /** One file for the browser: the desk's own rules first. */
  private static final List<String> STYLES =
      List.of(
          "desk.css",
          "finding.css",
          "flow.css",
          "house.css",
          "letters.css",
          "numbers.css",
          "photos.css",
          "support.css",
          "versions.css",
          "writing.css");

  private static final Map<String, List<String>> FILES = Map.of("desk.css", STYLES);

  private static final Map<String, byte[]> READ = new ConcurrentHashMap<>();
  private static final int SHORT = 16;

  private Assets() {}

  static String address(String name) {
    byte[] bytes = bytes(name).orElseThrow(() -> new IllegalArgumentException("no file " + name));
    return "/static/" + name + "?v=" + Sha256.of(bytes).hex().substring(0, SHORT);
  }

  static Optional<Reply> reply(String name) {
    return bytes(name).map(bytes -> Reply.bytes(type(name), bytes).unchanging());
  }

  private static Optional<byte[]> bytes(String name) {
    byte[] known = READ.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<byte[]> read = FILES.containsKey(name) ? joined(FILES.get(name)) : file(name);
    read.ifPresent(bytes -> READ.put(name, bytes));
    return read;
  }

  private static Optional<byte[]> joined(List<String> names) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    names.forEach(n -> all.writeBytes(file(n).orElseThrow()));
    return Optional.of(all.toByteArray());
  }

  private static Optional<byte[]> file(String name) {
    if (!name.matches("[a-z]+\\.(css|js|svg)")) {
      return Optional.empty();
    }
    try (var in = Assets.class.getResourceAsStream("/desk/" + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.'))) {
      case ".css" -> "text/css; charset=utf-8";
      case ".js" -> "text/javascript; charset=utf-8";
      default -> "image/svg+xml";
    };
  }
}
