package press.tamizdat.platform.mail.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import press.tamizdat.platform.dns.Names;
import press.tamizdat.platform.mail.Mail;
import press.tamizdat.platform.mail.Relay;
import press.tamizdat.platform.mail.RelayTrial;

/** Looks at everything that decides whether mails arrive, one point after another. */
public final class MailCheck {
  private static final Duration SOON = Duration.ofDays(14);

  private final MailIdentity identity;
  private final Names names;
  private final Clock clock;

  public MailCheck(MailIdentity identity, Names names, Clock clock) {
    this.identity = identity;
    this.names = names;
    this.clock = clock;
  }

  /** Looks at all, and says each point as soon as it is known. */
  public List<Point> run(Consumer<Point> tell) {
    List<Point> all = new ArrayList<>();
    Consumer<Point> note = ((Consumer<Point>) all::add).andThen(tell);
    DomainChecks domain = new DomainChecks(names, identity);
    new SenderPolicy(names, identity).points().forEach(note);
    domain.signatures().forEach(note);
    domain.policy().forEach(note);
    note.accept(MailExchanges.check(names, "Return path", identity.returnDomain()));
    if (!identity.fromDomain().equals(identity.returnDomain())) {
      note.accept(MailExchanges.check(names, "From", identity.fromDomain()));
    }
    note.accept(bounces());
    identity.addresses().forEach(a -> note.accept(domain.reverse(a)));
    if (identity.relays().isEmpty()) {
      note.accept(
          Point.wrong(
              "Relay",
              "No relay is named, so no mail leaves. In tamizdat.toml:",
              "[[mail.relay]]",
              "address = \"smtp.example.org:587\""));
    }
    identity.relays().forEach(r -> relay(r).forEach(note));
    return List.copyOf(all);
  }

  private Point bounces() {
    return identity.bounces()
        ? Point.good("Bounces", "what comes back is fetched")
        : Point.wrong(
            "Bounces",
            "Nothing fetches what comes back, so whoever is gone stays on the roll. In tamizdat.toml"
                + " a mailbox that all of "
                + identity.returnDomain()
                + " arrives in, or lmtp for a mail server of this machine:",
            "[[mail.bounces.mailbox]]",
            "kind = \"imap\"",
            "address = \"imap.example.org:993\"",
            "user = \"USER\"",
            "password_file = \"/etc/tamizdat/bounces.password\"");
  }

  private List<Point> relay(Relay relay) {
    // An id that nobody has: should something come back all the same, nobody is taken off a roll.
    String returnPath = "b-" + "a".repeat(26) + "-0@" + identity.returnDomain();
    RelayTrial trial = RelayTrial.of(relay, new Mail(returnPath, identity.from(), new byte[0]));
    String at = relay.host() + ":" + relay.port();
    List<Point> points = new ArrayList<>();
    points.add(
        trial.isGood()
            ? Point.good("Relay", at + " takes our mail" + (secure(trial) ? ", in secret" : ""))
            : Point.wrong("Relay", at + ": " + trial.trouble() + "."));
    if (relay.security() == Relay.Security.NONE && !isHere(relay)) {
      points.add(
          Point.wrong(
              "Relay",
              "Mail goes to " + at + " in the clear. Set its security:",
              "security = \"starttls\""));
    }
    trial.certificateEnds().filter(this::isSoon).ifPresent(end -> points.add(expiring(at, end)));
    return points;
  }

  private static boolean secure(RelayTrial trial) {
    return trial.certificateEnds().isPresent();
  }

  private static boolean isHere(Relay relay) {
    return relay.host().equals("localhost")
        || relay.host().startsWith("127.")
        || relay.host().equals("::1");
  }

  private boolean isSoon(Instant end) {
    return end.isBefore(clock.instant().plus(SOON));
  }

  private static Point expiring(String at, Instant end) {
    return Point.doubtful(
        "Relay",
        "the certificate of "
            + at
            + " ends on "
            + end.atOffset(ZoneOffset.UTC).toLocalDate()
            + "; whoever runs it should renew it.");
  }
}
