package press.tamizdat.trust.tuf;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import press.tamizdat.trust.CanonicalJson;

/** What a role signs: the object under {@code signed}. */
public sealed interface Metadata permits Root, Timestamp, Snapshot, Targets {
  /** The version of the specification that we write; any 1.x is read. */
  String SPECIFICATION = "1.0.31";

  Role role();

  /** From 1 on, never again lower. */
  long version();

  /** From this moment on it does not count any more; whole seconds. */
  Instant expires();

  /** What this role has besides {@code _type}, {@code spec_version}, version and expiry. */
  Map<String, Object> particulars();

  /** The whole object under {@code signed}, sorted. */
  default Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>(particulars());
    json.put("_type", role().type());
    json.put("spec_version", SPECIFICATION);
    json.put("version", version());
    json.put("expires", expires().truncatedTo(ChronoUnit.SECONDS).toString());
    return CanonicalJson.sorted(json);
  }
}
