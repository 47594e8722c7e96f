package press.tamizdat.edition.page;

import java.util.ArrayList;
import java.util.List;
import press.tamizdat.article.published.PublishedCard;

/**
 * One page of a list that grows at its head.
 *
 * <p>The current page, number 0, shows the newest {@link Pages#LIST}. Archive pages are numbered
 * from the oldest: page 1 has the first {@code LIST} stories ever, page 2 the next, each exactly so
 * many, so that a new story does not move the old ones. The newest archive page shares some stories
 * with the current one; it changes once, when the page after it appears.
 *
 * @param number 0 for the current page
 * @param total how many stories the whole list has
 * @param cards of this page, newest first
 */
public record ListSlice(int number, int total, List<PublishedCard> cards) {

  /** How many archive pages a list of so many stories has. */
  public static int archivePages(int total) {
    return Math.max(0, Math.ceilDiv(total - Pages.LIST, Pages.LIST));
  }

  /** Every page of a list, the current one first, then 1, 2, 3. */
  public static List<ListSlice> all(List<PublishedCard> newestFirst) {
    int total = newestFirst.size();
    var all = new ArrayList<ListSlice>();
    for (int number = 0; number <= archivePages(total); number++) {
      int from = firstOf(number, total);
      all.add(
          new ListSlice(
              number, total, newestFirst.subList(from, Math.min(total, from + Pages.LIST))));
    }
    return all;
  }

  /** Where a page begins in the list, counted from the newest. */
  public static int firstOf(int number, int total) {
    return number == 0 ? 0 : total - number * Pages.LIST;
  }

  int archivePages() {
    return archivePages(total);
  }
}
