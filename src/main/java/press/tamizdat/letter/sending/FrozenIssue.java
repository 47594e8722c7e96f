package press.tamizdat.letter.sending;

import java.util.Map;
import press.tamizdat.platform.text.Language;

/**
 * An issue of a letter as it goes out: nothing of it changes any more.
 *
 * @param id one of {@link press.tamizdat.trust.Ids}; each message's id is made of it, so that a
 *     message sent twice has the same
 * @param number counts the issues of a letter in a language
 * @param html holds <code>{{link}}</code> wherever the reader's own token goes, such as in {@code
 *     https://news.example/en/letters/manage.html?link={{link}}}; so does the text
 * @param headers further fields of the message, by name
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
    Map<String, String> headers) {
  /** Where the reader's token goes. */
  public static final String LINK = "{{link}}";

  public FrozenIssue {
    headers = Map.copyOf(headers);
  }

  /** Its number as return paths have it. */
  String mark() {
    return mark(number);
  }

  static String mark(long number) {
    return Long.toString(number, 36);
  }
}
