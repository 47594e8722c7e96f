package press.tamizdat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links to the desk, as an operator asks for them. */
class DeskLinkCommandTest {
  @TempDir private Path folder;

  private SmallNewsroom.Said link(Object... more) {
    Object[] words =
        Stream.concat(Stream.of("desk-link", "--data", folder), Stream.of(more)).toArray();
    return SmallNewsroom.run(words);
  }

  @Test
  void theFirstAccountIsMadeAsAChiefEditors() {
    SmallNewsroom.begin(folder);

    assertThat(link("Vera Lindt").out()).startsWith("http://127.0.0.1:8082/sign-in/");
    assertThat(link("Vera Lindt").code()).isZero();
    SmallNewsroom.Said unknown = link("Ilya Marchuk");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("Vera Lindt", "--role");
    assertThat(link("Ilya Marchuk", "--role", "writer", "--language", "ru").code()).isZero();
  }

  @Test
  void whatCannotBeIsSaid() {
    SmallNewsroom.begin(folder);

    assertThat(link("vera@example.org").err()).contains("must not be an e-mail address");
    assertThat(link("Vera", "--role", "king").err()).contains("writer, editor, chief");
    assertThat(link("Vera", "--language", "fr").err()).contains("en and ru");
  }

  @Test
  void theDatabaseKeepsNoTokenThatSignsIn() throws Exception {
    SmallNewsroom.begin(folder);
    String address = link("Vera Lindt").out().strip();
    String token = address.substring(address.lastIndexOf('/') + 1);

    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(token);
      }
    }
  }
}
