package press.tamizdat.edition.reading;

import java.util.Optional;
import press.tamizdat.trust.Sha256;

/** Where the files of editions lie, each once, by its hash. */
public interface Objects {
  /** The object as it is or compressed; empty if this place does not have it so. */
  Optional<byte[]> read(Sha256 hash, Encoding encoding);

  default Optional<byte[]> read(Sha256 hash) {
    return read(hash, Encoding.IDENTITY);
  }
}
