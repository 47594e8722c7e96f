package press.tamizdat.desk.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import press.tamizdat.article.Board;
import press.tamizdat.article.BoardCard;
import press.tamizdat.article.Stage;
import press.tamizdat.article.Standing;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.Visit;
import press.tamizdat.desk.press.Press;
import press.tamizdat.desk.press.PressState;
import press.tamizdat.desk.press.PressState.Doing;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;

/** {@code /press}: what the press is doing, for people and, as JSON, for scripts. */
final class PressPage {
  private PressPage() {}

  static Reply show(Visit visit, Press press) {
    visit.require(Right.WRITE);
    PressState state = press.state();
    return visit.call().wantsJson() ? json(visit, state) : page(visit, state);
  }

  private static Reply json(Visit visit, PressState state) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", state.doing().word());
    json.put("since", state.since().toEpochMilli());
    state
        .edition()
        .ifPresent(
            e -> {
              json.put("edition", e.number());
              json.put("at", e.at().toEpochMilli());
            });
    state.trouble().ifPresent(key -> json.put("message", visit.say(key)));
    return Reply.json(200, json);
  }

  private static Reply page(Visit visit, PressState state) {
    Clockface clock = Clockface.of(visit);
    List<PressView.Step> steps =
        Stream.of(Doing.WAITING, Doing.RENDERING, Doing.STORING, Doing.SIGNING, Doing.RESTING)
            .map(d -> new PressView.Step(d.word(), d == state.doing()))
            .toList();
    List<PressView.Coming> coming =
        visit
            .newsroom()
            .database()
            .read(handle -> new Board(handle, visit.account().id()).inStage(Stage.SCHEDULED))
            .stream()
            .map(card -> coming(visit, clock, card))
            .toList();
    PressView view =
        new PressView(
            state.doing().word(),
            clock.moment(state.since()),
            steps,
            state.edition().map(e -> String.valueOf(e.number())).orElse(""),
            state.edition().map(e -> clock.moment(e.at())).orElse(""),
            state.trouble().map(visit::say),
            coming,
            clock.zoneName());
    return visit.page(visit.say("flow.press"), "flow/press", view, "flow.js");
  }

  private static PressView.Coming coming(Visit visit, Clockface clock, BoardCard card) {
    String headline = card.content().headline();
    return new PressView.Coming(
        card.standing().id(),
        headline.isBlank() ? visit.say("flow.untitled") : headline,
        card.content().language().tag(),
        card.content().language().direction(),
        card.standing().schedule().map(Standing.Schedule::at).map(clock::moment).orElse(""));
  }

  /** Prints what changed; for settings, and after trouble was put right. */
  static Reply ask(Visit visit, Press press) {
    visit.require(Right.PUBLISH);
    press.ask();
    return visit.back("/press", "flow.press.asked");
  }
}
