package press.tamizdat.edition.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.platform.text.Compression;

class BudgetTest {
  private static final FeedOf FEED = FeedOf.language(Ferry.publication(), Ferry.RU);
  private final Random random = new Random(7);

  private static int sent(FeedFile file) {
    return Compression.brotli(file.bytes()).length;
  }

  /** Every entry with all that it may have, in words that repeat as little as words can. */
  private List<PublishedCard> heavy(int count, int headline, int standfirst) {
    List<String> words = Ferry.russianWords();
    return IntStream.range(0, count)
        .mapToObj(
            n ->
                Ferry.card(
                    n,
                    Ferry.RU,
                    latin(80),
                    russian(words, headline),
                    russian(words, standfirst),
                    List.of(russian(words, 20), russian(words, 20), russian(words, 20)),
                    Optional.of(Ferry.photo(random))))
        .toList();
  }

  private String russian(List<String> words, int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(words.get(random.nextInt(words.size()))).append(' ');
    }
    return text.substring(0, length).strip();
  }

  private String latin(int length) {
    return random
        .ints(length, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @ParameterizedTest
  @EnumSource
  void theDemosStandfirstsStandWhole(FeedFormat format) {
    List<PublishedCard> newest = Ferry.demo(Ferry.RU).reversed().subList(0, Feeds.ENTRIES);
    FeedFile file = Feeds.write(format, FEED, newest, 0, 1);
    assertThat(sent(file)).isLessThanOrEqualTo(Fit.LIMIT);
    assertThat(new String(file.bytes(), UTF_8))
        .contains(newest.stream().map(c -> c.standfirst().replace("\"", "&quot;")).toList());
  }

  @ParameterizedTest
  @EnumSource
  void theHeaviestEntriesLoseWordsAndFit(FeedFormat format) {
    for (int standfirst : new int[] {400, 1_000}) {
      List<PublishedCard> cards = heavy(Feeds.ENTRIES, 120, standfirst);
      FeedFile file = Feeds.write(format, FEED, cards, 1, 1);
      assertThat(sent(file)).isLessThanOrEqualTo(Fit.LIMIT);
      assertThat(new String(file.bytes(), UTF_8)).contains("…");
    }
  }

  @Test
  void whatCannotFitIsNamed() {
    List<PublishedCard> cards = heavy(Feeds.ENTRIES, 900, 10);

    assertThatThrownBy(() -> Feeds.write(FeedFormat.ATOM, FEED, cards, 1, 1))
        .isInstanceOf(FeedTooLarge.class)
        .hasMessageContaining("ru/feed.1.atom is ")
        .hasMessageContaining("shorten");
  }

  @Test
  void fullSitemapsOfTheLongestSlugsFit() {
    Sitemaps sitemaps = new Sitemaps(Ferry.publication());
    List<FeedFile> files = sitemaps.month(Ferry.RU, "2026/09", heavy(250, 1, 1));

    assertThat(files)
        .hasSize(3)
        .allSatisfy(f -> assertThat(sent(f)).isLessThanOrEqualTo(Fit.LIMIT));
  }

  @Test
  void aFullIndexFits() {
    List<Sitemaps.Month> months = new ArrayList<>();
    for (int n = 0; n < Sitemaps.INDEXED * 2; n++) {
      String month = "%d/%02d".formatted(2010 + n / 12, n % 12 + 1);
      Instant at = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000));
      months.add(new Sitemaps.Month(Ferry.RU, month, 90, at));
    }

    assertThat(new Sitemaps(Ferry.publication()).index(1, months))
        .hasSize(3)
        .allSatisfy(f -> assertThat(sent(f)).isLessThanOrEqualTo(Fit.LIMIT));
  }

  @Test
  void newsThatIsTooMuchLosesItsOldest() {
    List<PublishedCard> newest = heavy(80, 200, 1).reversed();
    FeedFile file = NewsSitemap.write(Ferry.publication(), newest).orElseThrow();
    List<String> titles = Read.texts(Read.xml(file.bytes()), "title");

    assertThat(sent(file)).isLessThanOrEqualTo(Fit.LIMIT);
    assertThat(titles)
        .hasSizeBetween(5, NewsSitemap.MOST - 1)
        .isEqualTo(newest.stream().limit(titles.size()).map(PublishedCard::headline).toList());
  }
}
