package press.tamizdat.trust.keys;

import java.util.Optional;

/** The two ways to sign, by their names in TUF metadata and in the JDK. */
public enum Algorithm {
  /** RFC 8032; a public key is 32 bytes in hex, a signature 64 bytes. */
  ED25519("ed25519", "ed25519", "Ed25519", "Ed25519"),
  /** ECDSA on P-256 with SHA-256; a public key is a PEM block, a signature is DER. */
  P256("ecdsa", "ecdsa-sha2-nistp256", "EC", "SHA256withECDSA");

  private final String keyType;
  private final String scheme;
  private final String keyFactory;
  private final String signature;

  Algorithm(String keyType, String scheme, String keyFactory, String signature) {
    this.keyType = keyType;
    this.scheme = scheme;
    this.keyFactory = keyFactory;
    this.signature = signature;
  }

  /** The algorithm that TUF metadata means, or nothing when it is one we do not know. */
  public static Optional<Algorithm> named(String keyType, String scheme) {
    for (Algorithm algorithm : values()) {
      if (algorithm.keyType.equals(keyType) && algorithm.scheme.equals(scheme)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  public String keyType() {
    return keyType;
  }

  public String scheme() {
    return scheme;
  }

  String keyFactory() {
    return keyFactory;
  }

  String signature() {
    return signature;
  }
}
