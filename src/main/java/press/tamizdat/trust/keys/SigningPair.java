package press.tamizdat.trust.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;

/** The private keys of one holder, who signs with both. */
public record SigningPair(SigningKey ed25519, SigningKey p256) {
  public static SigningPair generate(SecureRandom random) {
    return new SigningPair(
        SigningKey.generate(Algorithm.ED25519, random),
        SigningKey.generate(Algorithm.P256, random));
  }

  public List<SigningKey> keys() {
    return List.of(ed25519, p256);
  }

  public VerifyingPair verifying() {
    return new VerifyingPair(ed25519.verifying(), p256.verifying());
  }

  /** Two PKCS#8 PEM blocks, the Ed25519 key first. */
  public Secret toPem(SecretAccess access) {
    return Secret.of(ed25519.toPem(access) + p256.toPem(access));
  }

  /** From {@link #toPem}, or nothing when it is not that. */
  public static Optional<SigningPair> parse(Secret pem, SecretAccess access) {
    try {
      List<byte[]> blocks =
          Pem.read(Pem.PRIVATE, new String(pem.reveal(access), StandardCharsets.UTF_8));
      if (blocks.size() != 2) {
        return Optional.empty();
      }
      return SigningKey.ofPkcs8(Algorithm.ED25519, blocks.get(0))
          .flatMap(
              first ->
                  SigningKey.ofPkcs8(Algorithm.P256, blocks.get(1))
                      .map(second -> new SigningPair(first, second)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
