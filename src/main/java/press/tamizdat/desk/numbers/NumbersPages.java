package press.tamizdat.desk.numbers;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import press.tamizdat.article.published.Publication;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.Visit;
import press.tamizdat.desk.flow.Heading;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.text.Messages;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;

/** The addresses where numbers are shown. */
public final class NumbersPages {
  private final ReadNumbers numbers;

  private NumbersPages(ReadNumbers numbers) {
    this.numbers = numbers;
  }

  public static void open(DeskRoutes routes, Newsroom newsroom) {
    NumbersPages pages =
        new NumbersPages(new ReadNumbers(newsroom.database(), newsroom.counts(), newsroom.clock()));
    routes.get("/numbers", pages::paper);
    routes.get("/articles/{id}/numbers", pages::article);
  }

  private Reply paper(Visit visit) {
    Messages words = visit.words();
    Overview overview = numbers.overview();
    NumbersView view =
        new NumbersView(
            overview.all() == 0
                ? Optional.empty()
                : Optional.of(
                    ChartView.of("reads", words.say("numbers.chart"), overview.days(), words)),
            ChartView.number(overview.all(), words),
            ChartView.number(overview.fronts(), words),
            overview.most().stream().map(r -> ranking(r, words)).toList(),
            parts(overview.languages(), tag -> languageName(tag, words), words),
            parts(overview.sections(), slug -> sectionName(visit, slug), words));
    return visit.page(words.say("numbers.title"), "numbers/numbers", view);
  }

  private static NumbersView.Ranking ranking(Overview.Ranking ranking, Messages words) {
    return new NumbersView.Ranking(
        String.valueOf(ranking.days()),
        ranking.entries().stream()
            .map(
                e ->
                    new NumbersView.Entry(
                        e.id(),
                        e.headline(),
                        e.language(),
                        ChartView.number(e.reads(), words),
                        e.reads()))
            .toList());
  }

  private static List<NumbersView.Part> parts(
      List<Overview.Share> shares, Function<String, String> name, Messages words) {
    long most = shares.stream().mapToLong(Overview.Share::reads).max().orElse(1);
    return shares.stream()
        .map(
            s ->
                new NumbersView.Part(
                    name.apply(s.name()), ChartView.number(s.reads(), words), s.reads(), most))
        .toList();
  }

  private static String languageName(String tag, Messages words) {
    Locale reader = words.language().locale();
    String name = new Language(tag).locale().getDisplayLanguage(reader);
    return name.substring(0, 1).toUpperCase(reader) + name.substring(1);
  }

  private static String sectionName(Visit visit, String slug) {
    Publication publication = visit.publication();
    return publication
        .section(slug)
        .map(
            s ->
                s.name()
                    .getOrDefault(
                        visit.words().language(),
                        s.name().getOrDefault(publication.defaultLanguage(), slug)))
        .orElse(slug);
  }

  private Reply article(Visit visit) {
    Messages words = visit.words();
    ArticleReads reads =
        numbers
            .article(visit.part("id"))
            .orElseThrow(() -> new Unacceptable(404, "no such article is published"));
    List<Overview.Share> parts =
        IntStream.range(0, reads.parts().size())
            .mapToObj(i -> new Overview.Share(String.valueOf(i + 1), reads.parts().get(i)))
            .toList();
    ArticleNumbersView view =
        new ArticleNumbersView(
            Heading.of(visit, reads.id(), "flow.tab.numbers"),
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(words.language().locale())
                .format(reads.published()),
            ChartView.number(reads.all(), words),
            ChartView.number(reads.days().getLast().reads(), words),
            ChartView.of("reads", words.say("numbers.chart.article"), reads.days(), words),
            reads.parts().size() < 2
                ? List.of()
                : parts(parts, n -> words.say("numbers.part", n), words));
    return visit.page(
        words.say("numbers.article.title", reads.headline()), "numbers/article", view);
  }
}
