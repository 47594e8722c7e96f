package press.tamizdat.desk.letters;

import java.time.Instant;
import java.util.Optional;
import press.tamizdat.article.published.Publication;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.press.Press;
import press.tamizdat.letter.issue.Issue;
import press.tamizdat.letter.issue.Issues;
import press.tamizdat.letter.issue.Plan;
import press.tamizdat.letter.issue.Plans;
import press.tamizdat.letter.sending.Progress;
import press.tamizdat.platform.text.Language;
import press.tamizdat.staff.Audit;
import press.tamizdat.trust.Secret;

/**
 * Makes the issues that plans want, hands those whose time has come to the sending, and notes which
 * are done. Whatever a killed process has left is taken up by the next look.
 */
final class Outgoing {
  private final Newsroom newsroom;
  private final Optional<Mailroom> mailroom;
  private final Armoury armoury;
  private final Press press;
  private final Copies copies;
  private final Proposals proposals;
  private final Audit audit;

  Outgoing(Newsroom newsroom, Armoury armoury, Press press) {
    this.newsroom = newsroom;
    this.mailroom = newsroom.mailroom();
    this.armoury = armoury;
    this.press = press;
    this.copies = new Copies(newsroom);
    this.proposals = new Proposals(newsroom);
    this.audit = new Audit(newsroom.clock());
  }

  /** One look at everything that may be due. */
  void look() {
    plan();
    unattended();
    go();
    finish();
  }

  /** Sees to it that each letter with a rhythm has an issue under way in each of its languages. */
  void plan() {
    Publication publication = newsroom.publication().get();
    for (Publication.Letter letter : publication.letters()) {
      for (Language language : publication.languages()) {
        if (letter.name().containsKey(language)) {
          plan(letter.slug(), language);
        }
      }
    }
  }

  private void plan(String letter, Language language) {
    boolean there =
        newsroom
            .database()
            .<Boolean>read(
                handle ->
                    new Issues(handle).next(letter, language).isPresent()
                        || new Plans(handle)
                            .find(letter)
                            .filter(p -> !p.days().isEmpty())
                            .isEmpty());
    if (!there) {
      begin(letter, language, Optional.empty());
    }
  }

  /** The issue that is under way, made where there is none. */
  Issue begin(String letter, Language language, Optional<String> account) {
    Instant now = newsroom.clock().instant();
    return newsroom
        .database()
        .write(
            handle -> {
              Plan plan =
                  new Plans(handle)
                      .find(letter)
                      .orElseGet(() -> Plan.usual(newsroom.publication().get().zone()));
              Issues issues = new Issues(handle);
              return issues
                  .next(letter, language)
                  .orElseGet(
                      () ->
                          issues.begin(
                              letter,
                              language,
                              plan.next(after(issues, letter, language, now)),
                              proposals.first(handle, letter, plan, language),
                              account,
                              now,
                              newsroom.random()));
            });
  }

  /** An issue that went out before its time does not make another for the same time. */
  private static Instant after(Issues issues, String letter, Language language, Instant now) {
    return issues.lastDue(letter, language).filter(last -> last.isAfter(now)).orElse(now);
  }

  /** Arms what is due and goes by itself. */
  private void unattended() {
    if (armoury.unattended().isEmpty()) {
      return;
    }
    Instant now = newsroom.clock().instant();
    newsroom
        .database()
        .change(
            handle -> {
              Plans plans = new Plans(handle);
              Issues issues = new Issues(handle);
              for (Issue issue : issues.in(Issue.State.COMPOSING)) {
                boolean alone =
                    plans.find(issue.letter()).filter(Plan::unattended).isPresent()
                        && issue.isLate(now)
                        && !issue.draft().items().isEmpty();
                if (alone && issues.arm(issue.id(), now, Optional.empty())) {
                  audit.note(handle, Optional.empty(), "letter.arm", name(issue));
                }
              }
            });
  }

  private void go() {
    Instant now = newsroom.clock().instant();
    for (Issue issue : in(Issue.State.ARMED)) {
      Optional<Secret> secret =
          issue.armedBy().isPresent() ? armoury.of(issue.id()) : armoury.unattended();
      if (secret.isPresent() && issue.goAt().filter(at -> !at.isAfter(now)).isPresent()) {
        var _ = send(issue, secret.get());
      }
    }
  }

  /** Hands an issue that is armed, or locked in the middle, to the sending. */
  Mailroom.Handed send(Issue issue, Secret passphrase) {
    if (mailroom.isEmpty() || mailroom.get().elsewhere().isPresent()) {
      return Mailroom.Handed.ELSEWHERE;
    }
    if (mailroom.get().progress(issue.id()).isPresent()) {
      // What was handed over must not change, whatever has become of its articles.
      return mailroom.get().unlock(issue.id(), passphrase);
    }
    Copies.Ready ready =
        newsroom
            .database()
            .write(
                handle -> {
                  Copies.Ready frozen = copies.freeze(handle, issue);
                  if (issue.state() == Issue.State.ARMED
                      && new Issues(handle)
                          .send(
                              issue.id(),
                              issue.draft().under(frozen.frozen().subject()),
                              newsroom.clock().instant(),
                              frozen.edition(),
                              frozen.archived())) {
                    issue.draft().items().forEach(i -> unpick(handle, issue, i.article()));
                    audit.note(handle, issue.armedBy(), "letter.send", name(issue));
                  }
                  return frozen;
                });
    Mailroom.Handed handed = mailroom.get().send(ready.frozen(), passphrase);
    armoury.forget(issue.id());
    var _ = press.ask();
    return handed;
  }

  private static void unpick(org.jdbi.v3.core.Handle handle, Issue issue, String article) {
    new Issues(handle).unpick(issue.letter(), article);
  }

  /** Notes which sendings are over. */
  private void finish() {
    if (mailroom.isEmpty()) {
      return;
    }
    for (Issue issue : in(Issue.State.SENDING)) {
      boolean over =
          mailroom
              .get()
              .progress(issue.id())
              .map(Progress::state)
              .filter(s -> s == Progress.State.DONE || s == Progress.State.STOPPED)
              .isPresent();
      if (over) {
        newsroom
            .database()
            .change(handle -> note(handle, issue, new Issues(handle).done(issue.id())));
      }
    }
  }

  private void note(org.jdbi.v3.core.Handle handle, Issue issue, boolean done) {
    if (done) {
      audit.note(handle, Optional.empty(), "letter.done", name(issue));
    }
  }

  private java.util.List<Issue> in(Issue.State state) {
    return newsroom.database().read(handle -> new Issues(handle).in(state));
  }

  /** As the audit names it. */
  static String name(Issue issue) {
    return issue.letter() + " " + issue.number() + " " + issue.language();
  }
}
