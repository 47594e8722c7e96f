package press.tamizdat.letter.bounce;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import press.tamizdat.platform.mail.reading.Part;

/**
 * Whom a notice is about, by random ids alone.
 *
 * @param issue as the return path names it; empty if the return path was not to be found
 */
public record About(String subscriber, String issue) {
  private static final String ID = "([a-z2-7]{26})";

  /** {@code b-<subscriber>-<issue number, base 36>@}. */
  private static final Pattern RETURN_PATH =
      Pattern.compile("(?<![a-z0-9])b-" + ID + "-([0-9a-z]{1,12})@");

  /** {@code <issue.subscriber@}. */
  private static final Pattern MESSAGE_ID = Pattern.compile("<[a-z2-7]{26}\\." + ID + "@");

  private static final Pattern LEAVE_LINK = Pattern.compile("[?&]link=" + ID + "[a-z2-7]{16}");

  private static final List<String> TO =
      List.of("x-original-to", "delivered-to", "envelope-to", "x-envelope-to", "to");

  /**
   * Looks where it was sent to, then where that stands, and then in what came back with it, which
   * is often cut short.
   *
   * @param recipients to whom the envelope was addressed, if that is known
   */
  static Optional<About> of(Part message, Collection<String> recipients) {
    Stream<String> outer =
        Stream.concat(
            recipients.stream(), TO.stream().flatMap(f -> message.fields().all(f).stream()));
    return outer
        .flatMap(text -> returnPath(text).stream())
        .findFirst()
        .or(() -> within(message, About::returnPath))
        .or(() -> within(message, About::messageId))
        .or(() -> within(message, About::leaveLink));
  }

  private interface Look {
    Optional<About> in(String text);
  }

  private static Optional<About> within(Part message, Look look) {
    return message
        .all()
        .flatMap(
            part ->
                Stream.concat(
                    part.fields().all().stream().map(f -> f.value()), Stream.of(part.body())))
        .flatMap(text -> look.in(text).stream())
        .findFirst();
  }

  /** The subscriber and issue of a return path. */
  public static Optional<About> returnPath(String text) {
    Matcher found = RETURN_PATH.matcher(text.toLowerCase(Locale.ROOT));
    return found.find() ? Optional.of(new About(found.group(1), found.group(2))) : Optional.empty();
  }

  private static Optional<About> messageId(String text) {
    return alone(MESSAGE_ID, text);
  }

  private static Optional<About> leaveLink(String text) {
    return alone(LEAVE_LINK, text);
  }

  private static Optional<About> alone(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text.toLowerCase(Locale.ROOT));
    return found.find() ? Optional.of(new About(found.group(1), "")) : Optional.empty();
  }
}
