package press.tamizdat.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import press.tamizdat.edition.reading.EditionFolder;
import press.tamizdat.edition.reading.Encoding;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.platform.text.Compression;
import press.tamizdat.trust.Sha256;

/** Puts objects into an edition folder, each once; their compressed variants beside them. */
final class ObjectStore {
  private final EditionFolder folder;
  private final java.util.Queue<Path> written = new java.util.concurrent.ConcurrentLinkedQueue<>();

  ObjectStore(EditionFolder folder) {
    this.folder = folder;
    try {
      for (int i = 0; i < 256; i++) {
        Files.createDirectories(folder.objects().resolve("%02x".formatted(i)));
      }
      Files.createDirectories(folder.metadata());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Stores an object as it is and, where that helps, as gzip. The plain file comes last: with it,
   * all is there.
   */
  boolean put(Sha256 hash, byte[] bytes, boolean compressible, Steps steps) {
    if (folder.has(hash, Encoding.IDENTITY)) {
      return false;
    }
    if (compressible) {
      byte[] gzip = steps.time(Steps.Step.GZIP, () -> Compression.gzip(bytes));
      steps.run(Steps.Step.STORE, () -> putBeforeItsPlainFile(hash, gzip));
    }
    steps.run(Steps.Step.STORE, () -> put(hash, Encoding.IDENTITY, bytes));
    return true;
  }

  /** Nobody looks at a variant whose plain file is not there, so it may be written in place. */
  private void putBeforeItsPlainFile(Sha256 hash, byte[] gzip) {
    Path file = folder.object(hash, Encoding.GZIP);
    Disk.write(file, gzip);
    written.add(file);
  }

  void put(Sha256 hash, Encoding encoding, byte[] bytes) {
    Path file = folder.object(hash, encoding);
    Disk.put(file, bytes);
    written.add(file);
  }

  /** Waits until all that was stored is on the medium. */
  void sync() {
    Disk.sync(written);
    written.clear();
  }

  /** How long a stored variant is, in bytes. */
  long length(Sha256 hash, Encoding encoding) {
    return folder.object(hash, encoding).toFile().length();
  }

  /** Adds the brotli variant where it is missing; the number of bytes it takes. */
  long addBrotli(Sha256 hash) {
    Path file = folder.object(hash, Encoding.BROTLI);
    if (Files.exists(file)) {
      return file.toFile().length();
    }
    byte[] plain =
        folder.read(hash).orElseThrow(() -> new IllegalStateException("no object " + hash.hex()));
    byte[] brotli = Compression.brotli(plain);
    Disk.put(file, brotli);
    return brotli.length;
  }
}
