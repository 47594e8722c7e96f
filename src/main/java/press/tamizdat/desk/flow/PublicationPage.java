package press.tamizdat.desk.flow;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.article.Articles;
import press.tamizdat.article.AsPublished;
import press.tamizdat.article.BoardCard;
import press.tamizdat.article.Content;
import press.tamizdat.article.Flow;
import press.tamizdat.article.Publishing;
import press.tamizdat.article.Stage;
import press.tamizdat.article.Standing;
import press.tamizdat.article.published.Correction;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublishedArticle;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.Visit;
import press.tamizdat.desk.letters.InLetter;
import press.tamizdat.desk.press.Press;
import press.tamizdat.desk.press.Proofs;
import press.tamizdat.edition.PublicationPlan;
import press.tamizdat.edition.page.Paths;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.staff.Right;

/**
 * {@code /articles/{id}/publication}: one screen that says all that publishing will do; its form
 * publishes now or at a time.
 */
final class PublicationPage {
  /** A publication usually takes less; whoever presses the button then sees that it is done. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private final Visit visit;
  private final Press press;
  private final BoardCard card;
  private final Standing standing;
  private final int revision;
  private final Content content;
  private final Clockface clock;

  private PublicationPage(Visit visit, Press press, String asked) {
    visit.require(Right.PUBLISH);
    this.visit = visit;
    this.press = press;
    this.card = Desks.article(visit);
    this.standing = card.standing();
    this.revision = number(asked).orElse(standing.revision());
    this.content =
        visit
            .newsroom()
            .database()
            .read(handle -> Articles.find(handle, standing.id(), revision))
            .orElseThrow(() -> new Unacceptable(404, "there is no such revision"))
            .content();
    this.clock = Clockface.of(visit);
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  static Reply show(Visit visit, Press press) {
    PublicationPage page = new PublicationPage(visit, press, visit.query().text("revision"));
    return page.reply(200, Optional.empty(), List.of());
  }

  /**
   * {@code do=publish} or {@code do=schedule}, of {@code revision}, with a {@code yes} to each
   * doubt.
   */
  static Reply act(Visit visit, Press press) {
    PublicationPage page = new PublicationPage(visit, press, visit.form().text("revision"));
    return visit.form().text("do").equals("schedule") ? page.schedule() : page.publish();
  }

  private String path() {
    return "/articles/" + standing.id() + "/publication";
  }

  private List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (revision != standing.revision() && !visit.form().has("older")) {
      faults.add(visit.say("flow.refused.text-changed"));
    }
    List<String> given = visit.form().texts("yes");
    if (!given.containsAll(doubts().keySet())) {
      faults.add(visit.say("flow.refused.doubts"));
    }
    return faults;
  }

  private Map<String, String> doubts() {
    return Doubts.of(visit, standing.id(), revision, content, card.comments());
  }

  private Reply publish() {
    List<String> faults = faults();
    if (!faults.isEmpty()) {
      return newest().reply(422, Optional.empty(), faults);
    }
    Publishing.Outcome outcome =
        Proofs.publishing(visit.newsroom()).publish(visit.account(), standing.id(), revision);
    if (outcome instanceof Publishing.Outcome.Refused(String key, Optional<Instant> at)) {
      return reply(422, Optional.empty(), List.of(Desks.said(visit, key, at)));
    }
    boolean printed = press.await(press.ask(), PATIENCE);
    return visit.back(path(), printed ? "flow.published" : "flow.published.printing");
  }

  /** After somebody has saved meanwhile, the screen shows the newest text. */
  private PublicationPage newest() {
    return visit.form().has("older") ? this : new PublicationPage(visit, press, "");
  }

  private Reply schedule() {
    TypedTime typed = TypedTime.of(visit);
    List<String> faults = faults();
    typed.fault().ifPresent(faults::add);
    if (typed.at().isEmpty() || !faults.isEmpty()) {
      return newest().reply(422, Optional.of(typed), faults);
    }
    Optional<String> stop = Proofs.rehearse(visit.newsroom(), standing.id(), revision).refusal();
    if (stop.isPresent()) {
      return reply(422, Optional.of(typed), List.of(visit.say(stop.get())));
    }
    Flow.Outcome outcome =
        Desks.flow(visit).schedule(visit.account(), standing.id(), revision, typed.at().get());
    if (outcome instanceof Flow.Outcome.Refused(String key, Optional<Instant> at)) {
      return reply(422, Optional.of(typed), List.of(Desks.said(visit, key, at)));
    }
    String when = clock.moment(typed.at().get()) + " (" + clock.zoneAt(typed.at().get()) + ")";
    if (standing.stage() == Stage.SCHEDULED) {
      return visit.back(path(), "flow.scheduled", when);
    }
    return visit.backWithUndo(
        path(),
        "/articles/" + standing.id() + "/stage",
        Map.of("from", Stage.SCHEDULED.word(), "to", standing.stage().word(), "back", path()),
        "flow.scheduled",
        when);
  }

  private Reply reply(int status, Optional<TypedTime> typed, List<String> faults) {
    Proofs.Rehearsal rehearsal = Proofs.rehearse(visit.newsroom(), standing.id(), revision);
    Optional<PublicationPlan> plan = rehearsal.plan();
    PublishedArticle printed =
        visit
            .newsroom()
            .database()
            .read(
                handle ->
                    AsPublished.of(handle, standing.id(), content, clock.now(), clock.zone()));
    String path =
        plan.map(PublicationPlan::path)
            .orElseGet(() -> Paths.of(visit.publication()).article(printed.card()));
    Map<String, String> doubts = doubts();
    boolean nothing = standing.out().equals(Optional.of(revision));
    PublicationView view =
        new PublicationView(
            Heading.of(card, visit.account(), "flow.tab.publication"),
            revision,
            revision != standing.revision(),
            compare(),
            standing.out().isPresent(),
            nothing,
            stops(rehearsal.refusal()),
            doubts,
            visit.form().texts("yes"),
            address(path),
            languages(printed),
            plan.map(p -> Changes.groups(visit, p)).orElse(List.of()),
            plan.map(p -> p.lines().size()).orElse(0),
            plan.map(PublicationPlan::everything).orElse(false),
            plan.map(PublicationPlan::waiting).orElse(0),
            parts(plan),
            corrections(),
            scheduled(),
            form(typed),
            faults,
            linkCard(),
            "/articles/" + standing.id() + "/preview/" + revision,
            InLetter.of(visit, standing.id(), content.language()),
            standing.out().isPresent()
                ? Optional.of(WayOut.of(visit, press, standing.id(), path))
                : Optional.empty());
    return visit.page(status, visit.say("flow.publication"), "flow/publication", view, "flow.js");
  }

  private String compare() {
    return standing
        .out()
        .filter(out -> out != revision)
        .map(out -> "/articles/" + standing.id() + "/revisions/" + out + "/" + revision)
        .orElse("");
  }

  private List<PublicationView.Stop> stops(Optional<String> refusal) {
    List<PublicationView.Stop> stops = new ArrayList<>();
    String article = "/articles/" + standing.id();
    if (standing.binned().isPresent()) {
      stops.add(new PublicationView.Stop(visit.say("flow.refused.binned"), "/bin"));
    }
    refusal.ifPresent(
        key ->
            stops.add(
                new PublicationView.Stop(
                    visit.say(key), key.equals("flow.refused.taken-down") ? "" : article)));
    if (standing.embargoedAt(clock.now())) {
      stops.add(
          new PublicationView.Stop(
              Desks.said(visit, "flow.refused.embargo", standing.embargo()), article + "/plan"));
    }
    return stops;
  }

  private String address(String path) {
    String base = visit.publication().address().toString();
    return base + (base.endsWith("/") ? "" : "/") + path;
  }

  private List<String> languages(PublishedArticle printed) {
    List<String> names = new ArrayList<>();
    names.add(Naming.language(visit, content.language()));
    printed
        .translations()
        .forEach(
            t ->
                names.add(
                    visit.say("flow.publication.also", Naming.language(visit, t.language()))));
    return names;
  }

  private List<PublicationView.Part> parts(Optional<PublicationPlan> plan) {
    return plan.map(PublicationPlan::parts).orElse(List.of()).stream()
        .map(
            part ->
                new PublicationView.Part(
                    part.path(), visit.say("flow.publication.bytes", part.bytes())))
        .toList();
  }

  /** Those that readers have not seen yet. */
  private List<String> corrections() {
    List<Correction> seen =
        standing
            .out()
            .flatMap(
                out ->
                    visit
                        .newsroom()
                        .database()
                        .read(handle -> Articles.find(handle, standing.id(), out)))
            .map(a -> a.content().corrections())
            .orElse(List.of());
    return content.corrections().stream()
        .filter(c -> !seen.contains(c))
        .map(Correction::text)
        .toList();
  }

  private Optional<String> scheduled() {
    return standing
        .schedule()
        .map(
            s ->
                visit.say(
                    s.revision() == standing.revision()
                        ? "flow.publication.scheduled"
                        : "flow.publication.scheduled-older",
                    clock.moment(s.at()),
                    clock.zoneAt(s.at()),
                    s.revision()));
  }

  private PublicationView.Form form(Optional<TypedTime> typed) {
    Optional<Instant> stands = standing.schedule().map(Standing.Schedule::at);
    return new PublicationView.Form(
        typed
            .map(TypedTime::day)
            .orElseGet(
                () -> stands.map(s -> clock.dayOf(s).toString()).orElseGet(this::plannedDay)),
        typed.map(TypedTime::time).orElseGet(() -> stands.map(clock::time).orElse("")),
        clock.zoneName(),
        typed.map(TypedTime::choices).orElse(Map.of()));
  }

  private String plannedDay() {
    return standing
        .planned()
        .filter(day -> !day.isBefore(clock.today()))
        .map(Object::toString)
        .orElse("");
  }

  private PublicationView.LinkCard linkCard() {
    Publication publication = visit.publication();
    URI site = publication.address();
    return new PublicationView.LinkCard(
        Optional.ofNullable(site.getHost()).orElse(site.toString()),
        content.headline(),
        content.standfirst(),
        content.lead().map(l -> "/photos/" + l.photo() + "/medium"),
        content.lead().map(Content.LeadPhoto::alternative).orElse(""));
  }
}
