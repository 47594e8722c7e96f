package press.tamizdat.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import press.tamizdat.trust.keys.SigningPair;

class SecretTest {
  @Test
  void saysSealedWhereItIsLogged() {
    assertThat(Secret.of("correct horse")).hasToString("[sealed]");
    assertThat(SigningPair.generate(new SecureRandom()).toString())
        .isEqualTo("SigningPair[ed25519=[sealed], p256=[sealed]]");
  }

  @Test
  void isReadForAReason() {
    assertThat(Secret.of("a").reveal(new SecretAccess("test"))).containsExactly('a');
    assertThatThrownBy(() -> new SecretAccess(" ")).hasMessageContaining("what");
  }

  @Test
  void isNotChangedFromOutside() {
    byte[] bytes = {1};
    Secret secret = Secret.of(bytes);
    bytes[0] = 2;
    secret.reveal(new SecretAccess("test"))[0] = 3;
    assertThat(secret.reveal(new SecretAccess("test"))).containsExactly(1);
  }
}
