package press.tamizdat.desk.letters;

import java.time.Instant;
import java.util.Optional;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.Visit;
import press.tamizdat.letter.issue.Issue;
import press.tamizdat.letter.sending.Progress;
import press.tamizdat.platform.text.Language;

/**
 * An issue in a list, in words.
 *
 * @param tone how its state looks: {@code muted}, {@code good}, {@code warning} or {@code bad}
 * @param state what is to be said of it
 */
public record IssueLine(
    String path,
    String number,
    String languageName,
    String language,
    String direction,
    String subject,
    String tone,
    String state) {

  /** Looks at the issue, and at its sending where there is one. */
  static IssueLine of(Visit visit, Issue issue, Armoury armoury) {
    Said said = said(visit, issue, armoury);
    String path = path(issue);
    boolean sending = issue.state() != Issue.State.COMPOSING;
    return new IssueLine(
        sending ? path + "/sending" : path,
        visit.say("letters.number", issue.number()),
        languageName(visit, issue.language()),
        issue.language().tag(),
        issue.language().direction(),
        issue.draft().subject(),
        said.tone(),
        said.text());
  }

  static String path(Issue issue) {
    return "/letters/"
        + issue.letter()
        + "/issues/"
        + issue.number()
        + "/"
        + issue.language().tag();
  }

  /** What a language is called in the editor's own, with a capital. */
  static String languageName(Visit visit, Language language) {
    var reader = visit.words().language().locale();
    String name = language.locale().getDisplayLanguage(reader);
    return name.substring(0, 1).toUpperCase(reader) + name.substring(1);
  }

  /** What is to be said of an issue. */
  record Said(String tone, String text) {}

  static Said said(Visit visit, Issue issue, Armoury armoury) {
    Clockface clock = Clockface.of(visit);
    return switch (issue.state()) {
      case COMPOSING -> composing(visit, issue, clock);
      case ARMED -> armed(visit, issue, armoury, clock);
      case SENDING -> sending(visit, issue);
      case SENT -> sent(visit, issue, clock);
      case DROPPED -> new Said("muted", visit.say("letters.state.dropped"));
    };
  }

  private static Said composing(Visit visit, Issue issue, Clockface clock) {
    if (issue.due().isEmpty()) {
      return new Said("muted", visit.say("letters.state.composing"));
    }
    Instant due = issue.due().get();
    return issue.isLate(clock.now())
        ? new Said("bad", visit.say("letters.state.late", clock.moment(due)))
        : new Said("muted", visit.say("letters.state.due", clock.moment(due)));
  }

  private static Said armed(Visit visit, Issue issue, Armoury armoury, Clockface clock) {
    boolean locked = issue.armedBy().isPresent() && armoury.of(issue.id()).isEmpty();
    String at = issue.goAt().map(clock::moment).orElse("");
    return locked
        ? new Said("bad", visit.say("letters.state.locked", at))
        : new Said("good", visit.say("letters.state.armed", at));
  }

  private static Said sending(Visit visit, Issue issue) {
    Optional<Progress> progress = visit.newsroom().mailroom().flatMap(m -> m.progress(issue.id()));
    if (progress.isEmpty() || progress.get().state() == Progress.State.LOCKED) {
      return new Said("bad", visit.say("letters.state.stuck"));
    }
    Progress p = progress.get();
    return p.state() == Progress.State.PAUSED
        ? new Said(
            "warning",
            visit.say(
                "letters.state.paused", number(visit, p.accepted()), number(visit, p.audience())))
        : new Said(
            "good",
            visit.say(
                "letters.state.sending", number(visit, p.accepted()), number(visit, p.audience())));
  }

  private static Said sent(Visit visit, Issue issue, Clockface clock) {
    String at = issue.sentAt().map(clock::moment).orElse("");
    return visit
        .newsroom()
        .mailroom()
        .flatMap(m -> m.progress(issue.id()))
        .map(
            p ->
                new Said(
                    p.state() == Progress.State.STOPPED ? "warning" : "muted",
                    visit.say(
                        p.state() == Progress.State.STOPPED
                            ? "letters.state.stopped"
                            : "letters.state.sent-to",
                        at,
                        number(visit, p.accepted()),
                        number(visit, p.audience()))))
        .orElseGet(() -> new Said("muted", visit.say("letters.state.sent", at)));
  }

  static String number(Visit visit, long number) {
    return java.text.NumberFormat.getIntegerInstance(visit.words().language().locale())
        .format(number);
  }
}
