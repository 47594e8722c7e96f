package press.tamizdat.article.published;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import press.tamizdat.platform.text.Language;

/**
 * An issue of a letter that went out, as the archive prints it.
 *
 * @param letter its slug
 * @param number of the issue, from 1
 * @param sent when the sending began
 * @param edition the number of the edition that was the newest then
 * @param opening HTML of the house's subset, may be empty
 * @param entries in the letter's order
 */
public record PublishedLetter(
    String letter,
    int number,
    Language language,
    String subject,
    Instant sent,
    long edition,
    String opening,
    List<Entry> entries) {

  /**
   * An article in a letter, in the words that the letter had.
   *
   * @param section its slug
   * @param card the article as it stands now; empty once it is taken down
   */
  public record Entry(
      String article,
      String section,
      String headline,
      String standfirst,
      Optional<PublishedCard> card) {}

  /** As much of an issue as a list shows. */
  public record Line(String letter, int number, Language language, String subject, Instant sent) {}
}
