package press.tamizdat.trust.tuf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import press.tamizdat.trust.Sha256;

/**
 * Whose signatures a role needs.
 *
 * @param keyIds keys that count
 * @param threshold how many different ones of them must have signed, at least 1
 */
public record RoleKeys(Set<Sha256> keyIds, int threshold) {
  public RoleKeys {
    keyIds = Set.copyOf(keyIds);
    if (threshold < 1 || threshold > keyIds.size()) {
      throw new IllegalArgumentException(
          "a threshold of " + threshold + " with " + keyIds.size() + " keys");
    }
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("keyids", List.copyOf(keyIds.stream().map(Sha256::hex).sorted().toList()));
    json.put("threshold", (long) threshold);
    return json;
  }
}
