package press.tamizdat.support.till;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The providers' own specifications and samples, where they are on this machine. */
public final class ProvidersOwn {
  private ProvidersOwn() {}

  /** The one that is named, or a folder {@code data} somewhere beside the project. */
  private static Path folder() {
    String named = System.getenv("TAMIZDAT_PROVIDERS");
    if (named != null) {
      return Path.of(named);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      try (Stream<Path> beside = Files.list(at)) {
        Optional<Path> found =
            beside
                .map(p -> p.resolve("data"))
                .filter(p -> Files.isDirectory(p.resolve("camt053")))
                .findFirst();
        if (found.isPresent()) {
          return found.get();
        }
      } catch (IOException e) {
        return Path.of("data"); // a folder that may not be read has nothing for us
      }
    }
    return Path.of("data");
  }

  /** A file of theirs; without it the test is skipped. */
  static Path file(String name) {
    Path file = folder().resolve(name);
    assumeTrue(
        Files.exists(file),
        "skipped: the provider's " + name + " is not here (TAMIZDAT_PROVIDERS names its folder)");
    return file;
  }
}
