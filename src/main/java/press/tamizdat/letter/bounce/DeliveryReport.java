package press.tamizdat.letter.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import press.tamizdat.platform.mail.reading.Fields;
import press.tamizdat.platform.mail.reading.Part;

/** The part of a delivery status notification that machines read (RFC 3464 §2.3). */
record DeliveryReport(List<Line> recipients) {
  private static final Pattern BLANK = Pattern.compile("\\n[ \\t]{0,10}\\n");
  private static final int MOST_BLOCKS = 50;

  /**
   * What became of one recipient.
   *
   * @param action such as {@code failed}, in lower case; may be empty
   * @param diagnostic what the other server said, without its type; may be empty
   */
  record Line(String action, Optional<Status> status, String diagnostic) {
    /** Whether it got there, or at least went on. */
    boolean delivered() {
      return action.equals("delivered") || action.equals("relayed") || action.equals("expanded");
    }

    boolean delayed() {
      return action.equals("delayed");
    }
  }

  /** Reads blocks that blank lines part; those that tell of no recipient are passed over. */
  static DeliveryReport read(String text) {
    List<Line> lines = new ArrayList<>();
    for (String block : BLANK.split(text.strip(), MOST_BLOCKS)) {
      Fields fields = Part.fieldsOf(block);
      String action = fields.text("action").toLowerCase(Locale.ROOT).replaceAll("[^a-z].*", "");
      Optional<Status> status = fields.first("status").flatMap(Status::in);
      String diagnostic = diagnostic(fields);
      if (!action.isEmpty() || status.isPresent() || !diagnostic.isEmpty()) {
        lines.add(new Line(action, status, diagnostic));
      }
    }
    return new DeliveryReport(List.copyOf(lines));
  }

  /** Some write the field twice: the one that has a code in it counts. */
  private static String diagnostic(Fields fields) {
    List<String> all =
        fields.all("diagnostic-code").stream()
            .map(d -> d.replaceFirst("^[A-Za-z0-9-]{1,40}\\s*;\\s*", ""))
            .toList();
    return String.join("\n", all);
  }
}
