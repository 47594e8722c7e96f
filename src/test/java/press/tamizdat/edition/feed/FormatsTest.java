package press.tamizdat.edition.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.JsonValues;

class FormatsTest {
  private static final FeedOf RU = FeedOf.language(Ferry.publication(), Ferry.RU);
  private static final FeedOf FA = FeedOf.language(Ferry.publication(), Ferry.FA);

  private static byte[] current(FeedFormat format, FeedOf feed, PublishedCard... cards) {
    return Feeds.write(format, feed, List.of(cards), 0, 0).bytes();
  }

  @ParameterizedTest
  @CsvSource({"ATOM,atom.rnc", "RSS,rss.rnc"})
  void everyDocumentIsAsItsFormatAsks(FeedFormat format, String grammar) {
    List<PublishedCard> demo = Ferry.demo(Ferry.RU).reversed();
    FeedOf section = FeedOf.section(Ferry.publication(), Ferry.EN, "ideas");

    Read.against(grammar, current(format, RU));
    Read.against(grammar, current(format, section, Ferry.card(1)));
    Read.against(grammar, Feeds.write(format, RU, demo.subList(0, 20), 0, 3).bytes());
    Read.against(grammar, Feeds.write(format, RU, demo.subList(3, 23), 1, 3).bytes());
    Read.against(grammar, Feeds.write(format, RU, demo.subList(3, 23), 3, 3).bytes());
    Read.against(grammar, current(format, FA, Ferry.demo(Ferry.FA).getFirst()));
  }

  @Test
  void theGrammarsRefuseWhatTheirFormatsDo() {
    String atom = new String(current(FeedFormat.ATOM, RU, full()), UTF_8);
    String rss = new String(current(FeedFormat.RSS, RU, full()), UTF_8);
    byte[] timeless = atom.replaceFirst("<updated>.*?</updated>", "").getBytes(UTF_8);
    byte[] dateless = rss.replace("Tue, 1 Sep", "2026-09-01").getBytes(UTF_8);

    assertThatThrownBy(() -> Read.against("atom.rnc", timeless)).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> Read.against("rss.rnc", dateless)).isInstanceOf(AssertionError.class);
  }

  @Test
  void anEntrySaysAllOfItsArticleInAtom() {
    PublishedCard card = full();
    Element entry = Read.all(Read.xml(current(FeedFormat.ATOM, RU, card)), "entry").getFirst();

    assertThat(Read.texts(entry, "id"))
        .singleElement()
        .asString()
        .matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(Read.texts(entry, "title")).containsExactly("Лёд & <вода>");
    assertThat(Read.link(entry, "alternate")).contains("https://ferry.example/ru/2026/09/led.html");
    assertThat(Read.texts(entry, "published")).containsExactly("2026-09-01T10:00:00Z");
    assertThat(Read.texts(entry, "updated")).containsExactly("2026-09-01T10:01:17Z");
    assertThat(Read.texts(entry, "name")).containsExactly("Илья Марчук", "Паромщик");
    assertThat(Read.all(entry, "category").getFirst().getAttribute("term")).isEqualTo("news");
    assertThat(Read.all(entry, "category").getFirst().getAttribute("label")).isEqualTo("Новости");
    assertThat(Read.texts(entry, "summary")).containsExactly("Меньше <10 %> & тоньше");
    assertThat(Read.all(entry, "thumbnail").getFirst().getAttribute("url"))
        .matches("https://ferry.example/photo/[0-9a-f]{16}\\.webp");
  }

  @Test
  void anItemSaysAllOfItsArticleInRss() {
    Document document = Read.xml(current(FeedFormat.RSS, RU, full()));
    Element item = Read.all(document, "item").getFirst();

    assertThat(Read.texts(item, "title")).containsExactly("Лёд & <вода>");
    assertThat(Read.texts(item, "link"))
        .containsExactly("https://ferry.example/ru/2026/09/led.html");
    assertThat(Read.texts(item, "pubDate")).containsExactly("Tue, 1 Sep 2026 10:00:00 GMT");
    assertThat(Read.texts(item, "updated")).containsExactly("2026-09-01T10:01:17Z");
    assertThat(Read.texts(item, "creator")).containsExactly("Илья Марчук", "Паромщик");
    assertThat(Read.texts(item, "category")).containsExactly("Новости");
    assertThat(Read.texts(document, "language")).containsExactly("ru");
  }

  @Test
  void anItemsDescriptionIsHtmlThatShowsThePlainText() {
    Document document = Read.xml(current(FeedFormat.RSS, RU, full()));

    assertThat(Read.texts(document, "description"))
        .containsExactly("Новости <вниз> & вверх по реке", "Меньше &lt;10 %> &amp; тоньше");
  }

  @Test
  void jsonHasWhatItMustHave() {
    byte[] bytes = Feeds.write(FeedFormat.JSON, RU, List.of(full()), 0, 2).bytes();
    Map<String, Object> feed = JsonValues.object(Json.read(bytes));

    assertThat(feed)
        .containsEntry("version", "https://jsonfeed.org/version/1.1")
        .containsEntry("title", "Паром")
        .containsEntry("home_page_url", "https://ferry.example/ru.html")
        .containsEntry("feed_url", "https://ferry.example/ru/feed.json")
        .containsEntry("next_url", "https://ferry.example/ru/feed.2.json")
        .containsEntry("language", "ru")
        .containsEntry("authors", List.of(Map.of("name", "Паром")));
    Map<String, Object> item = JsonValues.object(JsonValues.list(feed.get("items")).getFirst());
    assertThat(item)
        .containsEntry("url", "https://ferry.example/ru/2026/09/led.html")
        .containsEntry("title", "Лёд & <вода>")
        .containsEntry("content_text", "Меньше <10 %> & тоньше")
        .containsEntry("tags", List.of("Новости"));
    assertThat(JsonValues.string(item.get("id"))).startsWith("urn:uuid:");
    assertThat(OffsetDateTime.parse(JsonValues.string(item.get("date_published"))).toInstant())
        .isEqualTo(full().published());
    assertThat(OffsetDateTime.parse(JsonValues.string(item.get("date_modified"))).toInstant())
        .isEqualTo(full().updated());
  }

  @Test
  void anIdIsTheSameInEveryFormatAndSurvivesANewDomain() {
    String atom = Read.texts(Read.xml(current(FeedFormat.ATOM, RU, full())), "id").getLast();
    String rss = Read.texts(Read.xml(current(FeedFormat.RSS, RU, full())), "guid").getFirst();
    String json = new String(current(FeedFormat.JSON, RU, full()), UTF_8);

    assertThat(rss).isEqualTo(atom);
    assertThat(json).contains(atom);
    assertThat(atom).doesNotContain("ferry");
  }

  @Test
  void idsDiffer() {
    Document document =
        Read.xml(Feeds.write(FeedFormat.ATOM, RU, Ferry.cards(20).reversed(), 0, 0).bytes());

    assertThat(Read.texts(document, "id")).hasSize(21).doesNotHaveDuplicates();
  }

  @Test
  void aFeedIsAsNewAsItsLastChange() {
    PublishedCard quiet = Ferry.card(7);
    PublishedCard changed = Ferry.card(4);
    Document document = Read.xml(current(FeedFormat.ATOM, RU, quiet, changed));
    Document other = Read.xml(current(FeedFormat.ATOM, RU, changed));

    assertThat(Read.texts(document, "updated").getFirst()).isEqualTo(quiet.updated().toString());
    assertThat(Read.texts(other, "updated").getFirst()).isEqualTo(changed.updated().toString());
  }

  @Test
  void aFeedOfNothingIsAFeed() {
    Document document = Read.xml(current(FeedFormat.ATOM, FA));

    assertThat(Read.texts(document, "updated")).containsExactly("1970-01-01T00:00:00Z");
    assertThat(Read.all(document, "entry")).isEmpty();
  }

  @Test
  void charactersThatXmlCannotCarryAreDropped() {
    PublishedCard card =
        Ferry.card(1, Ferry.RU, "a\u0000b\u0008c\uFFFEd\uD800e\t\uD83D\uDE00", "\u001b]]>");

    for (FeedFormat format : List.of(FeedFormat.ATOM, FeedFormat.RSS)) {
      Document document = Read.xml(current(format, RU, card));
      assertThat(Read.texts(document, "title")).last().isEqualTo("abcde\t\uD83D\uDE00");
    }
    Map<String, Object> feed = JsonValues.object(Json.read(current(FeedFormat.JSON, RU, card)));
    assertThat(JsonValues.object(JsonValues.list(feed.get("items")).getFirst()))
        .containsEntry("title", "abcde\t\uD83D\uDE00")
        .containsEntry("content_text", "]]>");
  }

  @Test
  void directionMarksStayWhereTheyAre() {
    String mixed = "\u2067کشتی\u2069 و The Ferry \u200f(۳)";
    Document document =
        Read.xml(current(FeedFormat.ATOM, FA, Ferry.card(1, Ferry.FA, mixed, mixed)));

    assertThat(Read.texts(document, "title")).last().isEqualTo(mixed);
    assertThat(Read.texts(document, "summary")).containsExactly(mixed);
    assertThat(document.getDocumentElement().getAttribute("xml:lang")).isEqualTo("fa");
  }

  @Test
  void datesAreWhatReadersParse() {
    for (int hours = 0; hours < 24 * 400; hours += 23 * 7) {
      Instant at = Ferry.START.plusSeconds(3600L * hours);
      Document document = Read.xml(current(FeedFormat.RSS, RU, Ferry.card(hours)));
      String date = Read.texts(document, "pubDate").getFirst();
      assertThat(OffsetDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
          .isEqualTo(at.atOffset(ZoneOffset.UTC));
    }
  }

  @Test
  void anArticleWithoutAnAuthorHasThePublicationForOne() {
    PublishedCard anonymous = Ferry.card(1, Ferry.RU, "x", "x", "", List.of(), Optional.empty());
    byte[] atom = current(FeedFormat.ATOM, RU, anonymous);

    Read.against("atom.rnc", atom);
    assertThat(Set.copyOf(Read.texts(Read.xml(atom), "name"))).containsExactly("Паром");
    assertThat(Read.all(Read.xml(atom), "summary")).isEmpty();
  }

  private static PublishedCard full() {
    return Ferry.card(
        4,
        Ferry.RU,
        "led",
        "Лёд & <вода>",
        "Меньше <10 %> & тоньше",
        List.of("Илья Марчук", "Паромщик"),
        Optional.of(Ferry.photo(new Random(1))));
  }
}
