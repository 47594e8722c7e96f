package press.tamizdat.desk.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.Visit;
import press.tamizdat.edition.page.Paths;
import press.tamizdat.edition.reading.Catalogue;
import press.tamizdat.edition.reading.Head;
import press.tamizdat.letter.issue.Copy;
import press.tamizdat.letter.issue.Issue;
import press.tamizdat.letter.issue.Issues;
import press.tamizdat.letter.issue.PrintIssue;
import press.tamizdat.letter.issue.PrintedIssue;
import press.tamizdat.letter.sending.Progress;
import press.tamizdat.platform.mail.Delivery;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.staff.Audit;
import press.tamizdat.staff.Right;
import press.tamizdat.trust.Secret;

/**
 * {@code …/sending}: arming an issue, and watching it go. The passphrase is read from the form
 * once, tried, and kept in memory alone until the issue is handed over.
 */
final class SendingPage {
  private final Newsroom newsroom;
  private final Outgoing outgoing;
  private final Armoury armoury;
  private final Copies copies;
  private final Audit audit;

  SendingPage(Newsroom newsroom, Outgoing outgoing, Armoury armoury) {
    this.newsroom = newsroom;
    this.outgoing = outgoing;
    this.armoury = armoury;
    this.copies = new Copies(newsroom);
    this.audit = new Audit(newsroom.clock());
  }

  void open(DeskRoutes routes) {
    routes.get(IssueRoom.PATTERN + "/sending", this::show);
    routes.post(IssueRoom.PATTERN + "/sending", this::act);
    routes.post(IssueRoom.PATTERN + "/test", this::test);
  }

  private Reply show(Visit visit) {
    visit.require(Right.WRITE);
    return page(visit, List.of());
  }

  private Reply page(Visit visit, List<String> faults) {
    Issue issue = IssueRoom.of(visit);
    Optional<Progress> progress = progress(issue);
    if (visit.call().wantsJson()) {
      return json(visit, issue, progress);
    }
    Clockface clock = Clockface.of(visit);
    Copy copy =
        newsroom
            .database()
            .read(h -> copies.copy(h, issue, issue.draft(), newsroom.clock().instant()));
    String page = Copies.archive(copies.publication(), issue).toString();
    SendingView view =
        new SendingView(
            IssueLine.path(issue),
            IssueRoom.name(visit, issue),
            visit.say("letters.number", issue.number()),
            IssueLine.of(visit, issue, armoury),
            copy.subject(),
            step(issue, progress),
            visit.words().count("letters.audience", (int) audience(issue)),
            issue.due().filter(d -> d.isAfter(clock.now())).map(clock::moment),
            newsroom.mailroom().flatMap(Mailroom::elsewhere).map(visit::say),
            newsroom.mailroom().isPresent(),
            visit.account().may(Right.PUBLISH),
            visit.account().may(Right.MANAGE),
            newsroom.mailroom().flatMap(Mailroom::spokenPassphrase),
            issue.state() == Issue.State.COMPOSING ? stops(visit, copy) : List.of(),
            issue.state() == Issue.State.COMPOSING ? warnings(visit, copy) : List.of(),
            faults,
            progress.map(p -> bar(visit, p)),
            page);
    return visit.page(
        faults.isEmpty() ? 200 : 422,
        visit.say("letters.sending.title", IssueRoom.name(visit, issue), issue.number()),
        "letters/sending",
        view,
        "letters.js");
  }

  private Optional<Progress> progress(Issue issue) {
    return issue.state() == Issue.State.SENDING || issue.state() == Issue.State.SENT
        ? newsroom.mailroom().flatMap(m -> m.progress(issue.id()))
        : Optional.empty();
  }

  private String step(Issue issue, Optional<Progress> progress) {
    return switch (issue.state()) {
      case COMPOSING -> "arm";
      case ARMED ->
          issue.armedBy().isPresent() && armoury.of(issue.id()).isEmpty() ? "locked" : "armed";
      case SENDING ->
          progress.map(p -> p.state() == Progress.State.LOCKED).orElse(true) ? "locked" : "sending";
      case SENT -> "over";
      case DROPPED -> "dropped";
    };
  }

  private long audience(Issue issue) {
    return newsroom.mailroom().map(Mailroom::now).orElse(List.of()).stream()
        .filter(n -> n.letter().equals(issue.letter()) && n.language().equals(issue.language()))
        .mapToLong(Mailroom.Now::people)
        .sum();
  }

  private static List<String> stops(Visit visit, Copy copy) {
    List<String> stops = new ArrayList<>();
    if (copy.parts().isEmpty() && copy.opening().isBlank()) {
      stops.add(visit.say("letters.stop.empty"));
    }
    if (copy.subject().isBlank()) {
      stops.add(visit.say("letters.stop.subject"));
    }
    PrintedIssue printed = PrintIssue.print(copy);
    if (!printed.fits()) {
      stops.add(ComposePage.advice(visit, copy, printed));
    }
    return stops;
  }

  /** Links to pages that the newest edition does not have yet would lead nowhere. */
  private List<String> warnings(Visit visit, Copy copy) {
    List<String> warnings = new ArrayList<>();
    Optional<Catalogue> catalogue =
        Head.Current.of(newsroom.editions())
            .map(c -> new Catalogue(newsroom.editions(), c.head().catalogue()));
    Paths paths = Paths.of(visit.publication());
    copy.parts().stream()
        .map(p -> p.article().card())
        .filter(c -> catalogue.flatMap(all -> all.find(paths.article(c))).isEmpty())
        .forEach(c -> warnings.add(visit.say("letters.warning.unprinted", c.headline())));
    return warnings;
  }

  private Reply act(Visit visit) {
    visit.require(Right.PUBLISH);
    Issue issue = IssueRoom.of(visit);
    Mailroom mailroom =
        newsroom.mailroom().orElseThrow(() -> new Unacceptable(404, "nothing is sent from here"));
    return switch (visit.form().text("do")) {
      case "arm" -> arm(visit, issue, mailroom);
      case "unlock" -> unlock(visit, issue, mailroom);
      case "disarm" -> disarm(visit, issue);
      case "pause" -> steer(visit, issue, "pause", mailroom::pause);
      case "resume" -> steer(visit, issue, "resume", mailroom::resume);
      case "stop" -> stop(visit, issue, mailroom);
      default -> page(visit, List.of());
    };
  }

  private Reply arm(Visit visit, Issue issue, Mailroom mailroom) {
    Instant now = newsroom.clock().instant();
    Copy copy = newsroom.database().read(h -> copies.copy(h, issue, issue.draft(), now));
    List<String> faults = new ArrayList<>(stops(visit, copy));
    boolean planned = visit.form().text("when").equals("plan");
    if (planned && issue.due().filter(d -> d.isAfter(now)).isEmpty()) {
      faults.add(visit.say("letters.arm.past"));
    }
    mailroom.elsewhere().ifPresent(key -> faults.add(visit.say(key)));
    Secret passphrase = Secret.of(visit.form().text("passphrase"));
    if (faults.isEmpty() && !mailroom.opens(passphrase)) {
      faults.add(visit.say("letters.arm.wrong"));
    }
    if (!faults.isEmpty()) {
      return page(visit, faults);
    }
    Instant goAt = planned ? issue.due().orElse(now) : now;
    boolean armed =
        newsroom
            .database()
            .write(
                handle -> {
                  boolean done =
                      new Issues(handle).arm(issue.id(), goAt, Optional.of(visit.account().id()));
                  if (done) {
                    note(handle, visit, "letter.arm", issue);
                  }
                  return done;
                });
    if (!armed) {
      return page(visit, List.of(visit.say("letters.issue.closed")));
    }
    if (!planned) {
      return handed(visit, issue, outgoing.send(IssueRoom.of(visit), passphrase));
    }
    armoury.put(issue.id(), passphrase);
    return visit.back(path(issue), "letters.armed", Clockface.of(visit).moment(goAt));
  }

  private static String path(Issue issue) {
    return IssueLine.path(issue) + "/sending";
  }

  private static Reply handed(Visit visit, Issue issue, Mailroom.Handed handed) {
    return switch (handed) {
      case GOING -> visit.back(path(issue), "letters.going");
      case WRONG_PASSPHRASE -> visit.refuse(path(issue), "letters.arm.wrong");
      case ELSEWHERE -> visit.refuse(path(issue), "letters.elsewhere");
      case OVER -> visit.refuse(path(issue), "letters.arm.over");
    };
  }

  /**
   * After a restart the passphrase is typed again: for an issue that waits, or that is under way.
   */
  private Reply unlock(Visit visit, Issue issue, Mailroom mailroom) {
    Secret passphrase = Secret.of(visit.form().text("passphrase"));
    if (!mailroom.opens(passphrase)) {
      return page(visit, List.of(visit.say("letters.arm.wrong")));
    }
    newsroom.database().change(handle -> note(handle, visit, "letter.unlock", issue));
    if (issue.state() == Issue.State.SENDING) {
      return handed(visit, issue, outgoing.send(issue, passphrase));
    }
    armoury.put(issue.id(), passphrase);
    return visit.back(path(issue), "letters.unlocked");
  }

  private Reply disarm(Visit visit, Issue issue) {
    boolean done =
        newsroom
            .database()
            .write(
                handle -> {
                  boolean taken = new Issues(handle).disarm(issue.id());
                  if (taken) {
                    note(handle, visit, "letter.disarm", issue);
                  }
                  return taken;
                });
    armoury.forget(issue.id());
    return done
        ? visit.back(IssueLine.path(issue), "letters.disarmed")
        : visit.refuse(path(issue), "letters.disarm.late");
  }

  private Reply steer(
      Visit visit, Issue issue, String what, java.util.function.Consumer<String> how) {
    if (issue.state() == Issue.State.SENDING) {
      how.accept(issue.id());
      newsroom.database().change(handle -> note(handle, visit, "letter." + what, issue));
    }
    return Reply.seeOther(path(issue));
  }

  /** Cannot be taken back, so it takes a tick. */
  private Reply stop(Visit visit, Issue issue, Mailroom mailroom) {
    return visit.form().has("sure")
        ? steer(visit, issue, "stop", mailroom::stop)
        : page(visit, List.of(visit.say("letters.stop.unsure")));
  }

  private void note(org.jdbi.v3.core.Handle handle, Visit visit, String action, Issue issue) {
    audit.note(handle, Optional.of(visit.account().id()), action, Outgoing.name(issue));
  }

  /** One mail, to an address that is forgotten with the answer. */
  private Reply test(Visit visit) {
    visit.require(Right.PUBLISH);
    Issue issue = IssueRoom.of(visit);
    Mailroom mailroom =
        newsroom.mailroom().orElseThrow(() -> new Unacceptable(404, "nothing is sent from here"));
    String address = visit.form().text("address").strip();
    if (!address.matches("[^@\\s<>,;\"]{1,64}@[^@\\s<>,;\"]{1,190}")) {
      return visit.refuse(IssueLine.path(issue), "letters.test.address");
    }
    Copies.Ready ready = newsroom.database().read(handle -> copies.freeze(handle, issue));
    return switch (mailroom.test(ready.frozen(), address)) {
      case Delivery.Accepted _ -> visit.back(IssueLine.path(issue), "letters.test.sent");
      case Delivery.Deferred d ->
          visit.refuse(IssueLine.path(issue), "letters.test.deferred", d.reply());
      case Delivery.Refused r ->
          visit.refuse(IssueLine.path(issue), "letters.test.refused", r.reply());
    };
  }

  static SendingView.Bar bar(Visit visit, Progress p) {
    Map<String, Long> people = new LinkedHashMap<>();
    people.put("accepted", p.accepted());
    people.put("leased", p.leased());
    people.put("queued", p.queued());
    people.put("deferred", p.deferred());
    people.put("refused", p.refused());
    people.put("excluded", p.excluded());
    double all = Math.max(1, p.audience());
    List<SendingView.Part> parts = new ArrayList<>();
    double x = 0;
    for (Map.Entry<String, Long> part : people.entrySet()) {
      double width = Math.round(10_000 * part.getValue() / all) / 10.0;
      parts.add(
          new SendingView.Part(
              part.getKey(),
              IssueLine.number(visit, part.getValue()),
              Math.round(x * 10) / 10.0,
              width));
      x += width;
    }
    long sum = people.values().stream().mapToLong(n -> n).sum();
    return new SendingView.Bar(
        p.state().name().toLowerCase(java.util.Locale.ROOT),
        p.trouble().map(key -> visit.words().lines().containsKey(key) ? visit.say(key) : key),
        parts,
        visit.say(
            "letters.sending.sum",
            IssueLine.number(visit, sum),
            IssueLine.number(visit, p.audience())),
        p.state() == Progress.State.SENDING || p.state() == Progress.State.PREPARING);
  }

  private Reply json(Visit visit, Issue issue, Optional<Progress> progress) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("step", step(issue, progress));
    progress
        .map(p -> bar(visit, p))
        .ifPresent(
            bar -> {
              json.put("state", bar.state());
              json.put("sum", bar.sum());
              json.put(
                  "parts",
                  bar.parts().stream()
                      .map(
                          p ->
                              Map.of(
                                  "key", p.key(),
                                  "people", p.people(),
                                  "x", String.valueOf(p.x()),
                                  "width", String.valueOf(p.width())))
                      .toList());
            });
    return Reply.json(200, json);
  }
}
