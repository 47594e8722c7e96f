package press.tamizdat.platform.mail;

/** Where mail leaves the house. Safe for any number of threads. */
public interface MailRoute extends AutoCloseable {

  /** Sends one message, and waits for what comes of it. Never throws for a relay's faults. */
  Delivery send(Mail mail);

  @Override
  void close();
}
