package press.tamizdat.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SeenTest {
  @Test
  void eachTextIsNewOnce() {
    Seen seen = new Seen(new SecureRandom());
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 20_000; i++) {
        assertThat(seen.add("reader" + i)).isEqualTo(round == 0);
      }
    }
    assertThat(seen.count()).isEqualTo(20_000);
  }
}
