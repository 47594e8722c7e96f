package press.tamizdat.edition.page.view;

import java.util.List;
import java.util.Optional;

/**
 * One part of an article, or of another page of running text.
 *
 * @param body HTML, ready to print
 * @param start the first part
 * @param opening what only the first part begins with
 * @param ending what only the last part ends with
 * @param part such as "Part 2 of 3", empty when there is only one
 * @param structured JSON-LD, safe inside a script element; may be empty
 */
public record Story(
    Frame frame,
    Optional<Link> section,
    String kicker,
    String headline,
    String start,
    Optional<Opening> opening,
    String part,
    Optional<Link> previous,
    Optional<Link> next,
    String body,
    Optional<Ending> ending,
    String structured) {

  /**
   * @param reading such as "4 minutes' read"
   * @param updated absent when nothing changed since it was published
   * @param correction leads to the corrections
   */
  public record Opening(
      String standfirst,
      List<Link> bylines,
      String dateline,
      Moment published,
      Optional<Moment> updated,
      Optional<Link> correction,
      String reading,
      List<Foreign> translations,
      Optional<Picture> lead,
      String caption,
      String credit) {}

  /**
   * @param support where the reader can help; absent when there is no such page
   * @param letter the page of the regular letter; absent when there is none
   * @param signUp in its place, where there is room
   */
  public record Ending(
      List<Link> topics,
      Optional<Appeal> appeal,
      Optional<Link> support,
      List<Card> related,
      Optional<Link> letter,
      Optional<SignUp> signUp) {}

  /**
   * @param body HTML, ready to print
   */
  public record Appeal(String title, String body) {}
}
