package press.tamizdat.trust.tuf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import press.tamizdat.platform.text.Json;
import press.tamizdat.trust.CanonicalJson;
import press.tamizdat.trust.Sha256;
import press.tamizdat.trust.keys.SigningKey;
import press.tamizdat.trust.keys.SigningPair;
import press.tamizdat.trust.keys.VerifyingKey;

/**
 * {@code {"signatures":[{"keyid":…,"sig":…}],"signed":{…}}} (TUF section 4.2).
 *
 * @param signed as it was read, with fields that we do not know: they are signed too
 * @param signatures hex by key id, in the order of the file
 */
record Envelope(String file, Map<String, Object> signed, Map<Sha256, String> signatures) {
  private static final Pattern SPECIFICATION = Pattern.compile("1\\.[0-9]+(\\.[0-9]+)?");
  private static final Pattern HEX = Pattern.compile("([0-9a-f]{2}){1,256}");

  static Envelope unsigned(String file, Metadata metadata) {
    return new Envelope(file, metadata.toJson(), Map.of());
  }

  /** Reads a file that should be of a role; says nothing yet about its signatures. */
  static Envelope read(String file, byte[] bytes, Role role) {
    Fields outer = Fields.of(file, bytes);
    Map<Sha256, String> signatures = new LinkedHashMap<>();
    for (Fields each : outer.objects("signatures")) {
      addSignature(each, signatures);
    }
    Map<String, Object> signed =
        outer.optionalObject("signed").orElseThrow(() -> outer.malformed("signed is missing"));
    Envelope envelope = new Envelope(file, signed, signatures);
    envelope.checkKind(role);
    return envelope;
  }

  private static void addSignature(Fields each, Map<Sha256, String> signatures) {
    String hex = each.text("sig");
    Sha256 id =
        Sha256.parse(each.text("keyid")).orElseThrow(() -> each.malformed("keyid is not a digest"));
    if (!HEX.matcher(hex).matches()) {
      throw each.malformed("sig is not lower-case hex");
    }
    if (signatures.putIfAbsent(id, hex) != null) {
      throw each.malformed("two signatures by one key");
    }
  }

  private void checkKind(Role role) {
    String specification = fields().text("spec_version");
    if (!SPECIFICATION.matcher(specification).matches()) {
      throw new Refusal(new Problem.UnknownSpecification(file, specification));
    }
    String type = fields().text("_type");
    if (!type.equals(role.type())) {
      throw new Refusal(new Problem.WrongRole(file, role.type(), type));
    }
  }

  Fields fields() {
    return new Fields(file, "signed", signed);
  }

  /**
   * Checks the signatures for a role against the keys that each of some roots names for it; the
   * threshold of each must be met.
   *
   * <p>Stricter than the specification, which ignores signatures that it cannot use: every
   * signature must be by a key of one of the roots and must be valid. Only a file that was tampered
   * with has another, and a reader should hear of that although one good signature is left.
   */
  void verify(Role role, Collection<Root> authorities) {
    Set<Sha256> allowed = new LinkedHashSet<>();
    authorities.forEach(root -> allowed.addAll(root.keysOf(role).keyIds()));
    for (Sha256 id : signatures.keySet()) {
      if (!allowed.contains(id)) {
        throw new Refusal(new Problem.WrongKey(file, role, id.hex()));
      }
    }
    authorities.forEach(root -> verify(role, root));
  }

  /** The same for one root; signatures by keys that it does not name are passed over. */
  void verify(Role role, Root root) {
    byte[] message = CanonicalJson.bytes(signed);
    RoleKeys needed = root.keysOf(role);
    int valid = 0;
    for (Map.Entry<Sha256, String> signature : signatures.entrySet()) {
      VerifyingKey key = root.keys().get(signature.getKey());
      if (key == null || !needed.keyIds().contains(signature.getKey())) {
        continue; // another root's, or of an algorithm that we do not know
      }
      if (!key.verifies(message, HexFormat.of().parseHex(signature.getValue()))) {
        throw new Refusal(new Problem.BadSignature(file, role, key.id()));
      }
      valid++;
    }
    if (valid < needed.threshold()) {
      throw new Refusal(new Problem.TooFewSignatures(file, role, valid, needed.threshold()));
    }
  }

  /** The same with a holder's two signatures added, in place of older ones by the same keys. */
  Envelope signedBy(SigningPair holder) {
    byte[] message = CanonicalJson.bytes(signed);
    Map<Sha256, String> more = new LinkedHashMap<>(signatures);
    for (SigningKey key : holder.keys()) {
      more.put(key.verifying().id(), HexFormat.of().formatHex(key.sign(message)));
    }
    return new Envelope(file, signed, more);
  }

  SignedFile toFile() {
    List<Object> listed = new ArrayList<>();
    signatures.forEach((id, hex) -> listed.add(Map.of("keyid", id.hex(), "sig", hex)));
    return new SignedFile(
        file, Json.write(CanonicalJson.sorted(Map.of("signatures", listed, "signed", signed))));
  }
}
