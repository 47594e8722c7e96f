package press.tamizdat.desk.numbers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A bar for each day, in a drawing of {@link #WIDTH} by {@link #HEIGHT} units that is stretched to
 * the place it has; so it holds no letters, which stand around it.
 *
 * @param top the number at the upper edge, a round one
 * @param bars the oldest first, from the side where reading begins
 */
public record BarChart(long top, List<Bar> bars) {
  public static final int WIDTH = 300;
  public static final int HEIGHT = 100;

  public BarChart {
    bars = List.copyOf(bars);
  }

  /** In the drawing's units; {@code y} is that of the bar's upper edge. */
  public record Bar(LocalDate day, long reads, double x, double y, double width, double height) {}

  /**
   * @param rightToLeft whether time runs to the left, as lines of text do
   */
  public static BarChart of(List<DayReads> days, boolean rightToLeft) {
    long most = days.stream().mapToLong(DayReads::reads).max().orElse(0);
    long top = roundUp(most);
    double step = (double) WIDTH / Math.max(1, days.size());
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      int place = rightToLeft ? days.size() - 1 - i : i;
      long reads = days.get(i).reads();
      double height = round(HEIGHT * (double) reads / top);
      bars.add(
          new Bar(
              days.get(i).day(),
              reads,
              round(place * step + step * 0.1),
              round(HEIGHT - height),
              round(step * 0.8),
              height));
    }
    return new BarChart(top, bars);
  }

  /** The next round number that has a half: 4, 6, 8, 10, 12, 16, 20, 24, 30, 40 and so on. */
  static long roundUp(long number) {
    for (long ten = 1; ; ten *= 10) {
      for (long times : new long[] {4, 6, 8, 10, 12, 16, 20, 24, 30}) {
        if (ten * times >= number) {
          return ten * times;
        }
      }
    }
  }

  private static double round(double number) {
    return Math.round(number * 100) / 100.0;
  }

  /** The day with the most; the first of several. */
  public DayReads best() {
    return bars.stream()
        .max(
            java.util.Comparator.comparingLong(Bar::reads)
                .thenComparing(Bar::day, java.util.Comparator.reverseOrder()))
        .map(bar -> new DayReads(bar.day(), bar.reads()))
        .orElseThrow();
  }
}
