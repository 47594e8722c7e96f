package press.tamizdat.trust.keys;

import java.util.List;
import java.util.Optional;

/** The public keys of one holder. */
public record VerifyingPair(VerifyingKey ed25519, VerifyingKey p256) {
  public VerifyingPair {
    if (ed25519.algorithm() != Algorithm.ED25519 || p256.algorithm() != Algorithm.P256) {
      throw new IllegalArgumentException("a pair is one Ed25519 and one P-256 key");
    }
  }

  public List<VerifyingKey> keys() {
    return List.of(ed25519, p256);
  }

  /** Two PEM blocks. */
  public String toPem() {
    return ed25519.toPem() + p256.toPem();
  }

  /** From {@link #toPem}, or nothing when it is not that. */
  public static Optional<VerifyingPair> parse(String pem) {
    try {
      List<byte[]> blocks = Pem.read(Pem.PUBLIC, pem);
      if (blocks.size() != 2) {
        return Optional.empty();
      }
      return VerifyingKey.ofSpki(Algorithm.ED25519, blocks.get(0))
          .flatMap(
              first ->
                  VerifyingKey.ofSpki(Algorithm.P256, blocks.get(1))
                      .map(second -> new VerifyingPair(first, second)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
