package press.tamizdat.letter.issue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Messages;

/** The words of letters, from {@code messages/letter_<language>.properties}. */
public final class Words {
  private Words() {}

  /**
   * @throws IllegalArgumentException for a language that the program does not speak
   */
  public static Messages in(Language language) {
    return Messages.of(language, List.of("letter_" + language.tag()));
  }

  static String day(Messages words, Instant at, ZoneId zone) {
    String text =
        DateTimeFormatter.ofPattern(words.say("issue.day"))
            .localizedBy(words.language().locale())
            .format(at.atZone(zone));
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(words.language().locale()) + text.substring(first);
  }
}
