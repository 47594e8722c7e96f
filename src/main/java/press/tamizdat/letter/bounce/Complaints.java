package press.tamizdat.letter.bounce;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import press.tamizdat.platform.mail.reading.Part;

/** Abuse reports (ARF, RFC 5965), and the same in other clothes. */
final class Complaints {
  /** What a large provider posts instead of a report: JSON with this in it. */
  private static final Pattern NOTIFICATION =
      Pattern.compile("\"(?:notificationType|eventType)\"\\s{0,5}:\\s{0,5}\"(Complaint|Delivery)\"");

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
      // A reader who says that it is no spam has not complained (RFC 6430).
      return Optional.of(type.get().equals("not-spam") ? Reason.OTHER : Reason.COMPLAINT);
    }
    if (message.fields().first("x-hmxmroriginalrecipient").isPresent()) {
      return Optional.of(Reason.COMPLAINT);
    }
    return NOTIFICATION
        .matcher(message.body())
        .results()
        .findFirst()
        .map(found -> found.group(1).equals("Complaint") ? Reason.COMPLAINT : Reason.DELIVERED);
  }
}
