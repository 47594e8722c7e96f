package press.tamizdat.trust.tuf;

import java.util.Map;
import press.tamizdat.platform.text.Json;
import press.tamizdat.trust.CanonicalJson;

/**
 * What a reader keeps between two looks, so that nobody can show them something older: one small
 * JSON file. Whoever can change it can make the reader trust anything.
 *
 * @param root the newest root seen
 * @param timestamp the highest version seen; 0 for none
 * @param snapshot the highest version that a timestamp named; 0 for none
 * @param targets the highest version that a snapshot named; 0 for none
 */
public record Remembered(SignedFile root, long timestamp, long snapshot, long targets) {
  /** Nothing yet but a root that the reader trusts. */
  public static Remembered only(SignedFile trustedRoot) {
    return new Remembered(trustedRoot, 0, 0, 0);
  }

  /**
   * From {@link #toBytes}.
   *
   * @throws Refusal when it is not that
   */
  public static Remembered parse(byte[] bytes) {
    Fields fields = Fields.of("remembered.json", bytes);
    byte[] root = Json.write(fields.object("root").object());
    return new Remembered(
        new SignedFile("root.json", root),
        fields.size("timestamp"),
        fields.size("snapshot"),
        fields.size("targets"));
  }

  public byte[] toBytes() {
    return Json.write(
        CanonicalJson.sorted(
            Map.of(
                "root", Json.readObject(root.bytes()),
                "timestamp", timestamp,
                "snapshot", snapshot,
                "targets", targets)));
  }

  Remembered withRoot(SignedFile newer) {
    return new Remembered(newer, timestamp, snapshot, targets);
  }

  /** After the keys that signed them were replaced, numbers say nothing (section 5.3.11). */
  Remembered forgetNumbers() {
    return only(root);
  }

  Remembered withTimestamp(Timestamp seen) {
    return new Remembered(root, seen.version(), seen.snapshot().version(), targets);
  }

  Remembered withSnapshot(Snapshot seen) {
    return new Remembered(root, timestamp, snapshot, seen.targets().version());
  }
}
