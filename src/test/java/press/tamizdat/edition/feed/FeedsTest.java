package press.tamizdat.edition.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.platform.text.Json;
import press.tamizdat.platform.text.JsonValues;

class FeedsTest {
  private static final FeedOf FEED = FeedOf.language(Ferry.publication(), Ferry.RU);

  /** All documents of a feed, by address. */
  private static Map<String, byte[]> documents(FeedFormat format, List<PublishedCard> cards) {
    Map<String, byte[]> documents = new HashMap<>();
    int archives = Feeds.archives(cards.size());
    for (int number = 0; number <= archives; number++) {
      int from = Math.toIntExact(Feeds.from(cards.size(), number));
      List<PublishedCard> part =
          cards.subList(from, Math.min(cards.size(), from + Feeds.ENTRIES)).reversed();
      FeedFile file = Feeds.write(format, FEED, part, number, archives);
      documents.put("https://ferry.example/" + file.path(), file.bytes());
    }
    return documents;
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,0", "20,0", "21,1", "40,1", "41,2", "60,2", "61,3"})
  void thereAreAsManyArchivesAsTheCurrentDocumentLeavesOver(int entries, int archives) {
    assertThat(Feeds.archives(entries)).isEqualTo(archives);
  }

  @Property(tries = 60)
  void goingBackFromTheCurrentDocumentMeetsEveryEntry(
      @ForAll @IntRange(max = 5 * Feeds.ENTRIES + 2) int count, @ForAll boolean rss) {
    FeedFormat format = rss ? FeedFormat.RSS : FeedFormat.ATOM;
    Map<String, byte[]> documents = documents(format, Ferry.cards(count));
    List<String> titles = new ArrayList<>();
    List<String> archived = new ArrayList<>();
    Optional<String> next = Optional.of("https://ferry.example/ru/feed." + format.ending());
    int steps = 0;
    while (next.isPresent()) {
      Document document = Read.xml(at(documents, next.get()));
      assertThat(Read.link(document, "self")).isEqualTo(next);
      assertThat(Read.link(document, "next-archive")).isEmpty();
      assertThat(Read.all(document, "archive")).hasSize(steps == 0 ? 0 : 1);
      List<String> here = entryTitles(document);
      (steps == 0 ? titles : archived).addAll(here);
      next = Read.link(document, "prev-archive");
      steps++;
    }

    assertThat(steps).isEqualTo(documents.size());
    assertThat(archived).doesNotHaveDuplicates();
    archived.stream().filter(t -> !titles.contains(t)).forEach(titles::add);
    assertThat(titles)
        .isEqualTo(Ferry.cards(count).reversed().stream().map(PublishedCard::headline).toList());
  }

  private static byte[] at(Map<String, byte[]> documents, String address) {
    return Optional.ofNullable(documents.get(address)).orElseThrow();
  }

  private static List<String> entryTitles(Document document) {
    return Read.texts(document, "title").stream().filter(t -> t.startsWith("Заг")).toList();
  }

  @Property(tries = 30)
  void goingBackInJsonMeetsEveryEntry(@ForAll @IntRange(max = 5 * Feeds.ENTRIES + 2) int count) {
    Map<String, byte[]> documents = documents(FeedFormat.JSON, Ferry.cards(count));
    List<String> urls = new ArrayList<>();
    Object next = "https://ferry.example/ru/feed.json";
    while (next instanceof String url) {
      Map<String, Object> document = JsonValues.object(Json.read(at(documents, url)));
      for (Object item : JsonValues.list(document.get("items"))) {
        urls.add(JsonValues.string(JsonValues.object(item).get("url")));
      }
      next = document.get("next_url");
    }

    assertThat(urls.stream().distinct().toList())
        .isEqualTo(
            Ferry.cards(count).reversed().stream()
                .map(c -> "https://ferry.example/" + FEED.paths().article(c))
                .toList());
  }

  @Property(tries = 40)
  void publishingMoreChangesNoArchive(
      @ForAll @IntRange(max = 4 * Feeds.ENTRIES) int before,
      @ForAll @IntRange(min = 1, max = 2 * Feeds.ENTRIES) int more,
      @ForAll FeedFormat format) {
    Map<String, byte[]> old = documents(format, Ferry.cards(before));
    Map<String, byte[]> young = documents(format, Ferry.cards(before + more));
    old.remove("https://ferry.example/ru/feed." + format.ending());

    old.forEach((address, bytes) -> assertThat(young.get(address)).isEqualTo(bytes));
  }

  @ParameterizedTest
  @EnumSource
  void theSameArticlesGiveTheSameBytes(FeedFormat format) {
    List<PublishedCard> once = Ferry.demo(Ferry.RU).subList(0, Feeds.ENTRIES).reversed();
    List<PublishedCard> again = Ferry.demo(Ferry.RU).subList(0, Feeds.ENTRIES).reversed();

    assertThat(Feeds.write(format, FEED, once, 0, 0).bytes())
        .isEqualTo(Feeds.write(format, FEED, again, 0, 0).bytes());
  }

  @Test
  void aSectionHasItsOwnAddresses() {
    FeedOf ideas = FeedOf.section(Ferry.publication(), Ferry.EN, "ideas");

    assertThat(ideas.path(FeedFormat.RSS, 0)).isEqualTo("en/ideas.xml");
    assertThat(ideas.path(FeedFormat.ATOM, 2)).isEqualTo("en/ideas.2.atom");
    assertThat(ideas.path(FeedFormat.JSON, 0)).isEqualTo("en/ideas.json");
    assertThat(ideas.title()).isEqualTo("The Ferry — Ideas & letters");
    assertThat(ideas.page()).isEqualTo("https://ferry.example/en/ideas.html");
  }

  @Test
  void anArchiveThatIsNotFullIsRefused() {
    assertThatThrownBy(() -> Feeds.write(FeedFormat.ATOM, FEED, Ferry.cards(19), 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("19 entries");
    assertThatThrownBy(() -> Feeds.write(FeedFormat.ATOM, FEED, Ferry.cards(20), 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("document 2 of 1");
  }
}
