package press.tamizdat.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import press.tamizdat.edition.reading.Catalogue;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.edition.reading.Encoding;
import press.tamizdat.edition.reading.Entry;
import press.tamizdat.edition.reading.Head;
import press.tamizdat.trust.Sha256;

/**
 * An edition as plain files by path, which any web server or file manager can show: {@code
 * en/news.html}, with {@code .gz} and {@code .br} beside it, and the signed metadata with the
 * catalogue's nodes in {@code tuf/}.
 */
public final class PlainFolder {
  private PlainFolder() {}

  /**
   * Lays the current edition out, replacing what an earlier one left there. The signed head is
   * written last.
   */
  public static void layOut(EditionFolder editions, Path into) {
    Head.Current current =
        Head.Current.of(editions)
            .orElseThrow(() -> new IllegalStateException("no edition was published yet"));
    Catalogue catalogue = new Catalogue(editions, current.head().catalogue());
    refuseOtherFolders(into);
    Set<Path> wanted = new HashSet<>();
    try {
      catalogue.forEach(entry -> copy(editions, entry, into, wanted));
      catalogue.forEachNode(
          node ->
              copy(editions, node, into.resolve("tuf/" + node.hex() + "." + Head.TARGET), wanted));
      copyMetadata(editions, into.resolve("tuf"), wanted);
      removeOthers(into, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is in the folder and not in the edition will be deleted, so it must not be somebody's
   * home.
   */
  private static void refuseOtherFolders(Path into) {
    if (Files.exists(into.resolve("tuf").resolve("timestamp.json"))) {
      return;
    }
    try (Stream<Path> files = Files.exists(into) ? Files.list(into) : Stream.of()) {
      if (files.findAny().isPresent()) {
        throw new NotOurs(into);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder holds something, and it is no edition. */
  public static final class NotOurs extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotOurs(Path folder) {
      super(
          folder
              + " holds something that is no edition; name an empty folder or one that an edition was laid out in");
    }
  }

  private static void copy(EditionFolder editions, Entry entry, Path into, Set<Path> wanted) {
    copy(editions, entry.hash(), into.resolve(entry.path()), wanted);
  }

  private static void copy(EditionFolder editions, Sha256 hash, Path file, Set<Path> wanted) {
    try {
      Files.createDirectories(file.getParent());
      for (Encoding encoding : Encoding.values()) {
        Path from = editions.object(hash, encoding);
        if (Files.exists(from)) {
          Path to = file.resolveSibling(file.getFileName() + encoding.suffix());
          Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
          wanted.add(to);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copyMetadata(EditionFolder editions, Path into, Set<Path> wanted)
      throws IOException {
    Files.createDirectories(into);
    try (Stream<Path> files = Files.list(editions.metadata())) {
      // What says "this is the newest" comes after all that it refers to.
      for (Path file : files.sorted(java.util.Comparator.comparing(PlainFolder::isHead)).toList()) {
        Path to = into.resolve(file.getFileName());
        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        wanted.add(to);
      }
    }
  }

  private static boolean isHead(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.equals("timestamp.json") || name.equals("bundle.json");
  }

  private static void removeOthers(Path into, Set<Path> wanted) throws IOException {
    try (Stream<Path> files = Files.walk(into)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!wanted.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }
}
