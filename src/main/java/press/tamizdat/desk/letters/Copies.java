package press.tamizdat.desk.letters;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.article.published.PublishedArticles;
import press.tamizdat.article.published.PublishedLetter;
import press.tamizdat.article.published.PublishedLetters;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.edition.reading.Head;
import press.tamizdat.letter.issue.Copy;
import press.tamizdat.letter.issue.Draft;
import press.tamizdat.letter.issue.Issue;
import press.tamizdat.letter.issue.Length;
import press.tamizdat.letter.issue.Plan;
import press.tamizdat.letter.issue.Plans;
import press.tamizdat.letter.issue.PrintIssue;
import press.tamizdat.letter.issue.PrintedIssue;
import press.tamizdat.letter.sending.FrozenIssue;
import press.tamizdat.platform.text.Language;

/** From an issue in the database to what is printed, sent and kept in the archive. */
final class Copies {
  private final Newsroom newsroom;

  Copies(Newsroom newsroom) {
    this.newsroom = newsroom;
  }

  /** Everything of an issue that is ready to go. */
  record Ready(FrozenIssue frozen, String archived, long edition, PrintedIssue printed) {}

  /** What would be printed of it now, with this draft. */
  Copy copy(Handle handle, Issue issue, Draft draft, Instant at) {
    Publication publication = publication();
    PublishedArticles articles = new PublishedArticles(handle);
    Plans plans = new Plans(handle);
    List<Copy.Part> parts =
        draft.items().stream()
            .flatMap(
                item ->
                    articles
                        .article(item.article())
                        .map(a -> new Copy.Part(a, draft.length() == Length.SOS && item.whole()))
                        .stream())
            .toList();
    return new Copy(
        publication,
        issue.letter(),
        name(publication, issue.letter(), issue.language()),
        issue.number(),
        issue.language(),
        at,
        edition(),
        plans.addresses(),
        subject(draft, parts),
        draft.opening(),
        plans.find(issue.letter()).map(Plan::pictures).orElse(true),
        parts);
  }

  /** The publication, at the address where links in its mails lead. */
  Publication publication() {
    Publication own = newsroom.publication().get();
    return newsroom
        .mailroom()
        .map(
            m ->
                own.withMasthead(own.name(), own.tagline(), m.links(), own.zone(), own.languages()))
        .orElse(own);
  }

  /** The number of the newest edition; 0 before the first. */
  long edition() {
    return Head.Current.of(newsroom.editions()).map(c -> c.head().number()).orElse(0L);
  }

  static String name(Publication publication, String letter, Language language) {
    return publication
        .letter(letter)
        .map(Publication.Letter::name)
        .map(n -> n.getOrDefault(language, n.values().stream().findFirst().orElse(letter)))
        .orElse(letter);
  }

  private static String subject(Draft draft, List<Copy.Part> parts) {
    return draft.subject().isBlank()
        ? parts.stream().findFirst().map(p -> p.article().card().headline()).orElse("")
        : draft.subject();
  }

  PrintedIssue print(Handle handle, Issue issue, Draft draft) {
    return PrintIssue.print(copy(handle, issue, draft, at(issue)));
  }

  /** The date of an issue is that on which it goes, or will by its plan. */
  private Instant at(Issue issue) {
    Instant now = newsroom.clock().instant();
    return issue
        .sentAt()
        .or(issue::goAt)
        .or(() -> issue.due().filter(d -> d.isAfter(now)))
        .orElse(now);
  }

  /** The issue as it goes now. */
  Ready freeze(Handle handle, Issue issue) {
    Copy copy =
        copy(handle, issue, issue.draft(), issue.sentAt().orElse(newsroom.clock().instant()));
    PrintedIssue printed = PrintIssue.print(copy);
    String paper =
        copy.publication()
            .name()
            .getOrDefault(
                issue.language(),
                Optional.ofNullable(
                        copy.publication().name().get(copy.publication().defaultLanguage()))
                    .orElse(""));
    FrozenIssue frozen =
        new FrozenIssue(
            issue.id(),
            issue.letter(),
            issue.number(),
            issue.language(),
            paper,
            copy.subject(),
            printed.html(),
            printed.text(),
            Map.of("Archived-At", "<" + archive(copy.publication(), issue) + ">"));
    List<PublishedLetter.Entry> entries =
        copy.parts().stream().map(p -> entry(p.article())).toList();
    return new Ready(
        frozen,
        PublishedLetters.printed(copy.subject(), copy.opening(), entries),
        copy.edition(),
        printed);
  }

  private static PublishedLetter.Entry entry(PublishedArticle article) {
    return new PublishedLetter.Entry(
        article.card().id(),
        article.card().section(),
        article.card().headline(),
        article.card().standfirst(),
        Optional.of(article.card()));
  }

  /** Where its page is on the site. */
  static URI archive(Publication publication, Issue issue) {
    String base = publication.address().toString();
    return URI.create(
        base
            + (base.endsWith("/") ? "" : "/")
            + press.tamizdat.edition.page.Paths.of(publication)
                .issue(issue.language(), issue.letter(), issue.number()));
  }
}
