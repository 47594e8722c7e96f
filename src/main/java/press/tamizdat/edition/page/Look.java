package press.tamizdat.edition.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Whatever in the program decides how a page looks, as one hash. */
final class Look {
  private static final List<String> FOLDERS =
      List.of("press/tamizdat/jte", "press/tamizdat/edition/page", "page", "messages");

  static final String DIGEST = digest();

  private Look() {}

  private static String digest() {
    try {
      URI where = Look.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path place = Path.of(where);
      if (Files.isDirectory(place)) {
        return digest(place);
      }
      try (var jar = FileSystems.newFileSystem(place)) {
        return digest(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program's own files", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program does not know where it is", e);
    }
  }

  private static String digest(Path root) throws IOException {
    MessageDigest all = Resource.sha256();
    for (String folder : FOLDERS) {
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          byte[] bytes = Files.readAllBytes(file);
          String name = root.relativize(file).toString().replace('\\', '/');
          String line = name + " " + Resource.sha256Hex(bytes) + "\n";
          all.update(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
      }
    }
    return HexFormat.of().formatHex(all.digest());
  }
}
