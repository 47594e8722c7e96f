package press.tamizdat.edition.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.trust.Sha256;

/**
 * Editions in a folder: {@code objects/} by hash, {@code tuf/} with the signed metadata ({@code
 * docs/edition-format.md}, "On disk").
 */
public final class EditionFolder implements Objects {
  private final Path folder;

  public EditionFolder(Path folder) {
    this.folder = folder;
  }

  public Path path() {
    return folder;
  }

  public Path objects() {
    return folder.resolve("objects");
  }

  public Path metadata() {
    return folder.resolve("tuf");
  }

  /** Is written anew when variants were added to objects that are already served. */
  public Path variants() {
    return folder.resolve("variants");
  }

  /** Held by who changes what readers get. */
  public Path publishLock() {
    return folder.resolve("publish.lock");
  }

  /** Where an object lies, or would. */
  public Path object(Sha256 hash, Encoding encoding) {
    String hex = hash.hex();
    return objects().resolve(hex.substring(0, 2)).resolve(hex + encoding.suffix());
  }

  public boolean has(Sha256 hash, Encoding encoding) {
    return Files.exists(object(hash, encoding));
  }

  @Override
  public Optional<byte[]> read(Sha256 hash, Encoding encoding) {
    return Disk.read(object(hash, encoding));
  }

  /** A metadata file such as {@code timestamp.json}. */
  public Optional<byte[]> metadata(String name) {
    return Disk.read(metadata().resolve(name));
  }
}
