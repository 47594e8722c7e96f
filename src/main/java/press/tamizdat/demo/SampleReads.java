package press.tamizdat.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticles;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.file.Disk;

/**
 * Invented counts of reading for the sample publication, as the site would have written them:
 * thirty days up to a given one. The same articles and day always give the same counts.
 */
public final class SampleReads {
  private static final int DAYS = 30;
  private static final int MOST = 10_000;
  private static final int FIRST_DAY = 2_400;

  private SampleReads() {}

  /**
   * @param folder for a file a day
   * @param last the last day
   */
  public static void write(
      Path folder, Database database, Publication publication, LocalDate last) {
    List<PublishedCard> articles =
        database.read(
            handle ->
                publication.languages().stream()
                    .flatMap(
                        language ->
                            new PublishedArticles(handle)
                                .newest(new PublishedArticles.Listing.All(language), MOST).stream())
                    .toList());
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (LocalDate day = last.minusDays(DAYS - 1); !day.isAfter(last); day = day.plusDays(1)) {
      StringBuilder text = new StringBuilder();
      counts(articles, day)
          .forEach((path, n) -> text.append(path).append('\t').append(n).append('\n'));
      Disk.put(folder.resolve(day + ".tsv"), text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static LocalDate day(PublishedCard card) {
    return card.published().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static Map<String, Long> counts(List<PublishedCard> articles, LocalDate day) {
    Map<String, Long> counts = new TreeMap<>();
    for (PublishedCard card : articles) {
      long reads = reads(card, day);
      if (reads > 0) {
        counts.put("/" + card.language() + "/" + card.month() + "/" + card.slug() + ".html", reads);
        counts.merge("/" + card.language() + ".html", reads / 3, Long::sum);
      }
    }
    return counts;
  }

  /** Most on the first day, then less each day, less again on a Saturday and Sunday. */
  private static long reads(PublishedCard card, LocalDate day) {
    long age = ChronoUnit.DAYS.between(day(card), day);
    if (age < 0) {
      return 0;
    }
    SplittableRandom chance =
        new SplittableRandom(card.story().hashCode() * 31L + card.language().hashCode());
    double liked = 0.2 + chance.nextDouble() * chance.nextDouble() * 2;
    double fresh = 1 / (1 + 0.9 * age) + 0.004;
    double week = day.getDayOfWeek().getValue() > 5 ? 0.6 : 1;
    double luck =
        0.8 + 0.4 * new SplittableRandom(chance.nextLong() + day.toEpochDay()).nextDouble();
    return Math.round(FIRST_DAY * liked * fresh * week * luck);
  }
}
