package press.tamizdat.letter.issue;

import java.util.List;
import java.util.Optional;
import press.tamizdat.platform.text.Messages;

/**
 * What the template of an HTML letter prints.
 *
 * @param ahead what a list of mails shows beside the subject
 * @param opening HTML, ready to print
 * @param edition a sentence with its number
 * @param archived where the issue stands on the site
 * @param leave where one stops the letter; {@code manage} where one changes it
 */
public record MailView(
    Messages words,
    String subject,
    String ahead,
    String site,
    String paper,
    String letter,
    String date,
    String opening,
    List<Group> groups,
    String edition,
    List<Address> addresses,
    String archived,
    String why,
    String leave,
    String manage) {

  public String say(String key) {
    return words.say(key);
  }

  public String language() {
    return words.language().tag();
  }

  public String direction() {
    return words.language().direction();
  }

  /** Articles of one section; the title may be empty. */
  public record Group(String title, List<Story> stories) {}

  /** A place where the publication can be read. */
  public record Address(String href, String text) {}

  /**
   * An article.
   *
   * @param body HTML, ready to print; empty for a summary
   * @param cut whether the body ends before the article does
   */
  public record Story(
      String id,
      String href,
      String headline,
      String standfirst,
      String by,
      Optional<Picture> photo,
      boolean whole,
      String body,
      boolean cut) {}

  /** A photo of the edition, as wide as the letter. */
  public record Picture(String src, int width, int height, String alternative, String caption) {}
}
