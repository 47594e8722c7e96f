package press.tamizdat.desk.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line over months, in a drawing of {@link #WIDTH} by {@link #HEIGHT} units that is stretched to
 * the place it has; so it holds no letters, which stand around it.
 *
 * @param top the number at the upper edge, a round one
 * @param points as {@code polyline} has them
 */
public record Lines(long top, String points, String area) {
  public static final int WIDTH = 300;
  public static final int HEIGHT = 100;

  /**
   * @param values the oldest first
   * @param top a round number, no smaller than any of them
   */
  static Lines of(List<Long> values, long top, boolean rightToLeft) {
    List<String> points = new ArrayList<>();
    double step = values.size() < 2 ? 0 : (double) WIDTH / (values.size() - 1);
    for (int i = 0; i < values.size(); i++) {
      double x = rightToLeft ? WIDTH - i * step : i * step;
      double y = HEIGHT - HEIGHT * (double) values.get(i) / Math.max(1, top);
      points.add(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
    }
    if (values.size() == 1) {
      points.add(points.getFirst().replaceFirst("^[0-9.]+", String.valueOf(WIDTH)));
    }
    String line = String.join(" ", points);
    String first = points.isEmpty() ? "0" : points.getFirst().split(",")[0];
    String last = points.isEmpty() ? "0" : points.getLast().split(",")[0];
    return new Lines(top, line, line + " " + last + "," + HEIGHT + " " + first + "," + HEIGHT);
  }
}
