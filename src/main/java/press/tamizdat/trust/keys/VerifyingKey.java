package press.tamizdat.trust.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.trust.CanonicalJson;
import press.tamizdat.trust.Sha256;

/**
 * A public key, as TUF 1.0 (section 4.2) writes it.
 *
 * <p>Its id is the SHA-256 of the canonical JSON of {@code
 * {"keytype":…,"keyval":{"public":…},"scheme":…}}, so that one key has one id.
 */
public final class VerifyingKey {
  /** SubjectPublicKeyInfo of Ed25519 (RFC 8410) up to the 32 bytes of the key. */
  private static final byte[] ED25519_SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int ED25519_LENGTH = 32;
  private static final int P256_SPKI_LENGTH = 91;

  private final Algorithm algorithm;
  private final String value;
  private final PublicKey key;
  private final Sha256 id;

  private VerifyingKey(Algorithm algorithm, String value, PublicKey key) {
    this.algorithm = algorithm;
    this.value = value;
    this.key = key;
    this.id = Sha256.of(CanonicalJson.bytes(toJson()));
  }

  /**
   * The key as metadata has it.
   *
   * @param value 64 lower-case hex digits for Ed25519; for P-256 a PEM block as OpenSSL writes it
   * @return nothing when the value is no key of that algorithm
   */
  public static Optional<VerifyingKey> parse(Algorithm algorithm, String value) {
    return switch (algorithm) {
      case ED25519 ->
          Sha256.parse(value).flatMap(bytes -> ofSpki(algorithm, ed25519Spki(bytes.bytes())));
      case P256 -> onlyBlock(value).flatMap(spki -> ofSpki(algorithm, spki));
    };
  }

  private static Optional<byte[]> onlyBlock(String pem) {
    try {
      List<byte[]> blocks = Pem.read(Pem.PUBLIC, pem);
      boolean onlyThat = blocks.size() == 1 && Pem.write(Pem.PUBLIC, blocks.getFirst()).equals(pem);
      return onlyThat ? Optional.of(blocks.getFirst()) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** SubjectPublicKeyInfo of the 32 bytes of a key. */
  static byte[] ed25519Spki(byte[] key) {
    byte[] spki = Arrays.copyOf(ED25519_SPKI, ED25519_SPKI.length + ED25519_LENGTH);
    System.arraycopy(key, 0, spki, ED25519_SPKI.length, ED25519_LENGTH);
    return spki;
  }

  /** From a SubjectPublicKeyInfo (RFC 5280). */
  static Optional<VerifyingKey> ofSpki(Algorithm algorithm, byte[] spki) {
    try {
      PublicKey key =
          KeyFactory.getInstance(algorithm.keyFactory())
              .generatePublic(new X509EncodedKeySpec(spki));
      if (!Arrays.equals(key.getEncoded(), spki) || !rightCurve(algorithm, key)) {
        return Optional.empty();
      }
      return Optional.of(new VerifyingKey(algorithm, written(algorithm, spki), key));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static boolean rightCurve(Algorithm algorithm, PublicKey key) {
    return algorithm != Algorithm.P256
        || (key instanceof ECPublicKey ec
            && ec.getParams().getOrder().equals(P256.ORDER)
            && key.getEncoded().length == P256_SPKI_LENGTH
            && P256.isOnCurve(ec.getW()));
  }

  private static String written(Algorithm algorithm, byte[] spki) {
    return switch (algorithm) {
      case ED25519 -> HexFormat.of().formatHex(spki, ED25519_SPKI.length, spki.length);
      case P256 -> Pem.write(Pem.PUBLIC, spki);
    };
  }

  public Sha256 id() {
    return id;
  }

  public Algorithm algorithm() {
    return algorithm;
  }

  /** The key object of TUF metadata. */
  public Map<String, Object> toJson() {
    return CanonicalJson.sorted(
        Map.of(
            "keytype", algorithm.keyType(),
            "scheme", algorithm.scheme(),
            "keyval", Map.of("public", value)));
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return value;
  }

  /** The key as one PEM block. */
  public String toPem() {
    return Pem.write(Pem.PUBLIC, key.getEncoded());
  }

  /** Whether the signature is this key's, over exactly this message. */
  public boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature check = Signature.getInstance(algorithm.signature());
      check.initVerify(key);
      check.update(message);
      return check.verify(signature);
    } catch (SignatureException e) {
      return false; // not even the shape of a signature
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot verify " + algorithm, e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifyingKey key && key.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return algorithm + " " + id;
  }
}
