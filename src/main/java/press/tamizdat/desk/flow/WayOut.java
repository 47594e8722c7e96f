package press.tamizdat.desk.flow;

import java.util.Optional;
import press.tamizdat.desk.Clockface;
import press.tamizdat.desk.Visit;
import press.tamizdat.desk.press.Delivered;
import press.tamizdat.desk.press.Press;
import press.tamizdat.desk.press.PressState;
import press.tamizdat.edition.PublicationPlan;

/** How far what is public, or was taken down, is on its way to readers. */
final class WayOut {
  private WayOut() {}

  /**
   * @param path of the article's page, without a leading slash
   */
  static PublicationView.Way of(Visit visit, Press press, String id, String path) {
    PressState state = press.state();
    Clockface clock = Clockface.of(visit);
    boolean printed =
        visit.newsroom().database().read(handle -> PublicationPlan.isPrinted(handle, id));
    return new PublicationView.Way(
        printed,
        state.edition().map(e -> String.valueOf(e.number())).orElse(""),
        state.edition().map(e -> clock.moment(e.at())).orElse(""),
        state.doing().word(),
        state.trouble().map(visit::say),
        printed ? Optional.of(site(press.delivered(path))) : Optional.empty());
  }

  private static PublicationView.Site site(Delivered delivered) {
    return switch (delivered) {
      case Delivered.Elsewhere() -> new PublicationView.Site("elsewhere", "", 0);
      case Delivered.Asking(var page) -> new PublicationView.Site("asking", page.toString(), 0);
      case Delivered.There(var page, var took) ->
          new PublicationView.Site("there", page.toString(), Math.max(1, took.toMillis()));
      case Delivered.Not(var page) -> new PublicationView.Site("not", page.toString(), 0);
    };
  }
}
