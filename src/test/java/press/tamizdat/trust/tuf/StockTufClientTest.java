package press.tamizdat.trust.tuf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verdict of tuf-js, which knows nothing of this program, over HTTP on loopback. */
@Tag("npm")
class StockTufClientTest {
  private static final String CLIENT = "tuf-js@4.1.0";
  private static final Path SCRATCH = Path.of("target", "tuf-js").toAbsolutePath();

  @TempDir Path reader;
  private Press press;
  private HttpServer server;

  @BeforeAll
  static void installs() throws Exception {
    if (Files.exists(SCRATCH.resolve("node_modules/tuf-js/package.json"))) {
      return;
    }
    Files.createDirectories(SCRATCH);
    Outcome installed =
        run(
            List.of(
                "npm",
                "install",
                "--no-save",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--prefix",
                SCRATCH.toString(),
                CLIENT),
            SCRATCH);
    assumeTrue(
        installed.code() == 0, "node, npm or its registry are not there: " + installed.text());
  }

  @BeforeEach
  void serves() throws IOException {
    // The client asks the machine's clock.
    press =
        new Press(
            List.of(Press.pair()),
            1,
            Press.pair(),
            Press.pair(),
            Instant.now().truncatedTo(ChronoUnit.SECONDS));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    Files.write(reader.resolve("root.json"), press.roots.getFirst().bytes());
  }

  @AfterEach
  void stops() {
    server.stop(0);
  }

  @Test
  void acceptsAnEditionAndDownloadsItsCatalogue() throws Exception {
    assertThat(look())
        .isEqualTo(
            new Outcome(
                0,
                "{\"root\":1,\"timestamp\":1,\"snapshot\":1,\"targets\":1,\"edition\":1,"
                    + "\"content\":\"the catalogue of edition 1\"}"));
  }

  @Test
  void followsANewEditionAndANewRoot() throws Exception {
    assertThat(look().code()).isZero();
    press.holders = List.of(press.holders.getFirst(), Press.pair(), Press.pair());
    press.needed = 2;
    press.edition = Press.pair();
    press.rotate(press.holders);
    press.publish();
    assertThat(look().text())
        .isEqualTo(
            "{\"root\":2,\"timestamp\":2,\"snapshot\":2,\"targets\":2,\"edition\":2,"
                + "\"content\":\"the catalogue of edition 2\"}");
  }

  @Test
  void refusesARootThatTooFewSigned() throws Exception {
    press.holders = List.of(press.holders.getFirst(), Press.pair());
    press.needed = 2;
    press.rotate(press.holders.subList(0, 1));
    assertThat(look().text()).contains("root was signed by 2/4 keys");
  }

  @Test
  void refusesChangedTargets() throws Exception {
    change("1.targets.json", "languages", "lenguages");
    assertThat(look().text()).contains("Unable to load targets");
  }

  @Test
  void refusesAChangedTimestamp() throws Exception {
    change("timestamp.json", "\"version\":1", "\"version\":2");
    assertThat(look().text()).contains("timestamp was signed by 0/1 keys");
  }

  @Test
  void refusesAChangedCatalogue() throws Exception {
    String name =
        press.files.keySet().stream()
            .filter(n -> n.endsWith(".catalogue"))
            .findFirst()
            .orElseThrow();
    change(name, "edition 1", "edition 9");
    assertThat(look().text()).contains("Expected hash");
  }

  @Test
  void refusesARollback() throws Exception {
    byte[] old = press.source().fetch("timestamp.json", 9999).orElseThrow();
    press.publish();
    assertThat(look().code()).isZero();
    press.files.put("timestamp.json", old);
    assertThat(look().text()).contains("timestamp version 1 is less than current version 2");
  }

  @Test
  void refusesAnExpiredTimestamp() throws Exception {
    press.now = press.now.minus(Lifetimes.USUAL.freshness());
    press.renew();
    assertThat(look().text()).contains("timestamp.json is expired");
  }

  private void change(String name, String from, String to) {
    String text = new String(press.source().fetch(name, 9999).orElseThrow(), UTF_8);
    assertThat(text).contains(from);
    press.files.put(name, text.replace(from, to).getBytes(UTF_8));
  }

  private Outcome look() throws Exception {
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    Path script = Path.of("src/test/resources/trust/tuf-client.cjs").toAbsolutePath();
    return run(
        List.of(
            "node",
            script.toString(),
            SCRATCH.resolve("node_modules").toString(),
            reader.toString(),
            base,
            "catalogue"),
        reader);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().substring(1);
    Optional<byte[]> file = press.source().fetch(name, Long.MAX_VALUE);
    try (exchange) {
      exchange.sendResponseHeaders(
          file.isPresent() ? 200 : 404, file.isPresent() ? file.get().length : -1);
      if (file.isPresent()) {
        exchange.getResponseBody().write(file.get());
      }
    }
  }

  private record Outcome(int code, String text) {}

  private static Outcome run(List<String> command, Path folder) throws Exception {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
    } catch (IOException e) {
      return new Outcome(127, String.valueOf(e.getMessage()));
    }
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return new Outcome(124, command.getFirst() + " did not end within two minutes");
    }
    return new Outcome(process.exitValue(), Files.readString(output).strip());
  }
}
