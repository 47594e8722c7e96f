package press.tamizdat.desk.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import press.tamizdat.article.Article;
import press.tamizdat.article.BoardCard;
import press.tamizdat.article.Publishing;
import press.tamizdat.article.published.PublishedArticles;
import press.tamizdat.article.published.TakenDown;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.Visit;
import press.tamizdat.desk.press.Press;
import press.tamizdat.desk.press.Proofs;
import press.tamizdat.edition.PublicationPlan;
import press.tamizdat.edition.page.Paths;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;

/** {@code /articles/{id}/removal}: takes a published article away from readers. */
final class RemovalPage {
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private RemovalPage() {}

  static Reply show(Visit visit, Press press) {
    visit.require(Right.PUBLISH);
    return page(visit, press, 200, List.of());
  }

  private static Reply page(Visit visit, Press press, int status, List<String> faults) {
    BoardCard card = Desks.article(visit);
    String id = card.standing().id();
    Heading heading = Heading.of(card, visit.account(), "flow.tab.removal");
    if (card.standing().state() == Article.State.TAKEN_DOWN) {
      return visit.page(
          status, visit.say("flow.removal"), "flow/removal", gone(visit, press, id, heading));
    }
    if (card.standing().out().isEmpty()) {
      return visit.notice(404, "flow.refused.not-published");
    }
    PublicationPlan plan = Proofs.rehearseTakeDown(visit.newsroom(), id);
    RemovalView view =
        new RemovalView(
            heading,
            address(visit, plan.path()),
            Changes.groups(visit, plan),
            visit.form().text("reason"),
            Optional.empty(),
            Optional.empty(),
            faults);
    return visit.page(status, visit.say("flow.removal"), "flow/removal", view);
  }

  private static RemovalView gone(Visit visit, Press press, String id, Heading heading) {
    TakenDown taken =
        visit
            .newsroom()
            .database()
            .read(handle -> new PublishedArticles(handle).takenDown(id))
            .orElseThrow();
    String path = Paths.of(visit.publication()).article(taken);
    return new RemovalView(
        heading,
        address(visit, path),
        List.of(),
        taken.reason(),
        Optional.of(Clockface.of(visit).moment(taken.at())),
        Optional.of(WayOut.of(visit, press, id, path)),
        List.of());
  }

  private static String address(Visit visit, String path) {
    String base = visit.publication().address().toString();
    return base + (base.endsWith("/") ? "" : "/") + path;
  }

  /** Takes it down: {@code reason}, and {@code sure} from a box that must be ticked. */
  static Reply act(Visit visit, Press press) {
    visit.require(Right.PUBLISH);
    String id = visit.part("id");
    List<String> faults = new ArrayList<>();
    if (visit.form().text("reason").isBlank()) {
      faults.add(visit.say("flow.refused.reason"));
    }
    if (!visit.form().has("sure")) {
      faults.add(visit.say("flow.removal.unsure"));
    }
    if (!faults.isEmpty()) {
      return page(visit, press, 422, faults);
    }
    Publishing.Outcome outcome =
        Proofs.publishing(visit.newsroom())
            .takeDown(visit.account(), id, visit.form().text("reason"));
    String path = "/articles/" + id + "/removal";
    if (outcome instanceof Publishing.Outcome.Refused(String key, Optional<Instant> at)) {
      return Desks.refuse(visit, "/articles/" + id, key, at);
    }
    boolean printed = press.await(press.ask(), PATIENCE);
    return visit.back(path, printed ? "flow.removal.done" : "flow.removal.printing");
  }
}
