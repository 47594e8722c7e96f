package press.tamizdat.letter.bounce;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import press.tamizdat.platform.mail.reading.Part;

/** Reads messages that came to a return path. */
public final class BounceReading {
  /** More of a message is not looked at: what matters stands in front. */
  public static final int MOST_BYTES = 2 << 20;

  private static final int MOST_TEXT = 20_000;
  private static final int MOST_REPLIES = 20;

  /** Where the copy of the message begins in a text without parts. */
  private static final Pattern COPY =
      Pattern.compile(
          "(?im)^[ \\t>]{0,8}(?:[-=*_ ]{2,60}(?:this is a copy|below this line is a copy|the header of the original|original message|"
              + "(?:the )?(?:returned|unsent|original|rejected|failed) message|message headers?|header of|begin (?:of )?message|transcript of message|returned mail)"
              + "|message headers? follow|original message (?:headers?|follows)|the original message (?:headers|follows)|"
              + "(?:return-path|received|dkim-signature|x-received):[ \\t])");

  /** Where a report stands in a text that is not marked as one. */
  private static final Pattern WRITTEN =
      Pattern.compile("(?im)^[ \\t]{0,8}(?:final-recipient|diagnostic-code|original-recipient):");

  private static final Pattern REPORT =
      Pattern.compile("(?im)^[ \\t]{0,8}(?:reporting-mta|final-recipient|diagnostic-code):");

  /** A reply with what follows it, up to a blank line or the next one. */
  private static final Pattern QUOTED =
      Pattern.compile(
          "(?:(?<![0-9./:-])[45][0-9]{2}(?:[ -][45]\\.[0-9]\\.[0-9]{1,3})?[ -]|#?[45]\\.[0-9]\\.[0-9]{1,3}\\b)(?:[^\\n]{0,400}\\n?(?!\\s{0,5}\\n)){1,6}");

  private BounceReading() {}

  /**
   * Reads a message; any octets will do.
   *
   * @param recipients of the envelope, if they are known
   */
  public static Finding read(byte[] octets, Collection<String> recipients) {
    byte[] some = octets.length > MOST_BYTES ? java.util.Arrays.copyOf(octets, MOST_BYTES) : octets;
    Part message = Part.read(some);
    return new Finding(reason(message), About.of(message, recipients));
  }

  private static Reason reason(Part message) {
    Optional<Reason> apart = Complaints.in(message).or(() -> Notification.in(message.body()));
    if (apart.isPresent()) {
      return apart.get();
    }
    List<Part> parts = own(wrapped(message).orElse(message)).toList();
    String text = text(parts);
    List<DeliveryReport.Line> lines = lines(parts, text);
    if (lines.isEmpty() && Absence.in(message)) {
      return Reason.AWAY;
    }
    if (!lines.isEmpty()) {
      Matcher report = REPORT.matcher(text);
      return reported(lines, report.find() ? text.substring(0, report.start()) : text);
    }
    return Origin.isMachine(message, text) ? told(text, false) : Reason.OTHER;
  }

  /** A notice that was passed on as the attachment of another one. */
  private static Optional<Part> wrapped(Part message) {
    if (message.type().equals("multipart/report")) {
      return Optional.empty();
    }
    return message.parts().stream()
        .filter(p -> p.type().equals("message/rfc822"))
        .flatMap(p -> p.parts().stream())
        .filter(p -> p.type().equals("multipart/report") && Origin.isDaemon(p.fields()))
        .findFirst();
  }

  /** The parts that the writer wrote, without the message that came back. */
  private static Stream<Part> own(Part part) {
    boolean back =
        part.type().startsWith("message/rfc822")
            || part.type().equals("message/global")
            || part.type().endsWith("-headers");
    return back
        ? Stream.empty()
        : Stream.concat(Stream.of(part), part.parts().stream().flatMap(BounceReading::own));
  }

  /** What was written to be read by people, up to the copy of the message. */
  private static String text(List<Part> parts) {
    String plain = texts(parts, "text/plain");
    String text = plain.isBlank() ? Markup.text(texts(parts, "text/html")) : plain;
    Matcher copy = COPY.matcher(text);
    String before = copy.find() ? text.substring(0, copy.start()) : text;
    return before.substring(0, Math.min(before.length(), MOST_TEXT));
  }

  private static String texts(List<Part> parts, String type) {
    return parts.stream()
        .filter(
            p ->
                p.type().equals(type)
                    || (p.type().startsWith("multipart/") && type.equals("text/plain")))
        .map(Part::body)
        .collect(Collectors.joining("\n"));
  }

  /** The report, or what stands in the text as if it were one. */
  private static List<DeliveryReport.Line> lines(List<Part> parts, String text) {
    String report =
        parts.stream()
            .filter(
                p ->
                    p.type().equals("message/delivery-status")
                        || p.type().equals("message/global-delivery-status"))
            .map(Part::body)
            .collect(Collectors.joining("\n\n"));
    if (!report.isBlank()) {
      return DeliveryReport.read(report).recipients();
    }
    Matcher written = WRITTEN.matcher(text);
    return written.find()
        ? DeliveryReport.read(text.substring(written.start())).recipients()
        : List.of();
  }

  private static Reason reported(List<DeliveryReport.Line> lines, String text) {
    // Where one of several got it, or may yet get it, the mailbox behind them works.
    return lines.stream()
        .map(line -> reported(line, text))
        .min(Comparator.comparing(r -> r.verdict() == Verdict.PERMANENT))
        .orElse(Reason.UNCLEAR);
  }

  private static Reason reported(DeliveryReport.Line line, String text) {
    if (line.delivered()) {
      return Reason.DELIVERED;
    }
    Reason reason =
        line.diagnostic().isBlank()
            ? Reason.UNCLEAR
            : Judgement.of(line.diagnostic(), line.status(), line.diagnostic() + "\n" + text, true);
    if (!reason.clear() && !Judgement.decided(line.diagnostic())) {
      reason = told(text, true);
    }
    if (!reason.clear() && line.diagnostic().isBlank()) {
      reason = line.status().map(Status::reason).orElse(reason);
    }
    return line.delayed() && reason.verdict() == Verdict.PERMANENT ? Reason.UNREACHABLE : reason;
  }

  /** Judges by what is written: by the replies that are quoted, or else by all of it. */
  private static Reason told(String text, boolean reported) {
    return replies(text)
        .map(reply -> Judgement.of(reply, Optional.empty(), text, reported))
        .filter(Reason::clear)
        .findFirst()
        .orElseGet(() -> Judgement.of(text, Optional.empty(), text, reported));
  }

  private static Stream<String> replies(String text) {
    return QUOTED.matcher(text).results().limit(MOST_REPLIES).map(found -> found.group());
  }
}
