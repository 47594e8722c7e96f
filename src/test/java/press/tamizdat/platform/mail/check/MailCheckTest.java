package press.tamizdat.platform.mail.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.platform.dns.NameServer;
import press.tamizdat.platform.mail.Login;
import press.tamizdat.platform.mail.Relay;
import press.tamizdat.platform.mail.TestCertificate;

class MailCheckTest {
  private static final String IP = "203.0.113.5";
  private static final String KEY =
      "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
  @TempDir private Path folder;
  private NameServer dns;
  private SmtpStub relay;

  @BeforeEach
  void start() throws IOException {
    dns = new NameServer();
    dns.txt("mail.paper.example", "v=spf1 include:_spf.host.example -all")
        .txt("_spf.host.example", "v=spf1 ip4:203.0.113.0/24 ~all")
        .txt("t-ed25519._domainkey.paper.example", KEY.substring(0, 30), KEY.substring(30))
        .txt("_dmarc.paper.example", "v=DMARC1; p=reject")
        .mx("mail.paper.example", "mx.paper.example")
        .mx("paper.example", "mx.paper.example")
        .a("mx.paper.example", IP)
        .ptr(IP, "mx.paper.example");
    relay = new SmtpStub();
  }

  @AfterEach
  void stop() throws IOException {
    dns.close();
    relay.close();
  }

  @Test
  void whatIsAllRightSaysSo() throws IOException {
    List<Point> points = check(identity());

    assertThat(points).extracting(Point::state).containsOnly(Point.State.GOOD);
    assertThat(points)
        .extracting(Point::subject)
        .containsExactly(
            "SPF", "DKIM", "DMARC", "DMARC", "Return path", "From", "Bounces", "Reverse", "Relay");
    assertThat(relay.heard())
        .contains("RSET")
        .doesNotContain("DATA")
        .contains("RCPT TO:<letters@paper.example>");
  }

  @Test
  void anEmptyZoneIsToldWhatToPaste() throws IOException {
    for (String name :
        List.of(
            "mail.paper.example",
            "_dmarc.paper.example",
            "t-ed25519._domainkey.paper.example",
            "mx.paper.example",
            "paper.example")) {
      dns.forget(name);
    }

    String said = text(check(identity()));

    assertThat(said)
        .contains("WRONG SPF")
        .contains("mail.paper.example. 3600 IN TXT \"v=spf1 ip4:203.0.113.5 -all\"")
        .contains("WRONG DKIM", "t-ed25519._domainkey.paper.example. IN TXT \"the line\"")
        .contains("WRONG DMARC", "_dmarc.paper.example. 3600 IN TXT \"v=DMARC1; p=quarantine;")
        .contains("WRONG Return path", "mail.paper.example. 3600 IN MX 10 ")
        .contains("WRONG Reverse", "mx.paper.example. 3600 IN A 203.0.113.5");
  }

  @Test
  void aPolicyThatLeavesUsOutIsWrong() throws IOException {
    dns.forget("_spf.host.example").txt("_spf.host.example", "v=spf1 ip4:198.51.100.0/24 -all");
    assertThat(text(check(identity()))).contains("WRONG SPF", "does not let this machine");

    dns.txt("mail.paper.example", "v=spf1 -all");
    assertThat(text(check(identity()))).contains("WRONG SPF", "has 2 SPF records");
  }

  @Test
  void anotherKeyIsNotOurs() throws IOException {
    dns.forget("t-ed25519._domainkey.paper.example")
        .txt("t-ed25519._domainkey.paper.example", "v=DKIM1; k=ed25519; p=AAAA");

    assertThat(text(check(identity()))).contains("WRONG DKIM", "is another one");
  }

  @Test
  void aPolicyThatAsksForNothingIsDoubtful() throws IOException {
    dns.forget("_dmarc.paper.example").txt("_dmarc.paper.example", "v=DMARC1; p=none");

    assertThat(text(check(identity()))).contains("DOUBTFUL DMARC");
  }

  @Test
  void aDomainThatTakesNoMailCannotBeAReturnPath() throws IOException {
    dns.forget("mail.paper.example").mx("mail.paper.example", ".");

    assertThat(text(check(identity()))).contains("WRONG Return path", "takes no mail at all");
  }

  @Test
  void anAddressWhoseNameLeadsElsewhereIsWrong() throws IOException {
    dns.forget("mx.paper.example").a("mx.paper.example", "203.0.113.99");

    assertThat(text(check(identity()))).contains("WRONG Reverse", "is another address");
  }

  @Test
  void aSilentServerIsNoProof() throws IOException {
    dns.fail();

    List<Point> points = check(identity());

    assertThat(points)
        .filteredOn(p -> List.of("SPF", "DKIM", "Return path", "Reverse").contains(p.subject()))
        .extracting(Point::state)
        .containsOnly(Point.State.UNKNOWN);
  }

  @Test
  void aRelayThatRefusesOurSenderIsNamedWithItsWords() throws IOException {
    relay.answer("MAIL", "550 5.7.1 b-x@mail.paper.example may not send here");

    assertThat(text(check(identity())))
        .contains("WRONG Relay", "does not let us send", "5.7.1 [address] may not send here");
  }

  @Test
  void aRelayThatOffersNoStartTlsIsWrong() throws IOException {
    Relay secure = Relay.at("one", "127.0.0.1", relay.port(), Relay.Security.STARTTLS);

    assertThat(text(check(identity(secure)))).contains("WRONG Relay", "does not offer STARTTLS");
  }

  @Test
  void aRelayThatIsNotThereIsWrong() throws IOException {
    relay.close();

    assertThat(text(check(identity()))).contains("WRONG Relay", "nothing answers at its port");
  }

  @Test
  void aCertificateThatEndsSoonIsSaid() throws IOException {
    TestCertificate certificate = TestCertificate.in(folder, 5);
    try (SmtpStub secret = new SmtpStub(secretDoor(certificate))) {
      Relay ours = Relay.at("one", "localhost", secret.port(), Relay.Security.TLS);

      assertThat(text(check(identity(ours.trusting(certificate.certificate())))))
          .contains("GOOD Relay", "takes our mail, in secret", "DOUBTFUL Relay", "ends on");
      assertThat(text(check(identity(ours))))
          .contains("WRONG Relay", "of an authority that this machine does not know");
    }
  }

  @Test
  void aLoginIsTriedAndNeverShown() throws IOException {
    TestCertificate certificate = TestCertificate.in(folder, 90);
    try (SmtpStub secret = new SmtpStub(secretDoor(certificate))) {
      secret.answer("EHLO", "250-stub\r\n250 AUTH PLAIN");
      secret.answer("AUTH", "535 5.7.8 no");
      Relay ours =
          Relay.at("one", "localhost", secret.port(), Relay.Security.TLS)
              .trusting(certificate.certificate())
              .login(new Login("user-name", "pass-word"));

      assertThat(text(check(identity(ours))))
          .contains("WRONG Relay", "it refuses the login: 535 5.7.8 no")
          .doesNotContain("pass-word", "user-name");
    }
  }

  private static ServerSocket secretDoor(TestCertificate certificate) throws IOException {
    return certificate
        .context()
        .getServerSocketFactory()
        .createServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  private MailIdentity identity() throws IOException {
    return identity(Relay.at("one", "127.0.0.1", relay.port(), Relay.Security.NONE));
  }

  private static MailIdentity identity(Relay at) throws IOException {
    return new MailIdentity(
        "letters@paper.example",
        "mail.paper.example",
        List.of(
            new MailIdentity.Signature(
                "paper.example",
                "t-ed25519",
                KEY,
                "t-ed25519._domainkey.paper.example. IN TXT \"the line\"")),
        List.of(at),
        List.of(InetAddress.getByName(IP)),
        true);
  }

  private List<Point> check(MailIdentity identity) {
    return new MailCheck(identity, dns.names(), Clock.systemUTC()).run(_ -> {});
  }

  private static String text(List<Point> points) {
    return points.stream()
        .map(p -> p.state() + " " + p.subject() + " " + p.words() + "\n" + p.paste())
        .collect(Collectors.joining("\n"));
  }
}
