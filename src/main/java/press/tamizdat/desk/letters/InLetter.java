package press.tamizdat.desk.letters;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import press.tamizdat.article.published.Publication;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.Visit;
import press.tamizdat.letter.issue.Issue;
import press.tamizdat.letter.issue.Issues;
import press.tamizdat.letter.issue.Plan;
import press.tamizdat.letter.issue.Plans;
import press.tamizdat.platform.text.Language;

/**
 * Whether an article stands in a letter, for the publish screen.
 *
 * @param letter its slug
 * @param text what is so, in words
 * @param path of the issue; empty where it is in none
 * @param picked whether it is hand-picked for the next issue
 * @param open whether it can be hand-picked, or no more
 */
public record InLetter(String letter, String text, String path, boolean picked, boolean open) {
  private static final int LOOKED_AT = 30;

  /** Each letter of the article's language. */
  public static List<InLetter> of(Visit visit, String article, Language language) {
    return visit
        .newsroom()
        .database()
        .read(
            handle ->
                visit.publication().letters().stream()
                    .filter(l -> l.name().containsKey(language))
                    .map(l -> of(visit, handle, l, article, language))
                    .toList());
  }

  private static InLetter of(
      Visit visit, Handle handle, Publication.Letter letter, String article, Language language) {
    Issues issues = new Issues(handle);
    Clockface clock = Clockface.of(visit);
    String name = letter.name().getOrDefault(language, letter.slug());
    boolean picked = issues.pickedFor(article).contains(letter.slug());
    Optional<Issue> has =
        issues.newest(letter.slug(), LOOKED_AT).stream()
            .filter(i -> i.language().equals(language))
            .filter(i -> i.draft().item(article).isPresent())
            .findFirst();
    if (has.isPresent()) {
      Issue issue = has.get();
      boolean sent = issue.sentAt().isPresent();
      String when = issue.goAt().or(issue::due).map(clock::moment).orElse("");
      String text =
          sent || when.isEmpty()
              ? visit.say(
                  sent ? "letters.publish.went" : "letters.publish.undated", issue.number(), name)
              : visit.say("letters.publish.in", issue.number(), name, when);
      return new InLetter(letter.slug(), text, IssueLine.path(issue), picked, false);
    }
    String next =
        issues
            .next(letter.slug(), language)
            .flatMap(Issue::due)
            .or(
                () ->
                    new Plans(handle).find(letter.slug()).flatMap((Plan p) -> p.next(clock.now())))
            .map(clock::moment)
            .orElse("");
    String text =
        next.isEmpty()
            ? visit.say("letters.publish.offered", name)
            : visit.say("letters.publish.will", name, next);
    return new InLetter(letter.slug(), text, "", picked, true);
  }
}
