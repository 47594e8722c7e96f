package press.tamizdat.trust.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verifier of fifty lines that has only P-256 and {@code JSON.parse}, and no code of ours. */
class WebCryptoTest {
  @TempDir Path folder;

  @Test
  void aBrowserWithoutEd25519CountsTheSameHolders() throws Exception {
    assumeTrue(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "node"))),
        "node is not installed");
    Press press =
        new Press(
            List.of(Press.pair(), Press.pair(), Press.pair()),
            2,
            Press.pair(),
            Press.pair(),
            Press.START);
    press.writeTo(folder);
    assertThat(node("1.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json"))
        .isEqualTo("root 3/2\ntimestamp 1/1\nsnapshot 1/1\ntargets 1/1\n");
  }

  private String node(String... files) throws Exception {
    Path script = Path.of("src/test/resources/trust/p256-only.cjs").toAbsolutePath();
    List<String> command = new ArrayList<>(List.of("node", script.toString(), Bundle.NAME));
    command.addAll(List.of(files));
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(output);
  }
}
