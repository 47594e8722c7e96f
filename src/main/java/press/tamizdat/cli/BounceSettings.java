package press.tamizdat.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import press.tamizdat.letter.bounce.BounceRules;
import press.tamizdat.platform.config.Section;
import press.tamizdat.platform.mail.Login;
import press.tamizdat.platform.mail.Relay;
import press.tamizdat.platform.mail.box.Mailbox;

/**
 * The part {@code [mail.bounces]} of {@code tamizdat.toml}: where what comes back is found, and
 * what follows from it.
 *
 * @param every how often mailboxes are read
 * @param local where the mail server of this machine hands messages over (LMTP), if it does
 * @param also addresses that complaints come to, beside the return paths
 */
public record BounceSettings(
    BounceRules rules,
    Duration every,
    Optional<SocketAddress> local,
    List<String> also,
    List<MailboxAt> mailboxes) {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** A mailbox, its password still in its file. */
  public record MailboxAt(
      Mailbox.Kind kind,
      String host,
      int port,
      Relay.Security security,
      String user,
      Path passwordFile,
      String folder,
      Optional<Path> authorities) {

    /** With what the file holds. */
    Mailbox withLogin() {
      try {
        String password = Files.readString(passwordFile, StandardCharsets.UTF_8).strip();
        return new Mailbox(
            kind, host, port, security, new Login(user, password), folder, authorities, PATIENCE);
      } catch (IOException e) {
        throw new Refused(
            "the password_file of the mailbox at " + host + " in mail.bounces cannot be read");
      }
    }
  }

  /** Reads the table; an empty one gives the usual rules and no mailbox. */
  static BounceSettings of(Section bounces) {
    BounceRules rules =
        new BounceRules(
            (int) bounces.number("times", BounceRules.USUAL.times(), 1, 100),
            Duration.ofDays(
                bounces.number("over_days", BounceRules.USUAL.over().toDays(), 0, 365)));
    Duration every = Duration.ofMinutes(bounces.number("every_minutes", 5, 1, 1440));
    Optional<SocketAddress> local = bounces.parsed("lmtp", BounceSettings::here);
    List<String> also = bounces.list("also", BounceSettings::address);
    List<MailboxAt> mailboxes = new ArrayList<>();
    for (Section each : bounces.sections("mailbox")) {
      mailboxes.add(mailbox(each));
      each.refuseOthers();
    }
    bounces.refuseOthers();
    return new BounceSettings(rules, every, local, also, List.copyOf(mailboxes));
  }

  private static MailboxAt mailbox(Section section) {
    Mailbox.Kind kind =
        section.parsed("kind", t -> choice(Mailbox.Kind.class, t)).orElse(Mailbox.Kind.IMAP);
    Relay.Security security =
        section.parsed("security", t -> choice(Relay.Security.class, t)).orElse(Relay.Security.TLS);
    String address = section.parsed("address", MailSettings::hostAndPort).orElse("");
    if (address.isEmpty()) {
      section.fault(
          "address", "is missing: say where the mailbox is, such as \"imap.example:993\"");
      address = "localhost:993";
    }
    int colon = address.lastIndexOf(':');
    String host = address.substring(0, colon);
    int port = Integer.parseInt(address.substring(colon + 1));
    if (security == Relay.Security.NONE && !host.equals("localhost")) {
      section.fault("security", "may be \"none\" only at localhost");
    }
    return new MailboxAt(
        kind,
        host,
        port,
        security,
        section.text("user"),
        Path.of(section.text("password_file")),
        section.text("folder", "INBOX"),
        section.optionalText("authorities").map(Path::of));
  }

  private static <E extends Enum<E>> E choice(Class<E> all, String text) {
    for (E each : all.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
        return each;
      }
    }
    List<String> words =
        java.util.Arrays.stream(all.getEnumConstants())
            .map(e -> "\"" + e.name().toLowerCase(Locale.ROOT) + "\"")
            .toList();
    throw new IllegalArgumentException("must be one of " + String.join(", ", words));
  }

  /** A port of loopback, or a file for a socket. */
  private static SocketAddress here(String text) {
    if (text.startsWith("/")) {
      return UnixDomainSocketAddress.of(text);
    }
    InetSocketAddress address = Settings.address(text);
    if (!address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "must be of this machine alone, such as \"127.0.0.1:8024\" or \"/run/tamizdat/lmtp\"");
    }
    return address;
  }

  private static String address(String text) {
    if (!text.matches("[^@\\s<>]+@[^@\\s<>]+")) {
      throw new IllegalArgumentException("must be a list of addresses");
    }
    return text;
  }
}
