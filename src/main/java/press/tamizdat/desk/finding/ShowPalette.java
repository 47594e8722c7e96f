package press.tamizdat.desk.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import press.tamizdat.article.search.ArticleSearch;
import press.tamizdat.article.search.Ask;
import press.tamizdat.article.search.Filter;
import press.tamizdat.article.search.Found;
import press.tamizdat.desk.DeskAction;
import press.tamizdat.desk.Places;
import press.tamizdat.desk.Visit;
import press.tamizdat.platform.web.Reply;
import press.tamizdat.staff.Right;

/** The palette: for scripts as JSON, for others as a page. */
final class ShowPalette implements DeskAction {
  private static final int MOST = 8;
  private static final Map<String, String> KEYS =
      Map.of("/", "g b", "/articles", "g a", "/photos", "g p");

  private final ArticleSearch search;

  ShowPalette(ArticleSearch search) {
    this.search = search;
  }

  @Override
  public Reply act(Visit visit) {
    String typed = visit.query().text("q").strip();
    PaletteView view = new PaletteView(places(visit), actions(visit), articles(visit, typed));
    return visit.call().wantsJson()
        ? Reply.json(200, view.toJson())
        : visit.page(visit.say("finding.palette.title"), "finding/palette", view);
  }

  private static List<PaletteView.Entry> places(Visit visit) {
    return Places.all().stream()
        .flatMap(Places::pages)
        .filter(place -> visit.account().may(place.right()))
        .map(
            place ->
                PaletteView.Entry.link(
                    visit.say(place.key()), place.path(), KEYS.getOrDefault(place.path(), "")))
        .toList();
  }

  private static List<PaletteView.Entry> actions(Visit visit) {
    List<PaletteView.Entry> actions = new ArrayList<>();
    String article = visit.query().text("article");
    if (article.matches("[0-9a-z-]{1,64}")) {
      String path = "/articles/" + article;
      if (visit.account().may(Right.PUBLISH)) {
        actions.add(link(visit, "publish", path + "/publication"));
      }
      actions.add(link(visit, "write", path));
      actions.add(link(visit, "preview", path + "/preview"));
      actions.add(link(visit, "revisions", path + "/revisions"));
      actions.add(link(visit, "comments", path + "/comments"));
      actions.add(link(visit, "numbers", path + "/numbers"));
    }
    actions.add(
        new PaletteView.Entry(visit.say("finding.action.new"), "/articles", true, "", "n", ""));
    return List.copyOf(actions);
  }

  private static PaletteView.Entry link(Visit visit, String action, String path) {
    return PaletteView.Entry.link(visit.say("finding.action." + action), path, "");
  }

  private List<PaletteView.Entry> articles(Visit visit, String typed) {
    return search.find(new Ask(typed, Filter.NONE, Ask.Order.RELEVANCE, 0, MOST)).hits().stream()
        .map(hit -> entry(visit, hit))
        .toList();
  }

  private static PaletteView.Entry entry(Visit visit, Found.Hit hit) {
    String headline = hit.article().content().headline();
    boolean none = headline.isBlank();
    return new PaletteView.Entry(
        none ? visit.say("finding.untitled") : headline,
        "/articles/" + hit.article().id(),
        false,
        hit.article().states().stream()
            .map(state -> visit.say("finding.state." + state))
            .collect(Collectors.joining(" · ")),
        "",
        none ? "" : hit.article().content().language().tag());
  }
}
