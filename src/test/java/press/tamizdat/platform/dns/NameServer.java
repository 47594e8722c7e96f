package press.tamizdat.platform.dns;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A DNS server for tests, on loopback: it knows what it was told, and nothing else. */
public final class NameServer implements AutoCloseable {
  private static final Map<String, Integer> TYPES =
      Map.of("A", 1, "PTR", 12, "MX", 15, "TXT", 16, "AAAA", 28);

  private final DatagramSocket socket;
  private final Map<String, List<byte[]>> records = new ConcurrentHashMap<>();
  private volatile boolean broken;

  public NameServer() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    Thread _ = Thread.ofVirtual().start(this::serve);
  }

  public Names names() {
    return Names.by(address());
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
  }

  /** From now on every question is answered with a failure of the server. */
  public void fail() {
    broken = true;
  }

  public NameServer txt(String name, String... strings) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (String string : strings) {
      data.write(string.length());
      data.writeBytes(string.getBytes(StandardCharsets.US_ASCII));
    }
    return add(name, "TXT", data.toByteArray());
  }

  public NameServer mx(String name, String host) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(new byte[] {0, 10});
    data.writeBytes(labels(host));
    return add(name, "MX", data.toByteArray());
  }

  public NameServer a(String name, String address) throws IOException {
    byte[] octets = InetAddress.getByName(address).getAddress();
    return add(name, octets.length == 4 ? "A" : "AAAA", octets);
  }

  public NameServer ptr(String address, String host) throws IOException {
    return add(Names.reverseName(InetAddress.getByName(address)), "PTR", labels(host));
  }

  public NameServer forget(String name) {
    records.keySet().removeIf(k -> k.startsWith(name + " "));
    return this;
  }

  private NameServer add(String name, String type, byte[] data) {
    records.computeIfAbsent(name + " " + TYPES.get(type), _ -> new ArrayList<>()).add(data);
    return this;
  }

  private static byte[] labels(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String label : name.equals(".") ? new String[0] : name.split("\\.")) {
      out.write(label.length());
      out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    out.write(0);
    return out.toByteArray();
  }

  private void serve() {
    byte[] buffer = new byte[1500];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        byte[] answer = answer(ByteBuffer.wrap(buffer, 0, packet.getLength()));
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      } catch (SocketException e) {
        return; // closed
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private byte[] answer(ByteBuffer question) {
    short id = question.getShort(0);
    question.position(12);
    StringBuilder name = new StringBuilder();
    for (int length = question.get(); length > 0; length = question.get()) {
      byte[] label = new byte[length];
      question.get(label);
      name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
    }
    int type = question.getShort();
    byte[] asked = new byte[question.position() + 2 - 12];
    question.get(12, asked);
    String known = name.toString().toLowerCase(Locale.ROOT);
    List<byte[]> found = records.getOrDefault(known + " " + type, List.of());
    boolean exists = records.keySet().stream().anyMatch(k -> k.startsWith(known + " "));
    ByteBuffer answer = ByteBuffer.allocate(4000);
    int code = broken ? 2 : exists ? 0 : 3;
    answer.putShort(id).putShort((short) (0x8580 | code)).putShort((short) 1);
    answer.putShort((short) (broken ? 0 : found.size())).putShort((short) 0).putShort((short) 0);
    answer.put(asked);
    for (byte[] data : broken ? List.<byte[]>of() : found) {
      answer.putShort((short) 0xC00C).putShort((short) type).putShort((short) 1).putInt(60);
      answer.putShort((short) data.length).put(data);
    }
    byte[] bytes = new byte[answer.position()];
    answer.get(0, bytes);
    return bytes;
  }

  @Override
  public void close() {
    socket.close();
  }
}
