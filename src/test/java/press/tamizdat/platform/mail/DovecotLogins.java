package press.tamizdat.platform.mail;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A dovecot of a test's own that does nothing but say whether a login is right. */
final class DovecotLogins implements AutoCloseable {
  static final Login RIGHT = new Login("newsroom", "a+Pass/word=1");

  private final Path folder;
  private final Process process;

  private DovecotLogins(Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(
        folder.resolve("logins.txt"), RIGHT.user() + ":{PLAIN}" + RIGHT.password() + "\n");
    Path config = folder.resolve("dovecot.conf");
    Files.writeString(config, config());
    this.process =
        new ProcessBuilder("/usr/sbin/dovecot", "-F", "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
  }

  static boolean isInstalled() {
    return Files.isExecutable(Path.of("/usr/sbin/dovecot"));
  }

  /**
   * @param folder that others may enter
   */
  static DovecotLogins in(Path folder) throws IOException, InterruptedException {
    DovecotLogins logins = new DovecotLogins(folder);
    for (int tries = 0; tries < 200; tries++) {
      try (SocketChannel answering =
          SocketChannel.open(UnixDomainSocketAddress.of(socket(folder)))) {
        if (answering.isConnected()) {
          return logins;
        }
      } catch (IOException notYet) {
        Thread.sleep(50); // there may be a socket of one before, that nobody listens to
      }
    }
    logins.close();
    throw new IOException("dovecot did not start: " + Files.readString(folder.resolve("out.txt")));
  }

  /** Where postfix asks. */
  static Path socket(Path folder) {
    return folder.resolve("run/logins");
  }

  private String config() {
    return """
    base_dir = %1$s/run
    state_dir = %1$s/state
    log_path = %1$s/log.txt
    protocols = none
    ssl = no
    auth_mechanisms = plain login
    auth_failure_delay = 0
    shutdown_clients = yes
    service auth {
      unix_listener %2$s {
        mode = 0666
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
      driver = passwd-file
      args = scheme=PLAIN username_format=%%u %1$s/logins.txt
    }
    userdb {
      driver = static
      args = uid=65534 gid=65534 home=/nonexistent
    }
    """
        .formatted(folder, socket(folder));
  }

  @Override
  public void close() {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
