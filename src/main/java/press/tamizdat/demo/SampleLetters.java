package press.tamizdat.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticles;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.article.published.PublishedLetter;
import press.tamizdat.article.published.PublishedLetters;
import press.tamizdat.letter.issue.Draft;
import press.tamizdat.letter.issue.Issue;
import press.tamizdat.letter.issue.Issues;
import press.tamizdat.letter.issue.Length;
import press.tamizdat.letter.issue.Plan;
import press.tamizdat.letter.issue.Plans;
import press.tamizdat.platform.db.Database;
import press.tamizdat.platform.text.Language;

/** Letters of the sample newsroom: two issues that went out, and one on the desk. */
public final class SampleLetters {
  private static final int ARTICLES = 7;
  private static final int LOOKED_AT = 60;

  private static final Map<String, List<String>> OPENINGS =
      Map.of(
          "en",
          List.of(
              "<p>Good morning.</p><p>On Tuesday a reader in Lipovets read us aloud to her neighbour,"
                  + " because the neighbour’s phone no longer opens anything but the weather. If you"
                  + " have a neighbour like that, this letter is made for passing on.</p>",
              "<p>Good morning.</p><p>It froze on the Ilma this week, three days later than last"
                  + " year. We have a report on that, and on everything that was said not to have"
                  + " happened.</p>",
              "<p>Good morning.</p><p>The night ferry stops on the first of the month. We asked who"
                  + " decided it, and were given four different names.</p>"),
          "ru",
          List.of(
              "<p>Доброе утро.</p><p>Во вторник читательница из Липовца читала нас вслух соседке:"
                  + " у той в телефоне теперь открывается только погода. Если у вас есть такая"
                  + " соседка, перешлите ей это письмо.</p>",
              "<p>Доброе утро.</p><p>На этой неделе встала Ильма, на три дня позже прошлогоднего."
                  + " Об этом и обо всём, чего, как нам сказали, не было, — ниже.</p>",
              "<p>Доброе утро.</p><p>С первого числа не будет ночного парома. Мы спросили, кто это"
                  + " решил, и услышали четыре разные фамилии.</p>"),
          "fa",
          List.of(
              "<p>صبح به‌خیر.</p><p>سه‌شنبه خواننده‌ای در لیپووتس ما را بلند برای همسایه‌اش خواند،"
                  + " چون تلفن همسایه دیگر جز هواشناسی چیزی باز نمی‌کند.</p>",
              "<p>صبح به‌خیر.</p><p>این هفته رودخانه یخ بست، سه روز دیرتر از پارسال.</p>",
              "<p>صبح به‌خیر.</p><p>از اول ماه کشتی شبانه نیست. پرسیدیم چه کسی این تصمیم را گرفته"
                  + " و چهار نام شنیدیم.</p>"));

  private final Database database;
  private final Clock clock;
  private final RandomGenerator random;
  private final Publication publication;

  /**
   * @param random must be a source that nobody can foresee
   */
  public SampleLetters(
      Database database, Clock clock, RandomGenerator random, Publication publication) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.publication = publication;
  }

  /** Writes the issues of the paper's first letter, and plans for all. */
  public void write() {
    List<Publication.Letter> letters = publication.letters();
    database.change(
        handle -> {
          for (int i = 0; i < letters.size(); i++) {
            Plan usual = Plan.usual(publication.zone());
            Plan plan =
                i == 0
                    ? usual
                    : new Plan(
                        List.of(),
                        usual.time(),
                        usual.zone(),
                        List.of(),
                        Length.SUMMARY,
                        1,
                        true,
                        false,
                        usual.remind());
            new Plans(handle).keep(letters.get(i).slug(), plan, clock.instant());
          }
          letters.stream().findFirst().ifPresent(letter -> issues(handle, letter));
        });
  }

  private void issues(Handle handle, Publication.Letter letter) {
    ZoneId zone = publication.zone();
    LocalDate last =
        LocalDate.now(clock.withZone(zone))
            .with(TemporalAdjusters.previous(java.time.DayOfWeek.FRIDAY));
    for (int ago = 1; ago >= 0; ago--) {
      Instant at = last.minusWeeks(ago).atTime(10, 0).atZone(zone).toInstant();
      for (Language language : languages(letter)) {
        sent(handle, letter.slug(), language, at, 1 - ago);
      }
    }
    Plan plan = new Plans(handle).find(letter.slug()).orElseThrow();
    for (Language language : languages(letter)) {
      Draft draft = draft(handle, language, clock.instant(), 2);
      Issue _ =
          new Issues(handle)
              .begin(
                  letter.slug(),
                  language,
                  plan.next(clock.instant()),
                  draft,
                  Optional.empty(),
                  clock.instant(),
                  random);
    }
  }

  private List<Language> languages(Publication.Letter letter) {
    return publication.languages().stream().filter(letter.name()::containsKey).toList();
  }

  private void sent(Handle handle, String letter, Language language, Instant at, int which) {
    Issues issues = new Issues(handle);
    Draft draft = draft(handle, language, at, which);
    Issue issue =
        issues.begin(letter, language, Optional.of(at), draft, Optional.empty(), at, random);
    PublishedArticles articles = new PublishedArticles(handle);
    List<PublishedLetter.Entry> entries =
        draft.items().stream()
            .flatMap(i -> articles.card(i.article()).stream())
            .map(SampleLetters::entry)
            .toList();
    String printed = PublishedLetters.printed(draft.subject(), draft.opening(), entries);
    boolean gone =
        issues.arm(issue.id(), at, Optional.empty())
            && issues.send(issue.id(), draft, at, 1, printed)
            && issues.done(issue.id());
    if (!gone) {
      throw new IllegalStateException("the sample letter " + letter + " could not be written");
    }
  }

  private static PublishedLetter.Entry entry(PublishedCard card) {
    return new PublishedLetter.Entry(
        card.id(), card.section(), card.headline(), card.standfirst(), Optional.of(card));
  }

  /** What was new before a time, by section. */
  private Draft draft(Handle handle, Language language, Instant before, int which) {
    List<String> sections = publication.sections().stream().map(Publication.Section::slug).toList();
    List<PublishedCard> all =
        new PublishedArticles(handle)
            .newest(new PublishedArticles.Listing.All(language), LOOKED_AT).stream()
                .filter(c -> c.published().isBefore(before))
                .toList();
    // No issue repeats another, where there are so many articles.
    int skip = all.size() < 4 * ARTICLES ? 0 : (2 - which) * ARTICLES;
    List<PublishedCard> cards =
        all.stream()
            .skip(skip)
            .limit(ARTICLES)
            .sorted(Comparator.comparingInt(c -> sections.indexOf(c.section())))
            .toList();
    String subject =
        which < 2 ? cards.stream().findFirst().map(PublishedCard::headline).orElse("") : "";
    String opening = OPENINGS.getOrDefault(language.tag(), List.of("", "", "")).get(which);
    return new Draft(
        subject,
        opening,
        Length.SUMMARY,
        cards.stream().map(c -> new Draft.Item(c.id(), true)).toList());
  }

  /**
   * Gives the issue on the desk its next time, so that a newsroom that was prepared some weeks ago
   * does not begin with a letter that nobody sent.
   */
  public void bringUpToDate() {
    Instant now = clock.instant();
    database.change(
        handle -> {
          Issues issues = new Issues(handle);
          for (Issue issue : issues.in(Issue.State.COMPOSING)) {
            new Plans(handle)
                .find(issue.letter())
                .flatMap(p -> p.next(now.plus(Duration.ofHours(1))))
                .ifPresent(at -> postpone(issues, issue, at));
          }
        });
  }

  private static void postpone(Issues issues, Issue issue, Instant at) {
    if (!issues.postpone(issue.id(), at)) {
      throw new IllegalStateException("the sample letter could not be moved");
    }
  }
}
