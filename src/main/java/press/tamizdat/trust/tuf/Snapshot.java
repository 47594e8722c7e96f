package press.tamizdat.trust.tuf;

import java.time.Instant;
import java.util.Map;

/** TUF section 4.4: which targets metadata belong to it. We have no delegations, so it is one. */
public record Snapshot(long version, Instant expires, FileMeta targets) implements Metadata {
  static Snapshot read(Fields signed) {
    return new Snapshot(
        signed.version("version"),
        signed.moment("expires"),
        FileMeta.read(signed.object("meta").object(Role.TARGETS.metaName())));
  }

  @Override
  public Role role() {
    return Role.SNAPSHOT;
  }

  @Override
  public Map<String, Object> particulars() {
    return Map.of("meta", Map.of(Role.TARGETS.metaName(), targets.toJson()));
  }
}
