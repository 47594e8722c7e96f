package press.tamizdat.trust.tuf;

import java.util.Map;
import press.tamizdat.trust.Sha256;

/**
 * Which file of metadata is meant, and how it must look.
 *
 * @param version at least 1
 * @param length in bytes
 */
public record FileMeta(long version, long length, Sha256 sha256) {
  static FileMeta of(long version, SignedFile file) {
    return new FileMeta(version, file.length(), file.sha256());
  }

  static FileMeta read(Fields fields) {
    return new FileMeta(fields.version("version"), fields.size("length"), fields.sha256());
  }

  Map<String, Object> toJson() {
    return Map.of("version", version, "length", length, "hashes", Map.of("sha256", sha256.hex()));
  }
}
