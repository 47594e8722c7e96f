package press.tamizdat.platform.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A server that takes our mail on (RFC 5321, RFC 6409).
 *
 * @param name how the people here call it; letters, digits and hyphens
 * @param authorities PEM file of the certificates to trust instead of the machine's; for a relay
 *     with a certificate of its own making
 * @param greeting the name that we give at {@code EHLO}
 */
public record Relay(
    String name,
    String host,
    int port,
    Security security,
    Optional<Login> login,
    Optional<Path> authorities,
    String greeting,
    Limits limits) {

  /** How the connection is kept from listeners. */
  public enum Security {
    /** In the clear: for a relay on the same machine. */
    NONE,
    /** RFC 3207; a relay that does not offer it is not used. */
    STARTTLS,
    /** From the first octet (RFC 8314). */
    TLS
  }

  /**
   * How it wants to be treated.
   *
   * @param sessions connections at a time
   * @param mailsPerSession after so many a connection is made anew
   * @param patience how long an answer may take; the answer to a whole message twice as long (RFC
   *     5321 §4.5.3.2)
   */
  public record Limits(
      int sessions,
      int mailsPerSession,
      Optional<Rate> rate,
      Optional<WarmUp> warmUp,
      Duration patience) {
    /** Ten sessions, five hundred mails in each, as fast as it goes, five minutes. */
    public static final Limits USUAL =
        new Limits(10, 500, Optional.empty(), Optional.empty(), Duration.ofMinutes(5));

    public Limits {
      if (sessions < 1 || mailsPerSession < 1) {
        throw new IllegalArgumentException("a relay has one session or more, of one mail or more");
      }
    }

    public Limits sessions(int most) {
      return new Limits(most, mailsPerSession, rate, warmUp, patience);
    }

    public Limits mailsPerSession(int most) {
      return new Limits(sessions, most, rate, warmUp, patience);
    }

    public Limits rate(Rate most) {
      return new Limits(sessions, mailsPerSession, Optional.of(most), warmUp, patience);
    }

    public Limits warmUp(WarmUp how) {
      return new Limits(sessions, mailsPerSession, rate, Optional.of(how), patience);
    }

    public Limits patience(Duration most) {
      return new Limits(sessions, mailsPerSession, rate, warmUp, most);
    }
  }

  public Relay {
    if (!name.matches("[a-z0-9-]{1,40}")) {
      throw new IllegalArgumentException("a relay's name is of letters, digits and hyphens");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a port is from 1 to 65535");
    }
  }

  /** Without login, trusting whom the machine trusts, limits as usual. */
  public static Relay at(String name, String host, int port, Security security) {
    return new Relay(
        name, host, port, security, Optional.empty(), Optional.empty(), "localhost", Limits.USUAL);
  }

  public Relay login(Login who) {
    return new Relay(name, host, port, security, Optional.of(who), authorities, greeting, limits);
  }

  public Relay trusting(Path pem) {
    return new Relay(name, host, port, security, login, Optional.of(pem), greeting, limits);
  }

  public Relay limits(Limits other) {
    return new Relay(name, host, port, security, login, authorities, greeting, other);
  }
}
