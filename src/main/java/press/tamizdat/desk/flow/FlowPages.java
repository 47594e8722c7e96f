package press.tamizdat.desk.flow;

import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Newsroom;
import press.tamizdat.desk.press.Press;
import press.tamizdat.desk.press.Timetable;

/** The addresses of this area, and what runs behind them: the press and the timetable. */
public final class FlowPages implements AutoCloseable {
  private final Press press;
  private final Timetable timetable;

  private FlowPages(Newsroom newsroom) {
    this.press =
        new Press(newsroom.edition(), newsroom.editions(), newsroom.clock(), newsroom.site());
    this.timetable = new Timetable(newsroom, press);
  }

  /** Opens the addresses, and starts what runs behind them until it is closed. */
  public static FlowPages open(DeskRoutes routes, Newsroom newsroom) {
    FlowPages pages = new FlowPages(newsroom);
    pages.routes(routes);
    pages.timetable.start();
    return pages;
  }

  /** Prints editions; for who changes what readers see in other ways. */
  public Press press() {
    return press;
  }

  private void routes(DeskRoutes routes) {
    routes.get("/", BoardPage::show);
    routes.post("/articles/{id}/stage", Moves::move);
    routes.post("/articles/{id}/bin", Moves::bin);
    routes.post("/articles/{id}/copy", Moves::copy);
    routes.get("/bin", BinPage::show);
    routes.get("/articles/{id}/plan", PlanPage::show);
    routes.post("/articles/{id}/plan", PlanPage::save);
    comments(routes);
    routes.get("/articles/{id}/publication", visit -> PublicationPage.show(visit, press));
    routes.post("/articles/{id}/publication", visit -> PublicationPage.act(visit, press));
    preview(routes);
    routes.get("/articles/{id}/corrections", CorrectionsPage::show);
    routes.post("/articles/{id}/corrections", CorrectionsPage::add);
    routes.post("/articles/{id}/corrections/removal", CorrectionsPage::remove);
    routes.get("/articles/{id}/removal", visit -> RemovalPage.show(visit, press));
    routes.post("/articles/{id}/removal", visit -> RemovalPage.act(visit, press));
    routes.get("/press", visit -> PressPage.show(visit, press));
    routes.post("/press", visit -> PressPage.ask(visit, press));
  }

  private static void comments(DeskRoutes routes) {
    routes.get("/articles/{id}/comments", CommentsPage::show);
    routes.post("/articles/{id}/comments", CommentsPage::add);
    routes.post("/articles/{id}/comments/{comment}/replies", CommentsPage::reply);
    routes.post("/articles/{id}/comments/{comment}/resolution", CommentsPage::resolve);
  }

  /** A page of an edition lies at most four deep. */
  private static void preview(DeskRoutes routes) {
    Preview preview = new Preview();
    String base = "/articles/{id}/preview";
    routes.get(base, preview::newest);
    routes.get(base + "/{revision}", preview::first);
    routes.get(base + "/{revision}/{a}", v -> preview.file(v, v.part("a")));
    routes.get(base + "/{revision}/{a}/{b}", v -> preview.file(v, v.part("a") + "/" + v.part("b")));
    routes.get(
        base + "/{revision}/{a}/{b}/{c}",
        v -> preview.file(v, v.part("a") + "/" + v.part("b") + "/" + v.part("c")));
    routes.get(
        base + "/{revision}/{a}/{b}/{c}/{d}",
        v ->
            preview.file(
                v, v.part("a") + "/" + v.part("b") + "/" + v.part("c") + "/" + v.part("d")));
  }

  @Override
  public void close() {
    timetable.close();
    press.close();
  }
}
