package press.tamizdat.trust.tuf;

import java.time.Instant;
import java.util.Map;

/** TUF section 4.6: which snapshot is the newest. */
public record Timestamp(long version, Instant expires, FileMeta snapshot) implements Metadata {
  static Timestamp read(Fields signed) {
    return new Timestamp(
        signed.version("version"),
        signed.moment("expires"),
        FileMeta.read(signed.object("meta").object(Role.SNAPSHOT.metaName())));
  }

  @Override
  public Role role() {
    return Role.TIMESTAMP;
  }

  @Override
  public Map<String, Object> particulars() {
    return Map.of("meta", Map.of(Role.SNAPSHOT.metaName(), snapshot.toJson()));
  }
}
