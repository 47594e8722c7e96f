package press.tamizdat.desk.numbers;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * A line as high as a line of text that shows how reading went, for lists and margins. Show it with
 * {@code @template.desk.numbers.spark(spark = ..., label = ...)}; the label says the number.
 *
 * @param points of the SVG polyline, in a drawing of 100 by 20 units
 */
public record Spark(String points) {
  private static final int WIDTH = 100;
  private static final int HEIGHT = 20;
  private static final int EDGE = 2;

  /**
   * @param numbers the oldest first
   * @param rightToLeft whether time runs to the left
   */
  public static Spark of(List<Long> numbers, boolean rightToLeft) {
    long top = Math.max(1, numbers.stream().mapToLong(n -> n).max().orElse(1));
    int steps = Math.max(1, numbers.size() - 1);
    StringJoiner points = new StringJoiner(" ");
    for (int i = 0; i < numbers.size(); i++) {
      double along = EDGE + (double) (WIDTH - 2 * EDGE) * i / steps;
      double up = (double) (HEIGHT - 2 * EDGE) * numbers.get(i) / top;
      points.add(
          String.format(
              Locale.ROOT, "%.1f,%.1f", rightToLeft ? WIDTH - along : along, HEIGHT - EDGE - up));
    }
    return new Spark(points.toString());
  }
}
