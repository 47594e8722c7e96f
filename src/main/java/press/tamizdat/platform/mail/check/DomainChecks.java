package press.tamizdat.platform.mail.check;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.platform.dns.Names;
import press.tamizdat.platform.dns.Records;

/** What the DNS says of the sender: DKIM, DMARC, reverse names. */
final class DomainChecks {
  private final Names names;
  private final MailIdentity identity;

  DomainChecks(Names names, MailIdentity identity) {
    this.names = names;
    this.identity = identity;
  }

  List<Point> signatures() {
    if (identity.signatures().isEmpty()) {
      return List.of(
          Point.wrong(
              "DKIM",
              "Mails are not signed, and large providers refuse them. Say in tamizdat.toml who signs,"
                  + " and start once:",
              "[mail.dkim]",
              "domain = \"" + identity.fromDomain() + "\"",
              "selector = \"tamizdat\""));
    }
    return identity.signatures().stream().map(this::signature).toList();
  }

  private Point signature(MailIdentity.Signature ours) {
    return switch (names.txt(ours.name())) {
      case Records.Unknown(String why) -> Point.unknown("DKIM", ours.name(), why);
      case Records.None() ->
          Point.wrong(
              "DKIM",
              "There is no key at " + ours.name() + ". Put this into the DNS:",
              ours.zoneLine());
      case Records.Found(List<String> texts) -> compared(ours, texts);
    };
  }

  private static Point compared(MailIdentity.Signature ours, List<String> texts) {
    String wanted = key(ours.record());
    List<String> theirs = texts.stream().map(DomainChecks::key).toList();
    if (theirs.size() == 1 && theirs.getFirst().equals(wanted)) {
      return Point.good("DKIM", "the key at " + ours.name() + " is ours");
    }
    String why =
        theirs.size() > 1
            ? "There are several records at " + ours.name() + ": leave this one alone there:"
            : theirs.getFirst().isEmpty()
                ? "The record at "
                    + ours.name()
                    + " has no key in it, or a revoked one. Replace it:"
                : "The key at " + ours.name() + " is another one. Replace it:";
    return Point.wrong("DKIM", why, ours.zoneLine());
  }

  private static String key(String record) {
    return tags(record).getOrDefault("p", "").replaceAll("\\s", "");
  }

  /** RFC 6376 §3.2. */
  private static Map<String, String> tags(String record) {
    Map<String, String> tags = new HashMap<>();
    for (String tag : record.split(";")) {
      int equals = tag.indexOf('=');
      if (equals > 0) {
        tags.put(
            tag.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            tag.substring(equals + 1).strip());
      }
    }
    return tags;
  }

  /**
   * DMARC (RFC 7489): the policy, and whether SPF and DKIM speak for the domain of {@code From}.
   */
  List<Point> policy() {
    String domain = identity.fromDomain();
    List<Point> points = new ArrayList<>();
    points.add(policy(domain));
    boolean bySpf = aligned(identity.returnDomain(), domain);
    boolean byDkim = identity.signatures().stream().anyMatch(s -> aligned(s.domain(), domain));
    if (byDkim && bySpf) {
      points.add(Point.good("DMARC", "return paths and signatures are of the domain of " + domain));
    } else if (byDkim || bySpf) {
      points.add(
          Point.doubtful(
              "DMARC",
              (byDkim ? "The return paths are" : "The signatures are")
                  + " of another domain than "
                  + domain
                  + ": where the other half fails (forwarding breaks SPF, lists break DKIM), mails are"
                  + " refused. Take "
                  + domain
                  + " or a part of it for "
                  + (byDkim ? "return_domain in [mail]." : "domain in [mail.dkim].")));
    } else {
      points.add(
          Point.wrong(
              "DMARC",
              "Neither the return paths nor the signatures are of "
                  + domain
                  + ", so every mail fails DMARC. In tamizdat.toml:",
              "return_domain = \"bounces." + domain + "\"",
              "[mail.dkim]",
              "domain = \"" + domain + "\""));
    }
    return points;
  }

  /** Relaxed alignment, as far as it can be seen without a list of registries. */
  private static boolean aligned(String one, String other) {
    return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
  }

  private Point policy(String domain) {
    Optional<Records> unknown = Optional.empty();
    for (String at = domain; at.indexOf('.') > 0; at = at.substring(at.indexOf('.') + 1)) {
      Records texts = names.txt("_dmarc." + at);
      Optional<String> policy =
          texts.texts().stream()
              .filter(t -> t.toLowerCase(Locale.ROOT).replace(" ", "").startsWith("v=dmarc1"))
              .findFirst();
      if (policy.isPresent()) {
        return judged(at, policy.get());
      }
      if (texts instanceof Records.Unknown) {
        unknown = Optional.of(texts);
      }
    }
    if (unknown.isPresent() && unknown.get() instanceof Records.Unknown(String why)) {
      return Point.unknown("DMARC", "_dmarc." + domain, why);
    }
    return Point.wrong(
        "DMARC",
        domain
            + " states no policy, which large providers ask of who sends to many. Put this into the DNS:",
        line(domain));
  }

  private static String line(String domain) {
    return "_dmarc." + domain + ". 3600 IN TXT \"v=DMARC1; p=quarantine; adkim=r; aspf=r\"";
  }

  private static Point judged(String domain, String record) {
    String policy = tags(record).getOrDefault("p", "").toLowerCase(Locale.ROOT);
    return switch (policy) {
      case "reject", "quarantine" ->
          Point.good("DMARC", domain + " asks to " + policy + " what others send in its name");
      case "none" ->
          Point.doubtful(
              "DMARC",
              domain
                  + " lets others send in its name (p=none). Once all of the above is right, replace it:",
              line(domain));
      default ->
          Point.wrong(
              "DMARC",
              "The record at _dmarc." + domain + " has no policy that is known (p=). Replace it:",
              line(domain));
    };
  }

  /** The address that delivers has a name that leads back to it; servers ask that of strangers. */
  Point reverse(InetAddress address) {
    String written = address.getHostAddress();
    return switch (names.reverse(address)) {
      case Records.Unknown(String why) -> Point.unknown("Reverse", written, why);
      case Records.None() ->
          Point.wrong(
              "Reverse",
              written
                  + " has no name. Whoever the address is rented from gives it one (\"reverse DNS\"):"
                  + " the name of this machine, which must lead back to "
                  + written
                  + ".");
      case Records.Found(List<String> hosts) -> confirmed(written, hosts);
    };
  }

  private Point confirmed(String address, List<String> hosts) {
    for (String host : hosts) {
      if (names.addresses(host).texts().contains(address)) {
        return Point.good("Reverse", address + " is " + host + ", and back");
      }
    }
    String host = hosts.getFirst();
    return Point.wrong(
        "Reverse",
        address
            + " says that it is "
            + host
            + ", and "
            + host
            + " is another address. Put this into the DNS:",
        host + ". 3600 IN " + (address.contains(":") ? "AAAA " : "A ") + address);
  }
}
