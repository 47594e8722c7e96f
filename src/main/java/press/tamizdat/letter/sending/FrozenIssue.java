package press.tamizdat.letter.sending;

import java.util.Map;
import press.tamizdat.platform.text.Language;

/**
 * An issue as it is sent, and nothing in it changes any more. Its HTML and its text hold the slot
 * {@code {{link}}} where a subscriber's token goes.
 *
 * @param id as {@code press.tamizdat.trust.Ids} makes it
 * @param letter its slug
 * @param fromName beside the address of {@code From:}
 * @param headers further headers, such as {@code Archived-At}
 */
public record FrozenIssue(
    String id,
    String letter,
    int number,
    Language language,
    String fromName,
    String subject,
    String html,
    String text,
    Map<String, String> headers) {}
