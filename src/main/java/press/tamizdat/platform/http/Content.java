package press.tamizdat.platform.http;

import java.nio.file.Path;

/** The bytes of one encoding of a resource, and where they are. */
public sealed interface Content {
  /** In bytes. */
  long length();

  static Content of(byte[] bytes) {
    return new InMemory(bytes.clone());
  }

  /**
   * A file that keeps these bytes for as long as it may be asked for.
   *
   * @param length its length in bytes, known beforehand so that answering needs no look at the disk
   */
  static Content of(Path path, long length) {
    return new InFile(path, length);
  }

  /** Bytes at hand. The array is nobody else's. */
  @SuppressWarnings("ArrayRecordComponent") // never compared: a resource is known by its hash
  record InMemory(byte[] bytes) implements Content {
    @Override
    public long length() {
      return bytes.length;
    }
  }

  /** Bytes on disk. */
  record InFile(Path path, long length) implements Content {
    public InFile {
      if (length < 0) {
        throw new IllegalArgumentException("a file's length is not negative: " + length);
      }
    }
  }
}
