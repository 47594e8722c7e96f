package press.tamizdat.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A bare connection to a server under test: sends what it is told, reads answers by their length.
 */
final class Wire implements AutoCloseable {
  /** One answer. Header names are in lower case. */
  record Reply(int status, Map<String, String> headers, String text) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  private final Socket socket;
  private final InputStream in;

  Wire(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(10_000);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One answer to these lines, on a connection of its own. */
  static Reply ask(int port, String... lines) {
    try (Wire wire = new Wire(port)) {
      return wire.request(lines);
    }
  }

  /** The answer to a GET with these further lines. */
  static Reply get(int port, String path, String... lines) {
    String[] all = new String[lines.length + 2];
    all[0] = "GET " + path + " HTTP/1.1";
    all[1] = "Host: localhost";
    System.arraycopy(lines, 0, all, 2, lines.length);
    return ask(port, all);
  }

  Reply request(String... lines) {
    send(String.join("\r\n", lines) + "\r\n\r\n");
    return reply(!lines[0].startsWith("HEAD"));
  }

  void send(String text) {
    send(text.getBytes(ISO_8859_1));
  }

  void send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Reply reply() {
    return reply(true);
  }

  Reply reply(boolean withBody) {
    try {
      String[] status = line().split(" ", 3);
      Map<String, String> headers = new TreeMap<>();
      for (String line = line(); !line.isEmpty(); line = line()) {
        int colon = line.indexOf(':');
        String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        if (headers.put(name, line.substring(colon + 1).strip()) != null) {
          throw new AssertionError("a header twice: " + name);
        }
      }
      int length = withBody ? Integer.parseInt(headers.getOrDefault("content-length", "0")) : 0;
      byte[] body = in.readNBytes(length);
      if (body.length < length) {
        throw new EOFException("the body ended early");
      }
      return new Reply(Integer.parseInt(status[1]), headers, new String(body, ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the connection ended");
      }
      line.write(c);
    }
    String text = line.toString(ISO_8859_1);
    if (!text.endsWith("\r")) {
      throw new AssertionError("a line without CR: " + text);
    }
    return text.substring(0, text.length() - 1);
  }

  /** All that still comes until the server closes. */
  String rest() {
    try {
      return new String(in.readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the connection ends, orderly or by a reset, without a byte. */
  boolean isCutOff() {
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  /** Says that nothing more will be sent. */
  void finish() {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
