package press.tamizdat.letter.bounce;

import java.util.Locale;
import java.util.regex.Pattern;
import press.tamizdat.platform.mail.reading.Fields;
import press.tamizdat.platform.mail.reading.Part;

/** Who wrote a message: a mail system, or a person whose words must not be taken for a notice. */
final class Origin {
  private static final Pattern DAEMON =
      Pattern.compile(
          "mailer-?daemon|post_?master|mail delivery (?:sub)?system|mail administrator|mail-?admin|bounce|mdaemon|double-bounce|"
              + "(?:mail|message) (?:deliver|transport|router)|internet mail (?:service|delivery)|system administrator|delivery (?:status|agent|failure)");

  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?:un)?deliver(?:y|able|ed)|returned (?:mail|to sender)|return(?:ed)? mail|failure notice|failed mail|mail (?:could not|cannot|not|system|error|failure)|"
              + "delivery (?:status|failure|failed|report|problem|error)|could not be (?:sent|delivered)|not (?:be )?delivered|bounce|rejected|blocked|warning: (?:message|could)|"
              + "nondeliverable|non remis|unzustellbar|недоставлен|не доставлен|配信不能|配信できません|エラーメール|you .{1,80} (?:are )?not member");

  private static final Pattern OPENING =
      Pattern.compile(
          "this is (?:the|a) (?:mail|qmail|delivery|automat|courier|postfix)|(?:could|can|was|were|is) ?n[o']t (?:be )?deliver|undeliverable|"
              + "delivery (?:has |to the following )|failed permanently|permanent (?:fatal )?error|were not delivered|not able to deliver|unable to deliver|"
              + "did not reach|mail delivery|following (?:recipient|address)");

  private Origin() {}

  /** Whether it comes from the mail system itself, by who it says it is from. */
  static boolean isDaemon(Fields fields) {
    String from = fields.text("from").toLowerCase(Locale.ROOT);
    return from.isBlank()
        || DAEMON.matcher(from).find()
        || fields.first("x-failed-recipients").isPresent();
  }

  static boolean isMachine(Part message, String text) {
    Fields fields = message.fields();
    if (isDaemon(fields) || fields.first("return-path").filter(p -> p.equals("<>")).isPresent()) {
      return true;
    }
    String opening = Phrases.plain(text.substring(0, Math.min(text.length(), 1000)));
    String subject = fields.text("subject").toLowerCase(Locale.ROOT);
    boolean titled = SUBJECT.matcher(subject).find() && !subject.startsWith("re:");
    boolean answers = fields.first("in-reply-to").isPresent();
    return titled || (!answers && OPENING.matcher(opening).find());
  }
}
