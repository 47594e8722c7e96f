package press.tamizdat.cli;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import press.tamizdat.platform.dns.Names;
import press.tamizdat.platform.mail.Relay;
import press.tamizdat.platform.mail.check.MailCheck;
import press.tamizdat.platform.mail.check.MailIdentity;
import press.tamizdat.platform.mail.check.Point;

@Command(
    name = "mail",
    description = {
      "Looks whether the world will take the newsroom's letters: SPF, DKIM, DMARC, the return path, the relays.",
      "Says for each point that is wrong what to put where. Sends nothing. Exit code 0 if all is right, 1 if not."
    })
final class DoctorMailCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--address",
      paramLabel = "IP",
      description = {
        "The address from which this machine's mail server delivers; may be given more than once.",
        "Without it, and with a relay on this machine, the machine's own address is taken."
      })
  private List<String> addresses = new ArrayList<>();

  @Option(
      names = "--dns",
      paramLabel = "HOST:PORT",
      description = "Ask this DNS server instead of the machine's own, such as 9.9.9.9:53.")
  private @Nullable String dns;

  @Override
  public Integer call() {
    MailSettings mail = data.folder().settings().mail();
    String from =
        mail.from()
            .orElseThrow(
                () ->
                    new Refused(
                        "the newsroom sends no mail: [mail] has no from in "
                            + data.folder().settingsFile()));
    List<Relay> relays = mail.relays().stream().map(MailSettings.RelayAt::withLogin).toList();
    MailIdentity identity =
        new MailIdentity(
            from,
            mail.returnDomain(),
            MailSignatures.of(data.folder(), mail),
            relays,
            delivering(relays),
            !mail.bounces().mailboxes().isEmpty() || mail.bounces().local().isPresent());
    List<Point> points =
        new MailCheck(identity, resolver(), Clock.systemUTC()).run(DoctorMailCommand::print);
    long wrong = points.stream().filter(p -> p.state() == Point.State.WRONG).count();
    System.out.println(
        wrong == 0
            ? "Nothing is wrong that can be seen from here."
            : wrong == 1 ? "1 thing is wrong." : wrong + " things are wrong.");
    return wrong == 0 ? 0 : 1;
  }

  private Names resolver() {
    if (dns == null) {
      return Names.ofThisMachine();
    }
    try {
      return Names.by(Settings.address(dns));
    } catch (IllegalArgumentException e) {
      throw new Refused("--dns " + e.getMessage());
    }
  }

  private List<InetAddress> delivering(List<Relay> relays) {
    List<InetAddress> all = new ArrayList<>(addresses.stream().map(DoctorMailCommand::ip).toList());
    if (all.isEmpty() && relays.stream().anyMatch(DoctorMailCommand::isHere)) {
      own().ifPresent(all::add);
    }
    return all;
  }

  private static boolean isHere(Relay relay) {
    return relay.host().equals("localhost") || relay.host().startsWith("127.");
  }

  private static InetAddress ip(String text) {
    try {
      if (text.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
        return InetAddress.getByName(text);
      }
    } catch (UnknownHostException e) {
      // Said below, as of any other text.
    }
    throw new Refused("--address must be an IP address, such as 192.0.2.7, and is " + text);
  }

  /** The address that packets to the world leave from, if it is one that the world can see. */
  private static Optional<InetAddress> own() {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress("192.0.2.1", 9)); // nothing is sent by connecting
      InetAddress address = socket.getLocalAddress();
      boolean hidden =
          address.isAnyLocalAddress()
              || address.isLoopbackAddress()
              || address.isSiteLocalAddress()
              || address.isLinkLocalAddress();
      return hidden ? Optional.empty() : Optional.of(address);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void print(Point point) {
    String state =
        switch (point.state()) {
          case GOOD -> "ok";
          case DOUBTFUL -> "hm";
          case WRONG -> "WRONG";
          case UNKNOWN -> "?";
        };
    System.out.printf("%-6s %-12s %s%n", state, point.subject(), point.words());
    point.paste().forEach(line -> System.out.println("           " + line));
  }
}
