package press.tamizdat.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.tamizdat.article.Translations.Linking;
import press.tamizdat.article.Translations.Telling;
import press.tamizdat.article.published.Byline;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticles;
import press.tamizdat.edition.PressRoom;
import press.tamizdat.platform.text.Language;

/** One story in several languages. */
class TranslationsTest {
  private static final Language EN = PressRoom.ENGLISH;
  private static final Language RU = PressRoom.RUSSIAN;
  private static final Instant SPRING = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;
  private PressRoom room;
  private Translations translations;

  @BeforeEach
  void open() {
    room = new PressRoom(folder);
    translations = new Translations(room.database, room.articles, room.clock);
  }

  @AfterEach
  void close() {
    room.close();
  }

  private String article(Language language, String slug) {
    return room.article(language, slug, "news", List.of("river"), SPRING);
  }

  private Content content(String id) {
    return room.articles.find(id).orElseThrow().content();
  }

  private List<String> story(String id) {
    return translations.of(id).stream().map(t -> t.article().id()).toList();
  }

  @Test
  void aTranslationBeginsAsAMarkedCopyOfTheSameStory() {
    Publication paper =
        PressRoom.publication()
            .withAuthors(
                List.of(
                    new Publication.Author(
                        "a-writer", Map.of(RU, "А. Сочинитель"), Map.of(), false)));
    String dam = article(EN, "the-dam");

    String draft = translations.begin(dam, RU, "[перевести]", paper, "vera");

    Content copy = content(draft);
    assertThat(copy.language()).isEqualTo(RU);
    assertThat(copy.story()).isEqualTo(content(dam).story());
    assertThat(copy.headline()).isEqualTo("[перевести] About the-dam");
    assertThat(copy.body()).isEqualTo(content(dam).body());
    assertThat(copy.bylines()).containsExactly(new Byline("a-writer", "А. Сочинитель"));
    assertThat(copy.published()).isEmpty();
    assertThat(room.articles.find(draft).orElseThrow().state()).isEqualTo(Article.State.DRAFT);
    assertThat(story(dam)).containsExactly(dam, draft);
  }

  @Test
  void aStoryIsTranslatedOnceIntoALanguage() {
    String dam = article(EN, "the-dam");
    String draft = translations.begin(dam, RU, "[x]", room.publication, "vera");

    assertThat(translations.begin(dam, RU, "[x]", room.publication, "vera")).isEqualTo(draft);
    assertThat(story(dam)).hasSize(2);
  }

  @Test
  void oneSeesHowFarATranslationIsBehind() {
    String dam = article(EN, "the-dam");
    String draft = translations.begin(dam, RU, "[x]", room.publication, "vera");
    room.articles.revise(dam, content(dam));
    room.articles.revise(dam, content(dam));

    assertThat(translations.of(draft))
        .filteredOn(t -> t.article().id().equals(draft))
        .singleElement()
        .extracting(Telling::begunFrom, Telling::behind)
        .containsExactly(Optional.of(dam), 2);
  }

  @Test
  void picksByHandBecomeTheirTranslations() {
    String flood = article(EN, "the-flood");
    String russianFlood = translations.begin(flood, RU, "", room.publication, "vera");
    String onlyEnglish = article(EN, "the-weir");
    String dam = article(EN, "the-dam");
    room.articles.revise(dam, content(dam).withRelated(List.of(flood, onlyEnglish)));

    String draft = translations.begin(dam, RU, "", room.publication, "vera");

    assertThat(content(draft).related()).containsExactly(russianFlood);
  }

  @Test
  void twoArticlesAreLinkedAndReadersSeeItAfterThePublicationOfEach() {
    String dam = article(EN, "the-dam");
    String plotina = article(RU, "plotina");

    assertThat(translations.link(dam, plotina, "vera")).isEqualTo(new Linking.Linked());
    assertThat(translations.link(dam, plotina, "vera")).isEqualTo(new Linking.Already());
    room.publish(plotina);

    assertThat(story(plotina)).containsExactly(dam, plotina);
    List<String> seen =
        room.database.read(
            h ->
                new PublishedArticles(h)
                    .article(dam).orElseThrow().translations().stream().map(c -> c.id()).toList());
    assertThat(seen).containsExactly(plotina);
  }

  @Test
  void aStoryHasOneArticleInALanguage() {
    String dam = article(EN, "the-dam");
    String weir = article(EN, "the-weir");
    String plotina = article(RU, "plotina");
    translations.link(weir, plotina, "vera");

    assertThat(translations.link(dam, weir, "vera")).isEqualTo(new Linking.Clash(EN, dam, weir));
    assertThat(translations.link(dam, plotina, "vera")).isEqualTo(new Linking.Clash(EN, dam, weir));
    assertThat(story(dam)).containsExactly(dam);
  }

  @Test
  void anArticleThatIsTakenOutOfItsStoryIsOneOfItsOwn() {
    String dam = article(EN, "the-dam");
    String draft = translations.begin(dam, RU, "", room.publication, "vera");

    translations.unlink(draft, "vera");

    assertThat(story(dam)).containsExactly(dam);
    assertThat(story(draft)).containsExactly(draft);
    translations.link(dam, draft, "vera");
    assertThat(story(dam)).containsExactly(dam, draft);
  }

  @Test
  void articlesWithoutAKeyAreNotOneStory() {
    String one = room.articles.create(content(article(EN, "one")).withStory(""), Optional.empty());
    String two = room.articles.create(content(article(RU, "two")).withStory(""), Optional.empty());

    assertThat(story(one)).containsExactly(one);
    translations.link(one, two, "vera");
    assertThat(story(one)).containsExactly(one, two);
  }
}
