package press.tamizdat.platform.mail.box;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.pop3.POP3Message;
import press.tamizdat.platform.log.Trouble;
import press.tamizdat.platform.mail.Relay;
import press.tamizdat.platform.mail.Trusting;

/** Empties mailboxes. */
public final class MailboxRound {
  private static final System.Logger LOG = System.getLogger("mailbox");

  /** Messages for one visit: what was taken is removed at its end. */
  private static final int BATCH = 200;

  /** So many in a row that could not be taken: it is not the messages that are at fault. */
  private static final int MOST_IN_VAIN = 20;

  /** A message that is longer is fetched by its first lines alone where POP3 has it. */
  private static final int POP3_WHOLE = 4 * Mailbox.MOST_BYTES;

  private static final int POP3_LINES = 5_000;

  /**
   * What came of a visit.
   *
   * @param taken messages that were taken and removed
   * @param left messages that could not be taken, and stay
   * @param trouble why it ended early, in words without an address or a password
   */
  public record Outcome(int taken, int left, Optional<String> trouble) {}

  private MailboxRound() {}

  /**
   * Takes what is in a mailbox, until there is no more that can be taken. Never throws for what the
   * server does.
   */
  public static Outcome empty(Mailbox mailbox, Taker taker) {
    int taken = 0;
    if (mailbox.security() == Relay.Security.NONE && !isHere(mailbox.host())) {
      return new Outcome(
          0,
          0,
          Optional.of(
              "a password is not sent in the clear to "
                  + mailbox.host()
                  + "; set its security to starttls or tls"));
    }
    while (true) {
      Outcome visit = visit(mailbox, taker);
      taken += visit.taken;
      if (visit.taken < BATCH || visit.trouble.isPresent()) {
        return new Outcome(taken, visit.left, visit.trouble);
      }
    }
  }

  private static boolean isHere(String host) {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
  }

  private static Outcome visit(Mailbox mailbox, Taker taker) {
    int[] count = new int[2];
    try (Store store = session(mailbox).getStore(mailbox.kind().protocol())) {
      store.connect(
          mailbox.host(), mailbox.port(), mailbox.login().user(), mailbox.login().password());
      String name = mailbox.kind() == Mailbox.Kind.POP3 ? "INBOX" : mailbox.folder();
      Folder folder = store.getFolder(name);
      folder.open(Folder.READ_WRITE);
      try {
        take(folder, taker, count);
      } finally {
        if (folder.isOpen()) {
          folder.close(true); // EXPUNGE, or QUIT after DELE: what was taken is gone from here on
        }
      }
      return new Outcome(count[0], count[1], Optional.empty());
    } catch (MessagingException | IOException e) {
      return new Outcome(count[0], count[1], Optional.of(words(mailbox, e)));
    }
  }

  private static void take(Folder folder, Taker taker, int[] count)
      throws MessagingException, IOException {
    int most = folder.getMessageCount();
    int inVain = 0;
    for (int number = 1; number <= most && count[0] < BATCH && inVain < MOST_IN_VAIN; number++) {
      Message message = folder.getMessage(number);
      if (message.isSet(Flags.Flag.DELETED)) {
        continue;
      }
      byte[] octets = octets(message);
      if (taken(taker, octets)) {
        message.setFlag(Flags.Flag.DELETED, true);
        count[0]++;
        inVain = 0;
      } else {
        count[1]++;
        inVain++;
      }
    }
  }

  private static boolean taken(Taker taker, byte[] octets) {
    try {
      taker.take(octets, List.of());
      return true;
    } catch (RuntimeException e) {
      Trouble.log(LOG, "a message could not be taken and stays in its mailbox", e);
      return false;
    }
  }

  private static byte[] octets(Message message) throws MessagingException, IOException {
    try (InputStream in = stream(message)) {
      return in.readNBytes(Mailbox.MOST_BYTES);
    }
  }

  private static InputStream stream(Message message) throws MessagingException, IOException {
    return switch (message) {
      case IMAPMessage imap -> imap.getMimeStream();
      case POP3Message pop when pop.getSize() > POP3_WHOLE -> pop.top(POP3_LINES);
      case POP3Message pop -> whole(pop);
      default -> throw new IllegalStateException("a message of neither IMAP nor POP3");
    };
  }

  /** What {@code RETR} answers, as it stands. */
  private static InputStream whole(POP3Message message) throws MessagingException, IOException {
    java.io.ByteArrayOutputStream octets = new java.io.ByteArrayOutputStream();
    message.writeTo(octets);
    return new java.io.ByteArrayInputStream(octets.toByteArray());
  }

  private static Session session(Mailbox mailbox) {
    String at = "mail." + mailbox.kind().protocol() + ".";
    Properties set = new Properties();
    String patience = Long.toString(mailbox.patience().toMillis());
    for (String step : List.of("connectiontimeout", "timeout", "writetimeout")) {
      set.setProperty(at + step, patience);
    }
    set.setProperty(at + "ssl.enable", "" + (mailbox.security() == Relay.Security.TLS));
    boolean startTls = mailbox.security() == Relay.Security.STARTTLS;
    set.setProperty(at + "starttls.enable", "" + startTls);
    set.setProperty(at + "starttls.required", "" + startTls);
    set.setProperty(at + "ssl.checkserveridentity", "true");
    set.setProperty(at + "ssl.protocols", "TLSv1.3 TLSv1.2");
    set.setProperty(at + "peek", "true"); // what could not be taken stays unread
    set.setProperty("mail.pop3.filecache.enable", "false"); // nothing on a disk
    if (mailbox.security() != Relay.Security.NONE) {
      set.put(at + "ssl.socketFactory", Trusting.sockets(mailbox.authorities()));
    }
    return Session.getInstance(set);
  }

  /** The kinds of what went wrong and never the server's words, which may hold an address. */
  private static String words(Mailbox mailbox, Exception e) {
    String at = mailbox.host() + ":" + mailbox.port();
    if (e instanceof AuthenticationFailedException) {
      return at + " refuses the login; look at user and password_file";
    }
    if (e instanceof FolderNotFoundException) {
      return at + " has no folder " + mailbox.folder();
    }
    List<String> kinds = new ArrayList<>();
    for (Throwable t = e; t != null && kinds.size() < 5; t = t.getCause()) {
      kinds.add(t.getClass().getSimpleName());
    }
    return at + " cannot be read (" + String.join(" from ", kinds) + ")";
  }
}
