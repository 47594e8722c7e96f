package press.tamizdat.platform.mail.box;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import press.tamizdat.platform.mail.Login;
import press.tamizdat.platform.mail.Relay;
import press.tamizdat.platform.mail.TestCertificate;

/** A dovecot of a test's own, with one mailbox, on loopback. */
final class Dovecot implements AutoCloseable {
  static final Login READER = new Login("bounces", "a-password");

  private final Path folder;
  private final Process process;
  private final int imap = freePort();
  private final int pop3 = freePort();
  private int delivered = 1000;

  private Dovecot(Path folder) throws IOException {
    this.folder = folder;
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    // It reads mail as a user of its own and never as root.
    UserPrincipal mail =
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("mail");
    for (String name : new String[] {"", "cur", "new", "tmp"}) {
      Path _ = Files.setOwner(Files.createDirectories(folder.resolve("mail").resolve(name)), mail);
    }
    TestCertificate _ = TestCertificate.in(folder, 2);
    Path config = folder.resolve("dovecot.conf");
    Files.writeString(config, config());
    this.process =
        new ProcessBuilder("dovecot", "-F", "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
  }

  /** Whether it can be run here: installed, and by root, as it wants to be. */
  static boolean isInstalled() {
    return Files.isExecutable(Path.of("/usr/sbin/dovecot"))
        && Files.isDirectory(Path.of("/usr/lib/dovecot"))
        && Files.exists(Path.of("/usr/lib/dovecot/pop3"))
        && "root".equals(System.getProperty("user.name"));
  }

  static Dovecot in(Path folder) throws IOException, InterruptedException {
    Dovecot dovecot = new Dovecot(folder);
    dovecot.await(dovecot.imap);
    dovecot.await(dovecot.pop3);
    return dovecot;
  }

  private String config() {
    return """
    base_dir = %1$s/run
    state_dir = %1$s/state
    log_path = %1$s/log.txt
    protocols = imap pop3
    listen = 127.0.0.1
    ssl = yes
    ssl_cert = <%1$s/cert.pem
    ssl_key = <%1$s/key.pem
    disable_plaintext_auth = yes
    auth_failure_delay = 0
    shutdown_clients = yes
    mail_location = maildir:%1$s/mail
    first_valid_uid = 1
    first_valid_gid = 1
    service imap-login {
      inet_listener imap {
        port = %2$d
      }
      inet_listener imaps {
        port = 0
      }
    }
    service pop3-login {
      inet_listener pop3 {
        port = 0
      }
      inet_listener pop3s {
        port = %3$d
        ssl = yes
      }
    }
    service anvil {
      unix_listener anvil-auth-penalty {
        mode = 0
      }
    }
    service stats {
      client_limit = 100
    }
    passdb {
      driver = static
      args = password=%4$s
    }
    userdb {
      driver = static
      args = uid=mail gid=mail home=%1$s
    }
    """
        .formatted(folder, imap, pop3, READER.password());
  }

  private Path authority() {
    return folder.resolve("cert.pem");
  }

  Mailbox imap(Relay.Security security) {
    return mailbox(Mailbox.Kind.IMAP, imap, security, Optional.of(authority()));
  }

  Mailbox pop3() {
    return mailbox(Mailbox.Kind.POP3, pop3, Relay.Security.TLS, Optional.of(authority()));
  }

  Mailbox imapOfAStranger() {
    return mailbox(Mailbox.Kind.IMAP, imap, Relay.Security.STARTTLS, Optional.empty());
  }

  private static Mailbox mailbox(
      Mailbox.Kind kind, int port, Relay.Security security, Optional<Path> authorities) {
    Login login = READER;
    return new Mailbox(
        kind, "localhost", port, security, login, "INBOX", authorities, Duration.ofSeconds(10));
  }

  void deliver(String message) throws IOException {
    String name = Integer.toString(++delivered);
    Path file = folder.resolve("mail/tmp").resolve(name);
    Files.writeString(file, message.replace("\n", "\r\n"));
    Path _ = Files.move(file, folder.resolve("mail/new").resolve(name));
  }

  /** The files in the mailbox, one for each message. */
  List<Path> messages() throws IOException {
    try (Stream<Path> fresh = Files.list(folder.resolve("mail/new"));
        Stream<Path> seen = Files.list(folder.resolve("mail/cur"))) {
      return Stream.concat(fresh, seen).toList();
    }
  }

  void empty() throws IOException {
    for (Path message : messages()) {
      Files.delete(message);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void await(int port) throws IOException, InterruptedException {
    for (int tries = 0; tries < 100; tries++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IOException("dovecot did not start: " + Files.readString(folder.resolve("out.txt")));
  }

  @Override
  public void close() {
    // The master takes seconds to let its children end; a test has none of its mail to lose.
    List<ProcessHandle> all = process.descendants().toList();
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
