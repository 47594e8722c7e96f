package press.tamizdat.platform.mail;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/**
 * How far a relay goes along with us: it is asked everything up to {@code RCPT TO}, and then {@code
 * RSET}, so that nothing is sent.
 *
 * @param reached the last step that went well
 * @param trouble what went wrong at the next one, without an address or a password; empty if
 *     nothing
 * @param certificateEnds if the connection was secure
 */
public record RelayTrial(Step reached, String trouble, Optional<Instant> certificateEnds) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** In the order in which they are taken. */
  public enum Step {
    NOTHING,
    CONNECTED,
    SECURED,
    LOGGED_IN,
    SENDER_TAKEN,
    RECIPIENT_TAKEN
  }

  public boolean isGood() {
    return trouble.isEmpty();
  }

  /** Tries a relay with a mail of which only the envelope is used. */
  public static RelayTrial of(Relay relay, Mail mail) {
    Trying trying = new Trying(relay, mail);
    ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    try (Wire wire = Wire.to(relay.host(), relay.port(), PATIENCE)) {
      var _ = watch.schedule(wire::close, PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return new RelayTrial(trying.reached, trying.talk(wire), trying.ends);
    } catch (IOException e) {
      return new RelayTrial(trying.reached, words(e), trying.ends);
    } finally {
      var _ = watch.shutdownNow();
    }
  }

  private static String words(IOException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof CertificateExpiredException) {
        return "its certificate has expired";
      }
      if (t instanceof CertPathBuilderException) {
        return "its certificate is of an authority that this machine does not know; if it is your"
            + " own relay, name the certificate in authorities";
      }
    }
    return switch (e) {
      case UnknownHostException _ -> "there is no such host";
      case ConnectException _ -> "nothing answers at its port";
      case SocketTimeoutException _ -> "it does not answer in time";
      case SSLException _ ->
          "the connection cannot be made secure: its certificate is for another name, or it speaks no TLS of today";
      default -> "the connection broke (" + e.getClass().getSimpleName() + ")";
    };
  }

  /** One conversation. */
  private static final class Trying {
    private final Relay relay;
    private final Mail mail;
    private Step reached = Step.NOTHING;
    private Optional<Instant> ends = Optional.empty();
    private List<String> offers = List.of();

    Trying(Relay relay, Mail mail) {
      this.relay = relay;
      this.mail = mail;
    }

    /** What goes wrong; empty if nothing does. */
    String talk(Wire wire) throws IOException {
      reached = Step.CONNECTED;
      if (relay.security() == Relay.Security.TLS) {
        secure(wire);
      }
      Reply greeting = wire.read();
      if (!greeting.isPositive()) {
        return "it greets with " + said(greeting);
      }
      greet(wire);
      if (relay.security() == Relay.Security.STARTTLS) {
        if (!offers("STARTTLS")) {
          return "it does not offer STARTTLS; set its security to \"tls\" if it speaks TLS from the"
              + " first byte (port 465)";
        }
        Reply go = ask(wire, "STARTTLS");
        if (!go.isPositive()) {
          return "it answers STARTTLS with " + said(go);
        }
        secure(wire);
        greet(wire);
      }
      Optional<String> refusal = logIn(wire);
      return refusal.isPresent() ? refusal.get() : envelope(wire);
    }

    private void secure(Wire wire) throws IOException {
      wire.secure(Trusting.sockets(relay.authorities()), relay.host());
      ends = wire.certificate().map(X509Certificate::getNotAfter).map(java.util.Date::toInstant);
      reached = Step.SECURED;
    }

    private void greet(Wire wire) throws IOException {
      wire.write("EHLO " + relay.greeting() + "\r\n");
      offers =
          wire.readAll().stream()
              .map(l -> l.length() > 4 ? l.substring(4).toUpperCase(Locale.ROOT) : "")
              .toList();
    }

    private boolean offers(String word) {
      return offers.stream().anyMatch(o -> o.equals(word) || o.startsWith(word + " "));
    }

    private Optional<String> logIn(Wire wire) throws IOException {
      if (relay.login().isEmpty()) {
        return Optional.empty();
      }
      if (relay.security() == Relay.Security.NONE) {
        return Optional.of(
            "a password is not sent in the clear; set its security to \"starttls\" or \"tls\"");
      }
      Login login = relay.login().get();
      List<String> ways =
          offers.stream()
              .filter(o -> o.startsWith("AUTH "))
              .flatMap(o -> List.of(o.split(" ")).stream())
              .toList();
      Reply reply;
      if (ways.contains("PLAIN")) {
        reply = ask(wire, "AUTH PLAIN " + base64("\0" + login.user() + "\0" + login.password()));
      } else if (ways.contains("LOGIN")) {
        reply = ask(wire, "AUTH LOGIN");
        reply = reply.code() == 334 ? ask(wire, base64(login.user())) : reply;
        reply = reply.code() == 334 ? ask(wire, base64(login.password())) : reply;
      } else {
        return Optional.of("it takes no login by PLAIN or LOGIN");
      }
      if (!reply.isPositive()) {
        return Optional.of(
            "it refuses the login: " + said(reply) + "; look at user and password_file");
      }
      reached = Step.LOGGED_IN;
      return Optional.empty();
    }

    private String envelope(Wire wire) throws IOException {
      Reply sender = ask(wire, "MAIL FROM:<" + mail.returnPath() + ">");
      if (!sender.isPositive()) {
        return "it does not let us send from our return path: " + said(sender);
      }
      reached = Step.SENDER_TAKEN;
      Reply recipient = ask(wire, "RCPT TO:<" + mail.recipient() + ">");
      if (!recipient.isPositive()) {
        return "it does not take mail to our own address: " + said(recipient);
      }
      reached = Step.RECIPIENT_TAKEN;
      Reply _ = ask(wire, "RSET");
      wire.write("QUIT\r\n");
      return "";
    }

    private static Reply ask(Wire wire, String command) throws IOException {
      wire.write(command + "\r\n");
      return wire.read();
    }

    private static String base64(String text) {
      return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String said(Reply reply) {
      String words =
          switch (reply.delivery(mail)) {
            case Delivery.Accepted(String text) -> text;
            case Delivery.Deferred(int _, String status, String text) -> status + " " + text;
            case Delivery.Refused(int _, String status, String text) -> status + " " + text;
          };
      return (reply.code() + " " + words.strip()).strip();
    }
  }
}
