package press.tamizdat.letter.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import press.tamizdat.platform.mail.MailAddress;

class SeenOnceTest {
  @Test
  void everyAddressPassesOnce() {
    SeenOnce seen = new SeenOnce(new SecureRandom());
    for (int i = 0; i < 10_000; i++) {
      assertThat(seen.isNew(new MailAddress("reader" + i, "x.org"))).isTrue();
    }
    for (int i = 0; i < 10_000; i++) {
      assertThat(seen.isNew(new MailAddress("Reader" + i, "x.org"))).isFalse();
    }
  }
}
