package press.tamizdat.trust.tuf;

import java.util.Optional;

/** Where metadata come from: a site, a mirror, a folder, a bundle. Nobody needs to trust it. */
@FunctionalInterface
public interface Source {
  /**
   * The bytes of a file, or nothing when it is not there.
   *
   * @param name such as {@code timestamp.json} or {@code 3.snapshot.json}
   * @param most how long it may be; a source stops reading at {@code most + 1} bytes and returns
   *     those, so that an endless file ends
   * @throws java.io.UncheckedIOException when it cannot be said whether the file is there
   */
  Optional<byte[]> fetch(String name, long most);
}
