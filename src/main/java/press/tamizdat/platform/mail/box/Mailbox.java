package press.tamizdat.platform.mail.box;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import press.tamizdat.platform.mail.Login;
import press.tamizdat.platform.mail.Relay;

/**
 * A mailbox on another machine, which is emptied by being read.
 *
 * @param folder of IMAP, such as {@code INBOX}
 * @param authorities PEM file of the certificates to trust instead of the machine's
 */
public record Mailbox(
    Kind kind,
    String host,
    int port,
    Relay.Security security,
    Login login,
    String folder,
    Optional<Path> authorities,
    Duration patience) {
  /** More of a message is not fetched. */
  public static final int MOST_BYTES = 2 << 20;

  /** How it is spoken to. */
  public enum Kind {
    IMAP("imap"),
    POP3("pop3");

    private final String protocol;

    Kind(String protocol) {
      this.protocol = protocol;
    }

    String protocol() {
      return protocol;
    }
  }
}
