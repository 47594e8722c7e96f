package press.tamizdat.trust.tuf;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.trust.CanonicalJson;
import press.tamizdat.trust.Sha256;

/**
 * A file that an edition vouches for.
 *
 * @param length in bytes
 * @param custom whatever else is to be signed with it: whole numbers, strings, booleans, lists,
 *     objects
 */
public record Target(long length, Sha256 sha256, Map<String, Object> custom) {
  public Target {
    custom = CanonicalJson.sorted(custom);
  }

  /** For bytes at hand. */
  public static Target of(byte[] bytes, Map<String, Object> custom) {
    return new Target(bytes.length, Sha256.of(bytes), custom);
  }

  static Target read(Fields fields) {
    return new Target(
        fields.size("length"), fields.sha256(), fields.optionalObject("custom").orElse(Map.of()));
  }

  Map<String, Object> toJson() {
    Map<String, Object> required =
        Map.of("length", length, "hashes", Map.of("sha256", sha256.hex()));
    return custom.isEmpty() ? required : with(required, "custom", custom);
  }

  private static Map<String, Object> with(Map<String, Object> object, String name, Object value) {
    Map<String, Object> more = new HashMap<>(object);
    more.put(name, value);
    return more;
  }

  /** {@code <sha256>.<name>}: where it is found under consistent snapshots (section 6.2). */
  public String fileName(String name) {
    int slash = name.lastIndexOf('/') + 1;
    return name.substring(0, slash) + sha256 + "." + name.substring(slash);
  }

  /** What is wrong with bytes that claim to be this target, or nothing (section 5.7.3). */
  public Optional<Problem> examine(String name, byte[] bytes) {
    if (bytes.length != length) {
      return Optional.of(new Problem.WrongLength(name, length, bytes.length));
    }
    Sha256 found = Sha256.of(bytes);
    return found.equals(sha256)
        ? Optional.empty()
        : Optional.of(new Problem.Changed(name, sha256, found));
  }
}
