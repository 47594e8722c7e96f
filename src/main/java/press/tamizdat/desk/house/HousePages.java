package press.tamizdat.desk.house;

import press.tamizdat.article.PublicationSettings;
import press.tamizdat.desk.DeskRoutes;
import press.tamizdat.desk.Newsroom;

/** The pages of the house. */
public final class HousePages {
  private HousePages() {}

  public static void open(DeskRoutes routes, Newsroom newsroom) {
    Saving saving = new Saving(new PublicationSettings(newsroom.database(), newsroom.clock()));
    new SectionPages(saving).open(routes);
    new TopicPages(saving).open(routes);
    new AuthorPages(saving).open(routes);
    new TextPages(saving).open(routes);
    new AppealPages(saving).open(routes);
    new SettingsPages(saving).open(routes);
    new VersionPages(saving).open(routes);
    new TranslationPages(newsroom).open(routes);
    new StaffPages(newsroom).open(routes);
    new AuditPages(newsroom).open(routes);
    new OwnPages(newsroom).open(routes);
  }
}
