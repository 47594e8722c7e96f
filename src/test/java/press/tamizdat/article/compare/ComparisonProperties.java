package press.tamizdat.article.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;

/** What is compared is never changed by it. */
class ComparisonProperties {
  private static Arbitrary<String> words() {
    return Arbitraries.of(
            "river",
            "dam",
            "bread",
            "the",
            "of",
            "вода",
            "хлеб",
            ",",
            ".",
            "14",
            "<b>dam</b>",
            "<a href=\"https://a.example/\">river</a>",
            "<em>the</em>",
            "<br>")
        .list()
        .ofMaxSize(9)
        .map(list -> String.join(" ", list));
  }

  @Provide
  Arbitrary<String> body() {
    return Arbitraries.of(
            "<p>%s</p>",
            "<h2>%s</h2>",
            "<ul><li>%s</li><li>bread</li></ul>",
            "<blockquote><p>%s</p></blockquote>",
            "<table><tbody><tr><td>%s</td><td>14</td></tr></tbody></table>",
            "<figure><img src=\"photo:00112233445566778899aabbccddeeff\" alt=\"x\">"
                + "<figcaption>%s</figcaption></figure>",
            "<hr>%s")
        .flatMap(frame -> words().map(text -> frame.replace("%s", text)))
        .list()
        .ofMaxSize(8)
        .map(blocks -> String.join("", blocks));
  }

  @Property(tries = 300)
  void theDifferenceAppliedToTheEarlierGivesTheLater(
      @ForAll("body") String before, @ForAll("body") String after) {
    List<Alignment.Pair> pairs = Alignment.of(Lines.of(before), Lines.of(after));

    assertThat(pairs.stream().flatMap(p -> p.before().stream())).isEqualTo(Lines.of(before));
    assertThat(pairs.stream().flatMap(p -> p.after().stream())).isEqualTo(Lines.of(after));
    for (Alignment.Pair pair : pairs) {
      List<Token> left = tokens(pair.before());
      List<Token> right = tokens(pair.after());
      WordDiff diff = WordDiff.of(left, right);
      assertThat(side(diff, Change.ADDED)).isEqualTo(left);
      assertThat(side(diff, Change.REMOVED)).isEqualTo(right);
    }
  }

  @Property(tries = 100)
  void aTextComparedWithItselfIsTheSame(@ForAll("body") String body) {
    assertThat(Alignment.of(Lines.of(body), Lines.of(body)))
        .allMatch(pair -> pair.before().equals(pair.after()));
  }

  @Property(tries = 100)
  void noWordIsMissingFromTheLines(@ForAll("body") String body) {
    String letters =
        Lines.of(body).stream()
            .flatMap(line -> line.tokens().stream())
            .filter(token -> !token.isPicture())
            .map(Token::text)
            .reduce("", String::concat);
    assertThat(letters.replaceAll("[\\s|—]", ""))
        .isEqualTo(Jsoup.parseBodyFragment(body).text().replaceAll("[\\s|—]", ""));
  }

  private static List<Token> tokens(Optional<Line> line) {
    return line.map(Line::tokens).orElseGet(List::of);
  }

  private static List<Token> side(WordDiff diff, Change but) {
    return diff.side(but).stream().flatMap(run -> run.tokens().stream()).toList();
  }
}
