package press.tamizdat.desk.numbers;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import press.tamizdat.platform.text.Messages;

/**
 * A bar chart with its words, in one language.
 *
 * @param id unlike that of any other chart on the page
 * @param half the number in the middle of the scale
 * @param ends the first, the middle and the last day
 */
public record ChartView(
    String id,
    String title,
    String description,
    String top,
    String half,
    List<String> ends,
    List<Line> lines) {
  public ChartView {
    ends = List.copyOf(ends);
    lines = List.copyOf(lines);
  }

  /** A day: what the table says, and the bar. */
  public record Line(String day, String reads, BarChart.Bar bar) {}

  static ChartView of(String id, String title, List<DayReads> days, Messages words) {
    BarChart chart = BarChart.of(days, words.language().rightToLeft());
    DateTimeFormatter brief =
        DateTimeFormatter.ofPattern("d MMM").localizedBy(words.language().locale());
    DateTimeFormatter whole =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).localizedBy(words.language().locale());
    List<Line> lines = new ArrayList<>();
    for (BarChart.Bar bar : chart.bars()) {
      lines.add(new Line(whole.format(bar.day()), number(bar.reads(), words), bar));
    }
    LocalDate first = days.getFirst().day();
    return new ChartView(
        id,
        title,
        words.say(
            "numbers.chart.about",
            number(Overview.sum(days), words),
            whole.format(chart.best().day()),
            number(chart.best().reads(), words)),
        number(chart.top(), words),
        number(chart.top() / 2, words),
        List.of(
            brief.format(first),
            brief.format(days.get(days.size() / 2).day()),
            words.say("numbers.today")),
        lines);
  }

  /** With the language's marks between thousands. */
  static String number(long number, Messages words) {
    return NumberFormat.getIntegerInstance(words.language().locale()).format(number);
  }
}
