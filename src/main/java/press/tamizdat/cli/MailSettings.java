package press.tamizdat.cli;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import press.tamizdat.platform.config.Section;
import press.tamizdat.platform.mail.DomainPace;
import press.tamizdat.platform.mail.Login;
import press.tamizdat.platform.mail.Rate;
import press.tamizdat.platform.mail.Relay;
import press.tamizdat.platform.mail.WarmUp;

/**
 * The part {@code [mail]} of {@code tamizdat.toml}.
 *
 * @param from the address that letters come from; empty if the newsroom sends no mail
 * @param returnDomain of return paths
 * @param links where links in mails point; the publication's address if it is not said
 * @param folder whether all mail is caught in a folder instead of being sent
 * @param pace how many mails a domain gets
 * @param dkim the domain that signs
 */
public record MailSettings(
    Optional<String> from,
    String returnDomain,
    Optional<URI> links,
    boolean folder,
    List<RelayAt> relays,
    DomainPace pace,
    Optional<Dkim> dkim) {
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>\"]+@[a-z0-9.-]+\\.[a-z0-9-]+");
  private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

  /**
   * A relay, its password still in its file.
   *
   * @param user empty for a relay that asks for nothing
   */
  public record RelayAt(Relay relay, String user, Optional<Path> passwordFile) {

    /** With what the file holds. */
    Relay withLogin() {
      if (user.isEmpty()) {
        return relay;
      }
      Path file =
          passwordFile.orElseThrow(
              () -> new Refused("mail.relay " + relay.name() + " has a user and no password_file"));
      try {
        String password = Files.readString(file, StandardCharsets.UTF_8).strip();
        return relay.login(new Login(user, password));
      } catch (java.io.IOException e) {
        throw new Refused("the password_file of mail.relay " + relay.name() + " cannot be read");
      }
    }
  }

  /**
   * How mails are signed.
   *
   * @param selector before {@code ._domainkey}; the Ed25519 key's has {@code -ed} behind it
   */
  public record Dkim(String domain, String selector) {}

  static MailSettings of(Section mail) {
    Optional<String> from = mail.parsed("from", text -> matching(ADDRESS, text, "an address"));
    String domain = from.map(a -> a.substring(a.indexOf('@') + 1)).orElse("localhost");
    String returnDomain =
        mail.parsed("return_domain", text -> matching(DOMAIN, text, "a domain name"))
            .orElse(domain);
    Optional<URI> links = mail.parsed("links", Settings::web);
    boolean folder = mail.truth("folder", false);
    Map<String, Rate> named = new HashMap<>();
    Optional<Rate> usual = rate(mail, "per_domain_per_hour");
    for (Section each : mail.sections("domain")) {
      rate(each, "per_hour").ifPresent(r -> named.put(each.text("name"), r));
      each.refuseOthers();
    }
    List<RelayAt> relays = new ArrayList<>();
    for (Section each : mail.sections("relay")) {
      relay(each, domain).ifPresent(relays::add);
      each.refuseOthers();
    }
    Optional<Dkim> dkim =
        mail.optionalSection("dkim")
            .map(
                section -> {
                  Dkim found =
                      new Dkim(
                          section.text("domain", domain), section.text("selector", "tamizdat"));
                  section.refuseOthers();
                  return found;
                });
    if (!relays.isEmpty() && from.isEmpty()) {
      mail.fault("from", "is missing: say which address letters come from");
    }
    if (!relays.isEmpty() && folder) {
      mail.fault("folder", "is for trying out; take it away, or the relays");
    }
    return new MailSettings(
        from, returnDomain, links, folder, List.copyOf(relays), new DomainPace(usual, named), dkim);
  }

  /** Whether mail can leave, or be caught. */
  boolean isOpen() {
    return from.isPresent() && (folder || !relays.isEmpty());
  }

  private static Optional<RelayAt> relay(Section section, String greeting) {
    String name = section.text("name", "relay");
    Optional<String> address = section.parsed("address", MailSettings::hostAndPort);
    if (address.isEmpty()) {
      section.fault("address", "is missing: say where the relay is, such as \"smtp.example:587\"");
    }
    Relay.Security security =
        section.parsed("security", MailSettings::security).orElse(Relay.Security.STARTTLS);
    Relay.Limits limits =
        Relay.Limits.USUAL
            .sessions((int) section.number("sessions", 10, 1, 100))
            .mailsPerSession((int) section.number("mails_per_session", 500, 1, 100_000));
    Optional<Rate> rate = rate(section, "per_hour");
    Optional<LocalDate> since = section.parsed("warm_up_since", LocalDate::parse);
    long first = section.number("warm_up_first", 500, 1, 1_000_000);
    long growth = section.number("warm_up_growth_percent", 50, 1, 1_000);
    String user = section.text("user", "");
    Optional<Path> password = section.optionalText("password_file").map(Path::of);
    Optional<Path> authorities = section.optionalText("authorities").map(Path::of);
    return address.map(
        at -> {
          Relay.Limits all = rate.map(limits::rate).orElse(limits);
          Relay.Limits warm =
              since.map(day -> all.warmUp(new WarmUp(day, first, 1 + growth / 100.0))).orElse(all);
          int colon = at.lastIndexOf(':');
          String host = at.substring(0, colon);
          int port = Integer.parseInt(at.substring(colon + 1));
          Relay relay =
              new Relay(name, host, port, security, Optional.empty(), authorities, greeting, warm);
          return new RelayAt(relay, user, password);
        });
  }

  private static Optional<Rate> rate(Section section, String key) {
    long mails = section.number(key, 0, 0, 100_000_000);
    return mails == 0 ? Optional.empty() : Optional.of(Rate.perHour(mails));
  }

  private static Relay.Security security(String text) {
    try {
      return Relay.Security.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("must be \"starttls\", \"tls\" or \"none\"", e);
    }
  }

  private static String hostAndPort(String text) {
    if (!text.matches("[A-Za-z0-9.\\[\\]:-]+:[0-9]{1,5}")) {
      throw new IllegalArgumentException("must be a host and a port, such as \"smtp.example:587\"");
    }
    return text;
  }

  private static String matching(Pattern pattern, String text, String what) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException("must be " + what);
    }
    return text;
  }
}
