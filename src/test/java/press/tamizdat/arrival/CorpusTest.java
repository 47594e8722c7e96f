package press.tamizdat.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CorpusTest {
  @Test
  void paragraphsAreFoundAcrossLayouts() throws IOException {
    List<Sample.Score> scores = Sample.all().stream().map(Sample::score).toList();
    List<Sample.Score> heldOut = scores.stream().filter(s -> s.sample().heldOut()).toList();
    List<Sample.Score> known = scores.stream().filter(s -> !s.sample().heldOut()).toList();
    System.out.println(table(scores));
    System.out.println(summary("built with", known));
    System.out.println(summary("held out", heldOut));
    System.out.println(summary("all", scores));
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/arrival-built.txt"), details(known));
    Files.writeString(Path.of("target/arrival-held-out.txt"), details(heldOut));

    assertThat(scores).hasSizeGreaterThanOrEqualTo(24);
    assertThat(recall(scores)).as("recall").isGreaterThanOrEqualTo(0.95);
    assertThat(precision(scores)).as("precision").isGreaterThanOrEqualTo(0.95);
    assertThat(share(scores, Sample.Score::headline)).as("headlines").isGreaterThanOrEqualTo(0.95);
    assertThat(share(scores, Sample.Score::byline)).as("bylines").isGreaterThanOrEqualTo(0.9);
    assertThat(share(scores, Sample.Score::date)).as("dates").isGreaterThanOrEqualTo(0.9);
  }

  private static String table(List<Sample.Score> scores) {
    return scores.stream()
        .map(
            s ->
                String.format(
                    Locale.ROOT,
                    "%-28s found %3d of %3d, extra %2d%s%s%s%s%s%s",
                    s.sample().name(),
                    s.found(),
                    s.found() + s.missing().size(),
                    s.extra().size(),
                    s.article().isEmpty() ? "  NOT AN ARTICLE" : "",
                    s.headline() ? "" : "  headline",
                    s.standfirst() ? "" : "  standfirst",
                    s.byline() ? "" : "  byline",
                    s.date() ? "" : "  date",
                    s.lead() ? "" : "  lead"))
        .collect(Collectors.joining("\n"));
  }

  private static String summary(String name, List<Sample.Score> scores) {
    return String.format(
        Locale.ROOT,
        "%s: %d layouts, recall %.3f, precision %.3f, headline %.2f, standfirst %.2f, byline %.2f, date %.2f, lead %.2f",
        name,
        scores.size(),
        recall(scores),
        precision(scores),
        share(scores, Sample.Score::headline),
        share(scores, Sample.Score::standfirst),
        share(scores, Sample.Score::byline),
        share(scores, Sample.Score::date),
        share(scores, Sample.Score::lead));
  }

  private static String details(List<Sample.Score> scores) {
    StringBuilder text = new StringBuilder();
    for (Sample.Score s : scores) {
      text.append("== ").append(s.sample().name()).append('\n');
      s.missing().forEach(m -> text.append("- ").append(m).append('\n'));
      s.extra().forEach(e -> text.append("+ ").append(e).append('\n'));
      s.article()
          .ifPresent(
              a ->
                  text.append(
                      String.format(
                          "  h=%s%n  s=%s%n  by=%s at=%s kicker=%s lang=%s lead=%s%n",
                          a.headline(),
                          a.standfirst(),
                          a.bylines(),
                          a.published(),
                          a.kicker(),
                          a.language(),
                          a.lead())));
      if (s.article().isEmpty()) {
        text.append(Arrival.read(s.sample().page())).append('\n');
      }
    }
    return text.toString();
  }

  private static double recall(List<Sample.Score> scores) {
    int found = scores.stream().mapToInt(Sample.Score::found).sum();
    int wanted = found + scores.stream().mapToInt(s -> s.missing().size()).sum();
    return (double) found / wanted;
  }

  private static double precision(List<Sample.Score> scores) {
    int found = scores.stream().mapToInt(Sample.Score::found).sum();
    int got = found + scores.stream().mapToInt(s -> s.extra().size()).sum();
    return (double) found / got;
  }

  private static double share(List<Sample.Score> scores, Predicate<Sample.Score> right) {
    return (double) scores.stream().filter(right).count() / scores.size();
  }
}
