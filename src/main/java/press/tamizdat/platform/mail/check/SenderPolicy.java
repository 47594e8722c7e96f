package press.tamizdat.platform.mail.check;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import press.tamizdat.platform.dns.Names;
import press.tamizdat.platform.dns.Records;
import press.tamizdat.platform.mail.Relay;

/** Whether the domain of return paths lets our machines send for it. */
final class SenderPolicy {
  private final Names names;
  private final MailIdentity identity;

  SenderPolicy(Names names, MailIdentity identity) {
    this.names = names;
    this.identity = identity;
  }

  List<Point> points() {
    String domain = identity.returnDomain();
    Records texts = names.txt(domain);
    if (texts instanceof Records.Unknown(String why)) {
      return List.of(Point.unknown("SPF", domain, why));
    }
    List<String> policies = Spf.policies(texts);
    if (policies.size() > 1) {
      return List.of(
          Point.wrong(
              "SPF",
              domain + " has " + policies.size() + " SPF records, which counts as none. Leave one:",
              proposal(domain, List.of())));
    }
    List<Point> points = new ArrayList<>();
    for (InetAddress address : identity.addresses()) {
      points.add(point(domain, address, "this machine at " + address.getHostAddress(), true));
    }
    for (Relay relay : identity.relays()) {
      address(relay)
          .filter(a -> !a.isLoopbackAddress())
          .ifPresent(a -> points.add(point(domain, a, "the relay " + relay.host(), false)));
    }
    if (points.isEmpty()) {
      points.add(
          policies.isEmpty()
              ? Point.wrong(
                  "SPF",
                  domain + " does not say who may send for it. Put this into the DNS:",
                  proposal(domain, List.of()))
              : Point.doubtful(
                  "SPF",
                  domain
                      + " has an SPF record; from which address this machine delivers is not known"
                      + " here. Say it with --address."));
    }
    return points;
  }

  private Optional<InetAddress> address(Relay relay) {
    try {
      if (relay.host().matches("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*|localhost")) {
        return Optional.of(InetAddress.getByName(relay.host()));
      }
      List<String> found = names.addresses(relay.host()).texts();
      return found.isEmpty()
          ? Optional.empty()
          : Optional.of(InetAddress.getByName(found.getFirst()));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /**
   * @param certain whether receivers see this very address; a relay may deliver from others
   */
  private Point point(String domain, InetAddress address, String who, boolean certain) {
    String line = proposal(domain, List.of(address));
    return switch (Spf.check(names, domain, address)) {
      case PASS -> Point.good("SPF", domain + " lets " + who + " send for it");
      case TEMPERROR -> Point.unknown("SPF", domain, "a part of its record");
      case PERMERROR ->
          Point.wrong(
              "SPF",
              "The SPF record of "
                  + domain
                  + " cannot be used: a part is missing, or it asks for more than ten look-ups. Write"
                  + " it anew:",
              line);
      case NONE ->
          Point.wrong(
              "SPF", domain + " does not say who may send for it. Put this into the DNS:", line);
      default ->
          certain
              ? Point.wrong(
                  "SPF", domain + " does not let " + who + " send for it. Replace it:", line)
              : Point.doubtful(
                  "SPF",
                  domain
                      + " does not name "
                      + who
                      + ". If it delivers from other addresses, its provider says what to include;"
                      + " otherwise:",
                  line);
    };
  }

  private static String proposal(String domain, List<InetAddress> addresses) {
    StringBuilder line = new StringBuilder(domain + ". 3600 IN TXT \"v=spf1");
    for (InetAddress address : addresses) {
      String written = address.getHostAddress();
      line.append(written.contains(":") ? " ip6:" : " ip4:").append(written);
    }
    return line.append(addresses.isEmpty() ? " ip4:ADDRESS-OF-YOUR-RELAY" : "")
        .append(" -all\"")
        .toString();
  }
}
