package press.tamizdat.platform.mail;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection that carries lines. Whoever waits on it waits until it is cut: {@link #isOverdue} is
 * asked by a watch that closes it, which costs less than a timer for each answer.
 */
final class Wire implements AutoCloseable {
  private static final int LONGEST_LINE = 2_000;
  private static final int MOST_LINES = 200;
  private static final Duration CONNECTING = Duration.ofSeconds(30);

  private Socket socket;
  private InputStream in;
  private OutputStream out;
  private final byte[] buffer = new byte[4_096];
  private int at;
  private int end;
  private volatile long deadline;

  private Wire(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /** Connects to the first of a name's addresses that answers. */
  static Wire to(String host, int port, Duration patience) throws IOException {
    Duration most = patience.compareTo(CONNECTING) < 0 ? patience : CONNECTING;
    IOException last = new IOException("no address");
    for (InetAddress address : InetAddress.getAllByName(host)) {
      // A socket of a channel reads with one call of the system; one that was connected within a
      // time, with three.
      Socket socket = SocketChannel.open().socket();
      try {
        socket.setTcpNoDelay(true); // without it each message waits 40 ms for an acknowledgement
        socket.connect(new InetSocketAddress(address, port), (int) most.toMillis());
        return new Wire(socket);
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }

  /**
   * From here on in secret. Whatever came before in the clear is not trusted: a server that has
   * said more than it was asked is refused (CVE-2011-0411).
   */
  void secure(SSLSocketFactory trusted, String host) throws IOException {
    if (at != end) {
      throw new IOException("said something before it was secure");
    }
    SSLSocket secured = (SSLSocket) trusted.createSocket(socket, host, socket.getPort(), true);
    SSLParameters wanted = secured.getSSLParameters();
    wanted.setEndpointIdentificationAlgorithm("HTTPS"); // the certificate's names (RFC 9525)
    wanted.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    secured.setSSLParameters(wanted);
    secured.startHandshake();
    socket = secured;
    in = secured.getInputStream();
    out = secured.getOutputStream();
  }

  /** The certificate that the server has shown, once it is secure. */
  java.util.Optional<X509Certificate> certificate() throws IOException {
    return socket instanceof SSLSocket secured
            && secured.getSession().getPeerCertificates()[0] instanceof X509Certificate shown
        ? java.util.Optional.of(shown)
        : java.util.Optional.empty();
  }

  /** From now on it may take so long, until told otherwise. */
  void allow(Duration time) {
    deadline = System.nanoTime() + time.toNanos();
  }

  /** Nothing is expected. */
  void idle() {
    deadline = 0;
  }

  boolean isOverdue(long now) {
    long until = deadline;
    return until != 0 && now - until > 0;
  }

  void write(String command) throws IOException {
    byte[] bytes = command.getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
  }

  void write(Octets octets) throws IOException {
    out.write(octets.array(), 0, octets.length());
  }

  /** A reply of one line or several. */
  Reply read() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int lines = 0; lines < MOST_LINES; lines++) {
      String line = line();
      int code = code(line);
      if (line.length() > 4) {
        text.append(text.isEmpty() ? "" : " ").append(line, 4, line.length());
      }
      if (line.length() == 3 || line.charAt(3) != '-') {
        return Reply.of(code, text.toString());
      }
    }
    throw new IOException("a reply without end");
  }

  private static int code(String line) throws IOException {
    int code = 0;
    for (int i = 0; i < 3; i++) {
      int digit = i < line.length() ? line.charAt(i) - '0' : -1;
      if (digit < 0 || digit > 9) {
        throw new IOException("not a reply");
      }
      code = code * 10 + digit;
    }
    return code;
  }

  /** The lines of a reply, each without its code: what {@code EHLO} answers. */
  java.util.List<String> readAll() throws IOException {
    java.util.List<String> said = new java.util.ArrayList<>();
    String line;
    do {
      line = line();
      said.add(line);
    } while (line.length() > 3 && line.charAt(3) == '-' && said.size() < MOST_LINES);
    return said;
  }

  private String line() throws IOException {
    int length = 0;
    while (true) {
      for (int i = at + length; i < end; i++, length++) {
        if (buffer[i] == '\n') {
          int last = i > at && buffer[i - 1] == '\r' ? i - 1 : i;
          String line = new String(buffer, at, last - at, StandardCharsets.ISO_8859_1);
          at = i + 1;
          return line;
        }
      }
      if (length > LONGEST_LINE) {
        throw new IOException("a line without end");
      }
      fill();
    }
  }

  private void fill() throws IOException {
    if (at > 0) {
      System.arraycopy(buffer, at, buffer, 0, end - at);
      end -= at;
      at = 0;
    }
    int read = in.read(buffer, end, buffer.length - end);
    if (read < 0) {
      throw new EOFException("hung up");
    }
    end += read;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone, which is what was wanted.
      at = end;
    }
  }
}
