package press.tamizdat.letter.bounce;

import java.util.Locale;
import java.util.regex.Pattern;
import press.tamizdat.platform.mail.reading.Fields;
import press.tamizdat.platform.mail.reading.Part;

/** Answers by a machine in the name of a person (RFC 3834). */
final class Absence {
  private static final Pattern SUBJECT =
      Pattern.compile(
          "^(?:auto(?:matic|mated)?[ -]?(?:re(?:ply|sponse|sponder)|response)|autoreply|out of (?:the )?office|ooo:|away|vacation|on (?:leave|holiday|vacation)"
              + "|abwesen|automatische antwort|r[ée]ponse automatique|absence|risposta automatica|respuesta autom|resposta autom|automatisch antwoord"
              + "|автоответ|автоматический ответ|自動(?:応答|返信)|不在)");

  private Absence() {}

  static boolean in(Part message) {
    Fields fields = message.fields();
    if (Origin.isDaemon(fields)) {
      return false;
    }
    String subject = fields.text("subject").toLowerCase(Locale.ROOT).strip();
    String submitted = fields.text("auto-submitted").toLowerCase(Locale.ROOT);
    return submitted.startsWith("auto-replied")
        || fields.first("x-autoreply").isPresent()
        || fields.first("x-autorespond").isPresent()
        || fields.first("x-autoreply-domain").isPresent()
        || fields.text("precedence").toLowerCase(Locale.ROOT).startsWith("auto")
        || SUBJECT.matcher(subject).find();
  }
}
