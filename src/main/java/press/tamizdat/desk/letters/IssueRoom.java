package press.tamizdat.desk.letters;

import press.tamizdat.desk.Visit;
import press.tamizdat.letter.issue.Issue;
import press.tamizdat.letter.issue.Issues;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.web.Unacceptable;

/** The issue that an address names. */
final class IssueRoom {
  static final String PATTERN = "/letters/{slug}/issues/{number}/{language}";

  private IssueRoom() {}

  static Issue of(Visit visit) {
    String number = visit.part("number");
    String language = visit.part("language");
    if (!number.matches("[1-9][0-9]{0,6}") || !language.matches("[a-z]{2,3}(-[a-z0-9]{2,4})?")) {
      throw missing();
    }
    return visit
        .newsroom()
        .database()
        .read(
            handle ->
                new Issues(handle)
                    .find(visit.part("slug"), Integer.parseInt(number), new Language(language)))
        .orElseThrow(IssueRoom::missing);
  }

  static Unacceptable missing() {
    return new Unacceptable(404, "there is no such issue");
  }

  /** The name of its letter, in its own language. */
  static String name(Visit visit, Issue issue) {
    return Copies.name(visit.publication(), issue.letter(), issue.language());
  }
}
