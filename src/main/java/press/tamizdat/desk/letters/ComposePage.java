package press.tamizdat.desk.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import press.tamizdat.article.ArticleHtml;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticles;
import press.tamizdat.article.published.PublishedCard;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.Visit;
import press.tamizdat.letter.issue.Copy;
import press.tamizdat.letter.issue.Draft;
import press.tamizdat.letter.issue.Issue;
import press.tamizdat.letter.issue.Issues;
import press.tamizdat.letter.issue.Length;
import press.tamizdat.letter.issue.Plan;
import press.tamizdat.letter.issue.Plans;
import press.tamizdat.letter.issue.PrintIssue;
import press.tamizdat.letter.issue.PrintedIssue;
import press.tamizdat.platform.web.Fields;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Accounts;
import press.tamizdat.staff.Audit;
import press.tamizdat.staff.Right;

/**
 * {@code /letters/{slug}/issues/{number}/{language}}: choosing articles, writing an opening, seeing
 * the letter. Every button keeps the whole form, so that nothing typed is lost without scripts.
 */
final class ComposePage {
  private static final int EARLIER = 15;
  private static final int FRESH = 40;

  /** What makes a text HTML rather than words. */
  private static final Pattern TAGS =
      Pattern.compile("</?(p|a|em|strong|b|i|ul|ol|li|br|h2|h3|blockquote)\\b[^>]*>");

  private final Newsroom newsroom;
  private final Armoury armoury;
  private final Copies copies;
  private final Proposals proposals;
  private final Audit audit;

  ComposePage(Newsroom newsroom, Armoury armoury) {
    this.newsroom = newsroom;
    this.armoury = armoury;
    this.copies = new Copies(newsroom);
    this.proposals = new Proposals(newsroom);
    this.audit = new Audit(newsroom.clock());
  }

  void open(DeskRoutes routes) {
    routes.get("/letters/{slug}/issues/{number}", this::first);
    routes.get(IssueRoom.PATTERN, this::show);
    routes.post(IssueRoom.PATTERN, this::act);
  }

  /** Leads to the issue in the paper's first language that it has. */
  private Reply first(Visit visit) {
    visit.require(Right.WRITE);
    String number = visit.part("number");
    if (!number.matches("[1-9][0-9]{0,6}")) {
      throw IssueRoom.missing();
    }
    List<Issue> all =
        newsroom
            .database()
            .read(h -> new Issues(h).ofNumber(visit.part("slug"), Integer.parseInt(number)));
    return all.stream()
        .min(
            java.util.Comparator.comparingInt(
                i -> (visit.publication().languages().indexOf(i.language()) + 1000) % 1000))
        .map(i -> Reply.seeOther(IssueLine.path(i)))
        .orElseThrow(IssueRoom::missing);
  }

  private Reply show(Visit visit) {
    visit.require(Right.WRITE);
    Issue issue = IssueRoom.of(visit);
    return page(visit, issue, issue.draft(), List.of());
  }

  private Reply page(Visit visit, Issue issue, Draft draft, List<String> faults) {
    ComposeView view =
        newsroom.database().read(handle -> view(visit, handle, issue, draft, faults));
    return visit.page(
        faults.isEmpty() ? 200 : 422,
        visit.say("letters.issue.title", IssueRoom.name(visit, issue), issue.number()),
        "letters/compose",
        view,
        "letters.js");
  }

  private ComposeView view(
      Visit visit, Handle handle, Issue issue, Draft draft, List<String> faults) {
    Copy copy = copies.copy(handle, issue, draft, newsroom.clock().instant());
    PrintedIssue printed = PrintIssue.print(copy);
    Plan plan =
        new Plans(handle)
            .find(issue.letter())
            .orElseGet(() -> Plan.usual(visit.publication().zone()));
    List<Proposals.Proposal> all =
        proposals.of(handle, issue.letter(), plan, issue.language()).stream()
            .filter(p -> draft.item(p.card().id()).isEmpty())
            .toList();
    Clockface clock = Clockface.of(visit);
    boolean editable = issue.state() == Issue.State.COMPOSING;
    return new ComposeView(
        IssueLine.path(issue),
        IssueRoom.name(visit, issue),
        visit.say("letters.number", issue.number()),
        IssueLine.of(visit, issue, armoury),
        tabs(visit, handle, issue),
        issue.version(),
        draft.subject(),
        copy.parts().stream().findFirst().map(p -> p.article().card().headline()).orElse(""),
        plain(draft.opening()),
        issue.language().tag(),
        issue.language().direction(),
        draft.length() == Length.SOS,
        items(visit, handle, draft, printed),
        groups(visit, all),
        all.stream()
            .filter(p -> !p.fresh() && !p.picked())
            .limit(EARLIER)
            .map(p -> proposal(visit, p))
            .toList(),
        gauge(visit, copy, printed),
        editable,
        visit.account().may(Right.PUBLISH),
        newsroom.mailroom().isPresent(),
        issue.isLate(clock.now()),
        plan.next(clock.now()).map(clock::moment).orElse(""),
        faults);
  }

  private List<ComposeView.Tab> tabs(Visit visit, Handle handle, Issue issue) {
    return new Issues(handle)
        .ofNumber(issue.letter(), issue.number()).stream()
            .filter(i -> i.state() != Issue.State.DROPPED)
            .map(
                i ->
                    new ComposeView.Tab(
                        IssueLine.path(i),
                        IssueLine.languageName(visit, i.language()),
                        i.id().equals(issue.id())))
            .toList();
  }

  private static List<ComposeView.Item> items(
      Visit visit, Handle handle, Draft draft, PrintedIssue printed) {
    PublishedArticles articles = new PublishedArticles(handle);
    Map<String, PrintedIssue.Weight> weights =
        printed.articles().stream().collect(Collectors.toMap(PrintedIssue.Weight::article, w -> w));
    List<ComposeView.Item> items = new ArrayList<>();
    for (int i = 0; i < draft.items().size(); i++) {
      Draft.Item item = draft.items().get(i);
      Optional<PublishedCard> card = articles.card(item.article());
      Optional<PrintedIssue.Weight> weight = Optional.ofNullable(weights.get(item.article()));
      items.add(
          new ComposeView.Item(
              item.article(),
              card.map(PublishedCard::headline).orElseGet(() -> visit.say("letters.item.gone")),
              card.map(c -> section(visit, c.section())).orElse(""),
              weight.map(w -> kilobytes(visit, w.bytes())).orElse(""),
              item.whole(),
              card.isEmpty(),
              weight.filter(PrintedIssue.Weight::cut).isPresent(),
              i == 0,
              i == draft.items().size() - 1));
    }
    return items;
  }

  static String section(Visit visit, String slug) {
    return visit
        .publication()
        .section(slug)
        .map(Publication.Section::name)
        .map(
            n ->
                n.getOrDefault(
                    visit.words().language(),
                    n.getOrDefault(visit.publication().defaultLanguage(), slug)))
        .orElse(slug);
  }

  private static List<ComposeView.Group> groups(Visit visit, List<Proposals.Proposal> all) {
    Map<String, List<ComposeView.Proposal>> groups = new LinkedHashMap<>();
    all.stream()
        .filter(p -> p.picked() || p.fresh())
        .limit(FRESH)
        .forEach(
            p ->
                groups
                    .computeIfAbsent(
                        p.picked()
                            ? visit.say("letters.proposals.picked")
                            : section(visit, p.card().section()),
                        s -> new ArrayList<>())
                    .add(proposal(visit, p)));
    return groups.entrySet().stream()
        .map(g -> new ComposeView.Group(g.getKey(), g.getValue()))
        .toList();
  }

  private static ComposeView.Proposal proposal(Visit visit, Proposals.Proposal p) {
    Clockface clock = Clockface.of(visit);
    return new ComposeView.Proposal(
        p.card().id(),
        p.card().headline(),
        section(visit, p.card().section()),
        clock.shortDay(clock.dayOf(p.card().published())),
        p.reads() == 0 ? "" : visit.say("letters.reads", IssueLine.number(visit, p.reads())),
        p.picked());
  }

  static String kilobytes(Visit visit, int bytes) {
    return visit.say(
        "letters.kilobytes",
        String.format(visit.words().language().locale(), "%.1f", bytes / 1000.0));
  }

  private static ComposeView.Gauge gauge(Visit visit, Copy copy, PrintedIssue printed) {
    int percent = (int) Math.ceil(100.0 * printed.bytes() / PrintedIssue.MOST);
    List<String> notes = new ArrayList<>();
    long cut = printed.articles().stream().filter(PrintedIssue.Weight::cut).count();
    if (cut > 0) {
      notes.add(visit.words().count("letters.gauge.cut", (int) cut));
    }
    boolean blind =
        copy.pictures()
            && copy.parts().stream()
                .findFirst()
                .flatMap(p -> p.article().card().lead())
                .filter(l -> l.alternative().isBlank())
                .isPresent();
    if (blind) {
      notes.add(visit.say("letters.gauge.alternative"));
    }
    return new ComposeView.Gauge(
        percent,
        visit.say(
            "letters.gauge",
            kilobytes(visit, printed.bytes()),
            kilobytes(visit, PrintedIssue.MOST)),
        printed.fits() ? Optional.empty() : Optional.of(advice(visit, copy, printed)),
        notes);
  }

  /** Which article to leave out, by its weight. */
  static String advice(Visit visit, Copy copy, PrintedIssue printed) {
    String heaviest =
        printed.articles().stream()
            .max(java.util.Comparator.comparingInt(PrintedIssue.Weight::bytes))
            .flatMap(
                w ->
                    copy.parts().stream()
                        .map(p -> p.article().card())
                        .filter(c -> c.id().equals(w.article()))
                        .findFirst())
            .map(PublishedCard::headline)
            .orElse("");
    return heaviest.isEmpty()
        ? visit.say("letters.gauge.opening")
        : visit.say("letters.gauge.advice", heaviest);
  }

  /**
   * {@code do} is {@code save}, or {@code up:ID}, {@code down:ID}, {@code remove:ID}, {@code
   * add:ID}.
   */
  private Reply act(Visit visit) {
    visit.require(Right.WRITE);
    Issue issue = IssueRoom.of(visit);
    String asked = visit.form().text("do");
    if (asked.equals("drop") || asked.equals("postpone")) {
      return asked.equals("drop") ? drop(visit, issue) : postpone(visit, issue);
    }
    Draft draft = applied(typed(visit, issue), asked);
    List<String> faults = new ArrayList<>();
    if (draft.subject().length() > Draft.LONGEST_SUBJECT) {
      faults.add(visit.say("letters.subject.long", Draft.LONGEST_SUBJECT));
    }
    if (draft.items().size() > Plan.MOST_ARTICLES) {
      faults.add(visit.say("letters.items.many", Plan.MOST_ARTICLES));
    }
    if (issue.state() != Issue.State.COMPOSING) {
      faults.add(visit.say("letters.issue.closed"));
    }
    if (faults.isEmpty() && !save(visit, issue, draft)) {
      faults.add(meanwhile(visit));
    }
    if (visit.call().wantsJson()) {
      return json(visit, faults);
    }
    if (!faults.isEmpty()) {
      return page(visit, IssueRoom.of(visit), draft, faults);
    }
    return asked.equals("save")
        ? visit.back(IssueLine.path(issue), "letters.saved")
        : Reply.seeOther(IssueLine.path(issue) + (asked.contains(":") ? "#items" : ""));
  }

  private boolean save(Visit visit, Issue issue, Draft draft) {
    String based = visit.form().text("based");
    int version = based.matches("[0-9]{1,8}") ? Integer.parseInt(based) : 0;
    if (draft.equals(issue.draft()) && version == issue.version()) {
      return true;
    }
    return newsroom
        .database()
        .write(
            handle ->
                new Issues(handle)
                    .save(
                        issue.id(),
                        version,
                        draft,
                        Optional.of(visit.account().id()),
                        newsroom.clock().instant()));
  }

  private String meanwhile(Visit visit) {
    String who =
        IssueRoom.of(visit)
            .changedBy()
            .flatMap(new Accounts(newsroom.database(), newsroom.clock(), newsroom.random())::find)
            .map(a -> a.penName())
            .orElseGet(() -> visit.say("letters.plan"));
    return visit.say("letters.meanwhile", who);
  }

  /** For the script: what is kept now, and what it weighs. */
  private Reply json(Visit visit, List<String> faults) {
    Issue now = IssueRoom.of(visit);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kept", faults.isEmpty());
    json.put("message", faults.isEmpty() ? visit.say("letters.saved") : String.join(" ", faults));
    json.put("version", (long) now.version());
    if (faults.isEmpty()) {
      newsroom
          .database()
          .change(
              handle -> {
                Copy copy = copies.copy(handle, now, now.draft(), newsroom.clock().instant());
                ComposeView.Gauge gauge = gauge(visit, copy, PrintIssue.print(copy));
                json.put("gauge", gauge.words());
                json.put("percent", (long) gauge.percent());
                json.put("advice", gauge.advice().orElse(""));
              });
    }
    return Reply.json(faults.isEmpty() ? 200 : 422, json);
  }

  /** The draft as the form has it, whatever its version. */
  private static Draft typed(Visit visit, Issue issue) {
    Fields form = visit.form();
    Set<String> order = new LinkedHashSet<>(form.texts("item"));
    boolean sos = Length.ofWord(form.text("length")) == Length.SOS;
    // A letter of summaries has no boxes to tick: what was ticked before stays.
    boolean asked = form.has("choices");
    List<Draft.Item> items =
        order.stream()
            .filter(id -> id.matches("[0-9a-f]{24}"))
            .map(
                id ->
                    new Draft.Item(
                        id,
                        asked
                            ? form.texts("whole").contains(id)
                            : issue.draft().item(id).map(Draft.Item::whole).orElse(true)))
            .toList();
    return new Draft(
        form.text("subject").strip().replaceAll("\\s+", " "),
        opening(form.text("opening")),
        sos ? Length.SOS : Length.SUMMARY,
        items);
  }

  /** Bare lines become paragraphs, as people type them. */
  private static String opening(String typed) {
    String text = typed.strip();
    boolean bare = !text.isEmpty() && !TAGS.matcher(text).find();
    String html =
        bare
            ? java.util.Arrays.stream(text.split("\\R\\s*\\R"))
                .map(p -> "<p>" + escaped(p.strip()).replaceAll("\\R", "<br>") + "</p>")
                .collect(Collectors.joining())
            : text;
    return ArticleHtml.clean(html).replaceAll("(?s)<figure.*?</figure>", "").strip();
  }

  /** Paragraphs of bare words as they were typed; anything else is shown as HTML. */
  private static String plain(String opening) {
    List<Element> blocks = Jsoup.parseBodyFragment(opening).body().children();
    boolean bare = blocks.stream().allMatch(b -> b.tagName().equals("p") && b.childrenSize() == 0);
    return bare ? blocks.stream().map(Element::text).collect(Collectors.joining("\n\n")) : opening;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Draft applied(Draft draft, String asked) {
    int colon = asked.indexOf(':');
    if (colon < 0) {
      return draft;
    }
    String id = asked.substring(colon + 1);
    if (!id.matches("[0-9a-f]{24}")) {
      return draft;
    }
    List<Draft.Item> items = new ArrayList<>(draft.items());
    int at = items.stream().map(Draft.Item::article).toList().indexOf(id);
    switch (asked.substring(0, colon)) {
      case "up" -> move(items, at, at - 1);
      case "down" -> move(items, at, at + 1);
      case "remove" -> items.removeIf(i -> i.article().equals(id));
      case "add" -> {
        if (at < 0) {
          items.add(new Draft.Item(id, true));
        }
      }
      default -> {}
    }
    return draft.with(items);
  }

  private static void move(List<Draft.Item> items, int from, int to) {
    if (from >= 0 && to >= 0 && to < items.size()) {
      items.add(to, items.remove(from));
    }
  }

  private Reply drop(Visit visit, Issue issue) {
    visit.require(Right.PUBLISH);
    boolean dropped =
        newsroom
            .database()
            .write(
                handle -> {
                  boolean done = new Issues(handle).drop(issue.id());
                  if (done) {
                    note(handle, visit, "letter.drop", issue);
                  }
                  return done;
                });
    return dropped
        ? visit.back(OverviewPage.PATH, "letters.dropped")
        : visit.refuse(IssueLine.path(issue), "letters.issue.closed");
  }

  /** To the plan's next time. */
  private Reply postpone(Visit visit, Issue issue) {
    visit.require(Right.PUBLISH);
    Instant now = newsroom.clock().instant();
    boolean moved =
        newsroom
            .database()
            .write(
                handle ->
                    new Plans(handle)
                        .find(issue.letter())
                        .flatMap(p -> p.next(now))
                        .filter(at -> new Issues(handle).postpone(issue.id(), at))
                        .map(
                            at -> {
                              note(handle, visit, "letter.postpone", issue);
                              return at;
                            })
                        .isPresent());
    return moved
        ? visit.back(IssueLine.path(issue), "letters.postponed")
        : visit.refuse(IssueLine.path(issue), "letters.issue.closed");
  }

  private void note(Handle handle, Visit visit, String action, Issue issue) {
    audit.note(handle, Optional.of(visit.account().id()), action, Outgoing.name(issue));
  }
}
