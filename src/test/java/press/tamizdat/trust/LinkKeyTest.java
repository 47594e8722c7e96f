package press.tamizdat.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkKeyTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @Test
  void aLinkIsGoodForOnePurposeAndOneId(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("links.key");
    LinkKey key = LinkKey.at(file, RANDOM);
    String id = Ids.next(RANDOM);
    String token = key.token("manage", id);
    assertThat(token).matches("[a-z2-7]{42}").startsWith(id);
    assertThat(key.id("manage", token)).contains(id);
    assertThat(LinkKey.at(file, RANDOM).id("manage", token)).contains(id);
    assertThat(key.id("pledge", token)).isEmpty();
    assertThat(key.id("manage", Ids.next(RANDOM) + token.substring(26))).isEmpty();
    assertThat(key.id("manage", id)).isEmpty();
    assertThat(key.id("manage", token.toUpperCase(java.util.Locale.ROOT))).isEmpty();
    assertThat(LinkKey.at(folder.resolve("other.key"), RANDOM).id("manage", token)).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
