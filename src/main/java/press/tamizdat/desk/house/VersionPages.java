package press.tamizdat.desk.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import press.tamizdat.article.PublicationSettings.Version;
import press.tamizdat.article.published.Publication;
import press.tamizdat.article.published.PublicationJson;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.text.JsonValues;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.platform.web.Unacceptable;
import press.tamizdat.staff.Right;

/** The publication as it ever was, and how to put it back. */
record VersionPages(Saving saving) {
  private static final String PATH = "/settings/versions";
  private static final int PAGE = 50;

  void open(DeskRoutes routes) {
    routes.get(PATH, this::list);
    routes.get("/settings/versions/{number}", this::show);
    routes.post("/settings/versions/{number}/restoration", this::restore);
    routes.post("/settings/versions/{number}/undoing", this::undo);
  }

  private Reply list(Visit visit) {
    visit.require(Right.REVIEW);
    int from = number(visit.query().text("from")).orElse(0);
    List<Version> versions = saving.settings().versions(from, PAGE + 1);
    int newest = saving.settings().number();
    return visit.page(
        visit.say("house.versions"),
        "house/versions",
        new VersionsView(
            versions.stream().limit(PAGE).map(v -> row(visit, v, newest)).toList(),
            versions.size() > PAGE
                ? Optional.of(PATH + "?from=" + (from + PAGE))
                : Optional.empty()));
  }

  private static VersionsView.Row row(Visit visit, Version v, int newest) {
    String who =
        v.account()
            .flatMap(id -> Names.of(visit.newsroom()).find(id))
            .map(a -> a.penName())
            .orElseGet(() -> visit.say("house.file"));
    return new VersionsView.Row(
        PATH + "/" + v.number(),
        v.number(),
        Clockface.of(visit).moment(v.savedAt()),
        who,
        AuditPages.said(visit, v.action(), v.object()),
        v.number() == newest);
  }

  private Reply show(Visit visit) {
    visit.require(Right.REVIEW);
    Version version = find(visit);
    Publication then = saving.settings().at(version.number()).orElseThrow();
    Publication now = saving.now();
    List<VersionView.Difference> changes =
        saving
            .settings()
            .at(version.number() - 1)
            .map(before -> differences(before, then))
            .orElseGet(List::of);
    return visit.page(
        visit.say("house.version", version.number()),
        "house/version",
        new VersionView(
            row(visit, version, saving.settings().number()),
            changes,
            differences(now, then),
            saving.faults(visit, p -> then)));
  }

  private Version find(Visit visit) {
    return number(visit.part("number"))
        .flatMap(saving.settings()::version)
        .orElseThrow(() -> new Unacceptable(404, "no such version"));
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** Every text that is not the same. */
  static List<VersionView.Difference> differences(Publication before, Publication after) {
    Map<String, String> old = flat(before);
    Map<String, String> fresh = flat(after);
    TreeSet<String> places = new TreeSet<>(old.keySet());
    places.addAll(fresh.keySet());
    List<VersionView.Difference> found = new ArrayList<>();
    for (String place : places) {
      String was = old.getOrDefault(place, "");
      String is = fresh.getOrDefault(place, "");
      if (!was.equals(is)) {
        found.add(new VersionView.Difference(place, was, is));
      }
    }
    return found;
  }

  private static Map<String, String> flat(Publication publication) {
    Map<String, String> flat = new LinkedHashMap<>();
    PublicationJson.values(publication).forEach((key, value) -> flatten(flat, key, value));
    return flat;
  }

  private static void flatten(Map<String, String> flat, String place, Object value) {
    if (value instanceof Map<?, ?>) {
      JsonValues.object(value).forEach((key, inner) -> flatten(flat, place + " › " + key, inner));
    } else if (value instanceof List<?> list) {
      StringBuilder order = new StringBuilder();
      for (Object inner : list) {
        if (inner instanceof Map<?, ?>) {
          String slug = JsonValues.string(JsonValues.object(inner).get("slug"));
          order.append(order.isEmpty() ? "" : ", ").append(slug);
          flatten(flat, place + " › " + slug, inner);
        } else {
          order.append(order.isEmpty() ? "" : ", ").append(inner);
        }
      }
      flat.put(place, order.toString());
    } else {
      flat.put(place, value.toString());
    }
  }

  private Reply restore(Visit visit) {
    visit.require(Right.MANAGE);
    int number = find(visit).number();
    return saving.answer(visit, saving.settings().restore(visit.account().id(), number), PATH);
  }

  /** Takes back what was kept just now, by whoever kept it. */
  private Reply undo(Visit visit) {
    visit.require(Right.REVIEW);
    Version version = find(visit);
    if (version.account().filter(visit.account().id()::equals).isEmpty()) {
      visit.require(Right.MANAGE);
    }
    String back = visit.form().text("back");
    String safe = back.matches("/[a-z0-9/+-]*") && !back.startsWith("//") ? back : PATH;
    if (version.number() < 2) {
      return visit.refuse(safe, "house.undo-first");
    }
    return saving.answer(
        visit, saving.settings().undo(visit.account().id(), version.number()), safe);
  }
}
