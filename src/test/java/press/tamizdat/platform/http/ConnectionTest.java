package press.tamizdat.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import press.tamizdat.platform.http.Wire.Reply;

/** How connections go on and end, on every way of asking the kernel that this machine has. */
@ParameterizedClass
@MethodSource("transports")
class ConnectionTest {
  private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private final Transport transport;
  @TempDir Path folder;
  private HttpServer server;
  private int port;
  private int curtain;

  static Stream<Transport> transports() {
    return Stream.of(Transport.values()).filter(Transport::isAvailable);
  }

  ConnectionTest(Transport transport) {
    this.transport = transport;
  }

  @BeforeEach
  void start() throws IOException {

    Path large = Files.writeString(folder.resolve("large"), "0123456789".repeat(30_000));
    Path small = Files.writeString(folder.resolve("small"), "small");
    Map<String, Resource> pages =
        Map.of(
            "/", Library.page("front page"),
            "/long", Library.page("x".repeat(50_000)),
            "/small", Library.file(small, "image/webp"),
            "/large", Library.file(large, "image/webp"));
    Config config = Library.config(Library.QUICK, transport);
    server = HttpServer.start(config, new Library(pages), path -> {});
    port = server.ports().getFirst();
    curtain = server.ports().getLast();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() {
    try (Wire wire = new Wire(port)) {
      StringBuilder all = new StringBuilder();
      List<String> paths = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String path = List.of("/", "/long", "/small", "/large", "/none").get(i % 5);
        paths.add(path);
        all.append("GET ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
      }
      Thread sender = Thread.ofVirtual().start(() -> wire.send(all.toString()));
      for (String path : paths) {
        Reply reply = wire.reply();
        assertThat(reply.text())
            .hasSize(
                switch (path) {
                  case "/" -> 10;
                  case "/long" -> 50_000;
                  case "/small" -> 5;
                  case "/large" -> 300_000;
                  default -> 8;
                });
      }
      assertThat(sender).satisfies(Thread::join);
    }
  }

  @Test
  void aRequestMayComeByteByByte() throws InterruptedException {
    try (Wire wire = new Wire(port)) {
      for (int i = 0; i < GET.length(); i++) {
        wire.send(GET.substring(i, i + 1));
        Thread.sleep(1);
      }
      assertThat(wire.reply().text()).isEqualTo("front page");
      assertThat(wire.request("GET /small HTTP/1.1", "Host: localhost").text()).isEqualTo("small");
    }
  }

  @Test
  void behindTheCurtainThereIsOneAnswerAConnection() {
    for (String path : List.of("/", "/small", "/large")) {
      try (Wire wire = new Wire(curtain)) {
        wire.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n" + GET);
        Reply reply = wire.reply();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("connection")).isEqualTo("close");
        assertThat(wire.rest()).isEmpty();
      }
    }
  }

  @Test
  void aHostNameCanBeBehindTheCurtainAtAnyDoor() {
    for (String host : List.of("curtain.example", "Curtain.Example:8080")) {
      try (Wire wire = new Wire(port)) {
        Reply reply = wire.request("GET / HTTP/1.1", "Host: " + host);
        assertThat(reply.header("connection")).isEqualTo("close");
        assertThat(wire.rest()).isEmpty();
      }
    }
  }

  @Test
  void aConnectionIsClosedAtOnceWhenAskedAndForOldPeers() {
    try (Wire wire = new Wire(port)) {
      Reply reply = wire.request("GET / HTTP/1.1", "Host: localhost", "Connection: close");
      assertThat(reply.header("connection")).isEqualTo("close");
      assertThat(wire.rest()).isEmpty();
    }
    try (Wire wire = new Wire(port)) {
      assertThat(wire.request("GET / HTTP/1.0").text()).isEqualTo("front page");
      assertThat(wire.rest()).isEmpty();
    }
  }

  @Test
  void whatComesAfterTheLastAnswerDestroysNothing() {
    for (int i = 0; i < 20; i++) {
      try (Wire wire = new Wire(curtain)) {
        wire.send("GET /long HTTP/1.1\r\nHost: localhost\r\n\r\n" + "x".repeat(30_000));
        wire.send("y".repeat(10_000));
        assertThat(wire.reply().text()).hasSize(50_000);
        assertThat(wire.rest()).isEmpty();
      }
    }
  }

  @Test
  void whoFinishesSendingStillGetsTheAnswer() {
    for (String path : List.of("/", "/small", "/large")) {
      try (Wire wire = new Wire(port)) {
        wire.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        wire.finish();
        assertThat(wire.reply().status()).isEqualTo(200);
        assertThat(wire.rest()).isEmpty();
      }
    }
  }

  @Test
  void aSlowHeadIsGivenUpOn() throws InterruptedException {
    try (Wire wire = new Wire(port)) {
      Thread drip =
          Thread.ofVirtual()
              .start(
                  () -> {
                    wire.send("GET / HTTP/1.1\r\n");
                    try {
                      for (int i = 0; i < 5; i++) {
                        wire.send("A: b\r\n");
                        Thread.sleep(200);
                      }
                    } catch (InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                  });
      assertThat(wire.reply().status()).isEqualTo(408);
      drip.join();
      assertThat(wire.rest()).isEmpty();
    }
  }

  @Test
  void silentConnectionsAreClosed() {
    try (Wire wire = new Wire(port);
        Wire used = new Wire(port)) {
      assertThat(used.request("GET / HTTP/1.1", "Host: localhost").status()).isEqualTo(200);
      assertThat(wire.rest()).isEmpty();
      assertThat(used.rest()).isEmpty();
    }
  }

  @Test
  void anEndlessStreamIsCutOff() {
    try (Wire wire = new Wire(port)) {
      byte[] flood = new byte[64 << 10];
      java.util.Arrays.fill(flood, (byte) 'a');
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1000; i++) {
                  wire.send(flood);
                }
              })
          .isInstanceOf(java.io.UncheckedIOException.class);
    }
  }

  @Test
  void aPeerThatTakesNothingIsCutOff() throws InterruptedException {
    try (Wire wire = new Wire(port)) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  wire.send("GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(200));
                } catch (java.io.UncheckedIOException cutOff) {
                  assertThat(cutOff).isNotNull();
                }
              });
      for (int i = 0; i < 100 && (i < 5 || server.connections() > 0); i++) {
        Thread.sleep(100);
      }
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void thereAreNoMoreConnectionsThanAllowed() {
    List<Wire> wires = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      wires.add(new Wire(port));
      assertThat(wires.getLast().request("GET / HTTP/1.1", "Host: localhost").status())
          .isEqualTo(200);
    }
    try (Wire tooMany = new Wire(port)) {
      tooMany.send(GET);
      assertThat(tooMany.isCutOff()).isTrue();
    }
    wires.forEach(Wire::close);
  }
}
