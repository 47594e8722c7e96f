package press.tamizdat.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.letter.bounce.BounceRules;
import press.tamizdat.platform.config.TomlFile;
import press.tamizdat.platform.mail.box.Mailbox;

class BounceSettingsTest {
  @TempDir private Path folder;

  @Test
  void nothingSaidGivesTheUsualRules() {
    BounceSettings settings = read("");

    assertThat(settings.rules()).isEqualTo(BounceRules.USUAL);
    assertThat(settings.mailboxes()).isEmpty();
    assertThat(settings.local()).isEmpty();
  }

  @Test
  void aMailboxHasItsPasswordInAFile() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "secret\n");
    BounceSettings settings =
        read(
            """
            times = 3
            over_days = 7
            every_minutes = 1
            lmtp = "127.0.0.1:8024"
            also = ["fbl@paper.example"]
            [[mailbox]]
            kind = "pop3"
            address = "pop.paper.example:995"
            user = "bounces"
            password_file = "%s"
            """
                .formatted(password));

    assertThat(settings.rules()).isEqualTo(new BounceRules(3, Duration.ofDays(7)));
    assertThat(settings.local())
        .contains(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8024));
    Mailbox mailbox = settings.mailboxes().getFirst().withLogin();
    assertThat(mailbox.kind()).isEqualTo(Mailbox.Kind.POP3);
    assertThat(mailbox.port()).isEqualTo(995);
    assertThat(mailbox.login().password()).isEqualTo("secret");
    assertThat(mailbox.toString()).doesNotContain("secret");
  }

  @Test
  void aPasswordFileThatIsNotThereIsNamedByItsMailbox() {
    BounceSettings settings =
        read(
            """
            [[mailbox]]
            address = "imap.paper.example:993"
            user = "bounces"
            password_file = "/nowhere/at/all"
            """);

    assertThatThrownBy(() -> settings.mailboxes().getFirst().withLogin())
        .isInstanceOf(Refused.class)
        .hasMessageContaining("imap.paper.example");
  }

  @Test
  void whatIsWrongIsSaidByLine() {
    assertThat(
            TomlFile.read(
                """
                lmtp = "192.0.2.1:24"
                [[mailbox]]
                kind = "post"
                security = "none"
                user = "a"
                password_file = "b"
                """,
                BounceSettings::of))
        .asString()
        .contains("of this machine alone", "\"imap\", \"pop3\"", "address is missing");
  }

  private static BounceSettings read(String text) {
    return switch (TomlFile.read(text, BounceSettings::of)) {
      case TomlFile.Outcome.Read<BounceSettings>(BounceSettings settings) -> settings;
      case TomlFile.Outcome.Wrong<BounceSettings>(var faults) ->
          throw new AssertionError(faults.toString());
    };
  }
}
