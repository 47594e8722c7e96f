package press.tamizdat.trust.dkim;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import press.tamizdat.platform.mail.Delivery;
import press.tamizdat.platform.mail.Mail;
import press.tamizdat.platform.mail.MailRoute;

/**
 * Signs on its way out what is not signed yet: mails that go one by one, such as those that ask for
 * a confirmation. What is sent to many is signed as it is made.
 */
public record SignedRoute(MailRoute route, Dkim dkim) implements MailRoute {
  private static final String FIELD = "DKIM-Signature:";

  @Override
  public Delivery send(Mail mail) {
    return route.send(signed(mail));
  }

  @Override
  public Delivery send(Mail mail, Runnable pointOfNoReturn) {
    return route.send(signed(mail), pointOfNoReturn);
  }

  private Mail signed(Mail mail) {
    byte[] message = mail.message();
    String beginning =
        new String(message, 0, Math.min(FIELD.length(), message.length), StandardCharsets.US_ASCII);
    return beginning.equals(FIELD)
        ? mail
        : new Mail(mail.returnPath(), mail.recipient(), dkim.signed(message));
  }

  @Override
  public int sessions() {
    return route.sessions();
  }

  @Override
  public Duration rest() {
    return route.rest();
  }

  @Override
  public List<String> troubles() {
    return route.troubles();
  }

  @Override
  public void close() {
    route.close();
  }
}
