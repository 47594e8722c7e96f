package press.tamizdat.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import press.tamizdat.edition.reading.Head;

/**
 * A whole newsroom as {@code tamizdat serve} runs it, in a process of its own, at ports that stay
 * the same when it is started again.
 */
final class RunningNewsroom implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final DataFolder data;
  final String desk;
  final String site;
  private final Path logs;
  private int starts;
  private Process process;

  private RunningNewsroom(Path folder) {
    this.logs = folder;
    List<Integer> ports = freePorts(2);
    this.desk = "http://127.0.0.1:" + ports.get(0);
    this.site = "http://127.0.0.1:" + ports.get(1);
    this.data = SmallNewsroom.begin(folder.resolve("newsroom")).data();
    data.begin(
        Resource.text("/tamizdat.toml")
            .replace("127.0.0.1:8082", desk.substring("http://".length()))
            .replace("127.0.0.1:8080", site.substring("http://".length()))
            .replace("https://news.example", site));
    this.process = launch();
  }

  /** Begins one in this folder and waits until its desk is open. */
  static RunningNewsroom begin(Path folder) {
    return new RunningNewsroom(folder);
  }

  /** All open at once, so that they are different ones. */
  private static List<Integer> freePorts(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
      for (ServerSocket socket : sockets) {
        socket.close();
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL: nothing is said or written any more. */
  void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void startAgain() {
    process = launch();
  }

  private Process launch() {
    Path log = logs.resolve("serve-" + ++starts + ".log");
    try {
      Process started =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Xshare:auto",
                  "-Djava.awt.headless=true",
                  "--enable-native-access=ALL-UNNAMED",
                  "--sun-misc-unsafe-memory-access=allow",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "press.tamizdat.Tamizdat",
                  "serve",
                  "--data",
                  data.path().toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      long until = System.nanoTime() + PATIENCE.toNanos();
      while (!Files.readString(log).contains("The desk is open")) {
        if (!started.isAlive() || System.nanoTime() > until) {
          started.destroyForcibly();
          throw new AssertionError("the newsroom did not start: " + Files.readString(log));
        }
        Thread.sleep(20);
      }
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What it has written to its log, through all starts. */
  String said() {
    StringBuilder all = new StringBuilder();
    for (int i = 1; i <= starts; i++) {
      try {
        all.append(Files.readString(logs.resolve("serve-" + i + ".log")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all.toString();
  }

  /** A link that signs somebody in once; the account is made if there is none of this name. */
  String link(String penName, String role) {
    List<Object> words = new ArrayList<>();
    Collections.addAll(words, "desk-link", "--data", data.path(), "--role", role, penName);
    SmallNewsroom.Said said = SmallNewsroom.run(words.toArray());
    if (said.code() != 0) {
      throw new AssertionError(said.err());
    }
    return said.out().strip();
  }

  /** The number of the edition that readers have. */
  long edition() {
    return Head.Current.of(data.editions()).orElseThrow().head().number();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
