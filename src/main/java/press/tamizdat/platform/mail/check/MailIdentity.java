package press.tamizdat.platform.mail.check;

import java.net.InetAddress;
import java.util.List;
import press.tamizdat.platform.mail.Relay;

/**
 * Who sends, and by which ways.
 *
 * @param from the address that mails come from
 * @param returnDomain of return paths
 * @param signatures the keys that sign; empty if nothing is signed
 * @param relays with their logins
 * @param addresses from which this machine delivers by itself; empty if it leaves that to others
 * @param bounces whether anything fetches what comes back
 */
public record MailIdentity(
    String from,
    String returnDomain,
    List<Signature> signatures,
    List<Relay> relays,
    List<InetAddress> addresses,
    boolean bounces) {

  /**
   * A key that signs mails (RFC 6376).
   *
   * @param record what the TXT record must say
   * @param zoneLine the same as a line of a zone file
   */
  public record Signature(String domain, String selector, String record, String zoneLine) {
    String name() {
      return selector + "._domainkey." + domain;
    }
  }

  String fromDomain() {
    return from.substring(from.lastIndexOf('@') + 1);
  }
}
