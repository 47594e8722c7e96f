package press.tamizdat.edition.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.platform.text.Compression;
import press.tamizdat.trust.Sha256;

/** An edition in a folder: an {@link EditionFolder}, or plain files by path. */
public final class FolderPlace implements Place {
  private final Path folder;
  private final boolean byHash;
  private final EditionFolder store;

  private FolderPlace(Path folder) {
    this.folder = folder;
    this.store = new EditionFolder(folder);
    this.byHash = Files.isDirectory(store.objects());
  }

  /** The folder as a place; a data folder is taken for the editions in it. */
  public static FolderPlace of(Path folder) {
    Path editions = folder.resolve("editions");
    return new FolderPlace(Files.isDirectory(editions.resolve("tuf")) ? editions : folder);
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public Optional<byte[]> metadata(String file, long most) {
    return Disk.read(folder.resolve("tuf").resolve(file));
  }

  @Override
  public Optional<byte[]> node(Sha256 hash) {
    return Disk.read(path(hash, Encoding.IDENTITY));
  }

  private Path path(Sha256 node, Encoding encoding) {
    return byHash
        ? store.object(node, encoding)
        : folder.resolve("tuf").resolve(node.hex() + "." + Head.TARGET + encoding.suffix());
  }

  @Override
  public Optional<byte[]> file(Entry entry) {
    return Disk.read(path(entry, Encoding.IDENTITY));
  }

  private Path path(Entry entry, Encoding encoding) {
    return byHash
        ? store.object(entry.hash(), encoding)
        : folder.resolve(entry.path() + encoding.suffix());
  }

  @Override
  public Optional<Variant> variant(Entry entry, Encoding encoding) {
    return variant(path(entry, encoding), encoding);
  }

  @Override
  public Optional<Variant> variant(Sha256 node, Encoding encoding) {
    return variant(path(node, encoding), encoding);
  }

  private Optional<Variant> variant(Path path, Encoding encoding) {
    return Disk.read(path)
        .map(bytes -> new Variant(folder.relativize(path).toString(), unpacked(bytes, encoding)));
  }

  private static Optional<byte[]> unpacked(byte[] bytes, Encoding encoding) {
    try {
      return Optional.of(
          encoding == Encoding.GZIP ? Compression.gunzip(bytes) : Compression.unbrotli(bytes));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<String> surplus(Head head) {
    Set<Path> wanted = new HashSet<>();
    if (byHash) {
      heads(head).forEach(h -> list(h, wanted));
      wanted.add(store.variants());
      wanted.add(store.publishLock());
    } else {
      list(head, wanted);
    }
    List<String> surplus = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        boolean metadata = folder.resolve("tuf").equals(file.getParent()) && isMetadata(file);
        if (!metadata && !wanted.contains(file)) {
          surplus.add(folder.relativize(file).toString());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return surplus;
  }

  private static boolean isMetadata(Path file) {
    return String.valueOf(file.getFileName())
        .matches("[0-9]+\\.(root|targets|snapshot)\\.json|timestamp\\.json|bundle\\.json");
  }

  /**
   * The heads of all editions that are still here: their objects belong to readers who are in the
   * middle of one.
   */
  private List<Head> heads(Head current) {
    List<Head> heads = new ArrayList<>();
    heads.add(current);
    try (Stream<Path> files = Files.list(folder.resolve("tuf"))) {
      files
          .filter(f -> String.valueOf(f.getFileName()).matches("[0-9]+\\.targets\\.json"))
          .flatMap(f -> Disk.read(f).stream())
          .forEach(bytes -> read(bytes).ifPresent(heads::add));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return heads;
  }

  private static Optional<Head> read(byte[] targets) {
    try {
      return Optional.of(Head.read(targets));
    } catch (IllegalArgumentException e) {
      // It cannot name any file then, and is named itself by the verification if it matters.
      return Optional.empty();
    }
  }

  private void list(Head head, Set<Path> wanted) {
    Catalogue catalogue = new Catalogue((hash, encoding) -> node(hash), head.catalogue());
    try {
      catalogue.forEach(
          entry -> {
            for (Encoding encoding : Encoding.values()) {
              wanted.add(path(entry, encoding));
            }
          });
      catalogue.forEachNode(
          node -> {
            for (Encoding encoding : Encoding.values()) {
              wanted.add(path(node, encoding));
            }
          });
    } catch (Catalogue.Damaged e) {
      // What hangs below a damaged node is then surplus as well, which is what somebody who mends
      // it should see.
      return;
    }
  }
}
