package press.tamizdat.desk.support;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import press.tamizdat.platform.text.Language;
import press.tamizdat.support.Money;
import press.tamizdat.support.ledger.Sums.Income;

/**
 * Income in one currency by month, what recurs below what came once, drawn {@link #WIDTH} by {@link
 * #HEIGHT} units.
 *
 * @param top what the upper edge stands for
 */
public record IncomeChart(String currency, String top, String all, List<Bar> bars) {
  public static final int WIDTH = 300;
  public static final int HEIGHT = 100;
  private static final double GAP = 0.12;

  /**
   * A month.
   *
   * @param y of the upper edge of what recurs; what came once stands on it
   */
  public record Bar(
      String month,
      String shortMonth,
      String recurring,
      String once,
      double x,
      double width,
      double y,
      double height,
      double onceY,
      double onceHeight) {}

  static IncomeChart of(
      Currency currency, List<YearMonth> months, List<Income> income, Language language) {
    long most = 0;
    long all = 0;
    List<long[]> sums = new ArrayList<>();
    for (YearMonth month : months) {
      long recurring = sum(income, month, true);
      long once = sum(income, month, false);
      sums.add(new long[] {recurring, once});
      most = Math.max(most, recurring + once);
      all += recurring + once;
    }
    double top = Math.max(1, most * 1.05);
    double step = (double) WIDTH / months.size();
    DateTimeFormatter name = DateTimeFormatter.ofPattern("LLLL yyyy", language.locale());
    DateTimeFormatter brief = DateTimeFormatter.ofPattern("LLL", language.locale());
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      int place = language.rightToLeft() ? months.size() - 1 - i : i;
      double height = round(HEIGHT * sums.get(i)[0] / top);
      double onceHeight = round(HEIGHT * sums.get(i)[1] / top);
      bars.add(
          new Bar(
              name.format(months.get(i)),
              brief.format(months.get(i)),
              new Money(sums.get(i)[0], currency).text(language),
              new Money(sums.get(i)[1], currency).text(language),
              round(place * step + step * GAP),
              round(step * (1 - 2 * GAP)),
              round(HEIGHT - height),
              height,
              round(HEIGHT - height - onceHeight),
              onceHeight));
    }
    return new IncomeChart(
        currency.getCurrencyCode(),
        new Money(most, currency).text(language),
        new Money(all, currency).text(language),
        bars);
  }

  private static long sum(List<Income> income, YearMonth month, boolean recurs) {
    return income.stream()
        .filter(i -> i.month().equals(month) && i.frequency().recurs() == recurs)
        .mapToLong(i -> i.amount().minor())
        .sum();
  }

  private static double round(double number) {
    return Math.round(number * 100) / 100.0;
  }
}
