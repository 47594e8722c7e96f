package press.tamizdat.letter.bounce;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An enhanced status code (RFC 3463), such as 5.1.1.
 *
 * @param kind 2 success, 4 for now, 5 for good
 */
record Status(int kind, int subject, int detail) {
  private static final Pattern CODE =
      Pattern.compile("(?<![0-9.])([245])\\.([0-9])\\.([0-9]{1,3})(?![0-9]|\\.[0-9])");

  /** The first of a text that says more than x.0.0, or else the first. */
  static Optional<Status> in(String text) {
    Optional<Status> first = Optional.empty();
    Matcher found = CODE.matcher(text);
    while (found.find()) {
      Status status =
          new Status(
              Integer.parseInt(found.group(1)),
              Integer.parseInt(found.group(2)),
              Integer.parseInt(found.group(3)));
      if (status.says()) {
        return Optional.of(status);
      }
      first = first.or(() -> Optional.of(status));
    }
    return first;
  }

  /** Whether it is more than "something is wrong". */
  boolean says() {
    return subject != 0;
  }

  boolean is(int otherSubject, int otherDetail) {
    return subject == otherSubject && detail == otherDetail;
  }

  /** What the registry of codes says (RFC 3463 §3, RFC 7505, RFC 7372 and others). */
  Reason reason() {
    if (kind == 2) {
      return Reason.DELIVERED;
    }
    Reason reason = lasting();
    // What is "for now" is never for good, whatever the rest of the code says.
    return kind == 4 && reason.verdict() == Verdict.PERMANENT ? Reason.UNCLEAR : reason;
  }

  private Reason lasting() {
    return switch (subject) {
      case 1 ->
          switch (detail) {
            case 1, 3 -> Reason.USER_UNKNOWN;
            case 2 -> Reason.HOST_UNKNOWN;
            case 6 -> Reason.MOVED;
            case 7, 8 -> Reason.SENDER_REFUSED;
            case 10 -> Reason.TAKES_NO_MAIL;
            default -> Reason.UNCLEAR;
          };
      case 2 ->
          switch (detail) {
            case 1 -> Reason.SUSPENDED;
            case 2 -> Reason.MAILBOX_FULL;
            case 3 -> Reason.CONTENT_REFUSED;
            default -> Reason.UNCLEAR;
          };
      case 3 -> detail == 4 ? Reason.CONTENT_REFUSED : Reason.SYSTEM;
      case 4 ->
          switch (detail) {
            case 4 -> Reason.HOST_UNKNOWN;
            case 0 -> Reason.UNCLEAR;
            default -> Reason.UNREACHABLE;
          };
      case 5 -> detail == 0 ? Reason.UNCLEAR : Reason.SYSTEM;
      case 6 -> Reason.CONTENT_REFUSED;
      case 7 -> Reason.SENDER_REFUSED;
      default -> Reason.UNCLEAR;
    };
  }
}
