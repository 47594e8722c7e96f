package press.tamizdat.letter.sending;

import java.time.Duration;
import java.util.List;
import press.tamizdat.platform.mail.Delivery;
import press.tamizdat.platform.mail.Mail;
import press.tamizdat.platform.mail.MailRoute;

/** Lets mail out only from the installation that is the one. */
record Guarded(MailRoute route, Installation installation) implements MailRoute {
  private static final Delivery HELD =
      new Delivery.Deferred(0, "4.3.2", "this installation may be a copy");
  private static final Duration A_WHILE = Duration.ofSeconds(10);

  @Override
  public Delivery send(Mail mail) {
    return installation.isSure() ? route.send(mail) : HELD;
  }

  @Override
  public Delivery send(Mail mail, Runnable pointOfNoReturn) {
    return installation.isSure() ? route.send(mail, pointOfNoReturn) : HELD;
  }

  @Override
  public int sessions() {
    return route.sessions();
  }

  @Override
  public Duration rest() {
    return installation.isSure() ? route.rest() : A_WHILE;
  }

  @Override
  public List<String> troubles() {
    return installation.isSure()
        ? route.troubles()
        : List.of("this installation may be a copy of the one that sends");
  }

  @Override
  public void close() {
    route.close();
  }
}
