package press.tamizdat.platform.mail.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.platform.mail.Login;
import press.tamizdat.platform.mail.Relay;

/** Against a real dovecot. */
class MailboxRoundTest {
  @TempDir private static Path folder;
  private static Optional<Dovecot> running = Optional.empty();
  private final List<String> taken = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Dovecot.isInstalled(), "dovecot with IMAP and POP3 is not installed, or this is not root");
    running = Optional.of(Dovecot.in(folder));
  }

  @AfterAll
  static void stop() {
    running.ifPresent(Dovecot::close);
  }

  @BeforeEach
  void deliver() throws IOException {
    dovecot().empty();
    dovecot().deliver("Subject: one\n\n.dot\n..dots\nÄ\n");
    dovecot().deliver("Subject: bad\n\nnobody can read this\n");
    dovecot().deliver("Subject: three\n\nlast\n");
  }

  private static Dovecot dovecot() {
    return running.orElseThrow();
  }

  @Test
  void imapIsEmptiedOfWhatWasTaken() throws IOException {
    assertThat(MailboxRound.empty(dovecot().imap(Relay.Security.STARTTLS), this::take))
        .isEqualTo(new MailboxRound.Outcome(2, 1, Optional.empty()));
    assertThat(taken)
        .containsExactly(
            "Subject: one\r\n\r\n.dot\r\n..dots\r\nÄ\r\n", "Subject: three\r\n\r\nlast\r\n");
    assertThat(dovecot().messages()).hasSize(1);
  }

  @Test
  void pop3IsEmptiedOfWhatWasTaken() throws IOException {
    assertThat(MailboxRound.empty(dovecot().pop3(), this::take))
        .isEqualTo(new MailboxRound.Outcome(2, 1, Optional.empty()));
    assertThat(taken)
        .containsExactly(
            "Subject: one\r\n\r\n.dot\r\n..dots\r\nÄ\r\n", "Subject: three\r\n\r\nlast\r\n");
    assertThat(dovecot().messages()).hasSize(1);
  }

  @Test
  void whatCannotBeReadSaysSoWithoutAPassword() throws IOException {
    Mailbox right = dovecot().imap(Relay.Security.STARTTLS);
    Mailbox wrong =
        new Mailbox(
            right.kind(),
            right.host(),
            right.port(),
            right.security(),
            new Login("bounces", "wrong"),
            "INBOX",
            right.authorities(),
            right.patience());

    assertThat(trouble(wrong)).contains("refuses the login").doesNotContain("wrong");
    assertThat(trouble(dovecot().imapOfAStranger())).contains("SSLHandshakeException");
    assertThat(dovecot().messages()).hasSize(3);
  }

  @Test
  void aPasswordIsNotSentInTheClear() {
    Mailbox elsewhere =
        new Mailbox(
            Mailbox.Kind.POP3,
            "mail.example",
            110,
            Relay.Security.NONE,
            Dovecot.READER,
            "",
            Optional.empty(),
            Duration.ofSeconds(1));

    assertThat(trouble(elsewhere)).startsWith("a password is not sent in the clear");
  }

  private String trouble(Mailbox mailbox) {
    return MailboxRound.empty(mailbox, this::take).trouble().orElse("");
  }

  private void take(byte[] message, List<String> recipients) {
    String text = new String(message, StandardCharsets.UTF_8);
    if (text.contains("bad")) {
      throw new IllegalArgumentException("cannot be read");
    }
    taken.add(text);
  }
}
