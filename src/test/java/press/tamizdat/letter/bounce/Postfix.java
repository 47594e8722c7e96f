package press.tamizdat.letter.bounce;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;

/**
 * A postfix of a test's own on a port of loopback. It delivers mail for {@code receiver.example} to
 * users of this machine, has no room for {@code full.example}, and hands over what is for {@code
 * return.example} by LMTP.
 */
final class Postfix implements AutoCloseable {
  private final Path folder;
  private final int port = freePort();

  private Postfix(Path folder, int lmtp) throws IOException {
    this.folder = folder;
    Path config = Files.createDirectories(folder.resolve("etc"));
    Path queue = Files.createDirectories(folder.resolve("queue"));
    Path data = Files.createDirectories(folder.resolve("data"));
    for (Path way : List.of(folder, folder.toAbsolutePath().getParent())) {
      Files.setPosixFilePermissions(way, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    UserPrincipal postfix =
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postfix");
    Path _ = Files.setOwner(data, postfix);
    Files.writeString(config.resolve("main.cf"), settings(config, queue, data, lmtp));
    Files.writeString(config.resolve("master.cf"), programs());
    Files.writeString(config.resolve("dynamicmaps.cf"), "");
  }

  static boolean isInstalled() {
    return Files.isExecutable(Path.of("/usr/sbin/postfix"))
        && Files.isDirectory(Path.of("/usr/lib/postfix/sbin"))
        && "root".equals(System.getProperty("user.name"));
  }

  static Postfix in(Path folder, int lmtp) throws IOException, InterruptedException {
    Postfix postfix = new Postfix(folder, lmtp);
    postfix.run("start");
    postfix.await();
    return postfix;
  }

  private String settings(Path config, Path queue, Path data, int lmtp) {
    return """
    compatibility_level = 3.6
    config_directory = %1$s
    queue_directory = %2$s
    data_directory = %3$s
    maillog_file = %4$s/log.txt
    maillog_file_prefixes = %4$s
    inet_interfaces = loopback-only
    inet_protocols = ipv4
    myhostname = mx.receiver.example
    mydestination = receiver.example
    mynetworks = 127.0.0.0/8
    local_recipient_maps =
    smtpd_reject_unlisted_recipient = no
    alias_maps =
    transport_maps = inline:{ { return.example = lmtp:inet:127.0.0.1:%5$d }, { full.example = error:5.2.2 Mailbox full } }
    notify_classes =
    """
        .formatted(config, queue, data, folder, lmtp);
  }

  private String programs() {
    return """
    127.0.0.1:%d inet n - n - - smtpd
    pickup unix n - n 60 1 pickup
    cleanup unix n - n - 0 cleanup
    qmgr unix n - n 300 1 qmgr
    tlsmgr unix - - n 1000? 1 tlsmgr
    rewrite unix - - n - - trivial-rewrite
    bounce unix - - n - 0 bounce
    defer unix - - n - 0 bounce
    trace unix - - n - 0 bounce
    verify unix - - n - 1 verify
    flush unix n - n 1000? 0 flush
    proxymap unix - - n - - proxymap
    smtp unix - - n - - smtp
    error unix - - n - - error
    retry unix - - n - - error
    discard unix - - n - - discard
    local unix - n n - - local
    virtual unix - n n - - virtual
    lmtp unix - - n - - lmtp
    anvil unix - - n - 1 anvil
    scache unix - - n - 1 scache
    postlog unix-dgram n - n - 1 postlogd
    """
        .formatted(port);
  }

  private void run(String what) throws IOException {
    Process process =
        new ProcessBuilder("postfix", "-c", folder.resolve("etc").toString(), what)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("postfix " + what + ": " + said);
    }
  }

  int port() {
    return port;
  }

  /** What it has noted, for a test that fails. */
  String log() throws IOException {
    Path log = folder.resolve("log.txt");
    return Files.exists(log) ? Files.readString(log) : List.of().toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void await() throws IOException, InterruptedException {
    for (int tries = 0; tries < 200; tries++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IOException("postfix did not start: " + log());
  }

  @Override
  public void close() throws IOException {
    run("stop");
  }
}
