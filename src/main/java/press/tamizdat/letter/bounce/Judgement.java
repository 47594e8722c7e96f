package press.tamizdat.letter.bounce;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server's reply means for the mailbox. */
final class Judgement {
  /** More of a reply is not looked at. */
  private static final int MOST = 4000;

  private static final Pattern REPLY =
      Pattern.compile("(?<![0-9.#:/-])([45])[0-9]{2}(?=[ -]\\S)(?!-[0-9]+-)");

  /**
   * The dialogue ended before a recipient was named: the sender is not wanted, whoever is written
   * to.
   */
  private static final Pattern BEFORE_RECIPIENT =
      Pattern.compile(
          "(?:after|in reply to|response to|like our|>>>) (?:the )?(?:mail from|mail command|ehlo|helo|"
              + "initial connection|connect)|my name was rejected|(?:in reply to|after) (?:the )?greeting");

  /** It was the recipient that was refused. */
  private static final Pattern AT_RECIPIENT =
      Pattern.compile(
          "(?:after|in reply to|response to|like our|>>>) (?:the )?rcpt(?: to)?\\b|smtp:rcpt|server has rejected address|rcpt to response|does not like recipient|\\[rcpt_to\\]");

  /** The recipient was taken, and refused with the message: filters do so, under false names. */
  private static final Pattern AFTER_RECIPIENT =
      Pattern.compile(
          "(?:in reply to|response to|after|like our) (?:the )?(?:end of )?data|>>> (?:data|\\.)|"
              + "smtp command data|failed after i sent the message|after end of message");

  /** A reply that repeats the path which it refuses (RFC 5321 §4.1.1.3), as replies to RCPT do. */
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b550 (?:5\\.[01]\\.[01] )?<[^<>\\s]{3,250}>(?::|\\.\\.\\.) user unknown",
          Pattern.CASE_INSENSITIVE);

  /** No filter says so much. */
  private static final Pattern IN_PLAIN_WORDS =
      Pattern.compile(
          "(?:doesn't|does not) have an? \\S{1,60} account|account does not exist at the organi|"
              + "address (?:couldn't|could not) be found(?!, or)|recipient name is not recogni[sz]ed|^542 @@|(?:local|postfix); ?unknown user|mail\\.local: unknown user");

  /** What the rest of a notice may say of a mailbox that a server calls unknown. */
  private static final Set<Reason> CLOSED = Set.of(Reason.SUSPENDED, Reason.MAILBOX_FULL);

  private Judgement() {}

  /**
   * Judges a reply.
   *
   * @param said the status that stands beside the reply
   * @param around where the dialogue is told, which says after which command the reply came
   * @param reported whether a report says that this recipient failed
   */
  static Reason of(String reply, Optional<Status> said, String around, boolean reported) {
    String text = reply.substring(0, Math.min(reply.length(), MOST));
    String plain = Phrases.plain(text);
    Optional<Status> own = Status.in(text).filter(Status::says).or(() -> said);
    Reason reason =
        Phrases.in(plain).orElseGet(() -> own.map(Status::reason).orElse(Reason.UNCLEAR));
    return reason.verdict() == Verdict.PERMANENT
        ? cautious(reason, text, own, around, reported)
        : reason;
  }

  /** Nobody goes for good on a reply that is for now, or that came at another step. */
  private static Reason cautious(
      Reason reason, String text, Optional<Status> own, String around, boolean reported) {
    String dialogue = Phrases.plain(around.substring(0, Math.min(around.length(), MOST)));
    if (BEFORE_RECIPIENT.matcher(dialogue).find()) {
      return Reason.SENDER_REFUSED;
    }
    if (own.isPresent() && own.get().subject() == 7 && reason != Reason.TAKES_NO_MAIL) {
      return Reason.UNCLEAR;
    }
    Optional<Reason> told = Phrases.in(dialogue).filter(CLOSED::contains);
    if (told.isPresent()) {
      return told.get();
    }
    boolean named = own.isPresent() && own.get().subject() == 1 && own.get().says();
    if (forNow(text) || own.filter(s -> s.kind() == 4).isPresent()) {
      // Some repeat "unknown user, for now" until the other side's queue gives up.
      return named && reported && reason == Reason.USER_UNKNOWN ? reason : Reason.UNCLEAR;
    }
    return named || reason != Reason.USER_UNKNOWN || refused(own, text, dialogue, reported)
        ? reason
        : Reason.UNCLEAR;
  }

  /**
   * Whether "unknown user" without a code that says so may be believed: some filters answer with it
   * to what they only dislike, and do so once they have the message.
   */
  private static boolean refused(
      Optional<Status> own, String text, String dialogue, boolean reported) {
    if (AT_RECIPIENT.matcher(dialogue).find() || IN_PLAIN_WORDS.matcher(dialogue).find()) {
      return true;
    }
    boolean mailbox = own.isPresent() && own.get().subject() == 2;
    return reported
        && !mailbox
        && !AFTER_RECIPIENT.matcher(dialogue).find()
        && NAMED.matcher(text).find();
  }

  private static boolean forNow(String text) {
    Matcher code = REPLY.matcher(text);
    return code.find() && code.group(1).equals("4");
  }

  /**
   * Whether a reply has been judged as far as it goes, so that other texts must not overrule it.
   */
  static boolean decided(String reply) {
    return Phrases.in(Phrases.plain(reply)).isPresent();
  }
}
