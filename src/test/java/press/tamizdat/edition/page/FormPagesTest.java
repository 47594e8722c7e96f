package press.tamizdat.edition.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import press.tamizdat.article.published.Publication;
import press.tamizdat.platform.text.JsonValues;
import press.tamizdat.trust.pgp.PgpKey;

class FormPagesTest {
  private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z]+)[^}]*\\}\\}");
  private static final Publication.Letter WEEKLY =
      new Publication.Letter(
          "weekly",
          Map.of(Specimen.EN, "The Weekly"),
          Map.of(Specimen.EN, "The week in ten minutes"),
          Map.of(Specimen.EN, "Every Friday"));

  private static Publication withLetters(Publication.Letter... letters) {
    return Specimen.publication().withLetters(List.of(letters));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** A slot that is not named would be shown to readers as it stands. */
  @Test
  void everySlotInAPageIsNamedInFormsJsonAndNoOther() {
    Publication publication = withLetters(WEEKLY);
    Pages pages = new Pages(publication);
    Map<String, TreeSet<String>> found = new TreeMap<>();
    publication.languages().stream()
        .flatMap(l -> pages.forms(l).stream())
        .forEach(
            page -> {
              var names =
                  SLOT.matcher(text(page.html()))
                      .results()
                      .map((MatchResult m) -> m.group(1))
                      .collect(Collectors.toCollection(TreeSet::new));
              if (!names.isEmpty()) {
                found.put(page.path(), names);
              }
            });
    Map<String, Object> json =
        JsonValues.object(text(pages.formsJson(new FormKeys("age1x", List.of()))));
    Map<String, TreeSet<String>> named = new TreeMap<>();
    JsonValues.object(json.get("slots"))
        .forEach(
            (path, names) ->
                named.put(
                    path,
                    JsonValues.list(names).stream()
                        .map(JsonValues::string)
                        .collect(Collectors.toCollection(TreeSet::new))));
    assertThat(found).isNotEmpty().isEqualTo(named);
  }

  @Test
  void whyAKeyCannotBeUsedIsSaidWhateverTheReason() {
    List<String> reasons =
        Stream.of(PgpKey.Why.values())
            .map(w -> w.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    String page =
        new Pages(withLetters(WEEKLY))
            .forms(Specimen.EN).stream()
                .filter(p -> p.path().equals("en/letters/key.html"))
                .map(p -> text(p.html()))
                .collect(Collectors.joining());
    assertThat(reasons)
        .allSatisfy(why -> assertThat(page).contains("hidden=\"{{why!" + why + "}}\""));
  }

  @Test
  void thePageOfAPrivateLinkCanBeFilledWithWhatItsReaderGets() {
    String page =
        new Pages(withLetters(WEEKLY))
            .forms(Specimen.EN).stream()
                .filter(p -> p.path().equals("en/letters/manage.html"))
                .map(p -> text(p.html()))
                .collect(Collectors.joining());
    assertThat(page)
        .contains(
            "value=\"show\"",
            "value=\"weekly\" selected=\"{{letter=weekly}}\"",
            "value=\"~weekly\" selected=\"{{letter=~weekly}}\"",
            "value=\"ru\" lang=\"ru\" selected=\"{{language=ru}}\"",
            "hidden=\"{{now!none}}\"",
            "open=\"{{key=yes}}\"");
  }

  @Test
  void aLetterThatDoesNotComeInThisLanguageSaysInWhichItDoes() {
    String page =
        new Pages(withLetters(WEEKLY))
            .forms(Specimen.RU).stream()
                .filter(p -> p.path().equals("ru/letters/manage.html"))
                .map(p -> text(p.html()))
                .collect(Collectors.joining());
    assertThat(page).contains("The Weekly<span class=\"m\">English</span>");
  }

  @Test
  void aPageOffersALetterOnlyInItsLanguages() {
    Pages pages = new Pages(withLetters(WEEKLY));
    assertThat(text(pages.topics(Specimen.EN).html()))
        .contains("action=\"/forms/letter.sign-up\"", "letters/weekly.html", "Every Friday");
    assertThat(text(pages.topics(Specimen.RU).html())).doesNotContain("/forms/", "letters/");
    assertThat(text(new Pages(Specimen.publication()).topics(Specimen.EN).html()))
        .doesNotContain("/forms/");
  }

  @Test
  void aLetterCannotTakeTheAddressOfAPageThatThereAlwaysIs() {
    Publication.Letter taken =
        new Publication.Letter("confirm", Map.of(Specimen.EN, "C"), Map.of(), Map.of());
    assertThatThrownBy(() -> new Pages(withLetters(taken)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("confirm");
  }
}
