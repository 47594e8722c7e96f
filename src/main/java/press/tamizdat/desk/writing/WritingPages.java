package press.tamizdat.desk.writing;

import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Newsroom;

/** The addresses of the writing page. */
public final class WritingPages {
  private WritingPages() {}

  public static void open(DeskRoutes routes, Newsroom newsroom) {
    var room = new WritingRoom(newsroom);
    routes.post("/articles", new BeginArticle(room));
    routes.get("/articles/{id}", new OpenArticle(room));
    routes.post("/articles/{id}", new SaveArticle(room));
    routes.post("/articles/{id}/lock", new TakeLock(room));
    routes.post("/articles/{id}/gauge", new MeasureArticle(room));
    var copy = new WorkingCopyPages(room);
    routes.post("/articles/{id}/working-copy", copy::keep);
    routes.get("/articles/{id}/working-copy", copy::compare);
    routes.post("/articles/{id}/working-copy/choice", copy::choose);
    var revisions = new RevisionPages(room);
    routes.get("/articles/{id}/revisions", revisions::list);
    routes.get("/articles/{id}/revisions/{n}", revisions::show);
    routes.get("/articles/{id}/revisions/{a}/{b}", revisions::compare);
    routes.post("/articles/{id}/revisions/{n}/restoration", revisions::restore);
  }
}
