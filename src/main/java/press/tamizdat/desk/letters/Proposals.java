package press.tamizdat.desk.letters;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticles;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.letter.issue.Draft;
import press.tamizdat.letter.issue.Issues;
import press.tamizdat.letter.issue.Plan;
import press.tamizdat.platform.text.Language;

/**
 * Articles that may stand in the next issue of a letter: those since the last issue, hand-picked
 * ones first, then by section as the paper has them, the most read first.
 */
final class Proposals {
  /** Of so many newest articles the proposals are chosen. */
  private static final int LOOKED_AT = 120;

  /** Reads are added up over so many days at most. */
  private static final int DAYS = 8;

  private static final Duration WEEK = Duration.ofDays(7);

  private final Newsroom newsroom;

  Proposals(Newsroom newsroom) {
    this.newsroom = newsroom;
  }

  /**
   * One of them.
   *
   * @param fresh whether it is new since the last issue
   */
  record Proposal(PublishedCard card, boolean picked, boolean fresh, long reads) {}

  /** All that may be chosen, the best first. */
  List<Proposal> of(Handle handle, String letter, Plan plan, Language language) {
    Publication publication = newsroom.publication().get();
    Issues issues = new Issues(handle);
    Instant now = newsroom.clock().instant();
    Instant since = issues.lastSent(letter, language).orElse(now.minus(WEEK));
    List<String> picks = issues.picks(letter);
    PublishedArticles articles = new PublishedArticles(handle);
    Map<String, PublishedCard> cards = new HashMap<>();
    articles
        .newest(new PublishedArticles.Listing.All(language), LOOKED_AT)
        .forEach(c -> cards.put(c.id(), c));
    picks.forEach(id -> articles.card(id).ifPresent(c -> cards.put(id, c)));
    Map<String, Long> reads = reads(since, now);
    List<String> sections = publication.sections().stream().map(Publication.Section::slug).toList();
    return cards.values().stream()
        .filter(c -> c.language().equals(language))
        .filter(
            c ->
                plan.sections().isEmpty()
                    || plan.sections().contains(c.section())
                    || picks.contains(c.id()))
        .map(
            c ->
                new Proposal(
                    c,
                    picks.contains(c.id()),
                    c.published().isAfter(since),
                    reads.getOrDefault(path(c), 0L)))
        .sorted(
            Comparator.comparing((Proposal p) -> !p.picked())
                .thenComparing(p -> !p.fresh())
                .thenComparingInt(p -> place(sections, p.card().section()))
                .thenComparing(Comparator.comparingLong(Proposal::reads).reversed())
                .thenComparing(
                    Comparator.comparing((Proposal p) -> p.card().published()).reversed())
                .thenComparing(p -> p.card().id()))
        .toList();
  }

  private static int place(List<String> sections, String section) {
    int place = sections.indexOf(section);
    return place < 0 ? sections.size() : place;
  }

  /**
   * What a new issue begins with: hand-picked articles, then of each section in turn the most read,
   * in the order of the sections.
   */
  Draft first(Handle handle, String letter, Plan plan, Language language) {
    List<Proposal> all = of(handle, letter, plan, language);
    List<Proposal> chosen = new ArrayList<>(all.stream().filter(Proposal::picked).toList());
    List<Proposal> rest =
        all.stream()
            .filter(p -> p.fresh() && !p.picked())
            .collect(ArrayList::new, List::add, List::addAll);
    while (chosen.size() < plan.most() && !rest.isEmpty()) {
      Set<String> round = new HashSet<>();
      for (Proposal p : List.copyOf(rest)) {
        if (chosen.size() < plan.most() && round.add(p.card().section())) {
          chosen.add(p);
          rest.remove(p);
        }
      }
    }
    List<String> order = all.stream().map(p -> p.card().id()).toList();
    List<Draft.Item> items =
        chosen.stream()
            .map(p -> p.card().id())
            .sorted(Comparator.comparingInt(order::indexOf))
            .map(id -> new Draft.Item(id, true))
            .limit(Plan.MOST_ARTICLES)
            .toList();
    return new Draft("", "", plan.length(), items);
  }

  /** How often the first page of each article was opened, by its path without a slash. */
  private Map<String, Long> reads(Instant since, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    LocalDate first = LocalDate.ofInstant(since, ZoneOffset.UTC);
    LocalDate from = first.isBefore(today.minusDays(DAYS)) ? today.minusDays(DAYS) : first;
    Map<String, Long> reads = new HashMap<>();
    for (LocalDate day = from; !day.isAfter(today); day = day.plusDays(1)) {
      newsroom
          .counts()
          .apply(day)
          .forEach((path, n) -> reads.merge(path.replaceFirst("^/", ""), n, Long::sum));
    }
    return reads;
  }

  private static String path(PublishedCard card) {
    return card.language() + "/" + card.month() + "/" + card.slug() + ".html";
  }
}
