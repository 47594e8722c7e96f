package press.tamizdat.trust.dkim;

/** The two ways of signing. */
public enum DkimAlgorithm {
  /** RFC 8301: what every receiver knows. */
  RSA("rsa-sha256", "rsa", "SHA256withRSA", "RSA"),
  /** RFC 8463: short and fast, known to some. */
  ED25519("ed25519-sha256", "ed25519", "Ed25519", "Ed25519");

  private final String tag;
  private final String type;
  private final String signature;
  private final String key;

  DkimAlgorithm(String tag, String type, String signature, String key) {
    this.tag = tag;
    this.type = type;
    this.signature = signature;
    this.key = key;
  }

  /** As {@code a=} has it. */
  String tag() {
    return tag;
  }

  /** As {@code k=} in the DNS has it; also part of the file's name. */
  public String type() {
    return type;
  }

  String signature() {
    return signature;
  }

  String key() {
    return key;
  }
}
