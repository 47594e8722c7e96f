package press.tamizdat.trust.pgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The gpg of this machine with keys of its own; its folder and its agent go with it. */
final class StockGpg implements AutoCloseable {
  private final Path home;

  StockGpg() {
    try {
      this.home = Files.createTempDirectory("gpg"); // its agent's socket wants a short path
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isHere() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "gpg")));
  }

  /** Makes a key with a subkey to encrypt to. */
  void make(String name, String primary, String subkey, String expires) {
    run("--quick-gen-key", name, primary, "sign", expires);
    if (!subkey.isEmpty()) {
      run("--quick-add-key", fingerprint(name), subkey, "encr", expires);
    }
  }

  String fingerprint(String name) {
    return run("--with-colons", "--list-keys", name)
        .lines()
        .filter(l -> l.startsWith("fpr:"))
        .map(l -> l.split(":")[9])
        .findFirst()
        .orElseThrow();
  }

  String exported(String name) {
    return run("--armor", "--export", name);
  }

  /** With the certificate that gpg lays aside for every key it makes. */
  void revoke(String name) {
    Path certificate = home.resolve("openpgp-revocs.d").resolve(fingerprint(name) + ".rev");
    try {
      String text = Files.readString(certificate).replace(":-----BEGIN", "-----BEGIN");
      Files.writeString(certificate, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(run("--import", certificate.toString())).isEmpty();
  }

  String run(String... arguments) {
    return new String(run(new byte[0], arguments), StandardCharsets.UTF_8);
  }

  byte[] run(byte[] input, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "gpg",
                "--homedir",
                home.toString(),
                "--batch",
                "--quiet",
                "--no-tty",
                "--pinentry-mode",
                "loopback",
                "--passphrase",
                ""));
    command.addAll(List.of(arguments));
    try {
      Path in = home.resolve("in");
      Path out = home.resolve("out");
      Path said = home.resolve("said");
      Files.write(in, input);
      Process process =
          new ProcessBuilder(command)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(said.toFile())
              .start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(said)).isZero();
      return Files.readAllBytes(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      new ProcessBuilder("gpgconf", "--homedir", home.toString(), "--kill", "all")
          .start()
          .waitFor();
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
