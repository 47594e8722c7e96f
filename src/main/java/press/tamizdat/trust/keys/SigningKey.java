package press.tamizdat.trust.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import press.tamizdat.trust.SecretAccess;

/** A private key that signs. */
public final class SigningKey {
  private final PrivateKey key;
  private final VerifyingKey verifying;

  private SigningKey(PrivateKey key, VerifyingKey verifying) {
    this.key = key;
    this.verifying = verifying;
  }

  /** A new key. */
  public static SigningKey generate(Algorithm algorithm, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.keyFactory());
      switch (algorithm) {
        case ED25519 -> generator.initialize(255, random);
        case P256 -> generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      }
      return of(algorithm, generator.generateKeyPair().getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make keys for " + algorithm, e);
    }
  }

  /** From PKCS#8 (RFC 5958), or nothing when that holds no private key of the algorithm. */
  static Optional<SigningKey> ofPkcs8(Algorithm algorithm, byte[] pkcs8) {
    try {
      PrivateKey key =
          KeyFactory.getInstance(algorithm.keyFactory())
              .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      return Optional.of(of(algorithm, key));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static SigningKey of(Algorithm algorithm, PrivateKey key)
      throws GeneralSecurityException {
    byte[] spki =
        switch (key) {
          case EdECPrivateKey edwards -> VerifyingKey.ed25519Spki(ed25519PublicHalf(edwards));
          case ECPrivateKey weierstrass -> P256.publicHalf(weierstrass);
          default -> throw new IllegalArgumentException("neither Ed25519 nor P-256");
        };
    return new SigningKey(
        key,
        VerifyingKey.ofSpki(algorithm, spki)
            .orElseThrow(() -> new IllegalArgumentException("not a key of " + algorithm)));
  }

  /** The JDK keeps only the seed and has no way to the public key. */
  private static byte[] ed25519PublicHalf(EdECPrivateKey key) {
    byte[] seed =
        key.getBytes().orElseThrow(() -> new IllegalArgumentException("a key without its bytes"));
    return new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
  }

  public VerifyingKey verifying() {
    return verifying;
  }

  /** A signature over the message: 64 bytes for Ed25519, DER for P-256. */
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(verifying.algorithm().signature());
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign with " + verifying, e);
    }
  }

  /** The private key as one PKCS#8 PEM block. */
  String toPem(SecretAccess access) {
    Objects.requireNonNull(access);
    return Pem.write(Pem.PRIVATE, key.getEncoded());
  }

  @Override
  public String toString() {
    return "[sealed]";
  }
}
