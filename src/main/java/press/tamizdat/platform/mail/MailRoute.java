package press.tamizdat.platform.mail;

import java.time.Duration;
import java.util.List;

/** Where mail leaves the house. Safe for any number of threads. */
public interface MailRoute extends AutoCloseable {

  /** Sends one message, and waits for what comes of it. Never throws for a relay's faults. */
  Delivery send(Mail mail);

  /**
   * The same for somebody who must know which messages may have arrived when the machine dies.
   *
   * @param pointOfNoReturn called once, just before the first octet of the message goes out; not
   *     called where the other side has refused before. It may wait.
   */
  default Delivery send(Mail mail, Runnable pointOfNoReturn) {
    pointOfNoReturn.run();
    return send(mail);
  }

  /** How many messages can be on their way at a time. */
  default int sessions() {
    return 1;
  }

  /** How long there is no sense in sending anything; zero if something can go out now. */
  default Duration rest() {
    return Duration.ZERO;
  }

  /** What is wrong, for the people here; nothing if all is well. */
  default List<String> troubles() {
    return List.of();
  }

  @Override
  void close();
}
