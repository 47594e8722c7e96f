package press.tamizdat.letter.roll;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.mail.Delivery;
import press.tamizdat.platform.mail.MailRoute;
import press.tamizdat.platform.mail.MailThrottle;
import press.tamizdat.post.Handled;
import press.tamizdat.post.Handler;
import press.tamizdat.trust.envelope.Envelope;
import press.tamizdat.trust.sealing.SealingKey;

/**
 * Takes a sign-up: keeps the address sealed and sends the mail that asks for a confirmation.
 *
 * <p>It does so whether the address is on the roll or not, because it cannot know.
 */
final class SignUp implements Handler {
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final Roll roll;
  private final Waiting waiting;
  private final MailThrottle throttle;
  private final ConfirmationMail mail;
  private final MailRoute route;
  private final SealingKey rollKey;
  private final SealingKey dropbox;
  private final Supplier<Publication> publication;
  private final Clock clock;

  SignUp(
      Roll roll,
      Waiting waiting,
      MailThrottle throttle,
      ConfirmationMail mail,
      MailRoute route,
      SealingKey rollKey,
      SealingKey dropbox,
      Supplier<Publication> publication,
      Clock clock) {
    this.roll = roll;
    this.waiting = waiting;
    this.throttle = throttle;
    this.mail = mail;
    this.route = route;
    this.rollKey = rollKey;
    this.dropbox = dropbox;
    this.publication = publication;
    this.clock = clock;
  }

  /** What came of asking for a confirmation. */
  enum Outcome {
    SENT,
    /** This mailbox was asked within a day. */
    ASKED_ALREADY,
    /** Not now. */
    HELD,
    /** There is no such mailbox. */
    NO_MAILBOX
  }

  @Override
  public Handled handle(Envelope envelope) {
    return switch (Asked.read(envelope, publication.get())) {
      case Asked.Reading.Unusable(String why) -> new Handled.Refused(why);
      case Asked.Reading.Read(Asked asked) ->
          waiting.has(asked.envelope()) // a repeat
              ? Handled.done()
              : handle(asked);
    };
  }

  private Handled handle(Asked asked) {
    return switch (ask(asked)) {
      case SENT -> Handled.done();
      case ASKED_ALREADY -> new Handled.Refused("the mailbox was asked for a confirmation today");
      case NO_MAILBOX -> new Handled.Refused("the relay knows that there is no such mailbox");
      case HELD -> {
        waiting.keep(asked, PAUSE, dropbox);
        yield Handled.done();
      }
    };
  }

  /** Asks for a confirmation, if limits and relays allow it now. */
  Outcome ask(Asked asked) {
    return switch (throttle.ask(asked.address())) {
      case HAD_ONE -> Outcome.ASKED_ALREADY;
      case FULL -> Outcome.HELD;
      case MAY -> send(asked);
    };
  }

  private Outcome send(Asked asked) {
    boolean sent = false;
    try {
      String id =
          roll.signUp(
              asked.envelope(), SealedAddress.seal(asked.address(), rollKey), asked.choice());
      Outcome outcome =
          switch (route.send(mail.write(asked, id, publication.get(), clock.instant()))) {
            case Delivery.Accepted _ -> Outcome.SENT;
            case Delivery.Deferred _ -> Outcome.HELD;
            case Delivery.Refused _ -> {
              boolean _ = roll.leave(id);
              yield Outcome.NO_MAILBOX;
            }
          };
      sent = outcome != Outcome.HELD;
      return outcome;
    } finally {
      if (!sent) {
        throttle.takeBack(asked.address());
      }
    }
  }
}
