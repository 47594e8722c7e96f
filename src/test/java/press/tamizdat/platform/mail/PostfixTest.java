package press.tamizdat.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Postfix with a configuration of its own, on loopback, that delivers into a folder. */
class PostfixTest {
  @TempDir static Path root;
  private static Path postfix;
  private static int startTls;
  private static int tls;
  private static int plain;
  private static int login;

  @BeforeAll
  static void begin() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/sbin/postfix")), "postfix is not installed");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
    assumeTrue("root".equals(System.getProperty("user.name")), "postfix starts as root only");
    postfix = Files.createDirectory(root.resolve("postfix"));
    for (Path folder : List.of(root, postfix)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    for (String folder : List.of("queue", "data", "mail")) {
      Files.createDirectory(postfix.resolve(folder));
    }
    startTls = freePort();
    tls = freePort();
    plain = freePort();
    login = freePort();
    Files.writeString(postfix.resolve("main.cf"), main());
    Files.writeString(postfix.resolve("master.cf"), services());
    run("chown", "postfix", postfix.resolve("data").toString());
    run("chown", "nobody", postfix.resolve("mail").toString());
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
        "-addext",
        "subjectAltName=DNS:localhost",
        "-keyout",
        postfix.resolve("key.pem").toString(),
        "-out",
        postfix.resolve("certificate.pem").toString());
    run("/usr/sbin/postfix", "-c", postfix.toString(), "start");
    awaitPort(tls);
  }

  private static String main() {
    return """
      compatibility_level = 3.6
      queue_directory = %1$s/queue
      data_directory = %1$s/data
      command_directory = /usr/sbin
      daemon_directory = /usr/lib/postfix/sbin
      mail_owner = postfix
      setgid_group = postdrop
      inet_interfaces = 127.0.0.1
      inet_protocols = ipv4
      myhostname = mx.example
      mydestination =
      mynetworks = 127.0.0.0/8
      virtual_mailbox_domains = mail.example
      virtual_mailbox_base = %1$s/mail
      virtual_mailbox_maps = inline:{ all@mail.example=all/, читатель@mail.example=all/ }
      virtual_uid_maps = static:65534
      virtual_gid_maps = static:65534
      smtputf8_enable = yes
      message_size_limit = 200000
      smtpd_tls_cert_file = %1$s/certificate.pem
      smtpd_tls_key_file = %1$s/key.pem
      smtpd_tls_security_level = encrypt
      smtpd_tls_auth_only = yes
      smtpd_sasl_type = dovecot
      smtpd_sasl_path = unix:%1$s/logins/run/logins
      maillog_file_prefixes = %1$s
      maillog_file = %1$s/log
      """
        .formatted(postfix);
  }

  private static String services() {
    return """
      127.0.0.1:%d inet n - n - - smtpd
      127.0.0.1:%d inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
      127.0.0.1:%d inet n - n - - smtpd -o smtpd_sasl_auth_enable=yes -o smtpd_recipient_restrictions=permit_sasl_authenticated,reject
      127.0.0.1:%d inet n - n - - smtpd -o smtpd_tls_wrappermode=yes -o smtpd_sasl_auth_enable=yes -o smtpd_sasl_mechanism_filter=login -o smtpd_recipient_restrictions=permit_sasl_authenticated,reject
      cleanup unix n - n - 0 cleanup
      qmgr unix n - n 300 1 qmgr
      tlsmgr unix - - n 1000? 1 tlsmgr
      rewrite unix - - n - - trivial-rewrite
      bounce unix - - n - 0 bounce
      defer unix - - n - 0 bounce
      trace unix - - n - 0 bounce
      verify unix - - n - 1 verify
      proxymap unix - - n - - proxymap
      error unix - - n - - error
      retry unix - - n - - error
      virtual unix - n n - - virtual
      anvil unix - - n - 1 anvil
      postlog unix-dgram n - n - 1 postlogd
      """
        .formatted(startTls, tls, plain, login);
  }

  @AfterAll
  static void end() throws IOException, InterruptedException {
    if (postfix != null && Files.exists(postfix.resolve("queue/pid/master.pid"))) {
      run("/usr/sbin/postfix", "-c", postfix.toString(), "stop");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPort(int port) throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertThat(socket.isConnected()).isTrue();
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new AssertionError("postfix does not listen");
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Path said = root.resolve("said");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(command[0]).isTrue();
    assertThat(process.exitValue()).as("%s: %s", command[0], Files.readString(said)).isZero();
  }

  private static Relays loggingIn(int port, Relay.Security security, Optional<Login> login) {
    Relay relay =
        Relay.at("postfix", "localhost", port, security)
            .trusting(postfix.resolve("certificate.pem"));
    return new Relays(
        List.of(login.map(relay::login).orElse(relay)),
        DomainPace.NONE,
        Optional.empty(),
        Clock.systemUTC());
  }

  private static Relays relays(int port, String host, Relay.Security security, boolean trusting) {
    Relay relay = Relay.at("postfix", host, port, security);
    return new Relays(
        List.of(trusting ? relay.trusting(postfix.resolve("certificate.pem")) : relay),
        DomainPace.NONE,
        Optional.empty(),
        Clock.systemUTC());
  }

  private static Mail mail(String to, String text) {
    return new Mail(
        "b-1@back.example",
        to,
        Letterhead.answer(
                "Ilma",
                "letters@ilma.example",
                to,
                "Здравствуйте",
                text,
                "<p>" + text,
                "1@ilma.example",
                Instant.EPOCH)
            .octets());
  }

  private static List<String> delivered(String text) throws IOException, InterruptedException {
    Path inbox = postfix.resolve("mail/all/new");
    for (int i = 0; i < 200; i++) {
      if (Files.isDirectory(inbox)) {
        try (Stream<Path> files = Files.list(inbox)) {
          List<String> found = files.map(PostfixTest::read).filter(m -> m.contains(text)).toList();
          if (!found.isEmpty()) {
            return found;
          }
        }
      }
      Thread.sleep(50);
    }
    return List.of();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void mailGoesOverStartTlsAndArrivesAsItWas() throws Exception {
    try (Relays relays = relays(startTls, "localhost", Relay.Security.STARTTLS, true)) {
      String dots =
          IntStream.range(0, 50)
              .mapToObj(i -> ".".repeat(i % 4) + "line")
              .reduce("", (a, b) -> a + b + "\n");
      Delivery delivery = relays.send(mail("all@mail.example", "over starttls\n" + dots));
      assertThat(delivery).isInstanceOf(Delivery.Accepted.class);
      assertThat(((Delivery.Accepted) delivery).reply()).startsWith("2.0.0 Ok: queued as ");
      String sent =
          new String(
              mail("all@mail.example", "over starttls\n" + dots).message(), StandardCharsets.UTF_8);
      assertThat(delivered("over starttls"))
          .singleElement()
          .satisfies(
              m ->
                  assertThat(m)
                      .contains("Return-Path: <b-1@back.example>")
                      .endsWith(sent.replace("\r\n", "\n")));
    }
  }

  @Test
  void mailGoesOverTlsFromTheFirstOctetToAnAddressBeyondAscii() throws Exception {
    try (Relays relays = relays(tls, "localhost", Relay.Security.TLS, true)) {
      assertThat(relays.send(mail("читатель@mail.example", "over tls")))
          .isInstanceOf(Delivery.Accepted.class);
      assertThat(delivered("over tls")).hasSize(1);
    }
  }

  @Test
  void theRightPasswordOpensARelayByPlainAndByLogin() throws Exception {
    assumeTrue(DovecotLogins.isInstalled(), "dovecot is not installed");
    Login right = DovecotLogins.RIGHT;
    try (DovecotLogins _ = DovecotLogins.in(Files.createDirectories(postfix.resolve("logins")));
        Relays byPlain = loggingIn(plain, Relay.Security.STARTTLS, Optional.of(right));
        Relays byLogin = loggingIn(login, Relay.Security.TLS, Optional.of(right))) {
      assertThat(byPlain.send(mail("all@mail.example", "by plain")))
          .isInstanceOf(Delivery.Accepted.class);
      assertThat(byLogin.send(mail("all@mail.example", "by login")))
          .isInstanceOf(Delivery.Accepted.class);
      assertThat(delivered("by plain")).hasSize(1);
      assertThat(delivered("by login")).hasSize(1);
      assertThat(Files.readString(postfix.resolve("log")))
          .contains("sasl_method=PLAIN", "sasl_method=LOGIN");
    }
  }

  @Test
  void aWrongPasswordIsATroubleThatNamesNeitherItNorAnAddress() throws Exception {
    assumeTrue(DovecotLogins.isInstalled(), "dovecot is not installed");
    Login wrong = new Login(DovecotLogins.RIGHT.user(), "not-this-one");
    try (DovecotLogins _ = DovecotLogins.in(Files.createDirectories(postfix.resolve("logins")));
        Relays byPlain = loggingIn(plain, Relay.Security.STARTTLS, Optional.of(wrong));
        Relays byLogin = loggingIn(login, Relay.Security.TLS, Optional.of(wrong));
        Relays byNone = loggingIn(login, Relay.Security.TLS, Optional.empty())) {
      for (Relays relays : List.of(byPlain, byLogin)) {
        assertThat(relays.send(mail("all@mail.example", "never")))
            .isInstanceOf(Delivery.Deferred.class);
        assertThat(relays.troubles()).containsExactly("postfix: it refuses the login with 535");
      }
      assertThat(byNone.send(mail("all@mail.example", "never")).toString())
          .doesNotContain("mail.example");
    }
  }

  @Test
  void aRecipientThatIsNotThereIsRefusedWithoutAWordOfWho() {
    try (Relays relays = relays(startTls, "localhost", Relay.Security.STARTTLS, true)) {
      Delivery delivery = relays.send(mail("nobody@mail.example", "no"));
      assertThat(delivery).isInstanceOf(Delivery.Refused.class);
      Delivery.Refused refused = (Delivery.Refused) delivery;
      assertThat(refused.status()).isEqualTo("5.1.1");
      assertThat(refused.reply()).doesNotContain("nobody", "mail.example");
    }
  }

  @Test
  void aCertificateThatIsNotTrustedOrNotItsIsNoRelay() {
    try (Relays strangers = relays(startTls, "localhost", Relay.Security.STARTTLS, false);
        Relays misnamed = relays(tls, "127.0.0.1", Relay.Security.TLS, true);
        Relays clear = relays(startTls, "localhost", Relay.Security.NONE, true)) {
      for (Relays relays : List.of(strangers, misnamed, clear)) {
        assertThat(relays.send(mail("all@mail.example", "never")))
            .isInstanceOf(Delivery.Deferred.class);
        assertThat(relays.troubles()).hasSize(1);
        assertThat(relays.rest()).isGreaterThan(Duration.ZERO);
      }
    }
  }
}
