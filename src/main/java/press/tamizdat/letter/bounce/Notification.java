package press.tamizdat.letter.bounce;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What some providers post instead of a report: a text of JSON about one message. */
final class Notification {
  private static final Pattern KIND =
      Pattern.compile(
          "\"(?:notificationType|eventType)\"\\s{0,5}:\\s{0,5}\"(Bounce|Complaint|Delivery)\"");
  private static final Pattern SAID =
      Pattern.compile("\"(?:status|diagnosticCode)\"\\s{0,5}:\\s{0,5}\"([^\"]{1,500})\"");

  private Notification() {}

  static Optional<Reason> in(String body) {
    Matcher kind = KIND.matcher(body);
    if (!kind.find()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (kind.group(1)) {
          case "Complaint" -> Reason.COMPLAINT;
          case "Delivery" -> Reason.DELIVERED;
          default -> bounce(body);
        });
  }

  private static Reason bounce(String body) {
    String said =
        SAID.matcher(body)
            .results()
            .limit(4)
            .map(m -> m.group(1))
            .collect(Collectors.joining("\n"));
    return Judgement.of(said, Optional.empty(), said, true);
  }
}
