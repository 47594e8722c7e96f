package press.tamizdat.desk.finding;

import press.tamizdat.article.search.ArticleSearch;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Newsroom;

/** The addresses of finding. */
public final class FindingPages {
  private FindingPages() {}

  /**
   * Opens them.
   *
   * @return the search behind them, to be closed with the desk
   */
  public static ArticleSearch open(DeskRoutes routes, Newsroom newsroom) {
    ArticleSearch search =
        new ArticleSearch(
            newsroom.photos().resolveSibling("search"),
            newsroom.database(),
            newsroom.clock(),
            newsroom.publication());
    routes.get("/articles", new ListArticles(search));
    routes.get("/palette", new ShowPalette(search));
    return search;
  }
}
