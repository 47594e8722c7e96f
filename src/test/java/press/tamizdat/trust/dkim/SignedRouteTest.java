package press.tamizdat.trust.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.platform.mail.Mail;
import press.tamizdat.platform.mail.MailFolder;

class SignedRouteTest {
  @TempDir Path folder;

  @Test
  void whatIsNotSignedYetIsSignedOnItsWayOut() throws Exception {
    List<DkimKey> keys = DkimKey.in(folder.resolve("keys"), "tz", new SecureRandom());
    Dkim dkim = new Dkim("ferry.example", keys);
    byte[] message =
        "From: <letters@ferry.example>\r\nSubject: One\r\n\r\nText\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    try (SignedRoute route =
        new SignedRoute(new MailFolder(folder.resolve("mail"), Clock.systemUTC()), dkim)) {
      var _ = route.send(new Mail("", "vera@ferry.example", message));
      var _ = route.send(new Mail("", "vera@ferry.example", dkim.signed(message)));
    }
    try (var files = Files.list(folder.resolve("mail"))) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file).split("DKIM-Signature:", -1)).hasSize(keys.size() + 1);
      }
    }
  }
}
