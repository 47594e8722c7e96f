package press.tamizdat.platform.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection to a relay and what is said over it (RFC 5321), several messages one after another.
 *
 * <p>Commands go out together where the relay allows (RFC 2920): a message takes two round trips.
 */
final class Session implements AutoCloseable {

  /** What came of one message. */
  sealed interface Outcome {
    /** The relay has answered about this message. */
    record Said(Delivery delivery) implements Outcome {}

    /** The relay would not have any message of ours: not a word about this one. */
    record Unwilling(String why, Delivery delivery) implements Outcome {}

    /** The connection broke while nothing of the message had gone out. */
    record Unsent(String why) implements Outcome {}

    /** The connection broke afterwards: the relay may have it or not. */
    record Unknown() implements Outcome {}
  }

  private final Relay relay;
  private final Wire wire;
  private final Octets octets = new Octets();
  private Map<String, String> offers = Map.of();
  private boolean halfDone;
  private boolean usable = true;
  private int mails;
  private volatile long idleSince;

  private Session(Relay relay, Wire wire) {
    this.relay = relay;
    this.wire = wire;
  }

  /** A connection that nothing has been said over yet. */
  static Session to(Relay relay) throws IOException {
    return new Session(relay, Wire.to(relay.host(), relay.port(), relay.limits().patience()));
  }

  /** Greets, makes it secure, and logs in; the relay's refusal, if it does not want us. */
  Optional<String> open(SSLSocketFactory trusted) throws IOException {
    wire.allow(relay.limits().patience());
    if (relay.security() == Relay.Security.TLS) {
      wire.secure(trusted, relay.host());
    }
    Reply greeting = wire.read();
    if (!greeting.isPositive()) {
      return Optional.of("it greets with " + greeting.code());
    }
    Optional<String> refusal = greet();
    if (refusal.isEmpty() && relay.security() == Relay.Security.STARTTLS) {
      refusal = startTls(trusted);
    }
    return refusal.isEmpty() ? logIn() : refusal;
  }

  private Optional<String> greet() throws IOException {
    wire.write("EHLO " + relay.greeting() + "\r\n");
    List<String> said = wire.readAll();
    if (!said.getFirst().startsWith("2")) {
      return Optional.of("it answers EHLO with " + said.getFirst().substring(0, 3));
    }
    Map<String, String> offered = new HashMap<>();
    for (String line : said.subList(1, said.size())) {
      String offer = line.length() > 4 ? line.substring(4).toUpperCase(Locale.ROOT) : "";
      int blank = offer.indexOf(' ');
      offered.put(
          blank < 0 ? offer : offer.substring(0, blank),
          blank < 0 ? "" : offer.substring(blank + 1));
    }
    offers = offered;
    return Optional.empty();
  }

  private Optional<String> startTls(SSLSocketFactory trusted) throws IOException {
    if (!offers.containsKey("STARTTLS")) {
      return Optional.of("it does not offer STARTTLS");
    }
    Reply go = ask("STARTTLS\r\n");
    if (!go.isPositive()) {
      return Optional.of("it answers STARTTLS with " + go.code());
    }
    wire.secure(trusted, relay.host());
    return greet();
  }

  private Optional<String> logIn() throws IOException {
    if (relay.login().isEmpty()) {
      return Optional.empty();
    }
    Login login = relay.login().get();
    if (relay.security() == Relay.Security.NONE) {
      return Optional.of(
          "a password is not sent in the clear; set its security to starttls or tls");
    }
    List<String> ways = List.of(offers.getOrDefault("AUTH", "").split(" "));
    Reply reply;
    if (ways.contains("PLAIN")) {
      reply = ask("AUTH PLAIN " + base64("\0" + login.user() + "\0" + login.password()) + "\r\n");
    } else if (ways.contains("LOGIN")) {
      reply = ask("AUTH LOGIN\r\n");
      reply = reply.code() == 334 ? ask(base64(login.user()) + "\r\n") : reply;
      reply = reply.code() == 334 ? ask(base64(login.password()) + "\r\n") : reply;
    } else {
      return Optional.of("it takes no login by PLAIN or LOGIN");
    }
    return reply.isPositive()
        ? Optional.empty()
        : Optional.of("it refuses the login with " + reply.code());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private Reply ask(String command) throws IOException {
    wire.write(command);
    return wire.read();
  }

  /** Sends one message; {@code pointOfNoReturn} runs before its first octet goes out. */
  Outcome send(Mail mail, Mailboxes to, Runnable pointOfNoReturn) {
    mails++;
    Optional<Delivery> unfit = to.unfit(offers, mail.message().length);
    if (unfit.isPresent()) {
      return new Outcome.Said(unfit.get());
    }
    octets.set(mail.message());
    boolean gone = false;
    try {
      wire.allow(relay.limits().patience());
      Optional<Outcome> refused = announce(mail, to);
      if (refused.isPresent()) {
        return refused.get();
      }
      usable = false; // until it has the whole message, nothing else can be said
      pointOfNoReturn.run();
      gone = true;
      Duration patience = relay.limits().patience();
      wire.allow(patience.plus(patience));
      wire.write(octets);
      Reply reply = wire.read();
      halfDone = false;
      usable = !reply.isFarewell();
      return new Outcome.Said(reply.delivery(mail));
    } catch (IOException e) {
      usable = false;
      return gone
          ? new Outcome.Unknown()
          : new Outcome.Unsent("the connection broke (" + e.getClass().getSimpleName() + ")");
    } finally {
      octets.wipe();
      wire.idle();
      idleSince = System.nanoTime();
    }
  }

  /** The envelope, up to the relay's leave to send the message; else what it said instead. */
  private Optional<Outcome> announce(Mail mail, Mailboxes to) throws IOException {
    String reset = halfDone ? "RSET\r\n" : "";
    String from = to.from(offers, octets.length());
    String rcpt = "RCPT TO:<" + to.recipient() + ">\r\n";
    boolean together = offers.containsKey("PIPELINING");
    wire.write(together ? reset + from + rcpt + "DATA\r\n" : reset.isEmpty() ? from : reset);
    if (halfDone) {
      Reply clear = wire.read();
      if (!clear.isPositive()) {
        return Optional.of(unwilling("RSET", clear, mail));
      }
      if (!together) {
        wire.write(from);
      }
    }
    halfDone = true;
    Reply sender = wire.read();
    if (!together && sender.isPositive()) {
      wire.write(rcpt);
    }
    Reply recipient = together || sender.isPositive() ? wire.read() : sender;
    if (!together && sender.isPositive() && recipient.isPositive()) {
      wire.write("DATA\r\n");
    }
    boolean asked = together || (sender.isPositive() && recipient.isPositive());
    Reply data = asked ? wire.read() : recipient;
    if (!sender.isPositive() || !recipient.isPositive()) {
      if (asked && data.code() == 354) {
        ask(".\r\n"); // RFC 2920 §3.1: it wants the end of a message that it does not want
      }
      return Optional.of(refusal(sender, recipient, mail));
    }
    if (data.code() != 354) {
      return Optional.of(about(data, mail, "DATA"));
    }
    return Optional.empty();
  }

  private Outcome refusal(Reply sender, Reply recipient, Mail mail) {
    if (sender.isPositive()) {
      return about(recipient, mail, "RCPT TO");
    }
    boolean tooLarge = sender.code() == 552; // RFC 1870: that is about this message
    return tooLarge
        ? new Outcome.Said(sender.delivery(mail))
        : unwilling("MAIL FROM", sender, mail);
  }

  private Outcome about(Reply reply, Mail mail, String command) {
    return reply.isFarewell()
        ? unwilling(command, reply, mail)
        : new Outcome.Said(reply.delivery(mail));
  }

  private Outcome unwilling(String command, Reply reply, Mail mail) {
    usable = !reply.isFarewell();
    String why = "it answers " + command + " with " + reply.code() + " " + reply.status();
    return new Outcome.Unwilling(why.strip(), reply.delivery(mail));
  }

  boolean isUsable() {
    return usable && mails < relay.limits().mailsPerSession();
  }

  boolean isNew() {
    return mails == 0;
  }

  boolean isOverdue(long now) {
    return wire.isOverdue(now);
  }

  boolean isIdleFor(Duration time, long now) {
    return now - idleSince > time.toNanos();
  }

  /** Takes leave, without waiting for the answer. */
  void leave() {
    try (wire) {
      wire.allow(relay.limits().patience());
      wire.write("QUIT\r\n");
    } catch (IOException e) {
      usable = false; // it left first
    }
  }

  /** Cuts the connection; whoever waits on it is told so. */
  @Override
  public void close() {
    wire.close();
  }
}
