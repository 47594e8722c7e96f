package press.tamizdat.trust.tuf;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * TUF section 4.5: the files of an edition.
 *
 * @param version the number of the edition
 * @param targets by name
 */
public record Targets(long version, Instant expires, Map<String, Target> targets)
    implements Metadata {
  public Targets {
    targets = Map.copyOf(targets);
  }

  static Targets read(Fields signed) {
    Map<String, Target> targets = new LinkedHashMap<>();
    Fields named = signed.object("targets");
    named.names().forEach(name -> targets.put(name, Target.read(named.object(name))));
    return new Targets(signed.version("version"), signed.moment("expires"), targets);
  }

  public Optional<Target> target(String name) {
    return Optional.ofNullable(targets.get(name));
  }

  @Override
  public Role role() {
    return Role.TARGETS;
  }

  @Override
  public Map<String, Object> particulars() {
    Map<String, Object> named = new LinkedHashMap<>();
    targets.forEach((name, target) -> named.put(name, target.toJson()));
    return Map.of("targets", named);
  }
}
