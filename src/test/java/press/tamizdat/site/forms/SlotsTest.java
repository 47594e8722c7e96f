package press.tamizdat.site.forms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SlotsTest {
  private static String filled(String page, Map<String, String> values) {
    return new String(new Slots(page.getBytes(UTF_8)).filled(values), UTF_8);
  }

  @Test
  void aValueStandsInTextsAndAttributesAndWhatNobodyFilledIsEmpty() {
    String page = "<p>{{a}} and {{b}}</p><input value=\"{{a}}\"><a href=\"/x/{{a}}\">{{ a }}</a>";
    assertThat(filled(page, Map.of("a", "1")))
        .isEqualTo("<p>1 and </p><input value=\"1\"><a href=\"/x/1\">{{ a }}</a>");
  }

  @Test
  void anAttributeStaysOrGoesByAValue() {
    String page =
        "<input checked=\"{{l=en}}\"><p hidden=\"{{l!en}}\">x</p><input checked=\"{{l?ru}}\">";
    assertThat(filled(page, Map.of("l", "en.fa"))).isEqualTo("<input checked><p>x</p><input>");
    assertThat(filled(page, Map.of("l", "ru"))).isEqualTo("<input><p hidden>x</p><input checked>");
    assertThat(filled(page, Map.of())).isEqualTo("<input><p hidden>x</p><input checked>");
  }

  @Test
  void aSentenceIsNotNothingThoughItEndsWithAFullStop() {
    String page = "<p hidden=\"{{text=}}\">{{text}}</p>";
    assertThat(filled(page, Map.of("text", "Thank you. It goes on.")))
        .isEqualTo("<p>Thank you. It goes on.</p>");
    assertThat(filled(page, Map.of())).isEqualTo("<p hidden></p>");
  }

  @Test
  void anAddressLeadsIntoTheWebOrNowhere() {
    String page = "<meta content=\"0;url={{to}}\"><a href=\"{{to}}\">{{to}}</a>";
    for (String bad :
        List.of("javascript:alert(1)", "data:text/html,x", "//evil.example", "/\\e")) {
      assertThat(filled(page, Map.of("to", bad)))
          .startsWith("<meta content=\"0;url=\"><a href=\"\">");
    }
    assertThat(filled(page, Map.of("to", "https://pay.example/?a=1&b=2")))
        .isEqualTo(
            "<meta content=\"0;url=https://pay.example/?a=1&amp;b=2\"><a"
                + " href=\"https://pay.example/?a=1&amp;b=2\">https://pay.example/?a=1&amp;b=2</a>");
  }

  @Test
  void aQueryPutsOnlyHarmlessWordsIntoAPage() {
    assertThat(
            Slots.fromQuery(
                Map.of(
                    "link", List.of("abc~1"),
                    "letter", List.of("weekly", "breaking"),
                    "bad", List.of("<b>"),
                    "long", List.of("a".repeat(201)))))
        .isEqualTo(Map.of("link", "abc~1", "letter", "weekly.breaking"));
  }

  /** Whatever the value, the page has the elements and attributes that it had. */
  @Property(tries = 500)
  void noValueMakesAnElementOrAnAttribute(@ForAll String value) {
    String page = "<p>{{a}}</p><input value=\"{{a}}\" checked=\"{{a=x}}\"><a href=\"{{a}}\">l</a>";
    Document document = Jsoup.parse(filled(page, Map.of("a", value)));
    assertThat(document.body().getAllElements()).hasSize(4);
    document
        .body()
        .getAllElements()
        .forEach(
            e ->
                e.attributes()
                    .forEach(a -> assertThat(a.getKey()).isIn("value", "checked", "href")));
  }

  /** What is filled in is not looked at for slots again. */
  @Test
  void aValueIsNoTemplate() {
    assertThat(filled("{{a}}", Map.of("a", "{{b}}", "b", "secret"))).isEqualTo("{{b}}");
  }
}
