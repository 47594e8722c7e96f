package press.tamizdat.edition.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.edition.reading.Inspection.Fault;
import press.tamizdat.platform.file.Disk;
import press.tamizdat.trust.tuf.Problem;
import press.tamizdat.trust.tuf.Verification;

/** An edition at an address whose server changes what it likes. */
@Timeout(60)
class WebPlaceTest {
  private static final String PAGE = "/en/2026/03/story-1.html";

  @TempDir static Path made;
  private static final List<PressRoom> ROOMS = new ArrayList<>();

  private final Map<String, UnaryOperator<byte[]>> changed = new ConcurrentHashMap<>();
  private final Map<String, String> endless = new ConcurrentHashMap<>();
  private HttpServer server;

  @BeforeAll
  static void publish() {
    ROOMS.add(new PressRoom(made.resolve("room")));
    Copies.make(ROOMS.getFirst(), made);
  }

  @AfterAll
  static void close() {
    ROOMS.getFirst().close();
  }

  @BeforeEach
  void serves() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stops() {
    server.stop(0);
  }

  /** The plain folder as any web server shows it, but for what a test changes. */
  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (endless.containsKey(path)) {
      exchange.sendResponseHeaders(200, 0);
      try (OutputStream out = exchange.getResponseBody()) {
        byte[] piece = new byte[8192];
        while (true) {
          out.write(piece);
        }
      } catch (IOException hungUp) {
        exchange.close();
      }
      return;
    }
    boolean missing = path.endsWith(".none");
    String name = path.substring(1).replaceFirst("\\.none$", "");
    Optional<byte[]> file =
        Disk.read(made.resolve("plain").resolve(name))
            .map(changed.getOrDefault(path, bytes -> bytes));
    byte[] body = file.orElse(new byte[0]);
    exchange.sendResponseHeaders(
        missing || file.isEmpty() ? 404 : 200, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private Inspection.Report inspect() {
    return Inspection.inspect(
        new WebPlace(URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
        Copies.rootOf(made.resolve("plain")),
        ROOMS.getFirst().clock,
        n -> {});
  }

  @Test
  void aPlainFolderBehindAnyServerIsSound() {
    assertThat(inspect().faults()).isEmpty();
    assertThat(inspect().files()).isGreaterThanOrEqualTo(100);
  }

  @Test
  void aChangedByteOnTheWayIsNamed() {
    changed.put(PAGE, WebPlaceTest::oneBit);
    changed.put("/en/404.html.none", WebPlaceTest::oneBit);

    assertThat(inspect().faults())
        .hasSize(2)
        .allSatisfy(f -> assertThat(f).isInstanceOf(Fault.ChangedFile.class))
        .extracting(Fault::describe)
        .anyMatch(f -> f.startsWith(PAGE.substring(1) + " has changed"))
        .anyMatch(f -> f.startsWith("en/404.html has changed"));
  }

  private static byte[] oneBit(byte[] bytes) {
    byte[] other = bytes.clone();
    other[bytes.length / 2] ^= 1;
    return other;
  }

  @Test
  void oneByteMoreOnTheWayIsNamed() {
    changed.put(PAGE, bytes -> java.util.Arrays.copyOf(bytes, bytes.length + 1));

    assertThat(inspect().faults()).singleElement().isInstanceOf(Fault.ChangedFile.class);
  }

  @Test
  void anEndlessFileEndsTheReadingAtOneByteTooMuch() {
    endless.put(PAGE, "");

    assertThat(inspect().faults()).singleElement().isInstanceOf(Fault.ChangedFile.class);
  }

  @Test
  void endlessMetadataIsTooLong() {
    endless.put("/tuf/timestamp.json", "");

    assertThat(inspect().faults().getFirst())
        .isEqualTo(
            new Fault.Metadata(new Problem.TooLong("timestamp.json", Verification.MOST_BYTES)));
  }

  @Test
  void anEndlessNodeIsAChangedNode() {
    String root =
        Head.Current.of(new EditionFolder(made.resolve("by_hash")))
            .orElseThrow()
            .head()
            .catalogue()
            .hex();
    endless.put("/tuf/" + root + ".catalogue", "");

    assertThat(inspect().faults())
        .containsExactly(new Fault.WrongCatalogue("catalogue node " + root + ": has changed"));
  }

  @Test
  void aServerThatIsNotThereIsNoFaultOfTheEdition() {
    server.stop(0);

    assertThatThrownBy(this::inspect)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot be fetched");
  }
}
