package press.tamizdat.trust.tuf;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import press.tamizdat.trust.Sha256;
import press.tamizdat.trust.keys.Algorithm;
import press.tamizdat.trust.keys.VerifyingKey;
import press.tamizdat.trust.keys.VerifyingPair;

/**
 * TUF section 4.3: everybody's keys.
 *
 * <p>How keys are counted. Each holder of a role has a pair (Ed25519 and P-256) and signs with
 * both. For {@code root} the threshold is twice the number of holders needed: since a holder has
 * two keys, 2 M valid signatures cannot come from fewer than M holders, and a stock client, which
 * counts keys, counts honestly. A verifier without Ed25519 counts P-256 signatures only and needs
 * half of the threshold: each holder has one P-256 key, so that too is M holders. For the other
 * three roles, which have one holder each, the threshold is 1: either signature will do.
 *
 * @param keys by id; keys of algorithms that we do not know are left out
 * @param roles for each of the four
 */
public record Root(
    long version, Instant expires, Map<Sha256, VerifyingKey> keys, Map<Role, RoleKeys> roles)
    implements Metadata {
  public Root {
    keys = Map.copyOf(keys);
    roles = Map.copyOf(roles);
    if (roles.size() != Role.values().length) {
      throw new IllegalArgumentException("a root names the keys of all four roles");
    }
  }

  /**
   * A root as we make it.
   *
   * @param holders of the root itself
   * @param needed how many of them must sign the next root
   * @param edition signs {@code targets}
   * @param freshness signs {@code snapshot} and {@code timestamp}
   */
  public static Root of(
      long version,
      Instant expires,
      List<VerifyingPair> holders,
      int needed,
      VerifyingPair edition,
      VerifyingPair freshness) {
    if (needed < 1 || needed > holders.size() || Set.copyOf(holders).size() != holders.size()) {
      throw new IllegalArgumentException(
          needed + " of " + holders.size() + " different holders cannot sign a root");
    }
    Map<Sha256, VerifyingKey> keys = new HashMap<>();
    Map<Role, RoleKeys> roles = new EnumMap<>(Role.class);
    roles.put(Role.ROOT, listed(holders, 2 * needed, keys));
    roles.put(Role.TARGETS, listed(List.of(edition), 1, keys));
    roles.put(Role.SNAPSHOT, listed(List.of(freshness), 1, keys));
    roles.put(Role.TIMESTAMP, listed(List.of(freshness), 1, keys));
    return new Root(version, expires, keys, roles);
  }

  private static RoleKeys listed(
      List<VerifyingPair> pairs, int threshold, Map<Sha256, VerifyingKey> keys) {
    Set<Sha256> ids = new HashSet<>();
    for (VerifyingPair pair : pairs) {
      for (VerifyingKey key : pair.keys()) {
        keys.put(key.id(), key);
        ids.add(key.id());
      }
    }
    if (ids.size() != 2 * pairs.size()) {
      throw new IllegalArgumentException("two holders share a key");
    }
    return new RoleKeys(ids, threshold);
  }

  static Root read(Fields signed) {
    if (!signed.truth("consistent_snapshot")) {
      throw signed.malformed("consistent_snapshot must be true");
    }
    Map<Sha256, VerifyingKey> keys = new HashMap<>();
    Fields listed = signed.object("keys");
    for (String id : listed.names()) {
      readKey(listed, id).ifPresent(key -> keys.put(key.id(), key));
    }
    Fields named = signed.object("roles");
    Map<Role, RoleKeys> roles = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      roles.put(role, readRole(named.object(role.type())));
    }
    return new Root(signed.version("version"), signed.moment("expires"), keys, roles);
  }

  /** Of an algorithm that we do not know: nothing. Another team may add one (section 4.2). */
  private static Optional<VerifyingKey> readKey(Fields listed, String id) {
    Fields fields = listed.object(id);
    Optional<Algorithm> algorithm = Algorithm.named(fields.text("keytype"), fields.text("scheme"));
    if (algorithm.isEmpty()) {
      return Optional.empty();
    }
    VerifyingKey key =
        VerifyingKey.parse(algorithm.get(), fields.object("keyval").text("public"))
            .orElseThrow(() -> fields.malformed("public is not a key of " + algorithm.get()));
    if (!key.id().hex().equals(id)) {
      // One key under two ids would count twice.
      throw fields.malformed("the id of the key is " + key.id());
    }
    return Optional.of(key);
  }

  private static RoleKeys readRole(Fields role) {
    List<Sha256> ids = role.digests("keyids");
    Set<Sha256> different = Set.copyOf(ids.stream().distinct().toList());
    long threshold = role.version("threshold");
    if (different.size() != ids.size() || threshold > ids.size()) {
      throw role.malformed("keyids must differ, and be at least as many as the threshold");
    }
    return new RoleKeys(different, (int) threshold);
  }

  /** The keys and threshold of a role. */
  public RoleKeys keysOf(Role role) {
    return Objects.requireNonNull(roles.get(role));
  }

  @Override
  public Role role() {
    return Role.ROOT;
  }

  @Override
  public Map<String, Object> particulars() {
    Map<String, Object> listed = new LinkedHashMap<>();
    keys.values().forEach(key -> listed.put(key.id().hex(), key.toJson()));
    Map<String, Object> named = new LinkedHashMap<>();
    roles.forEach((role, holders) -> named.put(role.type(), holders.toJson()));
    return Map.of("consistent_snapshot", true, "keys", listed, "roles", named);
  }
}
