package press.tamizdat.desk.letters;

import java.net.URI;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import press.tamizdat.article.published.Publication;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.Visit;
import press.tamizdat.letter.issue.Issue;
import press.tamizdat.letter.issue.Issues;
import press.tamizdat.letter.issue.Plan;
import press.tamizdat.letter.issue.Plans;
import press.tamizdat.platform.text.Language;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.staff.Audit;
import press.tamizdat.staff.Right;
import press.tamizdat.trust.Secret;

/** {@code /letters}: what is next, what went out, and to how many. */
final class OverviewPage {
  static final String PATH = "/letters";
  private static final int LAST = 6;

  private final Newsroom newsroom;
  private final Outgoing outgoing;
  private final Armoury armoury;
  private final Audit audit;

  OverviewPage(Newsroom newsroom, Outgoing outgoing, Armoury armoury) {
    this.newsroom = newsroom;
    this.outgoing = outgoing;
    this.armoury = armoury;
    this.audit = new Audit(newsroom.clock());
  }

  void open(DeskRoutes routes) {
    routes.get(PATH, this::show);
    routes.post("/letters/{slug}/issues", this::begin);
    routes.post("/letters/picks", this::pick);
    routes.post("/letters/addresses", this::addresses);
    routes.post("/letters/installation", this::claim);
    routes.post("/letters/unattended", this::unlock);
  }

  private Reply show(Visit visit) {
    visit.require(Right.WRITE);
    outgoing.plan();
    return page(visit, Optional.empty(), List.of());
  }

  private Reply page(Visit visit, Optional<String> addresses, List<String> faults) {
    Publication publication = visit.publication();
    OverviewView view =
        newsroom
            .database()
            .read(
                handle -> {
                  Plans plans = new Plans(handle);
                  Issues issues = new Issues(handle);
                  Map<String, Plan> all = plans.all();
                  return new OverviewView(
                      newsroom.mailroom().isPresent(),
                      newsroom.mailroom().flatMap(Mailroom::elsewhere).map(visit::say),
                      publication.letters().stream()
                          .map(
                              l -> letter(visit, l, Optional.ofNullable(all.get(l.slug())), issues))
                          .toList(),
                      addresses.orElseGet(
                          () ->
                              plans.addresses().stream()
                                  .map(URI::toString)
                                  .collect(Collectors.joining("\n"))),
                      all.values().stream().anyMatch(Plan::unattended),
                      armoury.unattended().isPresent(),
                      faults);
                });
    return visit.page(
        faults.isEmpty() ? 200 : 422, visit.say("letters.title"), "letters/overview", view);
  }

  private OverviewView.Letter letter(
      Visit visit, Publication.Letter letter, Optional<Plan> plan, Issues issues) {
    List<IssueLine> next = new ArrayList<>();
    List<IssueLine> last = new ArrayList<>();
    List<OverviewView.Choice> begin = new ArrayList<>();
    for (Issue issue : issues.newest(letter.slug(), 40)) {
      boolean waits =
          issue.state() == Issue.State.COMPOSING
              || issue.state() == Issue.State.ARMED
              || issue.state() == Issue.State.SENDING;
      if (waits) {
        next.addFirst(IssueLine.of(visit, issue, armoury));
      } else if (last.size() < LAST) {
        last.add(IssueLine.of(visit, issue, armoury));
      }
    }
    for (Language language : languages(visit.publication(), letter)) {
      if (issues.next(letter.slug(), language).isEmpty()) {
        begin.add(new OverviewView.Choice(language.tag(), IssueLine.languageName(visit, language)));
      }
    }
    return new OverviewView.Letter(
        letter.slug(),
        name(visit, letter),
        rhythm(visit, plan),
        next,
        last,
        begin,
        readers(visit, letter));
  }

  /** The languages in which a letter comes out. */
  static List<Language> languages(Publication publication, Publication.Letter letter) {
    return publication.languages().stream().filter(letter.name()::containsKey).toList();
  }

  static String name(Visit visit, Publication.Letter letter) {
    return letter
        .name()
        .getOrDefault(
            visit.words().language(),
            letter
                .name()
                .getOrDefault(
                    visit.publication().defaultLanguage(),
                    letter.name().values().stream().findFirst().orElse(letter.slug())));
  }

  /** "Friday, 10:00, Central European Time", or that it has none. */
  static String rhythm(Visit visit, Optional<Plan> plan) {
    if (plan.isEmpty()) {
      return visit.say("letters.rhythm.none");
    }
    var locale = visit.words().language().locale();
    String days =
        plan.get().days().stream()
            .map(d -> d.getDisplayName(TextStyle.FULL_STANDALONE, locale))
            .collect(Collectors.joining(", "));
    if (days.isEmpty()) {
      return visit.say("letters.rhythm.by-hand");
    }
    String zone = plan.get().zone().getDisplayName(TextStyle.FULL_STANDALONE, locale);
    String text = days + ", " + plan.get().time() + ", " + zone;
    return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
  }

  private List<OverviewView.Readers> readers(Visit visit, Publication.Letter letter) {
    return newsroom.mailroom().map(Mailroom::now).orElse(List.of()).stream()
        .filter(n -> n.letter().equals(letter.slug()))
        .map(
            n ->
                new OverviewView.Readers(
                    IssueLine.languageName(visit, n.language()),
                    IssueLine.number(visit, n.people())))
        .toList();
  }

  /** An issue beside the plan, in a language that has none under way. */
  private Reply begin(Visit visit) {
    visit.require(Right.WRITE);
    Publication.Letter letter = letterOf(visit);
    Language language =
        languages(visit.publication(), letter).stream()
            .filter(l -> l.tag().equals(visit.form().text("language")))
            .findFirst()
            .orElseThrow(() -> new Unacceptable(404, "the letter has no such language"));
    Issue issue = outgoing.begin(letter.slug(), language, Optional.of(visit.account().id()));
    return Reply.seeOther(IssueLine.path(issue));
  }

  static Publication.Letter letterOf(Visit visit) {
    return visit
        .publication()
        .letter(visit.part("slug"))
        .orElseThrow(() -> new Unacceptable(404, "there is no such letter"));
  }

  /** An article is chosen for the next issue, or no more; comes from the publish screen. */
  private Reply pick(Visit visit) {
    visit.require(Right.WRITE);
    String article = visit.form().text("article");
    String letter = visit.form().text("letter");
    if (!article.matches("[0-9a-f]{24}") || visit.publication().letter(letter).isEmpty()) {
      throw new Unacceptable(404, "there is no such letter or article");
    }
    boolean on = visit.form().text("do").equals("pick");
    newsroom
        .database()
        .change(
            handle -> {
              Issues issues = new Issues(handle);
              if (on) {
                issues.pick(letter, article, visit.account().id(), newsroom.clock().instant());
              } else {
                issues.unpick(letter, article);
              }
            });
    return visit.back(
        "/articles/" + article + "/publication", on ? "letters.picked" : "letters.unpicked");
  }

  private Reply addresses(Visit visit) {
    visit.require(Right.MANAGE);
    List<URI> addresses = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (String line : visit.form().text("addresses").split("\n")) {
      if (!line.isBlank()) {
        address(line.strip())
            .ifPresentOrElse(
                addresses::add,
                () -> faults.add(visit.say("letters.addresses.fault", line.strip())));
      }
    }
    if (addresses.size() > 12) {
      faults.add(visit.say("letters.addresses.many", 12));
    }
    if (!faults.isEmpty()) {
      return page(visit, Optional.of(visit.form().text("addresses")), faults);
    }
    newsroom
        .database()
        .change(
            handle -> {
              new Plans(handle).keepAddresses(addresses);
              audit.note(handle, Optional.of(visit.account().id()), "letter.addresses", "");
            });
    return visit.back(PATH, "letters.addresses.kept");
  }

  private static Optional<URI> address(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null && uri.toString().matches("https?://.{1,200}")
          ? Optional.of(uri)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Reply claim(Visit visit) {
    visit.require(Right.MANAGE);
    Mailroom mailroom =
        newsroom.mailroom().orElseThrow(() -> new Unacceptable(404, "nothing is sent from here"));
    mailroom.claim();
    newsroom
        .database()
        .change(
            handle -> audit.note(handle, Optional.of(visit.account().id()), "letter.claim", ""));
    return visit.back(PATH, "letters.elsewhere.claimed");
  }

  /** The passphrase for letters that go out by themselves, until the program stops. */
  private Reply unlock(Visit visit) {
    visit.require(Right.MANAGE);
    Secret passphrase = Secret.of(visit.form().text("passphrase"));
    if (newsroom.mailroom().filter(m -> m.opens(passphrase)).isEmpty()) {
      return visit.refuse(PATH, "letters.arm.wrong");
    }
    armoury.putUnattended(passphrase);
    newsroom
        .database()
        .change(
            handle -> audit.note(handle, Optional.of(visit.account().id()), "letter.unlock", ""));
    return visit.back(PATH, "letters.unattended.unlocked");
  }
}
