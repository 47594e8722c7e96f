package press.tamizdat.article.search;

import static org.assertj.core.api.Assertions.assertThat;
import static press.tamizdat.article.search.Shelves.headlines;
import static press.tamizdat.article.search.Shelves.shown;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.tamizdat.article.search.Shelves.Draft;

class ArticleSearchTest {
  @TempDir Path folder;
  private Shelves shelves;

  @BeforeEach
  void open() {
    shelves = new Shelves(folder);
  }

  @AfterEach
  void close() {
    shelves.close();
  }

  @ParameterizedTest(name = "{1} finds {0}")
  @CsvSource({
    "The miners were refused wages, miner",
    "The miners were refused wages, refusing",
    "The mayor’s office, mayors",
    "A café by the river, cafe",
    "A café by the river, rivers",
    "Шахтёры не получили зарплату, шахтер",
    "Шахтёры не получили зарплату, шахтёрами",
    "Шахтёры не получили зарплату, зарплаты",
    "Паромы больше не ходят, паром",
    "Губернатор отменил выборы, выборов",
    "Губернатор отменил выборы, ГУБЕРНАТОРА",
    "За́мок на холме, замка",
    "Усть-Илма без воды, усть-илма",
    "Уровень воды на рынке, рынок",
    "Мало покупок, покупка",
    "کتاب‌ها سوختند, کتاب",
    "كتاب سوخت, کتاب",
  })
  void anotherFormOfTheWordFindsIt(String headline, String words) {
    shelves.add(Draft.of("en", headline, "Text."));
    shelves.add(Draft.of("en", "Nothing of the kind", "Совсем о другом."));

    assertThat(shelves.headlines(words)).containsExactly(headline);
  }

  @Test
  void aLatinNameIsFoundInARussianArticleByAnotherForm() {
    shelves.add(Draft.of("ru", "Суд над банком", "Банк Ilma Savings и его банкиры."));

    assertThat(shelves.headlines("saving банкиров")).containsExactly("Суд над банком");
  }

  @Test
  void allWordsAreWantedWhereverTheyStand() {
    shelves.add(Draft.of("en", "Bread is dearer", "Fourteen crowns a loaf."));
    shelves.add(Draft.of("en", "Bread is baked", "At night."));

    assertThat(shelves.headlines("bread crowns")).containsExactly("Bread is dearer");
    assertThat(shelves.headlines("the bread of crowns")).containsExactly("Bread is dearer");
  }

  @Test
  void wordsInQuotationMarksFollowOneAnother() {
    shelves.add(Draft.of("en", "One", "The river level rose."));
    shelves.add(Draft.of("en", "Two", "The level of the river rose."));
    shelves.add(Draft.of("ru", "Три", "Уровень реки вырос."));

    assertThat(shelves.headlines("\"river level\"")).containsExactly("One");
    assertThat(shelves.headlines("“river levels”")).containsExactly("One");
    assertThat(shelves.headlines("«уровня реки»")).containsExactly("Три");
    assertThat(shelves.headlines("\"river lev")).as("not closed, not a word").isEmpty();
  }

  @Test
  void whatHasAMinusKeepsArticlesAway() {
    shelves.add(Draft.of("en", "Flood in spring", "Water."));
    shelves.add(Draft.of("en", "Flood in autumn", "Water and mud."));

    assertThat(shelves.headlines("flood -muddy -spring")).containsExactly("Flood in autumn");
    assertThat(shelves.headlines("-mud")).containsExactly("Flood in spring");
    assertThat(shelves.headlines("water -\"water and mud\"")).containsExactly("Flood in spring");
  }

  @Test
  void theLastWordMayGoOnAndTheOthersMayNot() {
    shelves.add(Draft.of("ru", "Перевозчики бастуют", "Паром стоит."));

    assertThat(shelves.headlines("пером")).isEmpty();
    assertThat(shelves.headlines("паром перев")).containsExactly("Перевозчики бастуют");
    assertThat(shelves.headlines("перев паром")).isEmpty();
    assertThat(shelves.headlines("перев* паром")).containsExactly("Перевозчики бастуют");
  }

  @Test
  void aHeadlineCountsMoreThanAMention() {
    shelves.add(Draft.of("en", "Weather", "Ferry, ferry, ferry. ".repeat(5)));
    shelves.add(Draft.of("en", "The ferry ends", "After forty years on the river."));

    assertThat(shelves.headlines("ferry")).containsExactly("The ferry ends", "Weather");
  }

  @Test
  void ofEqualsTheNewestStandsFirst() {
    shelves.add(Draft.of("en", "Bridge A", "Same.").at("2026-01-01T00:00:00Z"));
    shelves.add(Draft.of("en", "Bridge C", "Same.").at("2026-09-01T00:00:00Z"));
    shelves.add(Draft.of("en", "Bridge B", "Same.").at("2026-05-01T00:00:00Z"));

    assertThat(shelves.headlines("bridge")).containsExactly("Bridge C", "Bridge B", "Bridge A");
    assertThat(shelves.headlines("")).containsExactly("Bridge C", "Bridge B", "Bridge A");
  }

  @Test
  void namesOfAuthorsSectionsAndTopicsAreWordsToo() {
    shelves.add(
        Draft.of("en", "Wanted", "Text.").in("life").about("bread-prices").by("Ilya Marchuk"));
    shelves.add(Draft.of("en", "Not wanted", "Text."));

    assertThat(shelves.headlines("marchuk")).containsExactly("Wanted");
    assertThat(shelves.headlines("быт")).containsExactly("Wanted");
    assertThat(shelves.headlines("price")).containsExactly("Wanted");
  }

  @Test
  void filtersNarrowWhatIsFound() {
    shelves.add(Draft.of("en", "A", "x").in("life").about("bread").at("2026-05-01T00:00:00Z"));
    shelves.add(Draft.of("ru", "B", "x").by("Ilya Marchuk").at("2026-06-01T00:00:00Z"));
    shelves.add(Draft.of("fa", "C", "x").at("2026-07-01T00:00:00Z"));

    assertThat(filtered(state("draft"))).containsExactly("C", "B", "A");
    assertThat(filtered(state("published"))).isEmpty();
    assertThat(filtered(narrowed(Set.of("life"), Set.of(), Set.of(), Set.of())))
        .containsExactly("A");
    assertThat(filtered(narrowed(Set.of(), Set.of("ilya-marchuk"), Set.of(), Set.of())))
        .containsExactly("B");
    assertThat(filtered(narrowed(Set.of(), Set.of(), Set.of("ru", "fa"), Set.of())))
        .containsExactly("C", "B");
    assertThat(filtered(narrowed(Set.of(), Set.of(), Set.of(), Set.of("bread"))))
        .containsExactly("A");
    assertThat(filtered(between("2026-05-01T00:00:00Z", "2026-06-01T00:00:00Z")))
        .containsExactly("A");
    assertThat(filtered(between("2026-06-01T00:00:00Z", "2026-07-01T00:00:00.001Z")))
        .containsExactly("C", "B");
  }

  private java.util.List<String> filtered(Filter filter) {
    return headlines(shelves.find("", filter));
  }

  private static Filter state(String state) {
    return new Filter(
        Set.of(state), Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty());
  }

  private static Filter narrowed(
      Set<String> sections, Set<String> authors, Set<String> languages, Set<String> topics) {
    return new Filter(
        Set.of(), sections, authors, languages, topics, Optional.empty(), Optional.empty());
  }

  private static Filter between(String from, String before) {
    return new Filter(
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.of(Instant.parse(from)),
        Optional.of(Instant.parse(before)));
  }

  @Test
  void statesAreCountedWhicheverIsAskedFor() {
    shelves.add(Draft.of("en", "A", "x"));
    String id = shelves.add(Draft.of("en", "B", "x"));
    shelves.database.change(
        h -> h.execute("UPDATE article SET state = 'published' WHERE id = ?", id));

    Found found = shelves.find("x", state("published"));

    assertThat(headlines(found)).containsExactly("B");
    assertThat(found.total()).isEqualTo(1);
    assertThat(found.states())
        .containsOnly(java.util.Map.entry("draft", 1), java.util.Map.entry("published", 1));
  }

  @Test
  void pagesFollowOneAnother() {
    for (int i = 0; i < 7; i++) {
      shelves.add(Draft.of("en", "Story " + i, "Same.").at("2026-01-0" + (i + 1) + "T00:00:00Z"));
    }

    Found second = shelves.search.find(new Ask("", Filter.NONE, Ask.Order.NEWEST, 3, 3));
    Found beyond = shelves.search.find(new Ask("", Filter.NONE, Ask.Order.NEWEST, 9, 3));

    assertThat(headlines(second)).containsExactly("Story 3", "Story 2", "Story 1");
    assertThat(second.total()).isEqualTo(7);
    assertThat(beyond.hits()).isEmpty();
  }

  @Test
  void whatWasFoundIsMarkedInItsOwnForm() {
    shelves.add(Draft.of("ru", "Шахтёры ждут", "Зарплату обещали в мае. ".repeat(20) + "Суд."));

    Found.Hit hit = shelves.find("шахтер зарплаты").hits().getFirst();

    assertThat(shown(hit.headline())).isEqualTo("[Шахтёры] ждут");
    assertThat(shown(hit.excerpt())).startsWith("[Зарплату] обещали").endsWith("…");
  }

  @Test
  void theExcerptIsThePlaceWithMostOfTheWords() {
    shelves.add(
        Draft.of(
            "en",
            "Report",
            "The gauge stands. ".repeat(40)
                + "The gauge was moved by the mayor. "
                + "End. ".repeat(60)));

    String shown = shown(shelves.find("mayor gauge").hits().getFirst().excerpt());

    assertThat(shown).contains("[gauge] was moved by the [mayor]").startsWith("…").endsWith("…");
    assertThat(shown.length()).isLessThan(300);
  }

  @Test
  void markupIsShownAsTextOrNotAtAll() {
    shelves.add(
        Draft.of(
            "en",
            "<script>alert(1)</script> gauge",
            "Said &lt;img src=x onerror=alert(2)&gt; of the gauge<br>."));

    Found.Hit hit = shelves.find("gauge").hits().getFirst();

    assertThat(shown(hit.headline())).isEqualTo("<script>alert(1)</script> [gauge]");
    assertThat(shown(hit.excerpt())).contains("Said <img src=x onerror=alert(2)> of the [gauge]");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "'\"'",
        "-",
        "--",
        "*",
        "-*",
        "\"\"",
        "a*b (c] {d^2 ~~ AND NOT",
        "«",
        "😀",
        "-\"",
        "\\",
        "/re.*/",
        "\uD83D"
      })
  void nothingThatCanBeTypedIsAnError(String words) {
    shelves.add(Draft.of("en", "Something", "Text."));

    assertThat(shelves.find(words).total()).isLessThanOrEqualTo(1);
    assertThat(shelves.find((words + " ").repeat(400)).total()).isLessThanOrEqualTo(1);
  }

  @Test
  void anArticleThatSaysNothingYetIsInTheList() {
    shelves.add(Draft.of("en", "", ""));

    assertThat(shelves.find("").hits())
        .singleElement()
        .satisfies(h -> assertThat(h.excerpt()).isEmpty());
  }
}
