package press.tamizdat.desk.numbers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.JsonValues;

/** Adds up what the site has counted. Days are in UTC, as the site's are; the last is today. */
public final class ReadNumbers {
  public static final int DAYS = 30;
  private static final int[] RANKINGS = {1, 7, 30};
  private static final int MOST = 10;

  private final Database database;
  private final Function<LocalDate, Map<String, Long>> counts;
  private final Clock clock;
  private final Map<LocalDate, Day> past = new ConcurrentHashMap<>();

  /**
   * @param counts a day's counts, by path
   */
  public ReadNumbers(
      Database database, Function<LocalDate, Map<String, Long>> counts, Clock clock) {
    this.database = database;
    this.counts = counts;
    this.clock = clock;
  }

  /** One day: pages of articles opened, by address and part, and front pages. */
  private record Day(LocalDate date, Map<ReadAddress, Long> pages, long fronts) {
    long reads() {
      return firstPages().values().stream().mapToLong(n -> n).sum();
    }

    Map<String, Long> firstPages() {
      Map<String, Long> reads = new HashMap<>();
      pages.forEach(
          (address, n) -> {
            if (address.part() == 1) {
              reads.put(address.article(), n);
            }
          });
      return reads;
    }
  }

  private record Known(String id, String section) {}

  /** The whole paper in the last thirty days. */
  public Overview overview() {
    List<Day> days = days();
    Map<String, Long> languages = new HashMap<>();
    Map<String, Long> sections = new HashMap<>();
    return database.read(
        handle -> {
          Map<String, Known> articles = articles(handle);
          sum(days, DAYS)
              .forEach(
                  (address, n) -> {
                    languages.merge(new ReadAddress(address, 1).language(), n, Long::sum);
                    Known known = articles.get(address);
                    if (known != null) {
                      sections.merge(known.section(), n, Long::sum);
                    }
                  });
          List<Overview.Ranking> most = new ArrayList<>();
          for (int span : RANKINGS) {
            most.add(new Overview.Ranking(span, most(handle, articles, sum(days, span))));
          }
          return new Overview(
              days.stream().map(d -> new DayReads(d.date(), d.reads())).toList(),
              most,
              shares(languages),
              shares(sections),
              days.stream().mapToLong(Day::fronts).sum());
        });
  }

  /** One published article in the last thirty days. */
  public Optional<ArticleReads> article(String id) {
    return database
        .read(handle -> printed(handle, id))
        .map(
            article -> {
              List<Day> days = days();
              return new ArticleReads(
                  id,
                  article.headline(),
                  LocalDate.ofInstant(article.published(), ZoneOffset.UTC),
                  days.stream().map(d -> new DayReads(d.date(), opened(d, article, 1))).toList(),
                  parts(days, article));
            });
  }

  private record Printed(String address, String headline, Instant published) {}

  private static Optional<Printed> printed(Handle handle, String id) {
    return handle
        .createQuery(
            "SELECT language, month, slug, card, published_at FROM publication WHERE article = :id")
        .bind("id", id)
        .map(
            (row, context) ->
                new Printed(
                    ReadAddress.of(
                        row.getString("language"), row.getString("month"), row.getString("slug")),
                    headline(row.getString("card")),
                    Instant.ofEpochMilli(row.getLong("published_at"))))
        .findOne();
  }

  private static String headline(String card) {
    return JsonValues.string(JsonValues.object(card).get("headline"));
  }

  private static List<Long> parts(List<Day> days, Printed article) {
    int last =
        days.stream()
            .flatMap(d -> d.pages().keySet().stream())
            .filter(a -> a.article().equals(article.address()))
            .mapToInt(ReadAddress::part)
            .max()
            .orElse(1);
    List<Long> parts = new ArrayList<>();
    for (int part = 1; part <= last; part++) {
      int here = part;
      parts.add(days.stream().mapToLong(d -> opened(d, article, here)).sum());
    }
    return parts;
  }

  private static long opened(Day day, Printed article, int part) {
    return day.pages().getOrDefault(new ReadAddress(article.address(), part), 0L);
  }

  private static Map<String, Known> articles(Handle handle) {
    Map<String, Known> articles = new HashMap<>();
    handle
        .createQuery("SELECT article, language, month, slug, section FROM publication")
        .map(
            (row, context) ->
                Map.entry(
                    ReadAddress.of(
                        row.getString("language"), row.getString("month"), row.getString("slug")),
                    new Known(row.getString("article"), row.getString("section"))))
        .forEach(e -> articles.put(e.getKey(), e.getValue()));
    return articles;
  }

  private static List<Overview.Entry> most(
      Handle handle, Map<String, Known> articles, Map<String, Long> reads) {
    return shares(reads).stream()
        .filter(share -> articles.containsKey(share.name()))
        .limit(MOST)
        .map(
            share -> {
              String id = articles.getOrDefault(share.name(), new Known("", "")).id();
              return new Overview.Entry(
                  id,
                  printed(handle, id).map(Printed::headline).orElse(""),
                  new ReadAddress(share.name(), 1).language(),
                  share.reads());
            })
        .toList();
  }

  /** The most read first. */
  private static List<Overview.Share> shares(Map<String, Long> reads) {
    return reads.entrySet().stream()
        .map(e -> new Overview.Share(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparingLong(Overview.Share::reads)
                .reversed()
                .thenComparing(Overview.Share::name))
        .toList();
  }

  private static Map<String, Long> sum(List<Day> days, int last) {
    Map<String, Long> sum = new HashMap<>();
    days.subList(days.size() - last, days.size())
        .forEach(d -> d.firstPages().forEach((a, n) -> sum.merge(a, n, Long::sum)));
    return sum;
  }

  private List<Day> days() {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    LocalDate first = today.minusDays(DAYS - 1);
    past.keySet().removeIf(day -> day.isBefore(first));
    List<Day> days = new ArrayList<>();
    first.datesUntil(today).forEach(day -> days.add(past.computeIfAbsent(day, this::read)));
    days.add(read(today));
    return days;
  }

  private Day read(LocalDate date) {
    Map<ReadAddress, Long> pages = new HashMap<>();
    long fronts = 0;
    for (Map.Entry<String, Long> page : counts.apply(date).entrySet()) {
      Optional<ReadAddress> article = ReadAddress.of(page.getKey());
      article.ifPresent(a -> pages.merge(a, page.getValue(), Long::sum));
      if (isFront(page.getKey())) {
        fronts += page.getValue();
      }
    }
    return new Day(date, pages, fronts);
  }

  /** {@code /}, {@code /index.html}, {@code /ru.html}. */
  private static boolean isFront(String path) {
    return path.matches("/?(index\\.html|[a-z]{2,3}(-[a-z0-9]{2,4})?\\.html)?");
  }
}
