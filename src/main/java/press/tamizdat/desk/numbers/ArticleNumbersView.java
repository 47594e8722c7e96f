package press.tamizdat.desk.numbers;

import java.util.List;
import press.tamizdat.desk.flow.Heading;

/**
 * The numbers of one article.
 *
 * @param parts its pages, where it has more than one
 */
public record ArticleNumbersView(
    Heading heading,
    String published,
    String all,
    String today,
    ChartView chart,
    List<NumbersView.Part> parts) {
  public ArticleNumbersView {
    parts = List.copyOf(parts);
  }
}
