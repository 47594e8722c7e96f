package press.tamizdat.platform.mail.check;

import java.util.List;
import press.tamizdat.platform.dns.Names;
import press.tamizdat.platform.dns.Records;

/** Whether a domain takes mail (RFC 5321 §5.1). */
final class MailExchanges {
  private MailExchanges() {}

  /** The host of "preference host". */
  static String host(String record) {
    String host = record.substring(record.indexOf(' ') + 1).strip();
    return host.endsWith(".") && host.length() > 1 ? host.substring(0, host.length() - 1) : host;
  }

  static Point check(Names names, String subject, String domain) {
    Records records = names.mx(domain);
    return switch (records) {
      case Records.Unknown(String why) -> Point.unknown(subject, domain, why);
      case Records.None() -> byAddress(names, subject, domain);
      case Records.Found(List<String> texts) -> byExchanges(names, subject, domain, texts);
    };
  }

  private static Point byAddress(Names names, String subject, String domain) {
    return switch (names.addresses(domain)) {
      case Records.Unknown(String why) -> Point.unknown(subject, domain, why);
      case Records.Found(List<String> addresses) ->
          Point.doubtful(
              subject,
              domain
                  + " has no MX record, so its mail goes to its web address "
                  + addresses.getFirst()
                  + ". Name the server that takes it:",
              line(domain));
      case Records.None() ->
          Point.wrong(
              subject,
              domain
                  + " can get no mail: it has no MX record and no address. What comes back would be"
                  + " lost, and many servers refuse such senders. Put this into the DNS, with the"
                  + " name of the server that takes its mail:",
              line(domain));
    };
  }

  private static String line(String domain) {
    return domain + ". 3600 IN MX 10 mail." + domain + ".";
  }

  private static Point byExchanges(
      Names names, String subject, String domain, List<String> records) {
    List<String> hosts = records.stream().map(MailExchanges::host).toList();
    if (hosts.contains(".") || hosts.contains("")) {
      return Point.wrong(
          subject,
          domain + " says that it takes no mail at all (RFC 7505). Replace that MX record:",
          line(domain));
    }
    for (String host : hosts) {
      if (names.addresses(host) instanceof Records.None) {
        return Point.wrong(
            subject,
            "the MX record of "
                + domain
                + " names "
                + host
                + ", which has no address. Give it one:",
            host + ". 3600 IN A ADDRESS-OF-THAT-SERVER");
      }
    }
    return Point.good(subject, domain + " gets mail at " + String.join(", ", hosts));
  }
}
