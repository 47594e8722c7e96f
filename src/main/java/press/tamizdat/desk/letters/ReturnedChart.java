package press.tamizdat.desk.letters;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * What came back, month by month: on the ground stands what failed for good, on it what failed for
 * now, on top complaints. Drawn in {@link #WIDTH} by {@link #HEIGHT} units that are stretched to
 * the place they have.
 *
 * @param top the number at the upper edge, a round one
 */
public record ReturnedChart(String top, String half, List<Bar> bars) {
  public static final int WIDTH = 300;
  public static final int HEIGHT = 100;
  private static final double GAP = 0.12;

  /** A month, with its numbers in words and its parts from the ground up. */
  public record Bar(
      String month,
      String brief,
      String permanent,
      String temporary,
      String complaints,
      double x,
      double width,
      List<Part> parts) {}

  /**
   * @param what {@code permanent}, {@code temporary} or {@code complaint}
   */
  public record Part(String what, double y, double height) {}

  /** How a page says things. */
  record Wording(
      Function<YearMonth, String> month,
      Function<YearMonth, String> brief,
      LongFunction<String> number,
      boolean rightToLeft) {}

  /**
   * @param months the oldest first
   */
  static ReturnedChart of(List<Mailroom.Returned> months, Wording wording) {
    long top =
        LetterNumbersPage.roundUp(
            months.stream().mapToLong(Mailroom.Returned::all).max().orElse(0));
    double step = (double) WIDTH / Math.max(1, months.size());
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      Mailroom.Returned month = months.get(i);
      int place = wording.rightToLeft() ? months.size() - 1 - i : i;
      bars.add(
          new Bar(
              wording.month().apply(month.month()),
              wording.brief().apply(month.month()),
              wording.number().apply(month.permanent()),
              wording.number().apply(month.temporary()),
              wording.number().apply(month.complaints()),
              round(place * step + step * GAP),
              round(step * (1 - 2 * GAP)),
              parts(month, top)));
    }
    return new ReturnedChart(
        wording.number().apply(top), wording.number().apply(top / 2), List.copyOf(bars));
  }

  private static List<Part> parts(Mailroom.Returned month, long top) {
    List<Part> parts = new ArrayList<>();
    double ground = HEIGHT;
    ground = add(parts, "permanent", month.permanent(), top, ground);
    ground = add(parts, "temporary", month.temporary(), top, ground);
    var _ = add(parts, "complaint", month.complaints(), top, ground);
    return List.copyOf(parts);
  }

  /** Where the next one stands. */
  private static double add(List<Part> parts, String what, long number, long top, double ground) {
    if (number == 0) {
      return ground;
    }
    double height = (double) HEIGHT * number / top;
    parts.add(new Part(what, round(ground - height), round(height)));
    return ground - height;
  }

  private static double round(double number) {
    return Math.round(number * 100) / 100.0;
  }
}
