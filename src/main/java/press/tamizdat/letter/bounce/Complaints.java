package press.tamizdat.letter.bounce;

import java.util.Locale;
import java.util.Optional;
import press.tamizdat.platform.mail.reading.Part;

/** Abuse reports (ARF, RFC 5965). */
final class Complaints {
  private Complaints() {}

  /** What it says if it is a report about abuse; empty if it is none. */
  static Optional<Reason> in(Part message) {
    Optional<String> type =
        message
            .all()
            .filter(p -> p.type().equals("message/feedback-report"))
            .map(p -> Part.fieldsOf(p.body()).text("feedback-type").toLowerCase(Locale.ROOT))
            .findFirst();
    if (type.isPresent()) {
      return Optional.of(
          switch (type.get()) {
            case "not-spam" -> Reason.OTHER; // the contrary of a complaint (RFC 6430)
            case "auth-failure", "dmarc" -> Reason.UNSIGNED;
            default -> Reason.COMPLAINT;
          });
    }
    if (message.fields().first("x-hmxmroriginalrecipient").isPresent()) {
      return Optional.of(Reason.COMPLAINT);
    }
    return Optional.empty();
  }
}
