package press.tamizdat.desk.flow;

import java.util.List;
import java.util.Map;

/**
 * The planning board.
 *
 * @param days whether it is ordered by day
 * @param columns by state, or by day
 * @param address of this view with its filters, for forms to come back to
 * @param language the one that is looked at; empty for all
 * @param languages that the publication appears in: names by tag
 * @param sections names by slug
 * @param zone the time zone that all times are in
 * @param before address of the week before, in the view by day
 * @param after address of the week after
 * @param fresh whether there is no article at all yet
 */
public record BoardView(
    boolean days,
    List<Column> columns,
    String address,
    String language,
    String section,
    boolean mine,
    Map<String, String> languages,
    Map<String, String> sections,
    String zone,
    String before,
    String after,
    boolean fresh) {

  /**
   * A column of cards.
   *
   * @param name as shown
   * @param state of the style sheet; empty for a day
   * @param empty what it says when nothing is in it
   * @param today whether it is the day that is
   * @param more whether there are more than are shown
   */
  public record Column(
      String name, String state, String empty, boolean today, boolean more, List<CardView> cards) {}

  public boolean filtered() {
    return mine || !language.isEmpty() || !section.isEmpty();
  }
}
