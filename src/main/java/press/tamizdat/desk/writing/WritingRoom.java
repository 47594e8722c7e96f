package press.tamizdat.desk.writing;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import org.jsoup.Jsoup;
import press.tamizdat.article.Article;
import press.tamizdat.article.Articles;
import press.tamizdat.article.Content;
import press.tamizdat.article.Locks;
import press.tamizdat.article.Manuscript;
import press.tamizdat.article.Revisions;
import press.tamizdat.article.Stage;
import press.tamizdat.article.Standing;
import press.tamizdat.article.TopicProposals;
import press.tamizdat.article.WorkingCopies;
import press.tamizdat.article.published.Publication;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Fields;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.staff.Account;
import press.tamizdat.staff.Accounts;

/** What the actions of the writing page share. */
final class WritingRoom {
  private static final int MOST_TOPICS = 6;

  final Newsroom newsroom;
  final Articles articles;
  final Revisions revisions;
  final WorkingCopies copies;
  final Locks locks;
  private final Accounts accounts;

  WritingRoom(Newsroom newsroom) {
    this.newsroom = newsroom;
    this.articles = new Articles(newsroom.database(), newsroom.clock(), newsroom.random());
    this.revisions = new Revisions(newsroom.database(), newsroom.clock());
    this.copies = new WorkingCopies(newsroom.database(), newsroom.clock());
    this.locks = new Locks(newsroom.clock());
    this.accounts = new Accounts(newsroom.database(), newsroom.clock(), newsroom.random());
  }

  /** The article of the address; one that is not there is a page that says so. */
  Article article(Visit visit) {
    return articles
        .find(visit.part("id"))
        .orElseThrow(() -> new Unacceptable(404, "there is no such article"));
  }

  /** What the open page has sent. */
  static Manuscript manuscript(Visit visit, Article article, boolean fixed) {
    Fields form = visit.form();
    return new Manuscript(
        article.id(),
        visit.account().id(),
        form.text("page"),
        number(form.text("revision")),
        WritingForm.read(form, article.content(), visit.publication(), fixed));
  }

  /** A number as forms send it; 0, which no revision has, where it is none. */
  static int number(String text) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }

  Locks.Seat seat(Visit visit, String page) {
    return new Locks.Seat(visit.account().id(), visit.account().penName(), page);
  }

  String penName(Optional<String> account) {
    return account.flatMap(accounts::find).map(Account::penName).orElse("");
  }

  /** A day and a time as the newsroom's clocks show it. */
  static String moment(Visit visit, Instant at) {
    return Clockface.of(visit).moment(at);
  }

  /** How far the newest revision has come. */
  Optional<Stage> stage(String article) {
    return newsroom.database().read(handle -> Standing.of(handle, article)).map(Standing::stage);
  }

  /** The topics that a text speaks of, by slug, the most mentioned first. */
  static SequencedSet<String> topicsIn(Publication publication, Content content) {
    String text =
        String.join(
            "\n",
            content.headline(),
            content.standfirst(),
            Jsoup.parseBodyFragment(content.body()).text());
    SequencedSet<String> slugs = new LinkedHashSet<>();
    TopicProposals.of(publication, content.language(), text).stream()
        .limit(MOST_TOPICS)
        .forEach(p -> slugs.add(p.slug()));
    return slugs;
  }
}
