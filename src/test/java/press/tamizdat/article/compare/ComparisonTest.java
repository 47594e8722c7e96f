package press.tamizdat.article.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import press.tamizdat.article.Content;
import press.tamizdat.article.published.Byline;
import press.tamizdat.platform.text.Language;

class ComparisonTest {
  private static Content content(String headline, List<String> bylines, String body) {
    return new Content(
        new Language("en"),
        "x",
        "x",
        "",
        headline,
        "",
        bylines.stream().map(name -> new Byline("a", name)).toList(),
        "",
        Optional.empty(),
        body,
        "news",
        List.of(),
        List.of(),
        List.of(),
        Optional.of(Instant.EPOCH),
        Optional.empty());
  }

  private static Comparison compare(String before, String after) {
    return Comparison.of(
        content("Flood", List.of("Vera"), before), content("Flood", List.of("Vera"), after));
  }

  @Test
  void aChangedWordIsMarkedOnBothSides() {
    Comparison compared = compare("<p>The water rose.</p>", "<p>The water fell.</p>");

    assertThat(compared.rows())
        .containsExactly(
            new Comparison.Row(
                Change.CHANGED,
                Optional.of(new Comparison.Side("p", "The water <del>rose</del>.")),
                Optional.of(new Comparison.Side("p", "The water <ins>fell</ins>."))));
    assertThat(compared.added()).isEqualTo(1);
    assertThat(compared.removed()).isEqualTo(1);
  }

  @Test
  void aParagraphPutInBetweenStandsAlone() {
    Comparison compared =
        compare(
            "<p>One two three.</p><p>Four five six.</p>",
            "<p>One two three.</p><p>Something else.</p><p>Four five six.</p>");

    assertThat(compared.rows().stream().map(Comparison.Row::change))
        .containsExactly(Change.SAME, Change.ADDED, Change.SAME);
  }

  @Test
  void wordsInARowAreOneChange() {
    Comparison compared = compare("<p>He said no, never.</p>", "<p>He said yes, always.</p>");

    assertThat(compared.rows().getFirst().after().orElseThrow().html())
        .isEqualTo("He said <ins>yes, always</ins>.");
  }

  @Test
  void aLinkOrBoldThatCameIsAChange() {
    Comparison compared =
        compare("<p>The dam broke.</p>", "<p>The <strong>dam</strong> broke.</p>");

    assertThat(compared.rows().getFirst().after().orElseThrow().html())
        .isEqualTo("The <ins><strong>dam</strong></ins> broke.");
  }

  @Test
  void aPictureIsShownFromTheLibrary() {
    Comparison compared =
        compare(
            "",
            "<figure><img src=\"photo:00112233445566778899aabbccddeeff\" alt=\"A dam\"></figure>");

    assertThat(compared.rows().getFirst().after().orElseThrow().html())
        .isEqualTo(
            "<ins><img src=\"/photos/00112233445566778899aabbccddeeff/small\" alt=\"A dam\"></ins>");
  }

  @Test
  void fieldsThatDifferAreNamed() {
    Comparison compared =
        Comparison.of(
            content("Flood in spring", List.of("Vera"), "<p>x</p>"),
            content("Flood in <autumn>", List.of("Vera", "Ilya"), "<p>x</p>"));

    assertThat(compared.fields())
        .containsExactly(
            new Comparison.Field(
                "headline", "Flood in <del>spring</del>", "Flood in <ins>&lt;autumn&gt;</ins>"),
            new Comparison.Field("bylines", "Vera", "Vera<ins>, Ilya</ins>"));
    assertThat(compared.isSame()).isFalse();
    assertThat(compare("<p>x</p>", "<p>x</p>").isSame()).isTrue();
  }

  @Test
  void aMovedSentenceIsNeitherMoreNorFewerWords() {
    assertThat(
            WordBalance.between(
                content("A", List.of(), "<p>One two.</p><p>Three.</p>"),
                content("A", List.of(), "<p>Three.</p><p>One two four.</p>")))
        .isEqualTo(new WordBalance(1, 0));
  }
}
