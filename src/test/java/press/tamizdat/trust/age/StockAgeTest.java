package press.tamizdat.trust.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.trust.Secret;
import press.tamizdat.trust.SecretAccess;
import press.tamizdat.trust.age.PassphraseFile.Opening;
import press.tamizdat.trust.keys.KeyName;
import press.tamizdat.trust.keys.Keyring;

/** The {@code age} tool's verdict; it asks for passphrases on a terminal, so it is given one. */
class StockAgeTest {
  private static final Secret PASSPHRASE = Secret.of("correct horse");

  @TempDir Path folder;

  @BeforeEach
  void needsTheTools() {
    assumeTrue(onPath("age") && onPath("script"), "age and script (util-linux) are not installed");
  }

  @Test
  void ageOpensAKeyOfOurs() throws Exception {
    Keyring keyring = new Keyring(folder);
    assertThat(keyring.make(KeyName.EDITION, PASSPHRASE, new SecureRandom()))
        .isInstanceOf(Keyring.Making.Made.class);
    assertThat(terminal("age -d -o edition.pem edition.age", "correct horse\n")).isZero();
    assertThat(folder.resolve("edition.pem"))
        .content()
        .matches("(?s)(-----BEGIN PRIVATE KEY-----\n.*?-----END PRIVATE KEY-----\n){2}");
  }

  @Test
  void ageRefusesAnotherPassphrase() throws Exception {
    Files.write(folder.resolve("a.age"), PassphraseFile.seal(Secret.of("a"), PASSPHRASE, 10));
    assertThat(terminal("age -d -o a a.age", "battery staple\n")).isNotZero();
    assertThat(folder.resolve("a")).doesNotExist();
  }

  @Test
  void weOpenWhatAgeSealed() throws Exception {
    Files.writeString(folder.resolve("plain"), "from age");
    assertThat(terminal("age -p -o sealed.age plain", "correct horse\ncorrect horse\n")).isZero();
    assertThat(PassphraseFile.open(Files.readAllBytes(folder.resolve("sealed.age")), PASSPHRASE))
        .isInstanceOfSatisfying(
            Opening.Opened.class,
            opened ->
                assertThat(opened.content().reveal(new SecretAccess("test")))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("from age"));
  }

  @Test
  void aFileForAPublicKeyIsNotUnderAPassphrase() throws Exception {
    Files.writeString(folder.resolve("plain"), "x");
    int made = terminal("age-keygen -o id && age -o a.age -r $(age-keygen -y id) plain", "");
    assertThat(made).isZero();
    assertThat(PassphraseFile.open(Files.readAllBytes(folder.resolve("a.age")), PASSPHRASE))
        .isInstanceOfSatisfying(
            Opening.Unreadable.class,
            unreadable -> assertThat(unreadable.why()).contains("not sealed under one passphrase"));
  }

  /** Runs a command on a terminal of its own, types, and returns its exit code. */
  private int terminal(String command, String typed) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of("script", "-qec", command, "/dev/null"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("terminal.txt").toFile())
            .start();
    try (var keyboard = process.getOutputStream()) {
      keyboard.write(typed.getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
    return process.exitValue();
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
