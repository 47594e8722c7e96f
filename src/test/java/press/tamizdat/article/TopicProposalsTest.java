package press.tamizdat.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.tamizdat.article.TopicProposals.Proposal;
import press.tamizdat.article.published.Publication;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.platform.text.Language;

/** Topics that a text is about, found by their names and aliases in whatever form they stand. */
class TopicProposalsTest {
  private static final Language EN = PressRoom.ENGLISH;
  private static final Language RU = PressRoom.RUSSIAN;
  private static final Publication PAPER =
      PressRoom.publication()
          .withTopics(
              List.of(
                  topic("courts", "Courts", "Суды", List.of("verdict"), List.of("приговор")),
                  topic("river", "The river", "Река", List.of("Lower Sound"), List.of("паводок")),
                  topic("news-trade", "News", "Новости", List.of(), List.of()),
                  topic(
                      "appeal",
                      "Appeals",
                      "Обжалование",
                      List.of("court of appeal"),
                      List.of("Верховный суд"))));

  private static Publication.Topic topic(
      String slug, String en, String ru, List<String> aliasesEn, List<String> aliasesRu) {
    return new Publication.Topic(
        slug, Map.of(EN, en, RU, ru), Map.of(), Map.of(EN, aliasesEn, RU, aliasesRu));
  }

  private static List<String> slugs(Language language, String text) {
    return TopicProposals.of(PAPER, language, text).stream().map(Proposal::slug).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "The court's patience ended, courts",
    "Three verdicts in one day, courts",
    "Ferries on the Lower Sound stop, river",
    "COURTS ARE CLOSED, courts"
  })
  void englishFormsAreFound(String text, String slug) {
    assertThat(slugs(EN, text)).containsExactly(slug);
  }

  @ParameterizedTest
  @CsvSource({
    "Прокурор обратился в суд, courts",
    "В судах нет отопления, courts",
    "Он недоволен приговором, courts",
    "Дом стоит над рекой, river",
    "После паводков вода ушла, river"
  })
  void russianCasesAreFound(String text, String slug) {
    assertThat(slugs(RU, text)).containsExactly(slug);
  }

  @Test
  void aNameOfSeveralWordsMustStandWhole() {
    assertThat(slugs(EN, "They went to the court of appeal."))
        .containsExactlyInAnyOrder("courts", "appeal");
    assertThat(slugs(RU, "Жалобу рассмотрит Верховного суда коллегия")).contains("appeal");
    assertThat(slugs(EN, "A lower sound was heard, and the sound was lower."))
        .containsExactly("river");
    assertThat(slugs(EN, "The sound was lower.")).isEmpty();
  }

  @Test
  void aWordThatOnlyLooksAlikeIsNoMention() {
    assertThat(slugs(EN, "A new bridge.")).isEmpty();
    assertThat(slugs(EN, "Courtesy costs nothing.")).isEmpty();
  }

  @Test
  void whatIsMentionedMostComesFirst() {
    assertThat(
            TopicProposals.of(
                PAPER, EN, "News of the verdict. One verdict, two verdicts, and no news."))
        .containsExactly(new Proposal("courts", 3), new Proposal("news-trade", 2));
  }

  @Test
  void aTextInOneLanguageIsNotAskedForNamesInAnother() {
    assertThat(slugs(RU, "The courts are closed")).isEmpty();
  }
}
