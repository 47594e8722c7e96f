package press.tamizdat.platform.mail.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A relay that says what it is told to say. */
final class SmtpStub implements AutoCloseable {
  private final ServerSocket door;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();

  SmtpStub() throws IOException {
    this(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
  }

  SmtpStub(ServerSocket door) {
    this.door = door;
    Thread _ = Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  void answer(String verb, String reply) {
    answers.put(verb, reply);
  }

  List<String> heard() {
    return heard;
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket socket = door.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
        say(socket, "220 stub ESMTP");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          heard.add(line);
          String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
          say(socket, answers.getOrDefault(verb, "250 2.0.0 Ok"));
        }
      } catch (SocketException e) {
        heard.add("(hung up)");
      } catch (IOException e) {
        heard.add("(broken: " + e.getClass().getSimpleName() + ")");
      }
    }
  }

  private static void say(Socket socket, String reply) throws IOException {
    socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
