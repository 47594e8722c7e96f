package press.tamizdat.edition.page.view;

import java.util.List;

/**
 * The front page.
 *
 * @param date of the newest story, may be empty
 * @param columns the newest stories: the lead's column first, because it is read first on a phone
 * @param blocks a place for each section
 */
public record Front(
    Frame frame, String tagline, String date, List<Column> columns, List<Block> blocks)
    implements Framed<Front> {
  @Override
  public Front framed(Frame other) {
    return new Front(other, tagline, date, columns, blocks);
  }

  /**
   * @param name the column's class in the style sheet
   */
  public record Column(String name, boolean leads, List<Card> stories) {}

  /** A section's place on the front page. */
  public record Block(Link section, List<Card> stories) {}
}
