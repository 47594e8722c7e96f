package press.tamizdat.platform.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A relay on loopback that answers as it is told, and keeps what it took. */
public final class PretendRelay implements AutoCloseable {
  private static final String OFFERS =
      "250-pretend\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SIZE 100000\r\n250 SMTPUTF8\r\n";

  /** An envelope and the message as it was before its dots were doubled. */
  public record Taken(String from, String to, String message) {}

  private final ServerSocket listening;
  private final Function<String, Optional<String>> answers;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  public final List<Taken> taken = new CopyOnWriteArrayList<>();
  public final List<String> commands = new CopyOnWriteArrayList<>();
  public final AtomicInteger connections = new AtomicInteger();

  /**
   * @param answers to a command, or to {@code .}, what to reply; {@code hang up} for nothing; the
   *     usual where it is empty
   */
  public PretendRelay(Function<String, Optional<String>> answers) {
    this.answers = answers;
    try {
      this.listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public static PretendRelay willing() {
    return new PretendRelay(c -> Optional.empty());
  }

  public int port() {
    return listening.getLocalPort();
  }

  public Relay relay(String name) {
    return Relay.at(name, "127.0.0.1", port(), Relay.Security.NONE);
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        open.add(socket);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> talk(socket));
      }
    } catch (IOException e) {
      listening.isClosed(); // the test is over
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      OutputStream out = socket.getOutputStream();
      say(out, "220 pretend\r\n");
      String from = "";
      String to = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        commands.add(line);
        String verb = line.split("[ :]")[0];
        String usual =
            switch (verb) {
              case "EHLO" -> OFFERS;
              case "DATA" -> to.isEmpty() ? "503 no recipient\r\n" : "354 go on\r\n";
              case "QUIT" -> "221 bye\r\n";
              default -> "250 2.0.0 fine\r\n";
            };
        String reply = answers.apply(line).orElse(usual);
        if (reply.equals("hang up")) {
          return;
        }
        say(out, reply);
        boolean good = reply.startsWith("2");
        switch (verb) {
          case "RSET" -> to = "";
          case "MAIL" -> from = good ? address(line) : "";
          case "RCPT" -> to = good ? address(line) : "";
          case "DATA" -> {
            if (reply.startsWith("354")) {
              if (!data(in, out, from, to)) {
                return;
              }
              to = "";
            }
          }
          case "QUIT" -> {
            return;
          }
          default -> {}
        }
      }
    } catch (IOException e) {
      open.remove(socket); // it left without a word
    }
  }

  private boolean data(BufferedReader in, OutputStream out, String from, String to)
      throws IOException {
    StringBuilder message = new StringBuilder();
    String line = in.readLine();
    while (line != null && !line.equals(".")) {
      message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      line = in.readLine();
    }
    if (line == null) {
      return false; // cut off before its end: no message
    }
    String reply = answers.apply(". " + to).orElse("250 2.0.0 taken for <" + to + ">\r\n");
    if (reply.startsWith("2") || reply.equals("hang up")) {
      taken.add(new Taken(from, to, message.toString()));
    }
    if (reply.equals("hang up")) {
      return false;
    }
    say(out, reply);
    return true;
  }

  private static void say(OutputStream out, String reply) throws IOException {
    out.write(reply.getBytes(StandardCharsets.US_ASCII));
  }

  private static String address(String command) {
    return command.substring(command.indexOf('<') + 1, command.indexOf('>'));
  }

  /** As when its machine dies. */
  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
