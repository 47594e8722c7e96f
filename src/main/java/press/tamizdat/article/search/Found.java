package press.tamizdat.article.search;

import java.util.List;
import java.util.Map;
import press.tamizdat.article.Newest;

/**
 * What was found.
 *
 * @param total how many there are, beside those that are shown
 * @param states how many there are in each state, whichever states were asked for
 * @param waiting how many articles are not in the index yet, or in an older form; 0 nearly always
 */
public record Found(List<Hit> hits, int total, Map<String, Integer> states, int waiting) {
  /**
   * An article.
   *
   * @param headline cut where words were found
   * @param excerpt the place that answers best; without words, the standfirst or the beginning
   */
  public record Hit(Newest article, List<Piece> headline, List<Piece> excerpt) {}
}
