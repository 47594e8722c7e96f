package press.tamizdat.trust.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.Test;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;

class VerifyingKeyTest {
  private static final SecretAccess TEST = new SecretAccess("test");
  private final SigningPair pair = SigningPair.generate(new SecureRandom());

  @Test
  void bothKindsVerifyTheirOwnSignaturesOnly() {
    byte[] message = {1, 2, 3};
    for (SigningKey key : pair.keys()) {
      byte[] signature = key.sign(message);
      assertThat(key.verifying().verifies(message, signature)).isTrue();
      assertThat(key.verifying().verifies(new byte[] {1, 2, 4}, signature)).isFalse();
      assertThat(key.verifying().verifies(message, new byte[] {1})).isFalse();
      assertThat(key.verifying().verifies(message, new byte[0])).isFalse();
    }
    assertThat(pair.p256().verifying().verifies(message, pair.ed25519().sign(message))).isFalse();
    assertThat(pair.ed25519().verifying().verifies(message, pair.p256().sign(message))).isFalse();
  }

  @Test
  void aPairSurvivesItsPemForms() {
    SigningPair read = SigningPair.parse(pair.toPem(TEST), TEST).orElseThrow();
    assertThat(read.verifying()).isEqualTo(pair.verifying());
    assertThat(VerifyingPair.parse(pair.verifying().toPem())).contains(pair.verifying());
    assertThat(SigningPair.parse(Secret.of("nothing"), TEST)).isEmpty();
    assertThat(VerifyingPair.parse("nothing")).isEmpty();
    String backwards = pair.p256().toPem(TEST) + pair.ed25519().toPem(TEST);
    assertThat(SigningPair.parse(Secret.of(backwards), TEST)).isEmpty();
  }

  @Test
  void aP256KeyHasOneSpelling() {
    String pem = pair.p256().verifying().toPem();
    assertThat(VerifyingKey.parse(Algorithm.P256, pem)).contains(pair.p256().verifying());
    assertThat(VerifyingKey.parse(Algorithm.P256, pem + "\n")).isEmpty();
    assertThat(VerifyingKey.parse(Algorithm.P256, pem.replace("KEY", "CAT"))).isEmpty();
    assertThat(VerifyingKey.parse(Algorithm.P256, pem.replaceFirst("[A-Za-z]=", "!="))).isEmpty();
    assertThat(VerifyingKey.parse(Algorithm.ED25519, pem)).isEmpty();
  }

  @Test
  void aPointOffTheCurveIsNoKey() {
    byte[] spki = Pem.read(Pem.PUBLIC, pair.p256().verifying().toPem()).getFirst();
    spki[spki.length - 1] ^= 1;
    assertThat(VerifyingKey.ofSpki(Algorithm.P256, spki)).isEmpty();
  }

  @Test
  void anotherCurveIsNoKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    byte[] spki = generator.generateKeyPair().getPublic().getEncoded();
    assertThat(VerifyingKey.ofSpki(Algorithm.P256, spki)).isEmpty();
  }
}
