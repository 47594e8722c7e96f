package press.tamizdat.edition.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class PartCutterTest {
  private static final int BUDGET = 1_500;

  /** Every page has 300 bytes of its own beside its part. */
  private static final PartCutter.Measure MEASURE =
      (part, parts, html) ->
          300 + (html.isEmpty() ? 0 : Budget.sent(html.getBytes(StandardCharsets.UTF_8)));

  private static List<String> cut(String html) {
    return pieces(html).stream().map(PartCutter.Piece::html).toList();
  }

  private static List<PartCutter.Piece> pieces(String html) {
    Element body = BodyHtml.parse(html);
    return new PartCutter(BUDGET, MEASURE).cut(body, Locale.ENGLISH, "en/x.html");
  }

  @Property(tries = 30)
  void aPartNamesTheBlockWithWhichItBegins(@ForAll("body") String body) {
    List<String> blocks =
        BodyHtml.parse(body).children().stream().map(Element::text).map(String::strip).toList();
    for (PartCutter.Piece piece : pieces(body)) {
      String first = Jsoup.parseBodyFragment(piece.html()).body().child(0).text().strip();
      assertThat(blocks.get(piece.firstBlock())).contains(first);
    }
  }

  @Property(tries = 60)
  void nothingIsLostAndEveryPartFits(@ForAll("body") String body) {
    List<String> parts = cut(body);
    assertThat(letters(String.join("", parts))).isEqualTo(letters(body));
    assertThat(IntStream.range(0, parts.size()).boxed())
        .allMatch(i -> MEASURE.bytes(i + 1, parts.size(), parts.get(i)) <= BUDGET);
    assertThat(cut(body)).isEqualTo(parts);
  }

  @Property(tries = 60)
  void noPartEndsWithAHeadingOrBeginsInsideAFigure(@ForAll("body") String body) {
    List<String> parts = cut(body);
    for (String part : parts.subList(0, parts.size() - 1)) {
      var blocks = Jsoup.parseBodyFragment(part).body().children();
      assertThat(blocks.stream().map(Element::normalName).toList()).last().isNotIn("h2", "h3");
    }
    String whole = String.join("", parts);
    assertThat(count(whole, "<figure")).isEqualTo(count(body, "<figure"));
    assertThat(count(whole, "<img")).isEqualTo(count(body, "<img"));
  }

  @Test
  void aShortTextStaysInOnePiece() {
    assertThat(cut("<p>Short.</p>")).containsExactly("<p>Short.</p>");
  }

  @Test
  void theLastPartIsNotALeftoverLine() {
    for (int paragraphs = 4; paragraphs < 30; paragraphs++) {
      List<String> parts = cut(Specimen.paragraphs(paragraphs, paragraphs));
      int longest = parts.stream().mapToInt(String::length).max().orElseThrow();
      assertThat(parts.getLast().length()).isGreaterThan(longest / 4);
    }
  }

  @Test
  void anOverlongParagraphIsCutBetweenSentences() {
    String body = Specimen.paragraphs(20, 5).replace("</p>\n<p>", " ");
    List<String> parts = cut(body);
    assertThat(parts).hasSizeGreaterThan(2);
    assertThat(parts).allMatch(part -> part.strip().replace(" </p>", "</p>").endsWith(".</p>"));
  }

  @Test
  void anOverlongTableRepeatsItsHeadAndAnOrderedListCountsOn() {
    var random = new Random(3);
    String rows =
        IntStream.range(0, 80)
            .mapToObj(
                i -> "<tr><td>" + Specimen.words(Specimen.EN, random, 40) + "</td><td>1</td></tr>")
            .collect(Collectors.joining());
    List<String> table =
        cut("<table><thead><tr><th>Who</th></tr></thead><tbody>" + rows + "</tbody></table>");
    assertThat(table).hasSizeGreaterThan(1).allMatch(part -> part.contains("<th>Who</th>"));

    String items =
        IntStream.range(0, 80)
            .mapToObj(i -> "<li>" + Specimen.words(Specimen.EN, random, 60) + "</li>")
            .collect(Collectors.joining());
    List<String> list = cut("<ol>" + items + "</ol>");
    int before = count(list.getFirst(), "<li>");
    assertThat(list.get(1)).startsWith("<ol start=\"" + (before + 1) + "\">");
  }

  @Test
  void aQuestionStaysWithItsAnswer() {
    var random = new Random(11);
    String body =
        IntStream.range(0, 24)
            .mapToObj(
                i ->
                    "<p><strong>Why?</strong></p><p>"
                        + Specimen.words(Specimen.EN, random, 180)
                        + "</p>")
            .collect(Collectors.joining());
    assertThat(cut(body)).hasSizeGreaterThan(1).noneMatch(p -> p.endsWith("Why?</strong></p>"));
  }

  @Test
  void aPageWithNoRoomForTextIsNamed() {
    var cutter = new PartCutter(BUDGET, (part, parts, html) -> 1_400 + html.length());
    assertThatThrownBy(
            () -> cutter.cut(BodyHtml.parse("<p>text</p>".repeat(90)), Locale.ENGLISH, "a/b"))
        .isInstanceOf(PageTooLarge.class)
        .hasMessageContaining("a/b");
  }

  @Provide
  Arbitrary<String> body() {
    return Arbitraries.longs()
        .between(1, 100_000)
        .flatMap(seed -> block(new Random(seed)).list().ofMinSize(1).ofMaxSize(40))
        .map(blocks -> String.join("\n", blocks));
  }

  private static Arbitrary<String> block(Random random) {
    return Arbitraries.of("p", "p", "p", "h2", "ul", "figure", "blockquote", "table", "aside")
        .map(
            kind ->
                switch (kind) {
                  case "h2" -> "<h2>" + text(random, 40) + "</h2><p>" + text(random, 120) + "</p>";
                  case "ul" ->
                      "<ul>\n<li>"
                          + text(random, 70)
                          + "</li>\n<li>"
                          + text(random, 300)
                          + "</li></ul>";
                  case "figure" ->
                      "<figure><img src=\"a.webp\"><figcaption>"
                          + text(random, 60)
                          + "</figcaption></figure>";
                  case "table" ->
                      "<table><tbody><tr><td>" + text(random, 50) + "</td></tr></tbody></table>";
                  case "aside" ->
                      "<aside><h3>"
                          + text(random, 20)
                          + "</h3><p>"
                          + text(random, 90)
                          + "</p></aside>";
                  default ->
                      "<"
                          + kind
                          + ">"
                          + text(random, 90)
                          + ". <em>"
                          + text(random, 500)
                          + ".</em> "
                          + text(random, 200)
                          + ".</"
                          + kind
                          + ">";
                });
  }

  private static String text(Random random, int most) {
    return "A" + Specimen.words(Specimen.EN, random, 5 + random.nextInt(most));
  }

  private static String letters(String html) {
    return Jsoup.parse(html).text().replaceAll("\\s", "");
  }

  private static int count(String text, String what) {
    return text.split(what, -1).length - 1;
  }
}
