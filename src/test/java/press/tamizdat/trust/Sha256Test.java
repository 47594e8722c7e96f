package press.tamizdat.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void isThatOfFips180(@TempDir Path folder) throws IOException {
    byte[] abc = {'a', 'b', 'c'};
    Path file = Files.write(folder.resolve("abc"), abc);
    assertThat(Sha256.of(abc)).hasToString(ABC);
    assertThat(Sha256.of(new ByteArrayInputStream(abc)).hex()).isEqualTo(ABC);
    assertThat(Sha256.of(file)).isEqualTo(new Sha256(ABC));
    assertThat(Sha256.of(new byte[200_000]))
        .isEqualTo(Sha256.of(new ByteArrayInputStream(new byte[200_000])));
    assertThat(new Sha256(ABC).bytes()).hasSize(32).startsWith(0xba, 0x78);
  }

  @Test
  void hasOneSpelling() {
    assertThat(Sha256.parse(ABC)).contains(new Sha256(ABC));
    assertThat(Sha256.parse(ABC.toUpperCase(Locale.ROOT))).isEmpty();
    assertThat(Sha256.parse(ABC.substring(1))).isEmpty();
    assertThat(Sha256.parse(ABC + "\n")).isEmpty();
    assertThatThrownBy(() -> new Sha256("abc")).hasMessageContaining("64");
  }
}
