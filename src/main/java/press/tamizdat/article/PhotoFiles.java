package press.tamizdat.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import press.tamizdat.article.published.Rendition;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.platform.image.PictureFormat;
import press.tamizdat.platform.image.Rendered;
import press.tamizdat.trust.Sha256;

/** The photos' files: renditions by the hash of what is in them, originals in a folder beside. */
final class PhotoFiles {
  private static final Pattern OURS = Pattern.compile("[0-9a-f]{16}\\.webp|[0-9a-f]{32}\\.[a-z]+");

  private final Path folder;
  private final Path originals;

  PhotoFiles(Path folder) {
    this.folder = folder;
    this.originals = folder.resolve("originals");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** They are on the medium when this returns. */
  List<Rendition> write(List<Rendered> sizes) {
    List<Rendition> written = sizes.stream().map(this::write).toList();
    Disk.sync(written.stream().map(r -> folder.resolve(r.name())).distinct().toList());
    return written;
  }

  private Rendition write(Rendered rendered) {
    String name = Sha256.of(rendered.bytes()).hex().substring(0, 16) + ".webp";
    Disk.put(folder.resolve(name), rendered.bytes());
    return new Rendition(name, rendered.width(), rendered.height(), rendered.bytes().length);
  }

  byte[] read(Rendition rendition) {
    Path file = folder.resolve(rendition.name());
    return Disk.read(file)
        .orElseThrow(() -> new IllegalStateException("the photos' folder lacks " + file));
  }

  /**
   * @return the name under which it is kept, which tells nothing but its format
   */
  String keepOriginal(String id, PictureFormat format, byte[] bytes) {
    String name = id + "." + format.name().toLowerCase(Locale.ROOT);
    try {
      Files.createDirectories(originals);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path file = originals.resolve(name);
    Disk.put(file, bytes);
    Disk.sync(List.of(file));
    return name;
  }

  Optional<byte[]> original(String name) {
    return Disk.read(originals.resolve(name));
  }

  /** Removes every photo's file but these. */
  void tidy(Set<String> known) {
    tidy(folder, known);
    if (Files.isDirectory(originals)) {
      tidy(originals, known);
    }
  }

  private static void tidy(Path place, Set<String> known) {
    try (Stream<Path> files = Files.list(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = String.valueOf(file.getFileName());
        if (Disk.isAbandoned(name) || (OURS.matcher(name).matches() && !known.contains(name))) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
